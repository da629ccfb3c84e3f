// https://aws.amazon.com/privatelink/pricing/
import { fact, isUnwritten, line, monthOf, numberFact, product, usage } from '../../../core/estimate/resource-line.ts'
import { type Item, serviceLine, type Tier, tierLines } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { sizeOf } from '../block-facts.ts'

const item = (name: string): Item => ({ service: 'vpc-endpoint', item: name })

/** GB in a PB: the tiers of the AWS price list begin at 1,048,576 and 5,242,880 GB. */
const PB = 1024 * 1024

const interfaceTiers: readonly Tier[] = [
  { upTo: PB, ...item('interface data first 1PB') },
  { upTo: 5 * PB, ...item('interface data next 4PB') },
  { upTo: Number.POSITIVE_INFINITY, ...item('interface data over 5PB') },
]
const gatewayBalancerTiers: readonly Tier[] = [
  { upTo: Number.POSITIVE_INFINITY, ...item('gateway load balancer data') },
]

/** What is billed by the hour in each zone, and by the GB; a gateway to S3 or DynamoDB and one to a service network cost nothing. */
const kinds: Readonly<Record<string, readonly [hour: Item, data: readonly Tier[]]>> = {
  Interface: [item('interface'), interfaceTiers],
  GatewayLoadBalancer: [item('gateway load balancer'), gatewayBalancerTiers],
  Resource: [item('resource'), [{ upTo: Number.POSITIVE_INFINITY, ...item('resource data') }]],
}
const free = ['Gateway', 'ServiceNetwork']

/**
 * A zone for each subnet, written or associated apart. With none at all, or an empty list, the provider's page says that an interface endpoint cannot
 * work: then one is the least there must be, and it is taken and named.
 */
function zones(block: Block): Known<Fact> {
  const written = sizeOf('subnet_ids')(block)
  if (!isUnwritten(written) && valueOf(written) !== 0) return written
  const associated = block.referredBy('aws_vpc_endpoint_subnet_association').length
  return assumed<Fact>(Math.max(1, associated), block.location)
}

/** Its name; where it is looked up, the end of it that it is looked up by. */
function service(block: Block): Known<Fact> {
  const name = block.fact('service_name')
  if (valueOf(name) !== undefined) return name
  const looked = block.target('service_name', 'data.aws_vpc_endpoint_service')?.fact('service')
  return looked && valueOf(looked) !== undefined ? looked : name
}

function endpointLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const kind = fact(resource, 'kind')
  const name = valueOf(kind)
  if (name !== undefined && free.includes(String(name))) return []
  const hours = product(monthOf(resource), numberFact(resource, 'zones'))
  const billed = name === undefined ? undefined : kinds[String(name)]
  if (billed === undefined) return [line('Endpoint', 'hour', hours, kind.is === 'unknown' ? kind.why : 'unsupported')]
  const [hour, tiers] = billed
  return [
    serviceLine(resource, prices, 'Endpoint', 'hour', hours, hour),
    ...tierLines(resource, prices, 'Data processed', 'GB', usage(resource, 'processedGB'), tiers),
  ]
}

const endpoint = defineResource({
  id: 'aws/vpc-endpoint',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/privatelink/pricing/',
  shape: {
    kind: 'Gateway, Interface, GatewayLoadBalancer, Resource or ServiceNetwork',
    service: 'name of the service, com.amazonaws.us-east-1.s3, or its end',
    zones: 'availability zones it has a network interface in, one by subnet',
  },
  usage: { processedGB: 'GB through it in a month' },
  lines: endpointLines,
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_endpoint
    terraform: { aws_vpc_endpoint: { facts: { service, kind: ['vpc_endpoint_type', 'Gateway'], zones } } },
  },
  label: (resource) => `${valueOf(fact(resource, 'kind')) ?? 'VPC'} endpoint`,
})

export const resources = [endpoint]

