// https://azure.microsoft.com/pricing/details/automation/: by the hour. The 744 that are free are an account's, all its watchers' together.
import type { ResourceExample } from '../../../core/resource.ts'
import { defineResource } from '../../../core/resource.ts'
import { itemLines } from './item-lines.ts'
import { regionOf } from './regions.ts'

export const resources = [
  defineResource({
    id: 'azure/automation-watcher',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/automation/',
    shape: {},
    lines: (resource, prices) => [itemLines(resource, prices, 'automation').hours('Watcher', 'watcher')],
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/automation_watcher
      terraform: { azurerm_automation_watcher: { facts: {}, region: regionOf('automation_account_id') } },
    },
    label: () => 'Automation watcher',
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: '730 h × $0.002 where its account is; 1,500 minutes of jobs × $0.002 and 2 nodes elsewhere × $6',
    terraform: `resource "azurerm_automation_account" "main" {
  location = "West Europe"
}

resource "azurerm_automation_watcher" "files" {
  automation_account_id = azurerm_automation_account.main.id
}
`,
    usage: { azurerm_automation_account: { jobMinutes: 1500, nodes: 2 } },
    sees: [
      { address: 'azurerm_automation_account.main', usd: 15, status: 'priced' },
      { address: 'azurerm_automation_watcher.files', usd: 1.46, status: 'priced', lines: ['Watcher'] },
    ],
  },
]
