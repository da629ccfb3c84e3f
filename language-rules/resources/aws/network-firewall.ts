// https://aws.amazon.com/network-firewall/pricing/
import { monthOf, numberFact, product, usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import { unknown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { blocksOf } from '../block-facts.ts'

const service = 'network-firewall'

const firewall = defineResource({
  id: 'aws/network-firewall',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/network-firewall/pricing/',
  shape: { endpoints: 'endpoints, one in each subnet or zone it is mapped to' },
  usage: { processedGB: 'GB through it in a month' },
  lines: (resource, prices) => [
    serviceLine(
      resource,
      prices,
      'Firewall endpoints',
      'hour',
      product(monthOf(resource), numberFact(resource, 'endpoints')),
      { service, item: 'endpoint' },
    ),
    serviceLine(resource, prices, 'Data processed', 'GB', usage(resource, 'processedGB'), {
      service,
      item: 'data processed',
    }),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/networkfirewall_firewall
    terraform: {
      aws_networkfirewall_firewall: {
        facts: {
          endpoints: (block) => {
            const subnets = blocksOf('subnet_mapping')(block)
            if (valueOf(subnets) !== 0) return subnets
            const zones = blocksOf('availability_zone_mapping')(block)
            return valueOf(zones) === 0 ? unknown('absent') : zones
          },
        },
      },
      // One more endpoint of a firewall, in a VPC of its own.
      aws_networkfirewall_vpc_endpoint_association: { facts: { endpoints: blocksOf('subnet_mapping') } },
    },
  },
  label: () => 'network firewall',
})

export const resources = [firewall]

export const examples: readonly ResourceExample[] = [
  {
    name: 'in two subnets: 2 × 730 h × $0.395; in three of a dynamic block, 3 × 730 h × $0.395',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_networkfirewall_firewall" "edge" {
  name                = "edge"
  firewall_policy_arn = aws_networkfirewall_firewall_policy.a.arn
  vpc_id              = aws_vpc.a.id
  subnet_mapping {
    subnet_id = aws_subnet.a.id
  }
  subnet_mapping {
    subnet_id = aws_subnet.b.id
  }
}

resource "aws_networkfirewall_firewall" "zones" {
  name                = "zones"
  firewall_policy_arn = aws_networkfirewall_firewall_policy.a.arn
  vpc_id              = aws_vpc.a.id
  dynamic "subnet_mapping" {
    for_each = ["a", "b", "c"]
    content {
      subnet_id = subnet_mapping.value
    }
  }
}
`,
    sees: [
      {
        address: 'aws_networkfirewall_firewall.edge',
        usd: 576.7,
        status: 'partial',
        lines: ['Firewall endpoints', 'Data processed'],
        unknown: ['Data processed: usage'],
      },
      { address: 'aws_networkfirewall_firewall.zones', usd: 865.05, status: 'partial' },
    ],
  },
  {
    name: 'one more endpoint and 1,000 GB: 730 h × $0.395 + 1,000 GB × $0.065; without a subnet it is not known',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_networkfirewall_vpc_endpoint_association" "other" {
  firewall_arn = aws_networkfirewall_firewall.a.arn
  vpc_id       = aws_vpc.b.id
  subnet_mapping {
    subnet_id = aws_subnet.b.id
  }
}

resource "aws_networkfirewall_firewall" "bare" {
  name                = "bare"
  firewall_policy_arn = aws_networkfirewall_firewall_policy.a.arn
}
`,
    usage: { 'aws_networkfirewall_vpc_endpoint_association.*': { processedGB: 1000 } },
    sees: [
      { address: 'aws_networkfirewall_vpc_endpoint_association.other', usd: 353.35, status: 'priced' },
      {
        address: 'aws_networkfirewall_firewall.bare',
        usd: null,
        status: 'partial',
        unknown: ['Firewall endpoints: absent', 'Data processed: usage'],
      },
    ],
  },
]
