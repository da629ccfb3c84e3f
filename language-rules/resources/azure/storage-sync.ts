// https://azure.microsoft.com/pricing/details/storage/files/: each server that is synchronised by the month, one of a service free.
import type { ResourceExample } from '../../../core/resource.ts'
import { byUse } from './by-use.ts'

export const resources = [
  byUse(
    'storage-sync',
    'https://azure.microsoft.com/pricing/details/storage/files/',
    'storage-sync',
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_sync
    ['azurerm_storage_sync'],
    [['Servers', 'month', 'server', 'servers', 'servers it synchronises beyond the one that is free']],
  ),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'in East US 2 three further servers × $5',
    terraform: `resource "azurerm_storage_sync" "offices" {
  location = "East US 2"
}
`,
    usage: { azurerm_storage_sync: { servers: 3 } },
    sees: [{ address: 'azurerm_storage_sync.offices', usd: 15, status: 'priced', lines: ['Servers'] }],
  },
]
