// https://azure.microsoft.com/pricing/details/azure-sql-managed-instance/single/: 32 GB of storage are included.
import { fact, monthOf, numberFact, product } from '../../../core/estimate/resource-line.ts'
import { mapKnown, valueOf } from '../../../core/known.ts'
import { defineResource, type FormatMapping, type ResourceExample } from '../../../core/resource.ts'
import { isValue } from '../block-facts.ts'
import { hybridBenefit, itemLines } from './item-lines.ts'

const includedGB = 32
const tiers: Readonly<Record<string, string>> = { GP: 'General Purpose', BC: 'Business Critical' }

/** `GP_Gen5` → `General Purpose Gen5`. */
const itemOf = (sku: string) => {
  const [tier = '', hardware = ''] = sku.split('_')
  const name = tiers[tier.toUpperCase()]
  return name && `${name} ${hardware}`
}

const instance: FormatMapping = {
  facts: {
    sku: 'sku_name',
    vCores: 'vcores',
    storageGB: 'storage_size_in_gb',
    licence: 'license_type',
    backupStorage: ['storage_account_type', 'GRS'],
  },
}

export const resources = [
  defineResource({
    id: 'azure/sql-managed-instance',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/azure-sql-managed-instance/single/',
    shape: {
      sku: 'GP_Gen5 or BC_Gen5',
      vCores: 'vCores',
      storageGB: 'GB, 32 of them included',
      licence: 'LicenseIncluded, or BasePrice where it is brought along',
      backupStorage: 'GRS, GZRS, LRS or ZRS',
    },
    usage: {
      backupGB: 'GB of backups beside those that are free, mean of the month',
      longTermBackupGB: 'GB of backups kept for the long term, mean of the month',
    },
    lines(resource, prices) {
      const { item, used, told } = itemLines(resource, prices, 'sql-managed-instance')
      const sku = fact(resource, 'sku')
      const hours = product(numberFact(resource, 'vCores'), monthOf(resource))
      const further = mapKnown(numberFact(resource, 'storageGB'), (gb) => Math.max(0, gb - includedGB))
      const of = (what: string) => ({
        by: [sku],
        item: (name: string | undefined) => itemOf(name!) && `${itemOf(name!)!.replace(/ \S+$/, '')} ${what}`,
      })
      const place = valueOf(fact(resource, 'backupStorage'))
      return [
        item('Compute', 'vCore-hour', hours, { by: [sku], item: (name) => itemOf(name!) }),
        ...(isValue(fact(resource, 'licence'), 'BasePrice')
          ? []
          : [{ ...item('SQL licence', 'vCore-hour', hours, of('SQL licence')), ownLicence: hybridBenefit }]),
        ...(valueOf(further) === 0 ? [] : [item('Storage', 'GB-month', further, of('storage'))]),
        used('Backup storage', 'GB-month', `PITR backup ${place}`, 'backupGB'),
        ...told('Long-term backups', 'GB-month', 'LTR backup', 'longTermBackupGB'),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_managed_instance
      terraform: { azurerm_mssql_managed_instance: instance, azurerm_sql_managed_instance: instance },
    },
    label: (resource) => `SQL managed instance ${valueOf(fact(resource, 'sku')) ?? ''}`.trim(),
  }),
]

const managed = (licence: string) => `resource "azurerm_mssql_managed_instance" "main" {
  location             = "West Europe"
  sku_name             = "GP_Gen5"
  vcores               = 8
  storage_size_in_gb   = 32
  license_type         = "${licence}"
  storage_account_type = "LRS"
}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'with a licence of one’s own: 8 × 730 h × $0.167439, backups of 500 GB × $0.119',
    terraform: managed('BasePrice'),
    usage: { azurerm_mssql_managed_instance: { backupGB: 500 } },
    sees: [
      {
        address: 'azurerm_mssql_managed_instance.main',
        usd: 1037.34,
        status: 'priced',
        lines: ['Compute', 'Backup storage'],
      },
    ],
  },
  {
    name: 'the licence has no row',
    terraform: managed('LicenseIncluded'),
    sees: [
      {
        address: 'azurerm_mssql_managed_instance.main',
        usd: 977.84,
        status: 'partial',
        unknown: ['SQL licence: no-price', 'Backup storage: usage'],
      },
    ],
  },
  {
    name: '256 GB, 32 of them included: 8 × 730 h × $0.167439 + 224 GB × $0.13685',
    terraform: managed('BasePrice').replace('= 32', '= 256'),
    usage: { azurerm_mssql_managed_instance: { backupGB: 0 } },
    sees: [
      {
        address: 'azurerm_mssql_managed_instance.main',
        usd: 1008.5,
        status: 'priced',
        lines: ['Compute', 'Storage', 'Backup storage'],
      },
    ],
  },
]
