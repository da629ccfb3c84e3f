// https://aws.amazon.com/vpn/pricing/
import { fact, isUnwritten, monthOf, numberFact, product, usage } from '../../../core/estimate/resource-line.ts'
import { fixed, type Item, serviceLine, tierLines } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, mapKnown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { flagFact, onlyIf } from '../block-facts.ts'
import { internetTiers } from './data-transfer.ts'
import { ipv4Lines } from './public-ipv4.ts'
import { attachmentLine, gatewayDataLine } from './transit-gateway.ts'

const item = (name: string): Item => ({ service: 'vpn', item: name })

/**
 * Each of the two tunnels has an address of AWS, public unless the connection runs over Direct Connect. It is billed like any other
 * that AWS gives: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpamDiscoveredPublicAddress.html
 */
function publicAddresses(block: Block): Known<Fact> {
  const outside = block.fact('outside_ip_address_type')
  const isPrivate = !isUnwritten(block.fact('transport_transit_gateway_attachment_id'))
  if (isUnwritten(outside)) return known<Fact>(isPrivate ? 0 : 2, block.location)
  return mapKnown(outside, (type): Fact => (type === 'PublicIpv4' ? 2 : 0))
}

function connectionLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const kind = valueOf(fact(resource, 'attachedTo'))
  const isOpen = kind === undefined
  const attached = isOpen ? undefined : kind === 'transit gateway'
  const isLarge = valueOf(fact(resource, 'bandwidth')) === 'large'
  const isFaster = fact(resource, 'accelerated')
  const faster = isFaster.is === 'unknown' ? undefined : valueOf(isFaster) === true
  return [
    serviceLine(
      resource,
      prices,
      'VPN connection',
      'hour',
      monthOf(resource),
      item(isLarge ? 'site-to-site connection, large' : 'site-to-site connection'),
    ),
    ...onlyIf(attached, attachmentLine(resource, prices, 'VPN attachment')),
    ...onlyIf(
      faster,
      serviceLine(resource, prices, 'Acceleration', 'hour', monthOf(resource), item('accelerated connection')),
    ),
    ...ipv4Lines(resource, prices, numberFact(resource, 'publicAddresses')),
    ...(attached === true ? [gatewayDataLine(resource, prices)] : []),
    ...tierLines(resource, prices, 'Data out to the internet', 'GB', usage(resource, 'outboundGB'), internetTiers),
  ]
}

const connection = defineResource({
  id: 'aws/vpn-connection',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/vpn/pricing/',
  shape: {
    attachedTo: 'virtual private gateway or transit gateway',
    accelerated: 'whether it runs over Global Accelerator',
    bandwidth: 'standard or large (5 Gbps)',
    publicAddresses: 'public IPv4 addresses of its tunnels',
  },
  usage: {
    outboundGB: 'GB out of AWS through it in a month',
    processedGB: 'GB sent into the transit gateway in a month, where it is attached to one',
  },
  lines: connectionLines,
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpn_connection
    terraform: {
      aws_vpn_connection: {
        facts: {
          attachedTo: (block) => {
            const gateways = ['transit_gateway_id', 'transport_transit_gateway_attachment_id', 'vpn_concentrator_id']
            const isTransit = gateways.some((path) => !isUnwritten(block.fact(path)))
            return known<Fact>(isTransit ? 'transit gateway' : 'virtual private gateway', block.location)
          },
          accelerated: flagFact('enable_acceleration', false),
          bandwidth: ['tunnel_bandwidth', 'standard'],
          publicAddresses,
        },
      },
    },
  },
  label: () => 'VPN connection',
})

const clientAssociation = defineResource({
  id: 'aws/client-vpn-association',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/vpn/pricing/',
  shape: {},
  lines: (resource, prices) => [
    serviceLine(
      resource,
      prices,
      'Endpoint association',
      'hour',
      monthOf(resource),
      item('client endpoint association'),
    ),
  ],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_client_vpn_network_association
  from: { terraform: { aws_ec2_client_vpn_network_association: { facts: {} } } },
  label: () => 'client VPN association',
})

