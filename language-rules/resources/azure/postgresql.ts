// https://azure.microsoft.com/pricing/details/postgresql/flexible-server/
import { fact, isUnwritten, numberOf } from '../../../core/estimate/resource-line.ts'
import { assumed, mapKnown, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact } from '../../../core/types.ts'
import { postgresFromCode } from './databases-from-code.ts'
import { copiesOf, serverLines, serverShape, serverUsage } from './flexible-servers.ts'
import { oldServer } from './single-servers.ts'

export const resources = [
  defineResource({
    id: 'azure/postgresql-flexible-server',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/postgresql/flexible-server/',
    shape: serverShape,
    usage: serverUsage,
    lines: (resource, prices) => serverLines(resource, prices, 'postgresql-flexible'),
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_flexible_server
      terraform: {
        azurerm_postgresql_flexible_server: {
          facts: {
            sku: 'sku_name',
            storageGiB: (block) => {
              const written = block.fact('storage_mb')
              return isUnwritten(written)
                ? assumed<Fact>(32, block.location)
                : mapKnown(numberOf(written), (mb): Fact => mb / 1024)
            },
            copies: copiesOf,
          },
        },
      },
      sdk: postgresFromCode,
    },
    label: (resource) => `PostgreSQL ${valueOf(fact(resource, 'sku')) ?? 'flexible server'}`,
  }),
  oldServer('postgresql', 'azurerm_postgresql_server', 'azure.postgresql_server'),
]

/** What is set up in a server. */
export const free: readonly string[] = [
  ...['active_directory_administrator', 'backup', 'configuration', 'database', 'firewall_rule'].map(
    (part) => `azurerm_postgresql_flexible_server_${part}`,
  ),
  'azurerm_postgresql_active_directory_administrator',
  'azurerm_postgresql_configuration',
  'azurerm_postgresql_database',
  'azurerm_postgresql_firewall_rule',
  'azurerm_postgresql_flexible_server_virtual_endpoint',
  'azurerm_postgresql_server_key',
  'azurerm_postgresql_virtual_network_rule',
]

const server = (rest: string, name = 'main') => `resource "azurerm_postgresql_flexible_server" "${name}" {
  location = "West US"
${rest}}
`

export const examples: readonly ResourceExample[] = [
  {
    name: '730 h × $0.39 + 128 GiB × $0.138; with a standby twice that',
    terraform: `${server('  sku_name   = "GP_Standard_D4s_v3"\n  storage_mb = 131072\n')}
${server('  sku_name   = "GP_Standard_D4s_v3"\n  storage_mb = 131072\n  high_availability {\n    mode = "ZoneRedundant"\n  }\n', 'standby')}`,
    sees: [
      {
        address: 'azurerm_postgresql_flexible_server.main',
        usd: 302.36,
        status: 'partial',
        lines: ['Compute', 'Storage', 'Backup storage'],
        assumed: [],
      },
      { address: 'azurerm_postgresql_flexible_server.standby', usd: 604.73, status: 'partial' },
    ],
  },
  {
    name: 'the smallest with 32 GiB: 730 h × $0.022 + 32 × $0.138 + 100 GB of backups × $0.095',
    terraform: server('  sku_name = "B_Standard_B1ms"\n'),
    usage: { azurerm_postgresql_flexible_server: { backupGB: 100 } },
    sees: [
      {
        address: 'azurerm_postgresql_flexible_server.main',
        usd: 29.98,
        status: 'priced',
      },
    ],
  },
  {
    name: 'the single server has no row, and never $0',
    terraform: `resource "azurerm_postgresql_server" "old" {
  location   = "West US"
  sku_name   = "GP_Gen5_4"
  storage_mb = 102400
}
`,
    sees: [
      {
        address: 'azurerm_postgresql_server.old',
        usd: null,
        status: 'unknown',
        unknown: ['Compute: no-price', 'Storage: no-price', 'Backup storage: no-price'],
      },
    ],
  },
  {
    name: 'by the vCore of the series, in West Europe: 4 × 730 h × $0.106 + 32 GiB × $0.1369; in UK South 32 of a B1ms, 32 × 730 h × $0.019',
    terraform: `${server('  sku_name = "GP_Standard_D4ads_v5"\n').replace('West US', 'West Europe')}
${server('  sku_name = "B_Standard_B8ms"\n', 'burstable').replace('West US', 'UK South')}`,
    sees: [
      { address: 'azurerm_postgresql_flexible_server.main', usd: 313.9, status: 'partial', assumed: ['storageGiB'] },
      { address: 'azurerm_postgresql_flexible_server.burstable', usd: 448.1, status: 'partial' },
    ],
  },
]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'a server that a program makes: 730 h × $0.39 + 128 GiB × $0.138',
    lang: 'python',
    code: `from azure.mgmt.postgresqlflexibleservers import PostgreSQLManagementClient

PostgreSQLManagementClient(credential, "s").servers.begin_create(
    "g",
    "orders",
    {
        "location": "West US",
        "sku": {"name": "Standard_D4s_v3", "tier": "GeneralPurpose"},
        "storage": {"storage_size_gb": 128},
    },
)
`,
    sees: [
      {
        address: 'azure.postgresql_flexible_server',
        usd: 302.36,
        status: 'partial',
        unknown: ['Backup storage: usage'],
      },
    ],
  },
]
