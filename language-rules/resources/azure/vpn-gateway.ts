// https://azure.microsoft.com/pricing/details/vpn-gateway/ and …/expressroute/
import { fact } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { isValue } from '../block-facts.ts'
import { itemLines } from './item-lines.ts'
import { regionOf } from './regions.ts'

export const resources = [
  defineResource({
    id: 'azure/virtual-network-gateway',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/vpn-gateway/',
    shape: { sku: 'VpnGw1AZ, ErGw1AZ', kind: 'Vpn or ExpressRoute' },
    usage: {
      outboundGB: 'GB sent to other virtual networks in a month',
      tunnels: 'point-to-site tunnels at a time, beside the first 128',
    },
    lines(resource, prices) {
      const isVpn = isValue(fact(resource, 'kind'), 'Vpn')
      const { hours, used, told } = itemLines(resource, prices, isVpn ? 'vpn-gateway' : 'expressroute-gateway')
      const gateway = hours('Gateway', { by: [fact(resource, 'sku')], item: (sku) => sku })
      if (!isVpn) return [gateway]
      return [
        gateway,
        ...told('Point-to-site tunnels over 128', 'tunnel-month', 'P2S tunnel over 128', 'tunnels'),
        used('Data to other virtual networks', 'GB', 'data transfer', 'outboundGB'),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/virtual_network_gateway
      terraform: { azurerm_virtual_network_gateway: { facts: { sku: 'sku', kind: 'type' } } },
    },
    label: (resource) => `${valueOf(fact(resource, 'kind')) === 'Vpn' ? 'VPN' : 'ExpressRoute'} gateway`,
  }),
  defineResource({
    id: 'azure/virtual-network-gateway-connection',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/vpn-gateway/',
    shape: { kind: 'IPsec, Vnet2Vnet or ExpressRoute', gateway: 'SKU of its gateway' },
    // Ten tunnels come with a gateway, and what goes through an ExpressRoute is billed with its circuit.
    usage: { hours: 'hours in a month of this connection, if it is not one of the ten that come with the gateway' },
    lines: (resource, prices) => [
      ...(isValue(fact(resource, 'kind'), 'ExpressRoute')
        ? []
        : [itemLines(resource, prices, 'vpn-gateway').used('Connection', 'hour', 'S2S tunnel', 'hours')]),
    ],
    from: {
      terraform: {
        azurerm_virtual_network_gateway_connection: {
          facts: {
            kind: 'type',
            gateway: (block) => block.target('virtual_network_gateway_id')?.fact('sku') ?? block.fact('sku'),
          },
          region: regionOf('virtual_network_gateway_id'),
        },
      },
    },
    label: () => 'Gateway connection',
  }),
]

/** What is on the other side, and rules. */
export const free: readonly string[] = ['azurerm_local_network_gateway', 'azurerm_virtual_network_gateway_nat_rule']

const gateway = (name: string, sku: string, type = 'Vpn') => `resource "azurerm_virtual_network_gateway" "${name}" {
  location = "East US"
  type     = "${type}"
  sku      = "${sku}"
}
`

export const examples: readonly ResourceExample[] = [
  {
    name: '730 h × $0.19 for a VpnGw1; told 500 GB to other networks × $0.035 and 10 tunnels over 128 × $7.30',
    terraform: `${gateway('main', 'VpnGw1')}
${gateway('told', 'VpnGw1')}`,
    usage: { 'azurerm_virtual_network_gateway.told': { outboundGB: 500, tunnels: 10 } },
    sees: [
      {
        address: 'azurerm_virtual_network_gateway.main',
        usd: 138.7,
        status: 'partial',
        unknown: ['Data to other virtual networks: usage'],
      },
      { address: 'azurerm_virtual_network_gateway.told', usd: 229.2, status: 'priced' },
    ],
  },
  {
    name: 'a gateway for ExpressRoute 730 h × $0.361; whether a connection is one of the ten included is use: 730 h × $0.015',
    terraform: `${gateway('circuit', 'ErGw1AZ', 'ExpressRoute')}
${gateway('main', 'VpnGw2')}
resource "azurerm_virtual_network_gateway_connection" "office" {
  location                   = "East US"
  type                       = "IPsec"
  virtual_network_gateway_id = azurerm_virtual_network_gateway.main.id
}

resource "azurerm_virtual_network_gateway_connection" "eleventh" {
  location                   = "East US"
  type                       = "IPsec"
  virtual_network_gateway_id = azurerm_virtual_network_gateway.main.id
}
`,
    usage: { 'azurerm_virtual_network_gateway_connection.eleventh': { hours: 730 } },
    sees: [
      {
        address: 'azurerm_virtual_network_gateway.circuit',
        usd: 263.53,
        status: 'priced',
      },
      { address: 'azurerm_virtual_network_gateway.main', usd: 357.7, status: 'partial' },
      {
        address: 'azurerm_virtual_network_gateway_connection.office',
        usd: null,
        status: 'partial',
        unknown: ['Connection: usage'],
      },
      { address: 'azurerm_virtual_network_gateway_connection.eleventh', usd: 10.95, status: 'priced' },
    ],
  },
]
