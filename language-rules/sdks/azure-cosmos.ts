// https://learn.microsoft.com/python/api/azure-cosmos, https://learn.microsoft.com/javascript/api/@azure/cosmos and, of the management,
// https://learn.microsoft.com/python/api/azure-mgmt-cosmosdb, https://learn.microsoft.com/javascript/api/@azure/arm-cosmosdb
import type { RentShape, Sdk, SdkExample } from '../../core/sdk.ts'

const container = 'azure.cosmos_container'
const database = 'azure.cosmos_database'

const orUnlessThere = (path: string): readonly string[] => [path, `${path}_if_not_exists`]

const databases = ['get_database_client()', ...orUnlessThere('create_database').map((path) => `${path}()`)]
const python: readonly RentShape[] = [
  ...orUnlessThere('create_database').map((path) => ({
    path,
    on: 'python',
    type: database,
    needs: 'offer_throughput',
    handed: ['offer_throughput'],
  })),
  ...orUnlessThere('create_container').flatMap((path): RentShape[] => [
    { path, on: 'database', type: container, handed: ['partition_key'] },
    ...databases.map((on) => ({ path: `${on}.${path}`, on: 'python', type: container })),
  ]),
]

const creates = ['create', 'createIfNotExists']
const webDatabases = ['database()', ...creates.map((name) => `databases.${name}().database`)]
const web: readonly RentShape[] = creates.flatMap((name): RentShape[] => [
  {
    path: `databases.${name}`,
    on: 'web',
    type: database,
    needs: ['[0].throughput', '[0].maxThroughput', '[1].offerThroughput'],
  },
  { path: `containers.${name}`, on: 'web database', type: container },
  ...webDatabases.map((on) => ({ path: `${on}.containers.${name}`, on: 'web', type: container })),
])

/** Of each API: where its parts are made, what holds them and, by position, where the parameters stand. */
const managed = [
  ['sql', 'sql_database', 'sql_container'],
  ['mongo_db', 'mongo_db_database', 'mongo_db_collection'],
  ['cassandra', 'cassandra_keyspace', 'cassandra_table'],
  ['gremlin', 'gremlin_database', 'gremlin_graph'],
  ['table', 'table', undefined],
] as const

const inWeb = (name: string) =>
  name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase()).replace('Db', 'DB')

function making(group: string, name: string, type: string, needs?: readonly string[]): readonly RentShape[] {
  const groupInWeb = inWeb(group).replace(/^./, (letter) => letter.toLowerCase())
  return [
    `${group}_resources.begin_create_update_${name}`,
    `${group}_resources.create_update_${name}`,
    ...['', 'AndWait'].map((end) => `${groupInWeb}Resources.beginCreateUpdate${inWeb(name)}${end}`),
  ].map((path) => ({ path, on: 'management', type, ...(needs ? { needs } : {}) }))
}

/** What holds others is billed where it has throughput of its own. */
const ownThroughput = ['', 'properties.'].flatMap((at) =>
  ['throughput', 'autoscale_settings', 'autoscaleSettings'].map((name) => `${at}options.${name}`),
)
const ofDatabase = (name: string) =>
  ['[3]', `create_update_${name}_parameters`].flatMap((at) => ownThroughput.map((path) => `${at}.${path}`))

