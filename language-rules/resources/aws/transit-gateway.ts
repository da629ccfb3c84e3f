// https://aws.amazon.com/transit-gateway/pricing/
// The gateway itself costs nothing: what is attached to it is billed by the hour, and each GB sent into it.
import { monthOf, usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Line, Resource } from '../../../core/types.ts'

const service = 'transit-gateway'

/** By what is attached: `attachment` is of a VPC. */
type Attached = 'attachment' | 'peering attachment' | 'VPN attachment' | 'Direct Connect attachment'

export const attachmentLine = (resource: Resource, prices: PriceBook, item: Attached): Line =>
  serviceLine(resource, prices, 'Transit gateway attachment', 'hour', monthOf(resource), { service, item })

export const gatewayDataLine = (resource: Resource, prices: PriceBook): Line =>
  serviceLine(resource, prices, 'Data sent to the transit gateway', 'GB', usage(resource, 'processedGB'), {
    service,
    item: 'data processed',
  })

const attachment = defineResource({
  id: 'aws/transit-gateway-attachment',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/transit-gateway/pricing/',
  shape: {},
  usage: { processedGB: 'GB sent into the transit gateway in a month' },
  lines: (resource, prices) => [attachmentLine(resource, prices, 'attachment'), gatewayDataLine(resource, prices)],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_transit_gateway_vpc_attachment
  from: { terraform: { aws_ec2_transit_gateway_vpc_attachment: { facts: {} } } },
  label: () => 'transit gateway attachment',
})

/** Each of the two gateways that are joined pays for its side; what crosses is processed by neither. */
const peering = defineResource({
  id: 'aws/transit-gateway-peering',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/transit-gateway/pricing/',
  shape: {},
  lines: (resource, prices) => [attachmentLine(resource, prices, 'peering attachment')],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_transit_gateway_peering_attachment
    terraform: {
      aws_ec2_transit_gateway_peering_attachment: { facts: {} },
      aws_ec2_transit_gateway_peering_attachment_accepter: { facts: {} },
    },
  },
  label: () => 'transit gateway peering',
})

export const resources = [attachment, peering]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a VPC attached: 730 h × $0.05, what goes through not told; with 500 GB × $0.02 told',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ec2_transit_gateway_vpc_attachment" "a" {
  transit_gateway_id = aws_ec2_transit_gateway.hub.id
  vpc_id             = aws_vpc.a.id
  subnet_ids         = [aws_subnet.a.id]
}

resource "aws_ec2_transit_gateway_vpc_attachment" "b" {
  transit_gateway_id = aws_ec2_transit_gateway.hub.id
  vpc_id             = aws_vpc.b.id
  subnet_ids         = [aws_subnet.b.id]
}
`,
    usage: { '*.b': { processedGB: 500 } },
    sees: [
      {
        address: 'aws_ec2_transit_gateway_vpc_attachment.a',
        usd: 36.5,
        status: 'partial',
        unknown: ['Data sent to the transit gateway: usage'],
      },
      { address: 'aws_ec2_transit_gateway_vpc_attachment.b', usd: 46.5, status: 'priced' },
    ],
  },
  {
    name: 'both sides of a peering: 730 h × $0.05 each',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ec2_transit_gateway_peering_attachment" "from" {
  peer_region             = "us-west-2"
  peer_transit_gateway_id = "tgw-0123456789abcdef0"
  transit_gateway_id      = aws_ec2_transit_gateway.hub.id
}

resource "aws_ec2_transit_gateway_peering_attachment_accepter" "to" {
  transit_gateway_attachment_id = "tgw-attach-0123456789abcdef0"
}
`,
    sees: [
      { address: 'aws_ec2_transit_gateway_peering_attachment.from', usd: 36.5, status: 'priced' },
      { address: 'aws_ec2_transit_gateway_peering_attachment_accepter.to', usd: 36.5, status: 'priced' },
    ],
  },
]
