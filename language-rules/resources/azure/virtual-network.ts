// https://azure.microsoft.com/pricing/details/virtual-network/: networks are free, what goes from one to another is not.
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { itemLines } from './item-lines.ts'
import { regionOf } from './regions.ts'

export const resources = [
  defineResource({
    id: 'azure/virtual-network-peering',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/virtual-network/',
    shape: {},
    usage: { inboundGB: 'GB into this network in a month', outboundGB: 'GB out of this network in a month' },
    lines(resource, prices) {
      const { used } = itemLines(resource, prices, 'virtual-network')
      return [
        used('Inbound data', 'GB', 'peering in', 'inboundGB'),
        used('Outbound data', 'GB', 'peering out', 'outboundGB'),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/virtual_network_peering
      terraform: {
        azurerm_virtual_network_peering: {
          facts: {},
          region: regionOf('virtual_network_name', 'remote_virtual_network_id'),
        },
      },
    },
    label: () => 'Network peering',
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'what goes through it is use, and has no row: never $0',
    terraform: `resource "azurerm_virtual_network" "a" {
  location = "East US"
}

resource "azurerm_virtual_network_peering" "to_b" {
  virtual_network_name      = azurerm_virtual_network.a.name
  remote_virtual_network_id = var.b
}
`,
    sees: [{ address: 'azurerm_virtual_network_peering.to_b', usd: null, status: 'unknown' }],
  },
]