export const sdk: Sdk = {
  id: 'azure-cosmos',
  words: ['azure.cosmos', 'offer_throughput', '@azure/cosmos', 'azure.mgmt.cosmosdb', '@azure/arm-cosmosdb'],
  clients: [
    // What stands in for Cosmos on this machine: https://learn.microsoft.com/azure/cosmos-db/emulator
    ...['azure.cosmos', 'azure.cosmos.aio', 'azure.cosmos.cosmos_client'].flatMap((module) => [
      {
        python: [`${module}.CosmosClient`, `${module}.CosmosClient.from_connection_string`],
        given: { 'url|conn_str|[0]': /localhost|127\.0\.0\.1|emulator/i },
        kind: 'emulator',
      },
      { python: [`${module}.CosmosClient`, `${module}.CosmosClient.from_connection_string`], kind: 'python' },
    ]),
    { python: ['azure.cosmos.DatabaseProxy', 'azure.cosmos.aio.DatabaseProxy'], kind: 'database' },
    {
      typescript: '@azure/cosmos#CosmosClient',
      given: { '[0].endpoint|[0]': /localhost|127\.0\.0\.1|emulator/i },
      kind: 'emulator',
    },
    { typescript: '@azure/cosmos#CosmosClient', kind: 'web' },
    { typescript: '@azure/cosmos#Database', kind: 'web database' },
    {
      python: ['azure.mgmt.cosmosdb.CosmosDBManagementClient', 'azure.mgmt.cosmosdb.aio.CosmosDBManagementClient'],
      typescript: '@azure/arm-cosmosdb#CosmosDBManagementClient',
      kind: 'management',
    },
  ],
  calls: [],
  rents: [
    ...python,
    ...web,
    ...managed.flatMap(([group, holder, held]) =>
      held === undefined
        ? making(group, holder, 'azure.cosmos_table')
        : [...making(group, holder, database, ofDatabase(holder)), ...making(group, held, container)],
    ),
    // An account is billed with what is in it, in each of its regions.
    ...['begin_create_or_update', 'beginCreateOrUpdate', 'beginCreateOrUpdateAndWait'].flatMap((name) =>
      ['database_accounts', 'databaseAccounts'].map((group) => ({
        path: `${group}.${name}`,
        on: 'management',
        type: 'azure.cosmos_account',
        aside: true as const,
      })),
    ),
  ],
  free: ['get_database_client', 'list_databases', 'query_items', 'database_accounts.get'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from azure.cosmos import CosmosClient, DatabaseProxy, PartitionKey, ThroughputProperties
client = CosmosClient(url, credential=key)
shop = client.create_database_if_not_exists("shop", offer_throughput=1000)
shop.create_container("shared", partition_key=PartitionKey(path="/id"))
plain = client.create_database("plain")
plain.create_container_if_not_exists(id="orders", partition_key=PartitionKey(path="/id"), offer_throughput=400)
plain.create_container(
    id="carts", partition_key=PartitionKey(path="/id"), offer_throughput=ThroughputProperties(auto_scale_max_throughput=5000)
)
client.get_database_client("plain").create_container(id="open", partition_key=PartitionKey(path="/id"))

def ensure(database: DatabaseProxy, db):
    database.create_container("typed", PartitionKey(path="/id"), offer_throughput=600)
    db.create_container_if_not_exists(id="handed", partition_key=PartitionKey(path="/id"), offer_throughput=800)
`,
    sees: [],
    rents: [
      { line: 4, type: 'azure.cosmos_database', facts: { throughput: 1000, isServerless: false } },
      { line: 5, type: 'azure.cosmos_container', facts: {} },
      { line: 7, type: 'azure.cosmos_container', facts: { throughput: 400, isScaled: false } },
      { line: 8, type: 'azure.cosmos_container', facts: { isScaled: true } },
      { line: 11, type: 'azure.cosmos_container', facts: { throughput: null, isServerless: null } },
      { line: 14, type: 'azure.cosmos_container', facts: { throughput: 600 } },
      { line: 15, type: 'azure.cosmos_container', facts: { throughput: 800 } },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { CosmosClient } from '@azure/cosmos'
const client = new CosmosClient({ endpoint, key })
const { database } = await client.databases.createIfNotExists({ id: 'shop', throughput: 400 })
await database.containers.createIfNotExists({ id: 'shared', partitionKey: { paths: ['/id'] } })
await client.databases.create({ id: 'plain' })
await client.database('plain').containers.create({ id: 'carts', maxThroughput: 4000 })
await client.database('plain').containers.create({ id: 'orders' }, { offerThroughput: 700 })
`,
    sees: [],
    rents: [
      { line: 4, type: 'azure.cosmos_database', facts: { throughput: 400 } },
      { line: 5, type: 'azure.cosmos_container', facts: {} },
      { line: 7, type: 'azure.cosmos_container', facts: { isScaled: true } },
      { line: 8, type: 'azure.cosmos_container', facts: { throughput: 700, isScaled: false } },
    ],
  },
  {
    lang: 'python',
    code: `
from azure.mgmt.cosmosdb import CosmosDBManagementClient
client = CosmosDBManagementClient(credential, "s")
client.database_accounts.begin_create_or_update(
    "g", "shop", {"location": "westus", "locations": [{"location_name": "West US", "failover_priority": 0}]}
)
client.sql_resources.begin_create_update_sql_database("g", "shop", "db", {"resource": {"id": "db"}, "options": {}})
client.sql_resources.begin_create_update_sql_container(
    "g", "shop", "db", "c", {"location": "westus", "resource": {"id": "c"}, "options": {"throughput": "2000"}}
).result()
client.mongo_db_resources.begin_create_update_mongo_db_collection(
    "g", "other", "db", "c", {"resource": {"id": "c"}, "options": {"autoscale_settings": {"max_throughput": 4000}}}
)
client.table_resources.begin_create_update_table("g", "other", "t", {"resource": {"id": "t"}, "options": {"throughput": 500}})
`,
    sees: [],
    rents: [
      { line: 8, type: 'azure.cosmos_container', region: 'westus', facts: { throughput: 2000 } },
      { line: 11, type: 'azure.cosmos_container', region: null, facts: { isScaled: true } },
      { line: 14, type: 'azure.cosmos_table', facts: { throughput: 500 } },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { CosmosDBManagementClient } from '@azure/arm-cosmosdb'
const client = new CosmosDBManagementClient(credential, 's')
await client.mongoDBResources.beginCreateUpdateMongoDBDatabaseAndWait('g', 'a', 'db', {
  resource: { id: 'db' },
  options: { autoscaleSettings: { maxThroughput: 4000 } },
})
await client.sqlResources.beginCreateUpdateSqlContainer('g', 'a', 'db', 'c', { resource: { id: 'c' }, options: { throughput: 400 } })
`,
    sees: [],
    rents: [
      { line: 4, type: 'azure.cosmos_database', facts: { isScaled: true } },
      { line: 8, type: 'azure.cosmos_container', facts: { throughput: 400 } },
    ],
  },
  {
    // One's own machine, a container of another service, and what only reads.
    lang: 'python',
    code: `
from azure.cosmos import CosmosClient, PartitionKey
CosmosClient("https://localhost:8081", "k").create_database("a").create_container("c", PartitionKey(path="/id"))
client = CosmosClient(url, key)
client.create_database("free")
client.get_database_client("a").get_container_client("c").query_items("SELECT 1")
blobs.create_container("pictures")
`,
    sees: [],
  },
]
