import type { ResourceExample } from '../../../core/resource.ts'

const server = (region = 'East US') => `resource "azurerm_mssql_server" "main" {
  name     = "main"
  location = "${region}"
  version  = "12.0"
}
`

const database = (sku: string, rest = '', name = 'main') => `resource "azurerm_mssql_database" "${name}" {
  name      = "${name}"
  server_id = azurerm_mssql_server.main.id
  sku_name  = "${sku}"
${rest}}
`

export const examples: readonly ResourceExample[] = [
  {
    name: '4 vCores where the server is: 4 × 730 h × ($0.152216 + $0.099966) + 100 GB × $0.115; without the licence',
    terraform: `${server()}
${database('GP_Gen5_4', '  max_size_gb = 100\n')}
${database('GP_Gen5_4', '  max_size_gb  = 100\n  license_type = "BasePrice"\n', 'brought')}`,
    sees: [
      {
        address: 'azurerm_mssql_database.main',
        usd: 747.87,
        status: 'partial',
        lines: ['Compute', 'SQL licence', 'Storage', 'Backup storage'],
        unknown: ['Backup storage: usage'],
      },
      {
        address: 'azurerm_mssql_database.brought',
        usd: 455.97,
        status: 'partial',
        lines: ['Compute', 'Storage', 'Backup storage'],
      },
    ],
  },
  {
    name: 'in several zones 0.6 × $0.152216 more a vCore-hour and storage twice; a Hyperscale one with two replicas 3 × 2 × 730 h × $0.182658, told 100 GB × $0.25',
    terraform: `${server()}
${database('GP_Gen5_4', '  max_size_gb    = 100\n  zone_redundant = true\n')}
${database('HS_Gen5_2', '  read_replica_count = 2\n', 'hyper')}`,
    usage: { 'azurerm_mssql_database.hyper': { storedGB: 100 } },
    sees: [
      {
        address: 'azurerm_mssql_database.main',
        usd: 1026.05,
        status: 'partial',
        lines: ['Compute', 'Zone redundancy', 'SQL licence', 'Storage', 'Storage in other zones', 'Backup storage'],
      },
      { address: 'azurerm_mssql_database.hyper', usd: 825.04, status: 'partial', unknown: ['Backup storage: usage'] },
    ],
  },
  {
    name: 'serverless: 100 vCore-hours × $0.52176; one that never pauses keeps 0.5 vCores, 730 h × 0.5 × $0.52176',
    terraform: `${server()}
${database('GP_S_Gen5_2', '  max_size_gb  = 10\n  min_capacity = 0.5\n')}
${database('GP_S_Gen5_2', '  max_size_gb                 = 10\n  min_capacity                = 0.5\n  auto_pause_delay_in_minutes = -1\n', 'awake')}`,
    usage: { 'azurerm_mssql_database.main': { vCoreHours: 100, backupGB: 0 } },
    sees: [
      { address: 'azurerm_mssql_database.main', usd: 53.33, status: 'priced' },
      { address: 'azurerm_mssql_database.awake', usd: 191.59, status: 'partial' },
    ],
  },
  {
    name: 'by DTU, backups included: 730 h × $0.040315; 500 GB of an S1 are 250 × $0.17 more; one in a pool is billed with it',
    terraform: `${server()}
${database('S1')}
${database('S1', '  max_size_gb = 500\n', 'large')}
${database('ElasticPool', '  elastic_pool_id = var.pool\n', 'pooled')}`,
    sees: [
      { address: 'azurerm_mssql_database.main', usd: 29.43, status: 'priced', lines: ['Compute'] },
      { address: 'azurerm_mssql_database.large', usd: 71.93, status: 'priced' },
      {
        address: 'azurerm_mssql_database.pooled',
        usd: null,
        status: 'free',
        assumed: ['licence', 'zoneRedundant', 'replicas', 'backupStorage', 'billed with'],
      },
    ],
  },
  {
    name: 'premium: 730 h × $5 for a P6; how much of the size it is given comes with it is not known',
    terraform: `${server()}
${database('P6', '  max_size_gb = 1024\n')}`,
    sees: [
      {
        address: 'azurerm_mssql_database.main',
        usd: 3650,
        status: 'partial',
        lines: ['Compute', 'Further storage'],
      },
    ],
  },
  {
    name: 'business critical: 4 × 730 h × ($0.304435 + $0.375) + 50 GB × $0.25; where no row is, no price',
    terraform: `${server()}
${database('BC_Gen5_4', '  max_size_gb = 50\n')}
resource "azurerm_mssql_server" "far" {
  location = "Jio India West"
}

resource "azurerm_mssql_database" "far" {
  server_id = azurerm_mssql_server.far.id
  sku_name  = "S1"
}
`,
    sees: [
      { address: 'azurerm_mssql_database.main', usd: 1996.45, status: 'partial' },
      { address: 'azurerm_mssql_database.far', usd: null, status: 'unknown' },
    ],
  },
  {
    name: 'the older resource: 730 h × $5 for a P6 where it is written',
    terraform: `resource "azurerm_sql_database" "old" {
  location                         = "East US"
  edition                          = "Premium"
  requested_service_objective_name = "P6"
}
`,
    sees: [{ address: 'azurerm_sql_database.old', usd: 3650, status: 'priced' }],
  },
  {
    name: 'an edition alone says no size, but for basic: 730 h × $0.006708',
    terraform: `resource "azurerm_sql_database" "basic" {
  location = "East US 2"
  edition  = "Basic"
}

resource "azurerm_sql_database" "general" {
  location = "East US"
  edition  = "GeneralPurpose"
}
`,
    sees: [
      { address: 'azurerm_sql_database.basic', usd: 4.9, status: 'priced' },
      { address: 'azurerm_sql_database.general', usd: null, status: 'unknown', unknown: ['Compute: absent'] },
    ],
  },
  {
    name: 'no size written: 2 × 730 h × ($0.152216 + $0.099966) + 32 GB × $0.115; in West Europe 2 × 730 h × ($0.167438 + $0.099966) + 32 × $0.13685',
    terraform: `${server()}
${database('GP_Gen5_2')}
resource "azurerm_mssql_server" "europe" {
  location = "West Europe"
}

resource "azurerm_mssql_database" "europe" {
  server_id = azurerm_mssql_server.europe.id
  sku_name  = "GP_Gen5_2"
}
`,
    sees: [
      { address: 'azurerm_mssql_database.main', usd: 371.87, status: 'partial' },
      { address: 'azurerm_mssql_database.europe', usd: 394.79, status: 'partial' },
    ],
  },
  {
    name: 'serverless in several zones, 100 vCore-hours × 1.6 × $0.52176 + 2 × 10 GB × $0.115; long-term backups 50 GB × $0.05',
    terraform: `${server()}
${database('GP_S_Gen5_2', '  max_size_gb    = 10\n  min_capacity   = 0.5\n  zone_redundant = true\n')}
${database('S1', '', 'kept')}`,
    usage: {
      'azurerm_mssql_database.main': { vCoreHours: 100, backupGB: 0 },
      'azurerm_mssql_database.kept': { longTermBackupGB: 50 },
    },
    sees: [
      { address: 'azurerm_mssql_database.main', usd: 85.78, status: 'priced' },
      { address: 'azurerm_mssql_database.kept', usd: 31.93, status: 'priced', lines: ['Compute', 'Long-term backups'] },
    ],
  },
  {
    name: 'in UK South: half of an S1, 730 h × $0.050417 / 2; Business Critical at twice the rate of General Purpose, 2 × 730 h × (2 × $0.190271 + $0.375) + 32 GB × $0.2875',
    terraform: `resource "azurerm_mssql_server" "uk" {
  location = "UK South"
}

resource "azurerm_mssql_database" "small" {
  server_id = azurerm_mssql_server.uk.id
  sku_name  = "S0"
}

resource "azurerm_mssql_database" "critical" {
  server_id = azurerm_mssql_server.uk.id
  sku_name  = "BC_Gen5_2"
}
`,
    sees: [
      { address: 'azurerm_mssql_database.small', usd: 18.4, status: 'priced' },
      { address: 'azurerm_mssql_database.critical', usd: 1112.29, status: 'partial' },
    ],
  },
]
