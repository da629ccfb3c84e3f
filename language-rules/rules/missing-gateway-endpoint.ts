import * as z from 'zod/mini'
import { type Document, textOf } from '../../core/document.ts'
import { newlineOf, replace } from '../../core/fixes/arguments.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { headerOf, isPlaced } from '../../core/rules/block-place.ts'
import type { CostedSite, Edit, Resource } from '../../core/types.ts'

/** What has gateways of its own: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html */
const services = { s3: 'Amazon S3', dynamodb: 'DynamoDB' } as const
type Service = keyof typeof services

export const rule = defineRule({
  id: 'missing-gateway-endpoint',
  on: 'document',
  severity: 'info',
  preset: 'recommended',
  docs: {
    what: 'A network reaches Amazon S3 through its NAT gateway, as it has no gateway endpoint; the same of DynamoDB, where the configuration has a table.',
    why: 'Every GB through a NAT gateway is billed; through a gateway endpoint none is, and the endpoint itself costs nothing.',
    fix: 'Add an `aws_vpc_endpoint` of type `Gateway` for the service, in the route tables of the private subnets.',
    unless: 'Nothing in the private subnets uses the service, or the endpoint is made in another configuration.',
    source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
    alters: ['access'],
    notIn: {
      python: 'networks that code makes are not read',
      typescript: 'networks that code makes are not read',
      notebook: 'networks that code makes are not read',
    },
  },
  options: z.object({}),
  *check({ sites, rootSites, document }) {
    const first = sites.find(isPublicGateway)
    if (!first || isForOthers(first)) return
    const all = rootSites().flatMap((costed) => (costed.site.kind === 'resource' ? [costed.site] : []))
    // A network that is made elsewhere may have its endpoints there.
    if (!all.some(({ type }) => type === 'aws_vpc') || !isFirst(first, rootSites())) return
    const there = endpointsIn(all)
    if (there === undefined) return
    const wanted: readonly Service[] = all.some(({ type }) => type === 'aws_dynamodb_table')
      ? ['s3', 'dynamodb']
      : ['s3']
    const missing = wanted.filter((service) => !there.has(service))
    const price = first.estimate.lines.find(({ label }) => label === 'Data processed')?.unitUsd
    if (missing.length === 0) return
    const names = missing.map((service) => services[service]).join(' and ')
    const edit = added(first.site as Resource, all, missing, document)
    yield {
      at: headerOf(first.site as Resource, document),
      message: price
        ? say`What goes to ${names} goes through this NAT gateway, at ${usd(price)} a GB; through a gateway endpoint it costs nothing. Add one.`
        : `What goes to ${names} goes through this NAT gateway, and each GB is billed; through a gateway endpoint it costs nothing. Add one.`,
      fixes: [
        {
          title: missing.length === 1 ? 'Add a gateway endpoint' : 'Add gateway endpoints',
          safety: 'suggestion',
          edits: [edit],
          claim: 'governs',
        },
      ],
    }
  },
})

/** A module that nothing here calls: whoever does may give the network that it hands out an endpoint. */
const isForOthers = ({ site }: CostedSite): boolean =>
  site.kind === 'resource' && /(^|\/)modules\/[^/]+\/[^/]+$/.test(site.module?.file ?? site.location.file)

/** A private one leads to other networks. */
const isPublicGateway = ({ site }: CostedSite): boolean =>
  site.kind === 'resource' &&
  site.type === 'aws_nat_gateway' &&
  (site.shape.connectivity === undefined || valueOf(site.shape.connectivity) === 'public')

const isFirst = ({ site }: CostedSite, all: readonly CostedSite[]) => all.find(isPublicGateway)?.site.key === site.key

/** Undefined where one of them is for what is not known. */
function endpointsIn(all: readonly Resource[]): ReadonlySet<string> | undefined {
  const names = all
    .filter(({ type }) => type === 'aws_vpc_endpoint')
    .map(({ shape }) => (shape.service ? valueOf(shape.service) : undefined))
  return names.includes(undefined) ? undefined : new Set(names.map((name) => String(name).split('.').at(-1)!))
}

/** In the route tables that lead to the gateway, where the text says which. */
function added(
  gateway: Resource,
  all: readonly Resource[],
  missing: readonly Service[],
  document: Document,
): Edit | undefined {
  const region = valueOf(gateway.region)
  const network = networkOf(gateway, all, document)
  if (region === undefined || !network || document.file !== gateway.location.file) return undefined
  const newline = newlineOf(document.text)
  const end = gateway.location.span[1]
  const blocks = missing.map((service) =>
    [
      '',
      `resource "aws_vpc_endpoint" "${service}" {`,
      `  vpc_id            = ${network.vpc}`,
      `  service_name      = "com.amazonaws.${region}.${service}"`,
      '  vpc_endpoint_type = "Gateway"',
      `  route_table_ids   = ${network.tables}`,
      '}',
    ].join(newline),
  )
  return replace({ ...gateway.location, span: [end, end] }, blocks.map((block) => `${newline}${block}`).join(''))
}

interface Network {
  readonly vpc: string
  readonly tables: string
}

