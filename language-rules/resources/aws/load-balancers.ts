// https://aws.amazon.com/elasticloadbalancing/pricing/
import {
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  priceFor,
  product,
  usage,
} from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { flag, sizeOf, totalOf } from '../block-facts.ts'
import { ipv4Lines } from './public-ipv4.ts'

/** What each kind is priced as, and the capacity unit it is billed by. */
const kinds: Readonly<Record<string, readonly [service: string, unit: string]>> = {
  application: ['alb', 'LCU'],
  network: ['nlb', 'NLCU'],
  gateway: ['gwlb', 'GLCU'],
}

/**
 * Public IPv4 addresses AWS gives the balancer: one in each subnet where it faces the internet, billed since February 2024. An
 * elastic IP that a subnet mapping names is billed as itself; `dualstack-without-public-ipv4` has none.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html
 */
function addresses(block: Block): Known<Fact> {
  const none = known<Fact>(0, block.location)
  const isInternal = flag(block, 'internal', false)
  if (isInternal === undefined) return unknown('dynamic')
  const kind = valueOf(block.fact('load_balancer_type'))
  if (isInternal || kind === 'gateway') return none
  const family = block.fact('ip_address_type')
  if (family.is === 'unknown' && !isUnwritten(family)) return family
  if (valueOf(family) === 'dualstack-without-public-ipv4') return none
  const mapped = block.nested('subnet_mapping')
  if (mapped.length === 0) return sizeOf('subnets')(block)
  const given = mapped.filter((each) => isUnwritten(each.fact('allocation_id')))
  return totalOf(
    given.map(({ count }) => count),
    block.location,
  )
}

/** Written units of reserved capacity, in place of nothing. */
function reservedLines(resource: Resource, prices: PriceBook): Line[] {
  const units = numberFact(resource, 'reservedUnits')
  if (isUnwritten(units)) return []
  const kind = valueOf(fact(resource, 'kind'))
  const [service, unit] = (typeof kind === 'string' && kinds[kind]) || kinds.application!
  const hours = product(monthOf(resource), units)
  return [
    serviceLine(resource, prices, 'Reserved capacity', `${unit}-hour`, hours, { service, item: `reserved ${unit}` }),
  ]
}

function balancerLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const kind = fact(resource, 'kind')
  const name = valueOf(kind)
  const unit = (typeof name === 'string' && kinds[name]?.[1]) || 'LCU'
  const at = (item: (unit: string) => string) =>
    priceFor(resource, [kind], (region, each) => {
      const known = kinds[each]
      return known && prices.service('aws', known[0], item(known[1]), region)
    })
  return [
    line(
      'Load balancer',
      'hour',
      monthOf(resource),
      at(() => 'hour'),
    ),
    ...ipv4Lines(resource, prices, numberFact(resource, 'publicAddresses')),
    ...reservedLines(resource, prices),
    line(
      'Capacity units',
      `${unit}-hour`,
      product(usage(resource, 'LCUs'), monthOf(resource)),
      at((each) => each),
    ),
  ]
}

const LCUs = 'capacity units (LCU, NLCU, GLCU) in use, mean of the month'

const mapping = {
  facts: {
    kind: ['load_balancer_type', 'application'] as const,
    publicAddresses: addresses,
    reservedUnits: 'minimum_load_balancer_capacity.capacity_units',
  },
}

const balancer = defineResource({
  id: 'aws/load-balancer',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/elasticloadbalancing/pricing/',
  shape: {
    kind: 'application, network or gateway',
    publicAddresses: 'public IPv4 addresses that AWS gives it',
    reservedUnits: 'capacity units reserved',
  },
  usage: { LCUs },
  lines: balancerLines,
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb
  from: { terraform: { aws_lb: mapping, aws_alb: mapping } },
  label: (resource) => `${valueOf(fact(resource, 'kind')) ?? ''} load balancer`.trim(),
})

const classic = defineResource({
  id: 'aws/classic-load-balancer',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/elasticloadbalancing/pricing/',
  shape: { publicAddresses: 'public IPv4 addresses that AWS gives it' },
  usage: { processedGB: 'GB through it in a month' },
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Load balancer', 'hour', monthOf(resource), { service: 'clb', item: 'hour' }),
    ...ipv4Lines(resource, prices, numberFact(resource, 'publicAddresses')),
    serviceLine(resource, prices, 'Data processed', 'GB', usage(resource, 'processedGB'), {
      service: 'clb',
      item: 'data',
    }),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elb
    terraform: {
      aws_elb: {
        facts: {
          publicAddresses: (block) => {
            const isInternal = flag(block, 'internal', false)
            if (isInternal === undefined) return unknown('dynamic')
            if (isInternal) return known<Fact>(0, block.location)
            const subnets = sizeOf('subnets')(block)
            return isUnwritten(subnets) ? sizeOf('availability_zones')(block) : subnets
          },
        },
      },
    },
  },
  label: () => 'classic load balancer',
})

