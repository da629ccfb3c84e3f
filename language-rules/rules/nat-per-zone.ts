import * as z from 'zod/mini'
import { sum } from '../../core/band.ts'
import { bandOf, known, valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { headerOf } from '../../core/rules/block-place.ts'
import { isNonProduction } from '../../core/rules/environment.ts'
import { perHour } from '../../core/rules/unit-lines.ts'
import type { Band, CostedSite, Resource } from '../../core/types.ts'

export const rule = defineRule({
  id: 'nat-per-zone',
  on: 'resource',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'What is not production has several NAT gateways, one for each zone.',
    why: 'Each is billed by the hour, used or not; several are there so that the failure of one zone does not stop the others.',
    fix: 'Make one, and let the route tables of all private subnets lead to it.',
    unless:
      'Much is sent from the other zones, where transfer between zones costs more than the hours saved, or the failure of a zone is what is tried there.',
    source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html',
    notIn: {
      python: 'gateways that code makes are not read',
      typescript: 'gateways that code makes are not read',
      notebook: 'gateways that code makes are not read',
    },
  },
  options: z.object({}),
  *check(gateway, { estimate, estimateWith, document, sites }) {
    if (gateway.type !== 'aws_nat_gateway' || !isNonProduction(gateway)) return
    const count = bandOf(gateway.count)
    if (!count || count.low !== count.high) return
    const message = (all: number, now: number, one: number) =>
      say`${all} NAT gateways where nothing is in production: ${usd(now)} a month for their hours alone, ${usd(one)} for one. Make one, and route all private subnets to it.`
    if (count.low >= 2) {
      const after = estimateWith({ count: known(1, gateway.location) })
      const [now, one] = [perHour(estimate), perHour(after)]
      if (!now || !one || one.likely >= now.likely) return
      yield {
        at: gateway.source.values.count ?? gateway.source.values.for_each ?? headerOf(gateway, document),
        message: message(count.low, now.likely, one.likely),
        after,
      }
      return
    }
    const [first, ...others] = besides(gateway, sites)
    const [now, one] = [sum(others.map(({ hours }) => hours).concat(first ? [first.hours] : [])), first?.hours]
    if (first?.site.key !== gateway.key || others.length === 0 || !now || !one) return
    yield {
      at: headerOf(gateway, document),
      message: message(others.length + 1, now.likely, one.likely),
      related: others.map(({ site }) => ({ message: 'another', location: headerOf(site, document) })),
    }
  },
})

interface Gateway {
  readonly site: Resource
  readonly hours: Band
}

/** Written one by one, in the same network, facing the same side; itself among them. */
function besides(gateway: Resource, sites: readonly CostedSite[]): readonly Gateway[] {
  const key = placeOf(gateway)
  if (key === undefined) return []
  return sites.flatMap(({ site, estimate }): readonly Gateway[] => {
    if (site.kind !== 'resource' || site.type !== gateway.type || placeOf(site) !== key) return []
    const hours = perHour(estimate)
    return hours && valueOf(site.count) === 1 && isNonProduction(site) ? [{ site, hours }] : []
  })
}

/** Undefined where it cannot be told which network it is in. */
function placeOf({ module, shape: { network, connectivity } }: Resource): string | undefined {
  const [at, faces] = [network && valueOf(network), connectivity && valueOf(connectivity)]
  return at === undefined || faces === undefined ? undefined : [module?.address ?? '', at, faces].join(' ')
}

const network = `provider "aws" {
  region = "us-east-1"

  default_tags {
    tags = {
      Environment = "dev"
    }
  }
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.0.0/24"
}

resource "aws_subnet" "b" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}
`

export const examples: readonly RuleExample[] = [
  {
    name: 'three for staging',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_nat_gateway" "staging" {
  count         = 3
  allocation_id = "eipalloc-0123456789abcdef0"
  subnet_id     = "subnet-0123456789abcdef0"
}
`,
    finds: [
      {
        line: 6,
        message:
          '3 NAT gateways where nothing is in production: $98.55 a month for their hours alone, $32.85 for one. Make one, and route all private subnets to it.',
      },
    ],
  },
  {
    name: 'one for each zone, tagged as development',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_nat_gateway" "out" {
  for_each      = toset(["us-east-1a", "us-east-1b"])
  allocation_id = "eipalloc-0123456789abcdef0"
  subnet_id     = "subnet-0123456789abcdef0"

  tags = {
    Environment = "dev"
  }
}
`,
    finds: [
      {
        line: 6,
        message:
          '2 NAT gateways where nothing is in production: $65.70 a month for their hours alone, $32.85 for one. Make one, and route all private subnets to it.',
      },
    ],
  },
  {
    name: 'one is the least',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_nat_gateway" "staging" {
  allocation_id = "eipalloc-0123456789abcdef0"
  subnet_id     = "subnet-0123456789abcdef0"
}
`,
    finds: [],
  },
  {
    name: 'production, and what nobody says anything of',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_nat_gateway" "production" {
  count         = 3
  allocation_id = "eipalloc-0123456789abcdef0"
  subnet_id     = "subnet-0123456789abcdef0"
}

resource "aws_nat_gateway" "out" {
  count         = 3
  allocation_id = "eipalloc-0123456789abcdef0"
  subnet_id     = "subnet-0123456789abcdef0"
}
`,
    finds: [],
  },
  {
    name: 'one block for each zone of a network',
    lang: 'terraform',
    code: `${network}
resource "aws_nat_gateway" "a" {
  allocation_id = "eipalloc-0123456789abcdef0"
  subnet_id     = aws_subnet.a.id
}

resource "aws_nat_gateway" "b" {
  allocation_id = "eipalloc-0123456789abcdef1"
  subnet_id     = aws_subnet.b.id
}
`,
    finds: [
      {
        line: 25,
        message:
          '2 NAT gateways where nothing is in production: $65.70 a month for their hours alone, $32.85 for one. Make one, and route all private subnets to it.',
      },
    ],
  },
  {
    name: 'one for each of two networks, and one that faces no internet',
    lang: 'terraform',
    code: `${network}
resource "aws_nat_gateway" "a" {
  allocation_id = "eipalloc-0123456789abcdef0"
  subnet_id     = aws_subnet.a.id
}

resource "aws_nat_gateway" "inner" {
  connectivity_type = "private"
  subnet_id         = aws_subnet.b.id
}

resource "aws_vpc" "other" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_subnet" "other" {
  vpc_id     = aws_vpc.other.id
  cidr_block = "10.1.0.0/24"
}

resource "aws_nat_gateway" "other" {
  allocation_id = "eipalloc-0123456789abcdef1"
  subnet_id     = aws_subnet.other.id
}
`,
    finds: [],
  },
  {
    name: 'one block for each zone, in networks that are not told',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_nat_gateway" "staging_a" {
  allocation_id = "eipalloc-0123456789abcdef0"
  subnet_id     = "subnet-0123456789abcdef0"
}

resource "aws_nat_gateway" "staging_b" {
  allocation_id = "eipalloc-0123456789abcdef1"
  subnet_id     = "subnet-0123456789abcdef1"
}
`,
    finds: [],
  },
  {
    name: 'one block for each zone in production',
    lang: 'terraform',
    code: `${network.replace('"dev"', '"production"')}
resource "aws_nat_gateway" "a" {
  allocation_id = "eipalloc-0123456789abcdef0"
  subnet_id     = aws_subnet.a.id
}

resource "aws_nat_gateway" "b" {
  allocation_id = "eipalloc-0123456789abcdef1"
  subnet_id     = aws_subnet.b.id
}
`,
    finds: [],
  },
]
