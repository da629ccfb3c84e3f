// https://learn.microsoft.com/python/api/overview/azure/sql, https://learn.microsoft.com/python/api/azure-mgmt-rdbms,
// https://learn.microsoft.com/python/api/azure-mgmt-redis, and the packages @azure/arm-… of the same
import type { ClientShape, RentShape, Sdk, SdkExample } from '../../core/sdk.ts'

/** As Python and as JavaScript name what makes one; which of them an SDK has has changed. */
const making = (kind: string): readonly string[] =>
  [
    ...['begin_create', 'begin_create_or_update', 'create_or_update'],
    ...['beginCreate', 'beginCreateAndWait', 'beginCreateOrUpdate', 'beginCreateOrUpdateAndWait', 'createOrUpdate'],
  ].map((name) => `${kind}.${name}`)

const made = (kind: string, on: string, type: string): readonly RentShape[] =>
  making(kind).map((path) => ({ path, on, type }))

const client = (kind: string, python: readonly string[], typescript?: string): ClientShape => ({
  python: python.flatMap((name) => [name, name.replace(/\.(\w+)$/, '.aio.$1')]),
  ...(typescript ? { typescript } : {}),
  kind,
})

export const sdk: Sdk = {
  id: 'azure-databases',
  words: [
    ...['azure.mgmt.rdbms', 'azure.mgmt.postgresqlflexibleservers', 'azure.mgmt.mysqlflexibleservers'],
    ...['azure.mgmt.sql', 'azure.mgmt.redis'],
    ...['@azure/arm-postgresql-flexible', '@azure/arm-mysql-flexible', '@azure/arm-sql', '@azure/arm-rediscache'],
  ],
  clients: [
    client(
      'postgres',
      [
        'azure.mgmt.postgresqlflexibleservers.PostgreSQLManagementClient',
        'azure.mgmt.rdbms.postgresql_flexibleservers.PostgreSQLManagementClient',
      ],
      '@azure/arm-postgresql-flexible#PostgreSQLManagementFlexibleServerClient',
    ),
    client(
      'mysql',
      [
        'azure.mgmt.mysqlflexibleservers.MySQLManagementClient',
        'azure.mgmt.rdbms.mysql_flexibleservers.MySQLManagementClient',
      ],
      '@azure/arm-mysql-flexible#MySQLManagementFlexibleServerClient',
    ),
    client('old postgres', ['azure.mgmt.rdbms.postgresql.PostgreSQLManagementClient']),
    client('old mysql', ['azure.mgmt.rdbms.mysql.MySQLManagementClient']),
    client('old mariadb', ['azure.mgmt.rdbms.mariadb.MariaDBManagementClient']),
    client('sql', ['azure.mgmt.sql.SqlManagementClient'], '@azure/arm-sql#SqlManagementClient'),
    client('redis', ['azure.mgmt.redis.RedisManagementClient'], '@azure/arm-rediscache#RedisManagementClient'),
  ],
  calls: [],
  rents: [
    ...made('servers', 'postgres', 'azure.postgresql_flexible_server'),
    ...made('servers', 'mysql', 'azure.mysql_flexible_server'),
    ...made('servers', 'old postgres', 'azure.postgresql_server'),
    ...made('servers', 'old mysql', 'azure.mysql_server'),
    ...made('servers', 'old mariadb', 'azure.mariadb_server'),
    // A server of SQL costs nothing: its databases do.
    ...made('databases', 'sql', 'azure.sql_database'),
    ...made('redis', 'redis', 'azure.redis'),
  ],
  free: ['servers.get', 'firewall_rules.begin_create_or_update', 'databases.get'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from azure.mgmt.postgresqlflexibleservers import PostgreSQLManagementClient
from azure.mgmt.rdbms import mysql
from azure.mgmt.redis import RedisManagementClient
from azure.mgmt.redis.models import RedisCreateParameters, Sku
from azure.mgmt.sql import SqlManagementClient

postgres = PostgreSQLManagementClient(credential, "s")
postgres.servers.begin_create(
    resource_group_name="g",
    server_name="orders",
    parameters={
        "location": "eastus",
        "sku": {"name": "Standard_D4s_v3", "tier": "GeneralPurpose"},
        "storage": {"storage_size_gb": 128},
        "high_availability": {"mode": "ZoneRedundant"},
    },
).result()
postgres.databases.begin_create("g", "orders", "main", {})
mysql.MySQLManagementClient(credential, "s").servers.begin_create(
    "g", "old", {"location": "westus", "sku": {"name": "GP_Gen5_4"}, "properties": {"storage_profile": {"storage_mb": 5120}}}
)
RedisManagementClient(credential, "s").redis.begin_create(
    "g", "c", RedisCreateParameters(location="eastus", sku=Sku(name="Standard", family="C", capacity=1))
)
sql = SqlManagementClient(credential, "s")
sql.servers.begin_create_or_update("g", "srv", {"location": "eastus"})
sql.databases.begin_create_or_update("g", "srv", "db", {"location": "East US", "sku": {"name": "S1", "tier": "Standard"}})
`,
    sees: [],
    rents: [
      {
        line: 9,
        type: 'azure.postgresql_flexible_server',
        region: 'eastus',
        facts: { sku: 'GP_Standard_D4s_v3', storageGiB: 128, copies: 2 },
      },
      { line: 20, type: 'azure.mysql_server', region: 'westus', facts: { sku: 'GP_Gen5_4', storageGiB: 5 } },
      { line: 23, type: 'azure.redis', region: 'eastus', facts: { tier: 'Standard', size: 'C1', nodes: 2 } },
      { line: 28, type: 'azure.sql_database', region: 'eastus', facts: { sku: 'S1', pooled: false } },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { MySQLManagementFlexibleServerClient } from '@azure/arm-mysql-flexible'
import { SqlManagementClient } from '@azure/arm-sql'
const mysql = new MySQLManagementFlexibleServerClient(credential, 's')
await mysql.servers.beginCreateAndWait('g', 'a', {
  location: 'westeurope',
  sku: { name: 'Standard_B1ms', tier: 'Burstable' },
  storage: { storageSizeGB: 20 },
})
await new SqlManagementClient(credential, 's').databases.beginCreateOrUpdateAndWait('g', 'srv', 'db', {
  location: 'eastus',
  sku: { name: 'GP_Gen5_2' },
})
`,
    sees: [],
    rents: [
      {
        line: 5,
        type: 'azure.mysql_flexible_server',
        region: 'westeurope',
        facts: { sku: 'B_Standard_B1ms', storageGiB: 20 },
      },
      { line: 10, type: 'azure.sql_database', region: 'eastus', facts: { sku: 'GP_Gen5_2', storageGB: 32 } },
    ],
  },
  {
    lang: 'python',
    code: `
from azure.mgmt.postgresqlflexibleservers import PostgreSQLManagementClient
from azure.mgmt.sql import SqlManagementClient
client = PostgreSQLManagementClient(credential, "s")
client.servers.get("g", "orders")
client.firewall_rules.begin_create_or_update("g", "orders", "all", {})
SqlManagementClient(credential, "s").servers.begin_create_or_update("g", "srv", {"location": "eastus"})
`,
    sees: [],
  },
]