/** Billed for each hour it is associated with a balancer. */
const trustStore = defineResource({
  id: 'aws/load-balancer-trust-store',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/elasticloadbalancing/pricing/',
  shape: { listeners: 'listeners that verify clients by it' },
  lines: (resource, prices) => [
    serviceLine(
      resource,
      prices,
      'Trust store',
      'hour',
      mapKnown(numberFact(resource, 'listeners'), (count) => (count > 0 ? 730 : 0)),
      { service: 'alb', item: 'trust store' },
    ),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_trust_store
    terraform: {
      aws_lb_trust_store: {
        facts: {
          listeners: (block) => {
            const listeners = [...block.referredBy('aws_lb_listener'), ...block.referredBy('aws_alb_listener')]
            return listeners.length > 0 ? known<Fact>(listeners.length, block.location) : unknown('dynamic')
          },
        },
      },
    },
  },
  label: () => 'trust store',
})

export const resources = [balancer, classic, trustStore]

export const examples: readonly ResourceExample[] = [
  {
    name: 'inside the VPC: 730 h × $0.0225 of either kind; what is used is not told',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_lb" "web" {
  internal = true
  subnets  = [aws_subnet.a.id, aws_subnet.b.id]
}

resource "aws_lb" "tcp" {
  internal           = true
  load_balancer_type = "network"
}

resource "aws_alb" "same" {
  internal = true
}
`,
    sees: [
      {
        address: 'aws_lb.web',
        usd: 16.43,
        status: 'partial',
        lines: ['Load balancer', 'Capacity units'],
        unknown: ['Capacity units: usage'],
        assumed: ['kind'],
      },
      { address: 'aws_lb.tcp', usd: 16.43, status: 'partial', unknown: ['Capacity units: usage'] },
      { address: 'aws_alb.same', usd: 16.43, status: 'partial', unknown: ['Capacity units: usage'] },
    ],
  },
  {
    name: 'facing the internet from three subnets, 2 LCUs: 730 h × ($0.0225 + 3 × $0.005 + 2 × $0.008)',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_lb" "web" {
  subnets = [aws_subnet.a.id, aws_subnet.b.id, aws_subnet.c.id]
}
`,
    usage: { 'aws_lb.*': { LCUs: 2 } },
    sees: [
      {
        address: 'aws_lb.web',
        usd: 39.05,
        status: 'priced',
        lines: ['Load balancer', 'Public IPv4 addresses', 'Capacity units'],
      },
    ],
  },
  {
    name: 'an elastic IP of a subnet mapping is billed as itself: 730 h × $0.0225, one address of AWS × $0.005 more',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_lb" "own" {
  load_balancer_type = "network"
  subnet_mapping {
    subnet_id     = aws_subnet.a.id
    allocation_id = aws_eip.a.id
  }
}

resource "aws_lb" "half" {
  load_balancer_type = "network"
  subnet_mapping {
    subnet_id     = aws_subnet.a.id
    allocation_id = aws_eip.a.id
  }
  subnet_mapping {
    subnet_id = aws_subnet.b.id
  }
}
`,
    sees: [
      { address: 'aws_lb.own', usd: 16.43, status: 'partial', lines: ['Load balancer', 'Capacity units'] },
      {
        address: 'aws_lb.half',
        usd: 20.07,
        status: 'partial',
        lines: ['Load balancer', 'Public IPv4 addresses', 'Capacity units'],
      },
    ],
  },
  {
    name: 'in a region without a row, and of a kind a variable decides',
    terraform: `provider "aws" {
  region = "me-central-1"
}

provider "aws" {
  alias  = "us"
  region = "us-east-1"
}

variable "kind" {}

resource "aws_lb" "far" {
  internal = true
}

resource "aws_lb" "open" {
  provider           = aws.us
  internal           = true
  load_balancer_type = var.kind
}
`,
    sees: [
      {
        address: 'aws_lb.far',
        usd: null,
        status: 'unknown',
        unknown: ['Load balancer: no-price', 'Capacity units: no-price'],
      },
      {
        address: 'aws_lb.open',
        usd: null,
        status: 'unknown',
        unknown: ['Load balancer: absent', 'Capacity units: absent'],
      },
    ],
  },
  {
    name: 'a classic one in two zones, 100 GB: 730 h × ($0.025 + 2 × $0.005) + 100 GB × $0.008',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_elb" "old" {
  availability_zones = ["us-east-1a", "us-east-1b"]
}

resource "aws_elb" "inner" {
  internal = true
}
`,
    usage: { 'aws_elb.old': { processedGB: 100 } },
    sees: [
      { address: 'aws_elb.old', usd: 26.35, status: 'priced' },
      { address: 'aws_elb.inner', usd: 18.25, status: 'partial', unknown: ['Data processed: usage'] },
    ],
  },
  {
    name: 'a trust store that a listener verifies by: 730 h × $0.005',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_lb_trust_store" "clients" {
  name = "clients"
}

resource "aws_lb_listener" "tls" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/a/b"
  mutual_authentication {
    mode            = "verify"
    trust_store_arn = aws_lb_trust_store.clients.arn
  }
}
`,
    sees: [{ address: 'aws_lb_trust_store.clients', usd: 3.65, status: 'priced' }],
  },
]
