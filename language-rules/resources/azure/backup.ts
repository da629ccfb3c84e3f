// https://azure.microsoft.com/pricing/details/backup/: a vault is billed for what it protects and what it keeps.
import { fact } from '../../../core/estimate/resource-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { itemLines } from './item-lines.ts'

const redundancy: Readonly<Record<string, string>> = {
  GeoRedundant: 'GRS',
  LocallyRedundant: 'LRS',
  ZoneRedundant: 'ZRS',
}

export const resources = [
  defineResource({
    id: 'azure/recovery-services-vault',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/backup/',
    shape: { redundancy: 'GeoRedundant, LocallyRedundant or ZoneRedundant' },
    usage: {
      smallInstances: 'instances under 50 GB it protects',
      instances: 'instances of 50 to 500 GB it protects, and each further 500 GB of larger ones',
      storedGB: 'GB of backups, mean of the month',
    },
    lines(resource, prices) {
      const { used } = itemLines(resource, prices, 'backup')
      const stored = {
        by: [fact(resource, 'redundancy')],
        item: (name: string | undefined) => redundancy[name!] && `storage ${redundancy[name!]}`,
      }
      return [
        used('Instances under 50 GB', 'month', 'instance under 50 GB', 'smallInstances'),
        used('Instances', 'month', 'instance 50 to 500 GB', 'instances'),
        used('Storage', 'GB-month', stored, 'storedGB'),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/recovery_services_vault
      terraform: {
        azurerm_recovery_services_vault: { facts: { redundancy: ['storage_mode_type', 'GeoRedundant'] } },
      },
    },
    label: () => 'Backup vault',
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'in West Europe: 3 small instances × $5 + 2 × $10 + 1,000 GB × $0.0448; locally redundant × $0.0224',
    terraform: `resource "azurerm_recovery_services_vault" "geo" {
  location = "West Europe"
  sku      = "Standard"
}

resource "azurerm_recovery_services_vault" "local" {
  location          = "West Europe"
  sku               = "Standard"
  storage_mode_type = "LocallyRedundant"
}
`,
    usage: { azurerm_recovery_services_vault: { smallInstances: 3, instances: 2, storedGB: 1000 } },
    sees: [
      { address: 'azurerm_recovery_services_vault.geo', usd: 79.8, status: 'priced' },
      { address: 'azurerm_recovery_services_vault.local', usd: 57.4, status: 'priced' },
    ],
  },
]
