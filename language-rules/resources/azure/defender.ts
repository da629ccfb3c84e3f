// https://azure.microsoft.com/pricing/details/defender-for-cloud/: by what a plan protects.
import { fact, usage } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { itemLines } from './item-lines.ts'
import { everywhere } from './regions.ts'

export const resources = [
  defineResource({
    id: 'azure/defender-plan',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/defender-for-cloud/',
    shape: {
      tier: 'Free or Standard',
      protects: 'VirtualMachines, StorageAccounts',
      subplan: 'P1 or P2 of a plan for servers',
    },
    usage: { protectedMonths: 'servers, accounts, instances or vCores it protects, times months' },
    lines(resource, prices) {
      if (valueOf(fact(resource, 'tier')) === 'Free') return []
      const { item } = itemLines(resource, prices, 'defender')
      return [
        item('Protection', 'month', usage(resource, 'protectedMonths'), {
          by: [fact(resource, 'protects')],
          item: (what) => `${what} ${valueOf(fact(resource, 'subplan')) ?? ''}`.trim(),
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
    name: 'a plan for storage is use, and has no row; a free one costs nothing',
    terraform: `resource "azurerm_security_center_subscription_pricing" "storage" {
  tier          = "Standard"
  resource_type = "StorageAccounts"
}

resource "azurerm_security_center_subscription_pricing" "free" {
  tier          = "Free"
  resource_type = "StorageAccounts"
}
`,
    sees: [
      { address: 'azurerm_security_center_subscription_pricing.storage', usd: null, status: 'unknown' },
      { address: 'azurerm_security_center_subscription_pricing.free', usd: null, status: 'free' },
    ],
  },
]
