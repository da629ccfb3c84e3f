// https://aws.amazon.com/global-accelerator/pricing/
// An accelerator is billed whether it is enabled or not. Its data premium goes by the pair of region and edge, in the direction that
// has more of it.
import { isUnwritten, monthOf, numberFact, usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, mapKnown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Resource } from '../../../core/types.ts'
import { everywhere } from '../block-facts.ts'
import { ipv4Lines } from './public-ipv4.ts'

const service = 'global-accelerator'
const docs = 'https://aws.amazon.com/global-accelerator/pricing/'

/**
 * It has two static IPv4 addresses, billed like any other that AWS gives; those of one's own are not.
 * https://docs.aws.amazon.com/global-accelerator/latest/dg/what-is-global-accelerator.html
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpamDiscoveredPublicAddress.html
 */
function publicAddresses(block: Block): Known<Fact> {
  const own = block.list('ip_addresses')
  if (isUnwritten(own)) return known<Fact>(2, block.location)
  return mapKnown(own, (all): Fact => Math.max(0, 2 - all.length))
}

/** Accelerators of every region are kept in Oregon: https://docs.aws.amazon.com/global-accelerator/latest/api/Welcome.html */
const atHome = (resource: Resource): Resource => ({ ...resource, region: known('us-west-2', resource.location) })

const accelerator = defineResource({
  id: 'aws/global-accelerator',
  cloud: 'aws',
  docs,
  shape: { publicAddresses: 'public IPv4 addresses that AWS gives it' },
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Accelerator', 'hour', monthOf(resource), { service, item: 'accelerator' }),
    ...ipv4Lines(atHome(resource), prices, numberFact(resource, 'publicAddresses')),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/globalaccelerator_accelerator
    terraform: {
      aws_globalaccelerator_accelerator: { facts: { publicAddresses }, region: everywhere },
      aws_globalaccelerator_custom_routing_accelerator: { facts: { publicAddresses }, region: everywhere },
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
    name: '730 h × ($0.025 + 2 × $0.005) each, enabled or not, whatever the region; with addresses of one’s own 730 h × $0.025; the premium of its endpoints is use without a row',
    terraform: `provider "aws" {
  region = "eu-west-1"
}

resource "aws_globalaccelerator_accelerator" "web" {
  name    = "web"
  enabled = false
}

resource "aws_globalaccelerator_custom_routing_accelerator" "game" {
  name         = "game"
  ip_addresses = ["198.51.100.1", "198.51.100.2"]
}

resource "aws_globalaccelerator_endpoint_group" "us" {
  listener_arn          = aws_globalaccelerator_listener.web.arn
  endpoint_group_region = "us-east-1"
}
`,
    sees: [
      {
        address: 'aws_globalaccelerator_accelerator.web',
        usd: 25.55,
        status: 'priced',
        lines: ['Accelerator', 'Public IPv4 addresses'],
      },
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
