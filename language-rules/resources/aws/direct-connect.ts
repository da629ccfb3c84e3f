// https://aws.amazon.com/directconnect/pricing/
import { fact, isUnwritten, line, monthOf, priceFor, product, usage } from '../../../core/estimate/resource-line.ts'
import { fixed } from '../../../core/estimate/service-line.ts'
import { known, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { attachmentLine, gatewayDataLine } from './transit-gateway.ts'

const service = 'direct-connect'
const docs = 'https://aws.amazon.com/directconnect/pricing/'

/** `10Gbps` → `10 Gbps`. */
const spaced = (bandwidth: string) => bandwidth.replace(/(\d)(?=[MG]bps)/, '$1 ')

const portLine = (resource: Resource, prices: PriceBook, kind: string, ports: Known<number>): Line =>
  line(
    'Port',
    'hour',
    product(monthOf(resource), ports),
    priceFor(resource, [fact(resource, 'bandwidth')], (region, bandwidth) =>
      prices.service('aws', service, `port ${spaced(bandwidth)} ${kind}`, region),
    ),
  )

/** Data into AWS is free; the price of data out goes by where the connection stands. */
const dataOut = (resource: Resource, prices: PriceBook): Line =>
  line(
    'Data out',
    'GB',
    usage(resource, 'outboundGB'),
    priceFor(resource, [fact(resource, 'location')], (region, location) =>
      prices.service('aws', service, `out to ${location}`, region),
    ),
  )

const outboundGB = 'GB out of AWS through it in a month'

const connection = defineResource({
  id: 'aws/direct-connect',
  cloud: 'aws',
  docs,
  shape: { bandwidth: 'of the port: 1Gbps, 10Gbps', location: 'where it stands: EqDC2' },
  usage: { outboundGB },
  lines: (resource, prices) => [portLine(resource, prices, 'dedicated', fixed(resource, 1)), dataOut(resource, prices)],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dx_connection
  from: { terraform: { aws_dx_connection: { facts: { bandwidth: 'bandwidth', location: 'location' } } } },
  label: ({ shape }) => `Direct Connect ${(shape.bandwidth && valueOf(shape.bandwidth)) ?? ''}`.trim(),
})

/** A share of a partner's port; the partner orders it, and the owner of the account that takes it is billed. */
const hosted = defineResource({
  id: 'aws/direct-connect-hosted',
  cloud: 'aws',
  docs,
  shape: { bandwidth: 'of the share: 50Mbps … 25Gbps' },
  lines: (resource, prices) => [portLine(resource, prices, 'hosted', fixed(resource, 1))],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dx_hosted_connection
  from: { terraform: { aws_dx_hosted_connection: { facts: { bandwidth: 'bandwidth' } } } },
  label: () => 'hosted Direct Connect',
})

/** To a transit gateway it is one of its attachments; to a virtual private gateway it costs nothing. */
const association = defineResource({
  id: 'aws/direct-connect-association',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/transit-gateway/pricing/',
  shape: { attachedTo: 'transit gateway, virtual private gateway or core network' },
  usage: { processedGB: 'GB sent into the transit gateway in a month' },
  lines: (resource, prices) => {
    const to = fact(resource, 'attachedTo')
    if (valueOf(to) === 'virtual private gateway') return []
    const made = [attachmentLine(resource, prices, 'Direct Connect attachment'), gatewayDataLine(resource, prices)]
    if (to.is !== 'unknown') return made
    return made.map((each) => ({ ...each, quantity: undefined, usd: undefined, why: each.why ?? to.why }))
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dx_gateway_association
    terraform: {
      aws_dx_gateway_association: {
        facts: {
          attachedTo: (block) => {
            const at = block.location
            const path = ['associated_gateway_id', 'proposal_id'].find((each) => !isUnwritten(block.fact(each)))
            const written = path === undefined ? undefined : valueOf(block.fact(path))
            const isTransit =
              String(written).startsWith('tgw-') || block.target('associated_gateway_id', 'aws_ec2_transit_gateway')
            if (isTransit) return known<Fact>('transit gateway', at)
            const isPrivate =
              String(written).startsWith('vgw-') || block.target('associated_gateway_id', 'aws_vpn_gateway')
            if (isPrivate) return known<Fact>('virtual private gateway', at)
            return unknown('dynamic')
          },
        },
      },
    },
  },
  label: () => 'Direct Connect gateway association',
})

export const resources = [connection, hosted, association]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a port of 1 Gbps: 730 h × $0.30, what goes out by where it stands; a share without a row has no price',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_dx_connection" "office" {
  name      = "office"
  bandwidth = "1Gbps"
  location  = "EqDC2"
}

resource "aws_dx_hosted_connection" "share" {
  connection_id    = "dxcon-ffabc123"
  bandwidth        = "7Mbps"
  name             = "share"
  owner_account_id = "123456789012"
  vlan             = 1
}
`,
    usage: { aws_dx_connection: { outboundGB: 1000 } },
    sees: [
      { address: 'aws_dx_connection.office', usd: 239, status: 'priced', lines: ['Port', 'Data out'] },
      { address: 'aws_dx_hosted_connection.share', usd: null, status: 'unknown', unknown: ['Port: no-price'] },
    ],
  },
  {
    name: 'a transit gateway joined to it: 730 h × $0.05; a virtual private gateway costs nothing',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ec2_transit_gateway" "hub" {}

resource "aws_vpn_gateway" "a" {}

resource "aws_dx_gateway_association" "hub" {
  dx_gateway_id         = aws_dx_gateway.a.id
  associated_gateway_id = aws_ec2_transit_gateway.hub.id
}

resource "aws_dx_gateway_association" "vpc" {
  dx_gateway_id         = aws_dx_gateway.a.id
  associated_gateway_id = aws_vpn_gateway.a.id
}

resource "aws_dx_gateway_association" "open" {
  dx_gateway_id         = aws_dx_gateway.a.id
  associated_gateway_id = var.gateway
}
`,
    sees: [
      { address: 'aws_dx_gateway_association.hub', usd: 36.5, status: 'partial' },
      { address: 'aws_dx_gateway_association.vpc', usd: null, status: 'free' },
      {
        address: 'aws_dx_gateway_association.open',
        usd: null,
        status: 'partial',
        unknown: ['Transit gateway attachment: dynamic', 'Data sent to the transit gateway: usage'],
      },
    ],
  },
]
