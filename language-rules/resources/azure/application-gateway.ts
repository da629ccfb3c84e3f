// https://azure.microsoft.com/pricing/details/application-gateway/
import { fact, isUnwritten, monthOf, numberFact, product, usage } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { mapKnown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Resource } from '../../../core/types.ts'
import { itemLines } from './item-lines.ts'

/** Names of the second generation, as the price list has them. */
const items: Readonly<Record<string, string>> = { Standard_v2: 'standard v2', WAF_v2: 'WAF v2', Basic: 'basic' }

/** https://learn.microsoft.com/azure/application-gateway/application-gateway-autoscaling-zone-redundant: what an instance keeps ready. */
const unitsOfInstance = 10

/** As many as are kept ready, or as many as are used where that is more. */
function units(resource: Resource): Known<number> {
  const kept = mapKnown(numberFact(resource, 'instances'), (count) => count * unitsOfInstance)
  const used = resource.usage?.capacityUnits
  const least = valueOf(kept)
  if (used === undefined) return least === 0 ? usage(resource, 'capacityUnits') : kept
  return least === undefined ? used : mapKnown(used, (count) => Math.max(count, least))
}

const instancesOf = (block: Block): Known<Fact> => {
  const least = block.fact('autoscale_configuration.min_capacity')
  return isUnwritten(least) ? block.fact('sku.capacity') : least
}

export const resources = [
  defineResource({
    id: 'azure/application-gateway',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/application-gateway/',
    shape: {
      tier: 'Standard_v2, WAF_v2; Standard and WAF of the first generation',
      size: 'size of an instance of the first generation, WAF_Medium',
      instances: 'instances it keeps',
    },
    usage: {
      capacityUnits: 'capacity units it uses, mean of the month; at least ten for each instance it keeps are billed',
      processedGB: 'GB through one of the first generation in a month',
    },
    lines(resource, prices) {
      const tier = fact(resource, 'tier')
      const name = String(valueOf(tier) ?? '')
      const { hours, item, used } = itemLines(resource, prices, 'application-gateway')
      if (/^(?:Standard|WAF)$/.test(name)) {
        const size = { by: [fact(resource, 'size')], item: (of: string | undefined) => of?.replace('_', ' ') }
        return [
          hours('Gateway', size, numberFact(resource, 'instances')),
          used('Data processed', 'GB', 'data', 'processedGB'),
        ]
      }
      const of = (prefix: string) => ({
        by: [tier],
        item: (kind: string | undefined) => items[kind!] && `${prefix}${items[kind!]}`,
      })
      return [
        hours('Gateway', of('')),
        item('Capacity units', 'CU-hour', product(units(resource), monthOf(resource)), of('capacity unit ')),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/application_gateway
      terraform: {
        azurerm_application_gateway: { facts: { tier: 'sku.tier', size: 'sku.name', instances: instancesOf } },
      },
    },
    label: (resource) => `Application Gateway ${valueOf(fact(resource, 'tier')) ?? ''}`.trim(),
  }),
]

const gateway = (tier: string, rest: string) => `resource "azurerm_application_gateway" "main" {
  location = "East US"
  sku {
    name = "${tier}"
    tier = "${tier}"
${rest}}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'two instances: 730 h × $0.20 + 730 h × 20 capacity units × $0.008',
    terraform: gateway('Standard_v2', '    capacity = 2\n  }\n'),
    sees: [
      {
        address: 'azurerm_application_gateway.main',
        usd: 262.8,
        status: 'priced',
        lines: ['Gateway', 'Capacity units'],
      },
    ],
  },
  {
    name: 'autoscaled from none: 730 h × $0.20, its units are use; 15 of them told 730 h × 15 × $0.008',
    terraform: `${gateway('Standard_v2', '  }\n  autoscale_configuration {\n    min_capacity = 0\n    max_capacity = 10\n  }\n')}
${gateway('Standard_v2', '  }\n  autoscale_configuration {\n    min_capacity = 0\n    max_capacity = 10\n  }\n').replace('"main" {', '"told" {')}`,
    usage: { 'azurerm_application_gateway.told': { capacityUnits: 15 } },
    sees: [
      {
        address: 'azurerm_application_gateway.main',
        usd: 146,
        status: 'partial',
        unknown: ['Capacity units: usage'],
      },
      { address: 'azurerm_application_gateway.told', usd: 233.6, status: 'priced' },
    ],
  },
  {
    name: 'with a firewall, one instance: 730 h × $0.36 + 730 h × 10 × $0.0144; 40 units used, 730 h × 40 × $0.0144',
    terraform: `${gateway('WAF_v2', '    capacity = 1\n  }\n')}
${gateway('WAF_v2', '    capacity = 1\n  }\n').replace('"main" {', '"busy" {')}`,
    usage: { 'azurerm_application_gateway.busy': { capacityUnits: 40 } },
    sees: [
      { address: 'azurerm_application_gateway.main', usd: 367.92, status: 'priced' },
      { address: 'azurerm_application_gateway.busy', usd: 683.28, status: 'priced' },
    ],
  },
  {
    name: 'the first generation has no row, and never $0',
    terraform: gateway('WAF', '    capacity = 1\n  }\n').replace('name = "WAF"', 'name = "WAF_Medium"'),
    sees: [{ address: 'azurerm_application_gateway.main', usd: null, status: 'unknown' }],
  },
]