export const examples: readonly ResourceExample[] = [
  {
    name: 'an interface whose list of subnets is empty: one zone is the least, 730 h × $0.01',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_vpc_endpoint" "secrets" {
  vpc_id            = "vpc-1"
  service_name      = "com.amazonaws.us-east-1.secretsmanager"
  vpc_endpoint_type = "Interface"
  subnet_ids        = []
}
`,
    sees: [{ address: 'aws_vpc_endpoint.secrets', usd: 7.3, status: 'partial', unknown: ['Data processed: usage'] }],
  },
  {
    name: 'an interface in three subnets: 3 × 730 h × $0.01; a gateway costs nothing',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_vpc_endpoint" "kms" {
  vpc_id            = aws_vpc.a.id
  service_name      = "com.amazonaws.us-east-1.kms"
  vpc_endpoint_type = "Interface"
  subnet_ids        = [aws_subnet.a.id, aws_subnet.b.id, aws_subnet.c.id]
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id       = aws_vpc.a.id
  service_name = "com.amazonaws.us-east-1.s3"
}
`,
    sees: [
      {
        address: 'aws_vpc_endpoint.kms',
        usd: 21.9,
        status: 'partial',
        lines: ['Endpoint', 'Data processed'],
        unknown: ['Data processed: usage'],
      },
      { address: 'aws_vpc_endpoint.s3', usd: null, status: 'free', lines: [] },
    ],
  },
  {
    name: 'subnets associated apart, and none at all: 2 × 730 h × $0.01 and 730 h × $0.01, both said',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_vpc_endpoint" "apart" {
  vpc_id            = aws_vpc.a.id
  service_name      = "com.amazonaws.us-east-1.ssm"
  vpc_endpoint_type = "Interface"
}

resource "aws_vpc_endpoint_subnet_association" "a" {
  vpc_endpoint_id = aws_vpc_endpoint.apart.id
  subnet_id       = aws_subnet.a.id
}

resource "aws_vpc_endpoint_subnet_association" "b" {
  vpc_endpoint_id = aws_vpc_endpoint.apart.id
  subnet_id       = aws_subnet.b.id
}

resource "aws_vpc_endpoint" "bare" {
  vpc_id            = aws_vpc.a.id
  service_name      = "com.amazonaws.us-east-1.ssm"
  vpc_endpoint_type = "Interface"
}
`,
    sees: [
      { address: 'aws_vpc_endpoint.apart', usd: 14.6, status: 'partial', assumed: ['zones'] },
      { address: 'aws_vpc_endpoint.bare', usd: 7.3, status: 'partial', assumed: ['zones'] },
    ],
  },
  {
    name: '2 PB through an interface: 730 h × $0.01 + 1,048,576 GB × $0.01 + 1,048,576 GB × $0.006',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_vpc_endpoint" "big" {
  vpc_id            = aws_vpc.a.id
  service_name      = "com.amazonaws.us-east-1.kinesis-streams"
  vpc_endpoint_type = "Interface"
  subnet_ids        = [aws_subnet.a.id]
}
`,
    usage: { aws_vpc_endpoint: { processedGB: 2_097_152 } },
    sees: [
      {
        address: 'aws_vpc_endpoint.big',
        usd: 16784.52,
        status: 'priced',
        lines: ['Endpoint', 'Data processed', 'Data processed over 1,048,576'],
      },
    ],
  },
  {
    name: 'to a gateway load balancer, 100 GB: 730 h × $0.01 + 100 GB × $0.0035; a kind by a variable is not known',
    terraform: `provider "aws" {
  region = "us-east-1"
}

variable "kind" {}

resource "aws_vpc_endpoint" "inspect" {
  vpc_id            = aws_vpc.a.id
  service_name      = aws_vpc_endpoint_service.a.service_name
  vpc_endpoint_type = "GatewayLoadBalancer"
  subnet_ids        = [aws_subnet.a.id]
}

resource "aws_vpc_endpoint" "open" {
  vpc_id            = aws_vpc.a.id
  service_name      = "com.amazonaws.us-east-1.s3"
  vpc_endpoint_type = var.kind
}
`,
    usage: { 'aws_vpc_endpoint.inspect': { processedGB: 100 } },
    sees: [
      { address: 'aws_vpc_endpoint.inspect', usd: 7.65, status: 'priced' },
      { address: 'aws_vpc_endpoint.open', usd: null, status: 'unknown', unknown: ['Endpoint: absent'] },
    ],
  },
]
