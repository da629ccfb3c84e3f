// https://azure.microsoft.com/pricing/details/mysql/flexible-server/
import { fact, isUnwritten, numberFact, product } from '../../../core/estimate/resource-line.ts'
import { mapKnown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { mysqlFromCode } from './databases-from-code.ts'
import { copiesOf, serverLines, serverShape, serverUsage } from './flexible-servers.ts'
import { itemLines } from './item-lines.ts'
import { oldServer } from './single-servers.ts'

/** IOPS that come with a server: 300, and three for each GiB (https://learn.microsoft.com/azure/mysql/flexible-server/concepts-service-tiers-storage). */
const includedIops = (gib: number) => 300 + 3 * gib

export const resources = [
  defineResource({
    id: 'azure/mysql-flexible-server',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/mysql/flexible-server/',
    shape: { ...serverShape, iops: 'provisioned IOPS, 300 and three for each GiB of them included' },
    usage: serverUsage,
    lines(resource, prices) {
      const iops = numberFact(resource, 'iops')
      const size = valueOf(numberFact(resource, 'storageGiB'))
      const further = mapKnown(iops, (all) => Math.max(0, all - includedIops(size ?? 0)))
      const isIncluded = isUnwritten(iops) || size === undefined || valueOf(further) === 0
      const { item } = itemLines(resource, prices, 'mysql-flexible')
      const billed = product(further, numberFact(resource, 'copies'))
      return [
        ...serverLines(resource, prices, 'mysql-flexible'),
        ...(isIncluded ? [] : [item('Further IOPS', 'IOPS-month', billed, 'additional IOPS')]),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mysql_flexible_server
      terraform: {
        azurerm_mysql_flexible_server: {
          facts: { sku: 'sku_name', storageGiB: ['storage.size_gb', 20], iops: 'storage.iops', copies: copiesOf },
        },
      },
      sdk: mysqlFromCode,
    },
    label: (resource) => `MySQL ${valueOf(fact(resource, 'sku')) ?? 'flexible server'}`,
  }),
  oldServer('mysql', 'azurerm_mysql_server', 'azure.mysql_server'),
  oldServer('mariadb', 'azurerm_mariadb_server', 'azure.mariadb_server'),
]

/** What is set up in a server. */
export const free: readonly string[] = [
  'azurerm_mariadb_configuration',
  'azurerm_mariadb_database',
  'azurerm_mariadb_firewall_rule',
  'azurerm_mariadb_virtual_network_rule',
  'azurerm_mysql_active_directory_administrator',
  'azurerm_mysql_configuration',
  'azurerm_mysql_database',
  'azurerm_mysql_firewall_rule',
  'azurerm_mysql_flexible_database',
  'azurerm_mysql_flexible_server_active_directory_administrator',
  'azurerm_mysql_flexible_server_configuration',
  'azurerm_mysql_flexible_server_firewall_rule',
  'azurerm_mysql_server_key',
  'azurerm_mysql_virtual_network_rule',
]

export const examples: readonly ResourceExample[] = [
  {
    name: '730 h × $0.524397 + 20 GiB × $0.138; 500 IOPS are 140 more than come with it, × $0.06',
    terraform: `resource "azurerm_mysql_flexible_server" "main" {
  location = "West US"
  sku_name = "MO_Standard_E4ds_v4"
}

resource "azurerm_mysql_flexible_server" "fast" {
  location = "West US"
  sku_name = "MO_Standard_E4ds_v4"
  storage {
    size_gb = 20
    iops    = 500
  }
}
`,
    sees: [
      {
        address: 'azurerm_mysql_flexible_server.main',
        usd: 385.57,
        status: 'partial',
        lines: ['Compute', 'Storage', 'Backup storage'],
        assumed: ['storageGiB'],
      },
      {
        address: 'azurerm_mysql_flexible_server.fast',
        usd: 393.97,
        status: 'partial',
        lines: ['Compute', 'Storage', 'Backup storage', 'Further IOPS'],
      },
    ],
  },
  {
    name: 'the single servers have no row, and never $0',
    terraform: `resource "azurerm_mysql_server" "old" {
  location   = "West US"
  sku_name   = "B_Gen5_2"
  storage_mb = 5120
}

resource "azurerm_mariadb_server" "old" {
  location   = "West US"
  sku_name   = "GP_Gen5_2"
  storage_mb = 5120
}
`,
    sees: [
      { address: 'azurerm_mysql_server.old', usd: null, status: 'unknown' },
      { address: 'azurerm_mariadb_server.old', usd: null, status: 'unknown' },
    ],
  },
  {
    name: 'by the vCore of the series, in UK South: 8 × 730 h × $0.099 + 20 GiB × $0.133',
    terraform: `resource "azurerm_mysql_flexible_server" "main" {
  location = "UK South"
  sku_name = "GP_Standard_D8ds_v4"
}
`,
    sees: [{ address: 'azurerm_mysql_flexible_server.main', usd: 580.82, status: 'partial' }],
  },
]
