// https://aws.amazon.com/global-accelerator/pricing/
// An accelerator is billed whether it is enabled or not. Its data premium goes by the pair of region and edge, in the direction that
// has more of it.
import { isUnwritten, monthOf, usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import { known, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Known } from '../../../core/types.ts'
import { everywhere } from '../block-facts.ts'

const service = 'global-accelerator'
const docs = 'https://aws.amazon.com/global-accelerator/pricing/'

const accelerator = defineResource({
  id: 'aws/global-accelerator',
  cloud: 'aws',
  docs,
  shape: {},
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Accelerator', 'hour', monthOf(resource), { service, item: 'accelerator' }),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/globalaccelerator_accelerator
    terraform: {
      aws_globalaccelerator_accelerator: { facts: {}, region: everywhere },
      aws_globalaccelerator_custom_routing_accelerator: { facts: {}, region: everywhere },
    },
  },
  label: () => 'accelerator',
})

const group = defineResource({
  id: 'aws/global-accelerator-endpoints',
  cloud: 'aws',
  docs,
  shape: {},
  usage: { transferredGB: 'GB in a month in the direction that has more of it' },
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Data transfer premium', 'GB', usage(resource, 'transferredGB'), {
      service,
      item: 'data transfer premium',
    }),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/globalaccelerator_endpoint_group
    terraform: Object.fromEntries(
      ['aws_globalaccelerator_endpoint_group', 'aws_globalaccelerator_custom_routing_endpoint_group'].map((type) => [
        type,
        {
          facts: {},
          region: (block): Known<string> => {
            const written = block.fact('endpoint_group_region')
            if (isUnwritten(written)) return block.region
            const region = valueOf(written)
            return typeof region === 'string' ? known(region, block.location) : (written as Known<string>)
          },
        },
      ]),
    ),
  },
  label: () => 'accelerated endpoints',
})

export const resources = [accelerator, group]

export const examples: readonly ResourceExample[] = [
  {
    name: '730 h × $0.025 each, enabled or not, whatever the region; the premium of its endpoints is use without a row',
    terraform: `provider "aws" {
  region = "eu-west-1"
}

resource "aws_globalaccelerator_accelerator" "web" {
  name    = "web"
  enabled = false
}

resource "aws_globalaccelerator_custom_routing_accelerator" "game" {
  name = "game"
}

resource "aws_globalaccelerator_endpoint_group" "us" {
  listener_arn          = aws_globalaccelerator_listener.web.arn
  endpoint_group_region = "us-east-1"
}
`,
    sees: [
      { address: 'aws_globalaccelerator_accelerator.web', usd: 18.25, status: 'priced', lines: ['Accelerator'] },
      { address: 'aws_globalaccelerator_custom_routing_accelerator.game', usd: 18.25, status: 'priced' },
      {
        address: 'aws_globalaccelerator_endpoint_group.us',
        usd: null,
        status: 'unknown',
        unknown: ['Data transfer premium: no-price'],
      },
    ],
  },
]
