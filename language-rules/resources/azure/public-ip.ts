// https://azure.microsoft.com/pricing/details/ip-addresses/
import { fact } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { isNamedElsewhere } from '../block-facts.ts'
import { itemLines } from './item-lines.ts'

const docs = 'https://azure.microsoft.com/pricing/details/ip-addresses/'

/** By SKU, tier and how it is given out: `basic dynamic`, `standard static global tier`. One that changes is never standard. */
const itemOf = (sku: string, tier: string, allocation: string) => {
  const kind = /^standard/i.test(sku) && !/^dynamic$/i.test(allocation) ? 'standard' : 'basic'
  return `${kind} ${allocation.toLowerCase()}${kind === 'standard' && tier === 'Global' ? ' global tier' : ''}`
}

export const resources = [
  defineResource({
    id: 'azure/public-ip',
    cloud: 'azure',
    docs,
    shape: {
      sku: 'Basic, Standard or StandardV2',
      tier: 'Regional or Global',
      allocation: 'Static or Dynamic',
      isNamed: 'whether anything else of its module has its name',
    },
    lines: (resource, prices) => [
      itemLines(resource, prices, 'public-ip').hours('IP address', {
        by: [fact(resource, 'sku'), fact(resource, 'tier'), fact(resource, 'allocation')],
        item: (sku, tier, allocation) => itemOf(sku!, tier!, allocation!),
      }),
    ],
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/public_ip
      terraform: {
        azurerm_public_ip: {
          facts: {
            sku: ['sku', 'Standard'],
            tier: ['sku_tier', 'Regional'],
            allocation: 'allocation_method',
            isNamed: isNamedElsewhere,
          },
        },
      },
    },
    label: (resource) => `Public IP, ${String(valueOf(fact(resource, 'sku')) ?? 'standard').toLowerCase()}`,
  }),
  defineResource({
    id: 'azure/public-ip-prefix',
    cloud: 'azure',
    docs,
    shape: {},
    lines: (resource, prices) => [itemLines(resource, prices, 'public-ip').hours('IP prefix', 'prefix')],
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/public_ip_prefix
    from: { terraform: { azurerm_public_ip_prefix: { facts: {} } } },
    label: () => 'Public IP prefix',
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a standard address: 730 h × $0.005; one of the global tier 730 h × $0.01; a prefix 730 h × $0.006',
    terraform: `resource "azurerm_public_ip" "one" {
  location          = "East US"
  allocation_method = "Static"
}

resource "azurerm_public_ip" "global" {
  location          = "East US"
  allocation_method = "Static"
  sku               = "Standard"
  sku_tier          = "Global"
}

resource "azurerm_public_ip_prefix" "many" {
  location      = "East US"
  prefix_length = 30
}
`,
    sees: [
      { address: 'azurerm_public_ip.one', usd: 3.65, status: 'priced', assumed: ['sku', 'tier'] },
      { address: 'azurerm_public_ip.global', usd: 7.3, status: 'priced' },
      { address: 'azurerm_public_ip_prefix.many', usd: 4.38, status: 'priced' },
    ],
  },
  {
    name: 'a basic one that changes: 730 h × $0.004, and only a basic one can; one that stays: 730 h × $0.0036',
    terraform: `resource "azurerm_public_ip" "basic" {
  location          = "East US"
  allocation_method = "Dynamic"
  sku               = "Basic"
}

resource "azurerm_public_ip" "fixed" {
  location          = "East US"
  allocation_method = "Static"
  sku               = "Basic"
}

resource "azurerm_public_ip" "unwritten" {
  location          = "East US"
  allocation_method = "Dynamic"
}
`,
    sees: [
      { address: 'azurerm_public_ip.basic', usd: 2.92, status: 'priced' },
      { address: 'azurerm_public_ip.fixed', usd: 2.63, status: 'priced' },
      { address: 'azurerm_public_ip.unwritten', usd: 2.92, status: 'priced', assumed: ['sku', 'tier'] },
    ],
  },
]
