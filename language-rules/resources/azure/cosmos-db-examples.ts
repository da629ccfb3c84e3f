import type { CodeExample, ResourceExample } from '../../../core/resource.ts'

const account = (rest = '', places: readonly string[] = ['West US']) => `resource "azurerm_cosmosdb_account" "main" {
  location   = "West US"
  offer_type = "Standard"
${places.map((place, i) => `  geo_location {\n    location          = "${place}"\n    failover_priority = ${i}\n  }\n`).join('')}${rest}}
`

const database = (rest = '') => `resource "azurerm_cosmosdb_sql_database" "main" {
  name         = "main"
  account_name = azurerm_cosmosdb_account.main.name
${rest}}
`

export const examples: readonly ResourceExample[] = [
  {
    name: '4,000 RU/s: 40 × $5.84, and 100 GB × $0.25; a container without its own shares them',
    terraform: `${account()}
${database('  throughput   = 4000\n')}
resource "azurerm_cosmosdb_sql_container" "shared" {
  name          = "shared"
  account_name  = azurerm_cosmosdb_account.main.name
  database_name = azurerm_cosmosdb_sql_database.main.name
}
`,
    usage: { azurerm_cosmosdb_sql_database: { storedGB: 100 } },
    sees: [
      { address: 'azurerm_cosmosdb_sql_database.main', usd: 258.6, status: 'priced', lines: ['Throughput', 'Storage'] },
      { address: 'azurerm_cosmosdb_sql_container.shared', usd: null, status: 'partial', unknown: ['Storage: usage'] },
    ],
  },
  {
    name: 'an account that is named, and not referred to, is the one of that name: 5 × $5.84',
    terraform: `${account('  name       = "shop-orders"\n')}
resource "azurerm_cosmosdb_sql_database" "main" {
  name         = "main"
  account_name = "shop-orders"
  throughput   = 500
}

resource "azurerm_cosmosdb_sql_database" "elsewhere" {
  name         = "elsewhere"
  account_name = "shop-carts"
  throughput   = 500
}
`,
    sees: [
      { address: 'azurerm_cosmosdb_sql_database.main', usd: 29.2, status: 'partial', unknown: ['Storage: usage'] },
      { address: 'azurerm_cosmosdb_sql_database.elsewhere', usd: null, status: 'unknown' },
    ],
  },
  {
    name: 'the free tier of an account that asks for it is not taken off by itself: 10 × $5.84 and 30 GB × $0.25',
    terraform: `${account('  free_tier_enabled = true\n')}
${database('  throughput   = 1000\n')}`,
    usage: { azurerm_cosmosdb_sql_database: { storedGB: 30 } },
    sees: [{ address: 'azurerm_cosmosdb_sql_database.main', usd: 65.9, status: 'priced' }],
  },
  {
    name: 'scaled up to 4,000 RU/s: at most 40 × 1.5 × $5.84; told that it uses 1,000, 10 × 1.5 × $5.84',
    terraform: `${account()}
${database('  autoscale_settings {\n    max_throughput = 4000\n  }\n')}
resource "azurerm_cosmosdb_mongo_database" "told" {
  name         = "told"
  account_name = azurerm_cosmosdb_account.main.name
  autoscale_settings {
    max_throughput = 4000
  }
}
`,
    usage: { azurerm_cosmosdb_mongo_database: { averageRUs: 1000 } },
    sees: [
      { address: 'azurerm_cosmosdb_sql_database.main', usd: 350.4, status: 'partial', unknown: ['Storage: usage'] },
      { address: 'azurerm_cosmosdb_mongo_database.told', usd: 87.6, status: 'partial' },
    ],
  },
  {
    name: 'every region is billed, and one of them has no row: 4 × $5.84',
    terraform: `${account('', ['West US', 'Jio India West'])}
${database('  throughput   = 400\n')}`,
    sees: [
      {
        address: 'azurerm_cosmosdb_sql_database.main',
        usd: 23.36,
        status: 'partial',
        lines: ['Throughput', 'Throughput, region 2', 'Storage'],
        unknown: ['Throughput, region 2: no-price', 'Storage: usage'],
      },
    ],
  },
  {
    name: 'serverless: 50 M request units × $0.279 for a million, nothing for what is not used',
    terraform: `${account('  capabilities {\n    name = "EnableServerless"\n  }\n')}
${database()}`,
    usage: { azurerm_cosmosdb_sql_database: { requestUnits: 50_000_000, storedGB: 0 } },
    sees: [
      {
        address: 'azurerm_cosmosdb_sql_database.main',
        usd: 13.95,
        status: 'priced',
        lines: ['Request units', 'Storage'],
      },
    ],
  },
  {
    name: 'a table of a keyspace stands where its account does: 10 × $5.84',
    terraform: `${account()}
resource "azurerm_cosmosdb_cassandra_keyspace" "main" {
  name         = "main"
  account_name = azurerm_cosmosdb_account.main.name
}

resource "azurerm_cosmosdb_cassandra_table" "rows" {
  name                  = "rows"
  cassandra_keyspace_id = azurerm_cosmosdb_cassandra_keyspace.main.id
  throughput            = 1000
}
`,
    sees: [
      { address: 'azurerm_cosmosdb_cassandra_keyspace.main', usd: null, status: 'partial' },
      { address: 'azurerm_cosmosdb_cassandra_table.rows', usd: 58.4, status: 'partial' },
    ],
  },
  {
    name: 'in several zones of one region, 10 × 1.25 × $5.84; where every region is written to 10 × 2 × $5.84 in each, scaled or not',
    terraform: `${account('  geo_location {\n    location          = "West Europe"\n    failover_priority = 0\n    zone_redundant    = true\n  }\n', [])}
${database('  throughput   = 1000\n')}
resource "azurerm_cosmosdb_account" "everywhere" {
  location                         = "West US"
  multiple_write_locations_enabled = true
  geo_location {
    location = "West US"
  }
  geo_location {
    location = "UK South"
  }
}

resource "azurerm_cosmosdb_mongo_database" "everywhere" {
  account_name = azurerm_cosmosdb_account.everywhere.name
  autoscale_settings {
    max_throughput = 1000
  }
}
`,
    sees: [
      { address: 'azurerm_cosmosdb_sql_database.main', usd: 73, status: 'partial' },
      { address: 'azurerm_cosmosdb_mongo_database.everywhere', usd: 233.6, status: 'partial' },
    ],
  },
]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'of an account that the program makes: 20 × $5.84; of one it does not, and without throughput, nothing is known',
    lang: 'python',
    code: `from azure.mgmt.cosmosdb import CosmosDBManagementClient

client = CosmosDBManagementClient(credential, "s")
client.database_accounts.begin_create_or_update("g", "shop", {"locations": [{"location_name": "West US"}]})
client.sql_resources.begin_create_update_sql_container(
    "g", "shop", "db", "c", {"resource": {"id": "c"}, "options": {"throughput": 2000}}
)
client.sql_resources.begin_create_update_sql_container("g", "shop", "db", "d", {"resource": {"id": "d"}, "options": {}})
client.sql_resources.begin_create_update_sql_container("g", "old", "db", "e", {"resource": {"id": "e"}, "options": {"throughput": 400}})
`,
    sees: [
      { address: 'azure.cosmos_container', usd: 116.8, status: 'partial', unknown: ['Storage: usage'] },
      {
        address: 'azure.cosmos_container#2',
        usd: null,
        status: 'partial',
        unknown: ['Throughput: dynamic', 'Storage: usage'],
      },
      { address: 'azure.cosmos_container#3', usd: null, status: 'unknown' },
    ],
  },
]
