// https://docs.aws.amazon.com/whitepapers/latest/building-scalable-secure-multi-vpc-network-infrastructure/vpc-peering.html:
// free within an availability zone; between zones and between regions what goes through is billed as data transfer.
import { fact } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { factOf } from '../block-facts.ts'
import { type Used, unpriced, usageOf, usedLines } from '../used.ts'

const transferred = (item: string): readonly Used[] => [
  {
    label: 'Data transferred',
    unit: 'GB',
    name: 'transferredGB',
    meaning: 'GB sent and received through it in a month, what stays in one availability zone left out',
    price: { service: 'data-transfer', item },
  },
]

const between = { zones: transferred('cross-AZ each direction'), regions: transferred('to other regions') }

const peering = defineResource({
  id: 'aws/vpc-peering',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer',
  shape: { isElsewhere: 'whether the other VPC is in another region' },
  usage: usageOf(between.zones),
  lines: (resource, prices) => {
    const isElsewhere = fact(resource, 'isElsewhere')
    if (isElsewhere.is === 'unknown') return unpriced(usedLines(resource, prices, between.zones), isElsewhere.why)
    return usedLines(resource, prices, valueOf(isElsewhere) === true ? between.regions : between.zones)
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_peering_connection
    terraform: {
      aws_vpc_peering_connection: {
        facts: {
          isElsewhere: (block) => factOf('peer_region', false, (region) => region !== valueOf(block.region))(block),
        },
      },
    },
  },
  label: () => 'VPC peering',
})

export const resources = [peering]

/** What is sent through is billed by the connection. */
export const free: readonly string[] = ['aws_vpc_peering_connection_accepter', 'aws_vpc_peering_connection_options']

export const examples: readonly ResourceExample[] = [
  {
    name: 'between zones 1,000 GB × $0.01, between regions × $0.02; a region nobody knows has no price',
    terraform: `provider "aws" {
  region = "us-east-1"
}

variable "region" {}

resource "aws_vpc_peering_connection" "near" {
  vpc_id      = "vpc-1"
  peer_vpc_id = "vpc-2"
}

resource "aws_vpc_peering_connection" "far" {
  vpc_id      = "vpc-1"
  peer_vpc_id = "vpc-3"
  peer_region = "eu-west-1"
}

resource "aws_vpc_peering_connection" "open" {
  vpc_id      = "vpc-1"
  peer_vpc_id = "vpc-4"
  peer_region = var.region
}
`,
    usage: { aws_vpc_peering_connection: { transferredGB: 1000 } },
    sees: [
      { address: 'aws_vpc_peering_connection.near', usd: 10, status: 'priced' },
      { address: 'aws_vpc_peering_connection.far', usd: 20, status: 'priced' },
      { address: 'aws_vpc_peering_connection.open', usd: null, status: 'unknown' },
    ],
  },
]
