// https://azure.microsoft.com/pricing/details/expressroute/: by bandwidth, tier, billing and the zone of the peering location.
import { fact } from '../../../core/estimate/resource-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { itemLines } from './item-lines.ts'

const docs = 'https://azure.microsoft.com/pricing/details/expressroute/'

export const resources = [
  defineResource({
    id: 'azure/express-route-circuit',
    cloud: 'azure',
    docs,
    shape: { tier: 'Local, Standard or Premium', family: 'MeteredData or UnlimitedData', mbps: 'bandwidth, Mbit/s' },
    usage: { outboundGB: 'GB sent through it in a month' },
    lines(resource, prices) {
      const { months, used } = itemLines(resource, prices, 'expressroute')
      const circuit = months('Circuit', {
        by: [fact(resource, 'tier'), fact(resource, 'family'), fact(resource, 'mbps')],
        item: (tier, family, mbps) => `${tier} ${family} ${mbps} Mbps`.toLowerCase(),
      })
      const isMetered = fact(resource, 'family')
      return 'value' in isMetered && isMetered.value === 'UnlimitedData'
        ? [circuit]
        : [circuit, used('Outbound data', 'GB', 'outbound data', 'outboundGB')]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/express_route_circuit
      terraform: {
        azurerm_express_route_circuit: {
          facts: { tier: 'sku.tier', family: 'sku.family', mbps: 'bandwidth_in_mbps' },
        },
      },
    },
    label: () => 'ExpressRoute circuit',
  }),
  defineResource({
    id: 'azure/express-route-port',
    cloud: 'azure',
    docs,
    shape: { gbps: 'bandwidth, Gbit/s' },
    lines: (resource, prices) => [
      itemLines(resource, prices, 'expressroute').months('Port pair', {
        by: [fact(resource, 'gbps')],
        item: (gbps) => `direct ${gbps} Gbps`,
      }),
    ],
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/express_route_port
    from: { terraform: { azurerm_express_route_port: { facts: { gbps: 'bandwidth_in_gbps' } } } },
    label: () => 'ExpressRoute Direct',
  }),
]

/** Peerings and permissions of a circuit. */
export const free: readonly string[] = [
  'azurerm_express_route_circuit_authorization',
  'azurerm_express_route_circuit_connection',
  'azurerm_express_route_circuit_peering',
  'azurerm_express_route_port_authorization',
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'what the book has no row for is said to have no price, and never $0',
    terraform: `resource "azurerm_express_route_circuit" "main" {
  location          = "West Europe"
  bandwidth_in_mbps = 50
  sku {
    tier   = "Standard"
    family = "UnlimitedData"
  }
}

resource "azurerm_express_route_port" "direct" {
  location          = "West Europe"
  bandwidth_in_gbps = 10
}
`,
    sees: [
      { address: 'azurerm_express_route_circuit.main', usd: null, status: 'unknown', unknown: ['Circuit: no-price'] },
      { address: 'azurerm_express_route_port.direct', usd: null, status: 'unknown', unknown: ['Port pair: no-price'] },
    ],
  },
]
