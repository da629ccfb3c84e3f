// https://azure.microsoft.com/pricing/details/azure-firewall/
import { fact } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { itemLines } from './item-lines.ts'

/** In the hub of a virtual WAN it has an item of its own. */
const itemOf = (tier: string, place: string) =>
  place === 'AZFW_Hub' ? `${tier.toLowerCase()} secured hub` : tier.toLowerCase()

export const resources = [
  defineResource({
    id: 'azure/firewall',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/azure-firewall/',
    shape: { tier: 'Basic, Standard or Premium', place: 'AZFW_VNet, or AZFW_Hub in the hub of a virtual WAN' },
    usage: { processedGB: 'GB through it in a month' },
    lines(resource, prices) {
      const { hours, used } = itemLines(resource, prices, 'firewall')
      const tier = fact(resource, 'tier')
      return [
        hours('Deployment', { by: [tier, fact(resource, 'place')], item: (name, place) => itemOf(name!, place!) }),
        used('Data processed', 'GB', { by: [tier], item: (name) => `${name!.toLowerCase()} data` }, 'processedGB'),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/firewall
      terraform: {
        azurerm_firewall: { facts: { tier: ['sku_tier', 'Standard'], place: ['sku_name', 'AZFW_VNet'] } },
      },
    },
    label: (resource) => `Azure Firewall ${valueOf(fact(resource, 'tier')) ?? ''}`.trim(),
  }),
]

const firewall = (
  name: string,
  tier: string,
  sku = 'AZFW_VNet',
  region = 'East US',
) => `resource "azurerm_firewall" "${name}" {
  location = "${region}"
  sku_name = "${sku}"
  sku_tier = "${tier}"
}
`

export const examples: readonly ResourceExample[] = [
  {
    name: '730 h × $1.25 + 10,000 GB × $0.016; premium 730 h × $1.75 + as much',
    terraform: `${firewall('main', 'Standard')}
${firewall('premium', 'Premium')}`,
    usage: { azurerm_firewall: { processedGB: 10_000 } },
    sees: [
      { address: 'azurerm_firewall.main', usd: 1072.5, status: 'priced', lines: ['Deployment', 'Data processed'] },
      { address: 'azurerm_firewall.premium', usd: 1437.5, status: 'priced' },
    ],
  },
  {
    name: 'in the hub of a virtual WAN in West Europe: 730 h × $1.25; what goes through it is use',
    terraform: firewall('hub', 'Standard', 'AZFW_Hub', 'West Europe'),
    sees: [{ address: 'azurerm_firewall.hub', usd: 912.5, status: 'partial' }],
  },
]

/** Its rules and lists of addresses are billed with it. */
export const free: readonly string[] = [
  'azurerm_firewall_application_rule_collection',
  'azurerm_firewall_nat_rule_collection',
  'azurerm_firewall_network_rule_collection',
  'azurerm_firewall_policy_rule_collection_group',
  'azurerm_ip_group',
  'azurerm_ip_group_cidr',
]
