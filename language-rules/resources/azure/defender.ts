// https://azure.microsoft.com/pricing/details/defender-for-cloud/: by what a plan protects.
import { fact, usage } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { itemLines } from './item-lines.ts'
import { everywhere } from './regions.ts'

/**
 * https://learn.microsoft.com/rest/api/defenderforcloud/pricings/update: where no plan of several is named, "full plan is applied", which
 * of servers is the second. Storage, vaults and the manager had another meter before, of calls, and say which.
 */
const planOf = (protects: string | undefined, written: unknown) =>
  `${protects} ${written ?? (protects === 'VirtualMachines' ? 'P2' : '')}`.trim()

export const resources = [
  defineResource({
    id: 'azure/defender-plan',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/defender-for-cloud/',
    shape: {
      tier: 'Free or Standard',
      protects: 'VirtualMachines, StorageAccounts',
      subplan: 'P1 or P2 of a plan for servers, DefenderForStorageV2, PerKeyVault, PerSubscription',
    },
    usage: { protectedMonths: 'servers, accounts, instances, vCores or hundreds of RU/s it protects, times months' },
    lines(resource, prices) {
      if (valueOf(fact(resource, 'tier')) === 'Free') return []
      const { item } = itemLines(resource, prices, 'defender')
      return [
        item('Protection', 'month', usage(resource, 'protectedMonths'), {
          by: [fact(resource, 'protects')],
          item: (what) => planOf(what, valueOf(fact(resource, 'subplan'))),
        }),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/security_center_subscription_pricing
      terraform: {
        azurerm_security_center_subscription_pricing: {
          facts: { tier: 'tier', protects: ['resource_type', 'VirtualMachines'], subplan: 'subplan' },
          region: everywhere,
        },
      },
    },
    label: () => 'Defender for Cloud',
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'ten servers × 730 h × $0.02, and $0.00672 of the first plan; 4 vaults × 730 h × $0.00034; a free one costs nothing',
    terraform: `resource "azurerm_security_center_subscription_pricing" "servers" {
  tier          = "Standard"
  resource_type = "VirtualMachines"
}

resource "azurerm_security_center_subscription_pricing" "first" {
  tier          = "Standard"
  resource_type = "VirtualMachines"
  subplan       = "P1"
}

resource "azurerm_security_center_subscription_pricing" "vaults" {
  tier          = "Standard"
  resource_type = "KeyVaults"
  subplan       = "PerKeyVault"
}

resource "azurerm_security_center_subscription_pricing" "free" {
  tier          = "Free"
  resource_type = "StorageAccounts"
}
`,
    usage: {
      'azurerm_security_center_subscription_pricing.servers': { protectedMonths: 10 },
      'azurerm_security_center_subscription_pricing.first': { protectedMonths: 10 },
      'azurerm_security_center_subscription_pricing.vaults': { protectedMonths: 4 },
    },
    sees: [
      { address: 'azurerm_security_center_subscription_pricing.servers', usd: 146, status: 'priced' },
      { address: 'azurerm_security_center_subscription_pricing.first', usd: 49.06, status: 'priced' },
      { address: 'azurerm_security_center_subscription_pricing.vaults', usd: 0.99, status: 'priced' },
      { address: 'azurerm_security_center_subscription_pricing.free', usd: null, status: 'free' },
    ],
  },
  {
    name: 'of storage without a plan nobody can say by which meter it is billed',
    terraform: `resource "azurerm_security_center_subscription_pricing" "storage" {
  tier          = "Standard"
  resource_type = "StorageAccounts"
}
`,
    sees: [{ address: 'azurerm_security_center_subscription_pricing.storage', usd: null, status: 'unknown' }],
  },
]
