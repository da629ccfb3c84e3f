// https://aws.amazon.com/vpc/pricing/
import { fact, isUnwritten, monthOf, numberFact, product, usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import { known, unknown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact } from '../../../core/types.ts'
import { blocksOf } from '../block-facts.ts'

const service = 'nat-gateway'

const gateway = defineResource({
  id: 'aws/nat-gateway',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/vpc/pricing/',
  shape: {
    connectivity: 'public or private; both cost the same, and the address of a public one is billed as an elastic IP',
    zones: 'availability zones it stands in',
    network: 'the VPC of its subnet, by its address or id',
  },
  usage: { processedGB: 'GB through it in a month' },
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'NAT gateway', 'hour', product(monthOf(resource), numberFact(resource, 'zones')), {
      service,
      item: 'hour',
    }),
    serviceLine(resource, prices, 'Data processed', 'GB', usage(resource, 'processedGB'), {
      service,
      item: 'data processed',
    }),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/nat_gateway
    terraform: {
      aws_nat_gateway: {
        facts: {
          connectivity: ['connectivity_type', 'public'],
          network: (block) => {
            const subnet = block.target('subnet_id', 'aws_subnet')
            const made = subnet?.target('vpc_id', 'aws_vpc')?.address
            return made === undefined
              ? (subnet?.fact('vpc_id') ?? unknown('absent'))
              : known<Fact>(made, block.location)
          },
          // A regional one grows into the zones that have work for it, unless its zones are written.
          zones: (block) => {
            const mode = block.fact('availability_mode')
            if (mode.is === 'unknown' && !isUnwritten(mode)) return mode
            if (valueOf(mode) !== 'regional') return known<Fact>(1, block.location)
            const zones = blocksOf('availability_zone_address')(block)
            return 'value' in zones && zones.value === 0 ? unknown('dynamic') : zones
          },
        },
      },
    },
  },
  label: (resource) => (valueOf(fact(resource, 'connectivity')) === 'private' ? 'private NAT gateway' : 'NAT gateway'),
})

export const resources = [gateway]

export const examples: readonly ResourceExample[] = [
  {
    name: 'one in each of three zones: 3 × 730 h × $0.045',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_nat_gateway" "zone" {
  for_each      = toset(["us-east-1a", "us-east-1b", "us-east-1c"])
  allocation_id = aws_eip.nat[each.key].id
  subnet_id     = aws_subnet.public[each.key].id
}
`,
    sees: [
      {
        address: 'aws_nat_gateway.zone',
        usd: 98.55,
        status: 'partial',
        lines: ['NAT gateway', 'Data processed'],
        unknown: ['Data processed: usage'],
        assumed: ['connectivity'],
      },
    ],
  },
  {
    name: 'a private one, 1,000 GB told: 730 h × $0.045 + 1,000 GB × $0.045',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_nat_gateway" "inner" {
  connectivity_type = "private"
  subnet_id         = aws_subnet.a.id
}
`,
    usage: { aws_nat_gateway: { processedGB: 1000 } },
    sees: [{ address: 'aws_nat_gateway.inner', usd: 77.85, status: 'priced' }],
  },
  {
    name: 'a regional one: in two written zones 2 × 730 h × $0.045; else in as many as have work for it',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_nat_gateway" "written" {
  availability_mode = "regional"
  vpc_id            = aws_vpc.a.id
  availability_zone_address {
    availability_zone = "us-east-1a"
    allocation_ids    = [aws_eip.a.id]
  }
  availability_zone_address {
    availability_zone = "us-east-1b"
    allocation_ids    = [aws_eip.b.id]
  }
}

resource "aws_nat_gateway" "open" {
  availability_mode = "regional"
  vpc_id            = aws_vpc.a.id
}
`,
    sees: [
      { address: 'aws_nat_gateway.written', usd: 65.7, status: 'partial' },
      {
        address: 'aws_nat_gateway.open',
        usd: null,
        status: 'partial',
        unknown: ['NAT gateway: dynamic', 'Data processed: usage'],
      },
    ],
  },
]