function networkOf(gateway: Resource, all: readonly Resource[], document: Document): Network | undefined {
  const call = /^module\.([\w-]+)\.aws_nat_gateway\.this/.exec(gateway.address)?.[1]
  // https://registry.terraform.io/modules/terraform-aws-modules/vpc/aws/latest?tab=outputs
  const isKnownModule =
    isPlaced(gateway) && /source\s*=\s*"terraform-aws-modules\/vpc\/aws"/.test(textIn(gateway, document))
  if (call && isKnownModule && !/^\s*(?:count|for_each)\s*=/m.test(textIn(gateway, document)))
    return { vpc: `module.${call}.vpc_id`, tables: `module.${call}.private_route_table_ids` }
  if (gateway.module) return undefined
  const own = all.filter(({ module, location }) => module === undefined && location.file === document.file)
  const vpcs = own.filter(({ type }) => type === 'aws_vpc')
  const tables = own.filter(
    ({ type, ...rest }) => type === 'aws_route_table' && textIn(rest, document).includes('aws_nat_gateway.'),
  )
  const [vpc, table] = [vpcs[0], tables[0]]
  if (!vpc || !table || vpcs.length > 1 || isMany(vpc)) return undefined
  const ids = tables.map((each) => (isMany(each) ? `values(${each.address})[*].id` : `${each.address}.id`))
  if (tables.some(({ source }) => source.values.count)) {
    return tables.length === 1 ? { vpc: `${vpc.address}.id`, tables: `${table.address}[*].id` } : undefined
  }
  if (tables.some(isMany)) return tables.length === 1 ? { vpc: `${vpc.address}.id`, tables: ids[0]! } : undefined
  return { vpc: `${vpc.address}.id`, tables: `[${ids.join(', ')}]` }
}

const isMany = ({ source }: Resource) => source.values.count !== undefined || source.values.for_each !== undefined

const textIn = ({ location }: Pick<Resource, 'location'>, document: Document) =>
  textOf(document, location.cell).slice(...location.span)

const network = (more = '') => `provider "aws" {
  region = "us-east-1"
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_nat_gateway" "out" {
  allocation_id = "eipalloc-0123456789abcdef0"
  subnet_id     = "subnet-0123456789abcdef0"
}

resource "aws_route_table" "private" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.out.id
  }
}
${more}`

export const examples: readonly RuleExample[] = [
  {
    name: 'no endpoint for Amazon S3',
    lang: 'terraform',
    code: network(),
    finds: [
      {
        line: 9,
        message:
          'What goes to Amazon S3 goes through this NAT gateway, at $0.045 a GB; through a gateway endpoint it costs nothing. Add one.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_nat_gateway" "out" {
  allocation_id = "eipalloc-0123456789abcdef0"
  subnet_id     = "subnet-0123456789abcdef0"
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id            = aws_vpc.main.id
  service_name      = "com.amazonaws.us-east-1.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = [aws_route_table.private.id]
}

resource "aws_route_table" "private" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.out.id
  }
}
`,
      },
    ],
  },
  {
    name: 'nor for DynamoDB, where there is a table',
    lang: 'terraform',
    code: network(`
resource "aws_dynamodb_table" "berths" {
  name         = "berths"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
}
`),
    finds: [
      {
        line: 9,
        message:
          'What goes to Amazon S3 and DynamoDB goes through this NAT gateway, at $0.045 a GB; through a gateway endpoint it costs nothing. Add one.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_nat_gateway" "out" {
  allocation_id = "eipalloc-0123456789abcdef0"
  subnet_id     = "subnet-0123456789abcdef0"
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id            = aws_vpc.main.id
  service_name      = "com.amazonaws.us-east-1.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = [aws_route_table.private.id]
}

resource "aws_vpc_endpoint" "dynamodb" {
  vpc_id            = aws_vpc.main.id
  service_name      = "com.amazonaws.us-east-1.dynamodb"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = [aws_route_table.private.id]
}

resource "aws_route_table" "private" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.out.id
  }
}

resource "aws_dynamodb_table" "berths" {
  name         = "berths"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
}
`,
      },
    ],
  },
  {
    name: 'a network that a module makes',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

module "vpc" {
  source             = "terraform-aws-modules/vpc/aws"
  version            = "~> 5.0"
  cidr               = "10.0.0.0/16"
  azs                = ["us-east-1a"]
  private_subnets    = ["10.0.1.0/24"]
  public_subnets     = ["10.0.101.0/24"]
  enable_nat_gateway = true
}
`,
    finds: [
      {
        line: 5,
        message:
          'What goes to Amazon S3 goes through this NAT gateway, at $0.045 a GB; through a gateway endpoint it costs nothing. Add one.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

module "vpc" {
  source             = "terraform-aws-modules/vpc/aws"
  version            = "~> 5.0"
  cidr               = "10.0.0.0/16"
  azs                = ["us-east-1a"]
  private_subnets    = ["10.0.1.0/24"]
  public_subnets     = ["10.0.101.0/24"]
  enable_nat_gateway = true
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id            = module.vpc.vpc_id
  service_name      = "com.amazonaws.us-east-1.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = module.vpc.private_route_table_ids
}
`,
      },
    ],
  },
  {
    name: 'with one',
    lang: 'terraform',
    code: network(`
resource "aws_vpc_endpoint" "s3" {
  vpc_id       = aws_vpc.main.id
  service_name = "com.amazonaws.us-east-1.s3"
}
`),
    finds: [],
  },
  {
    name: 'an endpoint whose service is not known may be it',
    lang: 'terraform',
    code: network(`
data "aws_vpc_endpoint_service" "some" {
  service = var.service
}

variable "service" {}

resource "aws_vpc_endpoint" "some" {
  vpc_id       = aws_vpc.main.id
  service_name = data.aws_vpc_endpoint_service.some.service_name
}
`),
    finds: [],
  },
  {
    name: 'a network that is made elsewhere may have it there',
    lang: 'terraform',
    code: `resource "aws_nat_gateway" "out" {
  allocation_id = "eipalloc-0123456789abcdef0"
  subnet_id     = "subnet-0123456789abcdef0"
}
`,
    finds: [],
  },
]
