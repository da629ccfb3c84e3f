// https://aws.amazon.com/vpc/lattice/pricing/
// A service network and what is associated with it cost nothing by themselves.
import { monthOf } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { type Used, usageOf, usedLines } from '../used.ts'

const parts: readonly Used[] = [
  {
    label: 'Data processed',
    unit: 'GB',
    name: 'processedGB',
    meaning: 'GB through it in a month',
    price: { service: 'vpc-lattice', item: 'data processed' },
  },
  {
    label: 'Requests',
    unit: 'request',
    name: 'requests',
    meaning: 'HTTP requests in a month beyond the 300,000 of each hour that are free',
    price: { service: 'vpc-lattice', item: 'requests' },
  },
]

const lattice = defineResource({
  id: 'aws/vpc-lattice-service',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/vpc/lattice/pricing/',
  shape: {},
  usage: usageOf(parts),
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Service', 'hour', monthOf(resource), { service: 'vpc-lattice', item: 'service' }),
    ...usedLines(resource, prices, parts),
  ],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpclattice_service
  from: { terraform: { aws_vpclattice_service: { facts: {} } } },
  label: () => 'lattice service',
})

export const resources = [lattice]

export const examples: readonly ResourceExample[] = [
  {
    name: '730 h × $0.025, what goes through not told',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_vpclattice_service" "api" {
  name = "api"
}
`,
    sees: [
      {
        address: 'aws_vpclattice_service.api',
        usd: 18.25,
        status: 'partial',
        lines: ['Service', 'Data processed', 'Requests'],
      },
    ],
  },
]
