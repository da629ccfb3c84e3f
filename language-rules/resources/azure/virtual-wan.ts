// https://azure.microsoft.com/pricing/details/virtual-wan/
import { fact, numberFact } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceDefinition, type ResourceExample } from '../../../core/resource.ts'
import type { Line, Resource } from '../../../core/types.ts'
import { isValue } from '../block-facts.ts'
import { itemLines, one } from './item-lines.ts'
import { regionOf } from './regions.ts'

const docs = 'https://azure.microsoft.com/pricing/details/virtual-wan/'

const units = (resource: Resource, prices: PriceBook, label: string, item: string): Line =>
  itemLines(resource, prices, 'virtual-wan').item(label, 'unit-month', numberFact(resource, 'scaleUnits'), item)

function gateway(id: string, type: string, item: string, path: string | readonly [string, number]): ResourceDefinition {
  return defineResource({
    id: `azure/${id}`,
    cloud: 'azure',
    docs,
    shape: { scaleUnits: 'scale units' },
    lines: (resource, prices) => [units(resource, prices, 'Scale units', item)],
    from: { terraform: { [type]: { facts: { scaleUnits: path } } } },
    label: () => item.replace(' scale unit', ' gateway'),
  })
}

const connection = (id: string, type: string, item: string, path: string): ResourceDefinition =>
  defineResource({
    id: `azure/${id}`,
    cloud: 'azure',
    docs,
    shape: {},
    lines: (resource, prices) => [itemLines(resource, prices, 'virtual-wan').hours('Connection', item)],
    from: { terraform: { [type]: { facts: {}, region: regionOf(path, 'virtual_hub_id') } } },
    label: () => item,
  })

export const resources = [
  defineResource({
    id: 'azure/virtual-hub',
    cloud: 'azure',
    docs,
    shape: { sku: 'Basic, which costs nothing, or Standard' },
    usage: { processedGB: 'GB through its router in a month' },
    lines(resource, prices) {
      const { hours, used } = itemLines(resource, prices, 'virtual-wan')
      if (isValue(fact(resource, 'sku'), 'Basic')) return []
      return [hours('Hub', 'hub deployment', one(resource)), used('Data processed', 'GB', 'hub data', 'processedGB')]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/virtual_hub
      terraform: {
        azurerm_virtual_hub: {
          // The hub is of the kind its WAN is, which is standard unless something else is written.
          facts: { sku: (block) => block.target('virtual_wan_id')?.fact('type') ?? block.fact('sku') },
        },
      },
    },
    label: (resource) => `Virtual hub ${valueOf(fact(resource, 'sku')) ?? ''}`.trim(),
  }),
  // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/vpn_gateway
  gateway('vpn-gateway', 'azurerm_vpn_gateway', 'S2S scale unit', ['scale_unit', 1]),
  gateway('point-to-site-vpn-gateway', 'azurerm_point_to_site_vpn_gateway', 'P2S scale unit', 'scale_unit'),
  gateway('express-route-gateway', 'azurerm_express_route_gateway', 'ExpressRoute scale unit', 'scale_units'),
  connection('vpn-gateway-connection', 'azurerm_vpn_gateway_connection', 'S2S connection', 'vpn_gateway_id'),
  connection(
    'express-route-connection',
    'azurerm_express_route_connection',
    'ExpressRoute connection',
    'express_route_gateway_id',
  ),
]

/** Routes, sites and settings of a WAN. */
export const free: readonly string[] = [
  'azurerm_route_map',
  'azurerm_route_server_bgp_connection',
  'azurerm_virtual_hub_bgp_connection',
  'azurerm_virtual_hub_connection',
  'azurerm_virtual_hub_ip',
  'azurerm_virtual_hub_route_table',
  'azurerm_virtual_hub_route_table_route',
  'azurerm_virtual_hub_routing_intent',
  'azurerm_virtual_wan',
  'azurerm_vpn_gateway_nat_rule',
  'azurerm_vpn_server_configuration',
  'azurerm_vpn_server_configuration_policy_group',
  'azurerm_vpn_site',
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a hub in West Europe: 730 h × $0.25 + 100 GB × $0.02; of a basic WAN nothing',
    terraform: `resource "azurerm_virtual_wan" "basic" {
  location = "West Europe"
  type     = "Basic"
}

resource "azurerm_virtual_hub" "main" {
  location = "West Europe"
}

resource "azurerm_virtual_hub" "basic" {
  location       = "West Europe"
  virtual_wan_id = azurerm_virtual_wan.basic.id
}
`,
    usage: { azurerm_virtual_hub: { processedGB: 100 } },
    sees: [
      { address: 'azurerm_virtual_hub.main', usd: 184.5, status: 'priced', lines: ['Hub', 'Data processed'] },
      { address: 'azurerm_virtual_hub.basic', usd: null, status: 'free' },
    ],
  },
  {
    name: 'a gateway of two units: 2 × $263.53; its connection stands with it: 730 h × $0.05; one of users has no row',
    terraform: `resource "azurerm_vpn_gateway" "main" {
  location   = "West Europe"
  scale_unit = 2
}

resource "azurerm_vpn_gateway_connection" "office" {
  vpn_gateway_id = azurerm_vpn_gateway.main.id
}

resource "azurerm_point_to_site_vpn_gateway" "users" {
  location   = "West Europe"
  scale_unit = 1
}
`,
    sees: [
      { address: 'azurerm_vpn_gateway.main', usd: 527.06, status: 'priced' },
      { address: 'azurerm_vpn_gateway_connection.office', usd: 36.5, status: 'priced' },
      { address: 'azurerm_point_to_site_vpn_gateway.users', usd: null, status: 'unknown' },
    ],
  },
  {
    name: 'a gateway for ExpressRoute: 1 × $306.60, its connection 730 h × $0.05',
    terraform: `resource "azurerm_express_route_gateway" "main" {
  location    = "West Europe"
  scale_units = 1
}

resource "azurerm_express_route_connection" "circuit" {
  express_route_gateway_id = azurerm_express_route_gateway.main.id
}
`,
    sees: [
      { address: 'azurerm_express_route_gateway.main', usd: 306.6, status: 'priced' },
      { address: 'azurerm_express_route_connection.circuit', usd: 36.5, status: 'priced' },
    ],
  },
]