/** Its hours are those of its associations; clients that are connected are billed by the hour. */
const clientEndpoint = defineResource({
  id: 'aws/client-vpn-endpoint',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/vpn/pricing/',
  shape: {},
  usage: { clients: 'clients connected, mean of the month' },
  lines: (resource, prices) => [
    serviceLine(
      resource,
      prices,
      'Client connections',
      'hour',
      product(usage(resource, 'clients'), fixed(resource, 730)),
      item('client connection'),
    ),
  ],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_client_vpn_endpoint
  from: { terraform: { aws_ec2_client_vpn_endpoint: { facts: {} } } },
  label: () => 'client VPN endpoint',
})

export const resources = [connection, clientAssociation, clientEndpoint]

export const examples: readonly ResourceExample[] = [
  {
    name: 'to a virtual private gateway, with two tunnels: 730 h × ($0.05 + 2 × $0.005); to a transit gateway its attachment too: 730 h × ($0.05 + $0.05 + 2 × $0.005); over Direct Connect no address is public: 730 h × ($0.05 + $0.05)',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_vpn_connection" "vpc" {
  vpn_gateway_id      = aws_vpn_gateway.a.id
  customer_gateway_id = aws_customer_gateway.a.id
  type                = "ipsec.1"
}

resource "aws_vpn_connection" "hub" {
  transit_gateway_id  = aws_ec2_transit_gateway.hub.id
  customer_gateway_id = aws_customer_gateway.a.id
  type                = "ipsec.1"
}

resource "aws_vpn_connection" "private" {
  transit_gateway_id                      = aws_ec2_transit_gateway.hub.id
  customer_gateway_id                     = aws_customer_gateway.a.id
  type                                    = "ipsec.1"
  outside_ip_address_type                 = "PrivateIpv4"
  transport_transit_gateway_attachment_id = data.aws_ec2_transit_gateway_dx_gateway_attachment.a.id
}
`,
    sees: [
      {
        address: 'aws_vpn_connection.vpc',
        usd: 43.8,
        status: 'partial',
        lines: ['VPN connection', 'Public IPv4 addresses', 'Data out to the internet'],
      },
      {
        address: 'aws_vpn_connection.hub',
        usd: 80.3,
        status: 'partial',
        lines: [
          'VPN connection',
          'Transit gateway attachment',
          'Public IPv4 addresses',
          'Data sent to the transit gateway',
          'Data out to the internet',
        ],
      },
      { address: 'aws_vpn_connection.private', usd: 73, status: 'partial' },
    ],
  },
  {
    name: 'use told: 730 h × ($0.05 + 2 × $0.005) + 12,000 GB out, 10,240 × $0.09 + 1,760 × $0.085',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_vpn_connection" "vpc" {
  vpn_gateway_id      = aws_vpn_gateway.a.id
  customer_gateway_id = aws_customer_gateway.a.id
  type                = "ipsec.1"
}
`,
    usage: { aws_vpn_connection: { outboundGB: 12_000 } },
    sees: [{ address: 'aws_vpn_connection.vpc', usd: 1115, status: 'priced' }],
  },
  {
    name: 'two subnets of a client VPN, 10 clients on average: 2 × 730 h × $0.10, 10 × 730 h × $0.05',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ec2_client_vpn_endpoint" "people" {
  server_certificate_arn = aws_acm_certificate.a.arn
  client_cidr_block      = "10.0.0.0/22"
}

resource "aws_ec2_client_vpn_network_association" "zone" {
  count                  = 2
  client_vpn_endpoint_id = aws_ec2_client_vpn_endpoint.people.id
  subnet_id              = aws_subnet.a[count.index].id
}
`,
    usage: { aws_ec2_client_vpn_endpoint: { clients: 10 } },
    sees: [
      { address: 'aws_ec2_client_vpn_endpoint.people', usd: 365, status: 'priced' },
      { address: 'aws_ec2_client_vpn_network_association.zone', usd: 146, status: 'priced' },
    ],
  },
]
