import Ajv from 'ajv'
import { expect, test } from 'vitest'
import { z } from 'zod/mini'
import { runScan, type ScanCommand } from '../../cli/commands/scan.ts'
import { loadEngine } from '../../cli/engine.ts'
import { type ScanDocument, scanSchema } from '../../core/report/schema.ts'
import { folderWith, listener } from './folder.ts'

// Worked by hand. On-demand prices are those of the lists the estimate itself names; each rate is from the source beside it.

const engine = await loadEngine()

async function printed(terraform: string, more: Partial<ScanCommand> = {}) {
  const { out, printed: said } = listener()
  const cwd = folderWith({ 'main.tf': terraform })
  await runScan(
    { cwd, paths: [], format: 'json', fix: false, showSuppressed: false, failOn: 'never', whatIf: true, ...more },
    engine,
    out,
  )
  return said()
}

const scan = async (terraform: string, more: Partial<ScanCommand> = {}) =>
  JSON.parse(await printed(terraform, more)) as ScanDocument

const cents = (usd: number | undefined) => (usd === undefined ? undefined : Math.round(usd * 100) / 100)

/** `[what, years, how, USD a month on demand, instead, ahead]` of every what-if of the first resource. */
async function told(terraform: string) {
  const { sites } = await scan(terraform)
  const [site] = sites
  return (site?.kind === 'resource' ? (site.whatIf?.committed ?? []) : []).map((one) => [
    one.what,
    one.years,
    one.how,
    cents(one.onDemand.likely),
    cents(one.month.likely),
    cents(one.paidAhead?.likely),
  ])
}

const aws = 'provider "aws" {\n  region = "us-east-1"\n}\n'

test('db.m6g.large, PostgreSQL: 730 h × $0.159 = $116.07; × (1 − 0.36) for a year, × (1 − 0.59) for three, storage left as it is', async () => {
  // instances.vantage.sh as of 2026-10-01: $0.1018 no upfront for a year, $0.0970 partial; $0.0652 partial for three
  const database = `${aws}resource "aws_db_instance" "main" {
  engine            = "postgres"
  engine_version    = "16"
  instance_class    = "db.m6g.large"
  storage_type      = "gp3"
  allocated_storage = 100
}`
  expect(await told(database)).toEqual([
    ['db.m6g.large', 1, 'paid monthly', 116.07, 74.28, undefined],
    ['db.m6g.large', 1, 'partly paid at once', 116.07, 70.8, undefined],
    ['db.m6g.large', 3, 'partly paid at once', 116.07, 47.59, undefined],
  ])
})

test('an engine whose rates were not read, a spot machine and an on-demand table have none', async () => {
  const without = (body: string) => told(`${aws}${body}`)
  expect(
    await without(
      'resource "aws_db_instance" "main" {\n  engine = "sqlserver-se"\n  instance_class = "db.m6i.large"\n  allocated_storage = 20\n}',
    ),
  ).toEqual([])
  expect(
    await without(
      'resource "aws_instance" "spot" {\n  instance_type = "c7g.large"\n  instance_market_options {\n    market_type = "spot"\n  }\n}',
    ),
  ).toEqual([])
  expect(await without('resource "aws_dynamodb_table" "main" {\n  billing_mode = "PAY_PER_REQUEST"\n}')).toEqual([])
})

test('two cache.r6g.large: 2 × 730 h × $0.206 = $300.76; three years paid at once × (1 − 0.55), 36 × $135.34 = $4,872.31 ahead', async () => {
  // AWS price list of us-east-1 by LeanerCloud/ec2-instances-info, 2025-04-24: 32 % for a year, 48 and 55 % for three
  const group = `${aws}resource "aws_elasticache_replication_group" "main" {
  engine             = "redis"
  node_type          = "cache.r6g.large"
  num_cache_clusters = 2
}`
  expect(await told(group)).toEqual([
    ['cache.r6g.large', 1, 'paid monthly', 300.76, 204.52, undefined],
    ['cache.r6g.large', 3, 'paid monthly', 300.76, 156.4, undefined],
    ['cache.r6g.large', 3, 'paid at once', 300.76, 135.34, 4872.31],
  ])
})

test('Cloud SQL, 2 vCPUs and 8 GiB: 730 h × (2 × $0.0413 + 8 × $0.007) = $101.18; 25 % less for a year, 52 % for three', async () => {
  // https://cloud.google.com/sql/cud
  const database = `resource "google_sql_database_instance" "main" {
  database_version = "POSTGRES_15"
  region           = "us-central1"
  settings {
    tier = "db-custom-2-8192"
  }
}`
  expect(await told(database)).toEqual([
    ['vCPUs and memory', 1, 'committed use', 101.18, 75.88, undefined],
    ['vCPUs and memory', 3, 'committed use', 101.18, 48.57, undefined],
  ])
  expect(await told(database.replace('db-custom-2-8192', 'db-f1-micro'))).toEqual([])
})

test('Spanner, a node: 1,000 units × 730 h × $0.0009 each = $657; 20 % less for a year, 40 % for three', async () => {
  // https://cloud.google.com/spanner/docs/cuds
  const instance = 'resource "google_spanner_instance" "main" {\n  config = "regional-us-central1"\n  num_nodes = 1\n}'
  expect(await told(instance)).toEqual([
    ['compute capacity', 1, 'committed use', 657, 525.6, undefined],
    ['compute capacity', 3, 'committed use', 657, 394.2, undefined],
  ])
})

test('Memorystore: 20 % and 40 % less from 5 GB on, and nothing below', async () => {
  // https://cloud.google.com/memorystore/docs/redis/cuds
  const redis = (gib: number) =>
    `resource "google_redis_instance" "main" {\n  region = "us-central1"\n  tier = "BASIC"\n  memory_size_gb = ${gib}\n}`
  const terms = (await told(redis(10))).map(([what, years, how, onDemand, month]) => [
    what,
    years,
    how,
    cents(Number(month) / Number(onDemand)),
  ])
  expect(terms).toEqual([
    ['capacity', 1, 'committed use', 0.8],
    ['capacity', 3, 'committed use', 0.6],
  ])
  expect(await told(redis(4))).toEqual([])
})

test('n2-standard-4: 730 h × $0.194236 × 0.8 of sustained use = $113.43; flexibly 28 and 46 % off the list of $141.79', async () => {
  // committed use by Cyclenerd, us-central1: 21.3 and 43.8 % less; flexible: $141.79 × 0.72 = $102.09, × 0.54 = $76.57
  const machine =
    'resource "google_compute_instance" "main" {\n  machine_type = "n2-standard-4"\n  zone = "us-central1-a"\n}'
  expect(await told(machine)).toEqual([
    ['n2-standard-4', 1, 'committed use', 113.43, 89.27, undefined],
    ['n2-standard-4', 1, 'flexible committed use', 113.43, 102.09, undefined],
    ['n2-standard-4', 3, 'committed use', 113.43, 63.75, undefined],
    ['n2-standard-4', 3, 'flexible committed use', 113.43, 76.57, undefined],
  ])
})

const windows = `resource "azurerm_windows_virtual_machine" "main" {
  location = "East US"
  size     = "Standard_D4s_v5"
  os_disk {
    storage_account_type = "Premium_LRS"
    disk_size_gb         = 128
  }
}`

test('Standard_D4s_v5: 730 h × $0.192 = $140.16; reserved × (1 − 0.41) and × (1 − 0.62), by savings plan in East US × (1 − 0.314) and × (1 − 0.54); Windows 730 h × 4 × $0.046 with the hybrid benefit', async () => {
  // Azure Retail Prices API of eastus by linjungz/copilot-azure-pricing, 2024-02-11: $992 and $1,917 reserved, $0.1317 and $0.0884 an hour
  expect(await told(windows)).toEqual([
    ['Standard_D4s_v5', 1, 'savings plan', 140.16, 96.15, undefined],
    ['Standard_D4s_v5', 1, 'paid monthly or at once', 140.16, 82.69, undefined],
    ['Standard_D4s_v5', 3, 'savings plan', 140.16, 64.47, undefined],
    ['Standard_D4s_v5', 3, 'paid monthly or at once', 140.16, 53.26, undefined],
  ])
  const { sites, totals, whatIf } = await scan(windows)
  expect(sites[0]).toMatchObject({
    whatIf: { licences: [{ what: 'Windows licence', by: 'Azure Hybrid Benefit', saves: { likely: 134.32 } }] },
  })
  // it is in no total: 140.16 + 134.32 + a disk of 128 GiB
  expect(cents(totals.perMonth?.likely)).toBe(294.19)
  expect(whatIf?.licences).toMatchObject([{ cloud: 'azure', resources: 1, saves: { likely: 134.32 } }])
  const brought = windows.replace('size ', 'license_type = "Windows_Server"\n  size ')
  expect((await scan(brought)).whatIf?.licences).toEqual([])
})

test('OpenSearch: three r6g.large.search, 3 × 730 h × $0.167 = $365.73, 31 and 35 % less for a year; an old family has no rate', async () => {
  // AWS price list of us-east-1 by LeanerCloud/ec2-instances-info, 2025-04-24
  const domain = (type: string) => `${aws}resource "aws_opensearch_domain" "main" {
  cluster_config {
    instance_type  = "${type}"
    instance_count = 3
  }
}`
  expect((await told(domain('r6g.large.search'))).filter(([, years]) => years === 1)).toEqual([
    ['r6g.large.search', 1, 'paid monthly', 365.73, 252.35, undefined],
    ['r6g.large.search', 1, 'paid at once', 365.73, 237.72, 2852.69],
  ])
  expect(await told(domain('m3.large.search'))).toEqual([])
})

test('two ra3.xlplus: 2 × 730 h × $1.086 = $1,585.56; $0.7602 an hour for a year is 30 % less, $0.4725 for three 56.5 %', async () => {
  // instances.vantage.sh as of 2026-10-01
  const cluster = `${aws}resource "aws_redshift_cluster" "main" {\n  node_type = "ra3.xlplus"\n  number_of_nodes = 2\n}`
  expect(await told(cluster)).toEqual([
    ['ra3.xlplus', 1, 'paid monthly', 1585.56, 1109.89, undefined],
    ['ra3.xlplus', 3, 'paid monthly', 1585.56, 689.72, undefined],
  ])
})

test('Aurora, db.r6g.large: 730 h × $0.26 = $189.80; 34.5 % less for a year, paid monthly; ElastiCache of an old family has no rate', async () => {
  // vantage-sh/ec2instances.info, www/rds/instances.json of 2021-08-03
  const member = `${aws}resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = "main"
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
}`
  expect((await told(member))[0]).toEqual(['db.r6g.large', 1, 'paid monthly', 189.8, 124.32, undefined])
  const old = `${aws}resource "aws_elasticache_cluster" "old" {\n  engine = "redis"\n  node_type = "cache.m4.large"\n  num_cache_nodes = 1\n}`
  expect(await told(old)).toEqual([])
})

test('App Service P1v3: Linux 35 % less for a year, Windows 25.6 %; a plan of before has none', async () => {
  // Azure Retail Prices API of southeastasia by ibranibeny/azure-pricing-dashboard, 2026-06-21
  const plan = (os: string, sku: string) =>
    `resource "azurerm_service_plan" "main" {\n  location = "West Europe"\n  os_type = "${os}"\n  sku_name = "${sku}"\n}`
  const share = async (os: string, sku: string) =>
    (await told(plan(os, sku))).map(([what, years, , onDemand, month]) => [
      what,
      years,
      Math.round((1 - Number(month) / Number(onDemand)) * 1000) / 10,
    ])
  expect(await share('Linux', 'P1v3')).toEqual([
    ['P1v3', 1, 35],
    ['P1v3', 3, 55.1],
  ])
  expect(await share('Windows', 'P1v3')).toEqual([
    ['P1v3', 1, 25.6],
    ['P1v3', 3, 40.2],
  ])
  expect(await share('Linux', 'S1')).toEqual([])
})

test('Azure SQL, 4 vCores: 4 × 730 h × $0.152216 = $444.47, 35 and 55 % less; the licence is apart, Hyperscale has none', async () => {
  // Azure Retail Prices API of indonesiacentral by ibranibeny/azure-pricing-dashboard, 2026-06-21
  const database = (sku: string) => `resource "azurerm_mssql_server" "main" {
  location = "East US"
}
resource "azurerm_mssql_database" "main" {
  server_id = azurerm_mssql_server.main.id
  sku_name  = "${sku}"
}`
  const { whatIf } = await scan(database('GP_Gen5_4'))
  expect(
    whatIf?.committed.map(({ years, onDemand, month }) => [years, cents(onDemand.likely), cents(month.likely)]),
  ).toEqual([
    [1, 444.47, 288.91],
    [3, 444.47, 200.01],
  ])
  expect(whatIf?.licences.map(({ by, saves }) => [by, cents(saves.likely)])).toEqual([['Azure Hybrid Benefit', 291.9]])
  expect((await scan(database('HS_Gen5_4'))).whatIf).toEqual({ committed: [], licences: [] })
})

test('PostgreSQL on Azure, D2ds_v4: $519 a year of $0.0988 an hour and vCore is 40 % less, $1,038 for three 60 %; of a burstable one no rate was read', async () => {
  // Azure Retail Prices API of canadacentral by babajideoyelayo-carbonandfinch/azure-prices, 2026-08-22
  const server = (sku: string) => `resource "azurerm_postgresql_flexible_server" "main" {
  location   = "Canada Central"
  sku_name   = "${sku}"
  storage_mb = 32768
}`
  const shares = (await told(server('GP_Standard_D2ds_v4'))).map(([what, years, , onDemand, month]) => [
    what,
    years,
    cents(Number(month) / Number(onDemand)),
  ])
  expect(shares).toEqual([
    ['GP_Standard_D2ds_v4', 1, 0.6],
    ['GP_Standard_D2ds_v4', 3, 0.4],
  ])
  expect(await told(server('B_Standard_B1ms'))).toEqual([])
})

test('AlloyDB, two nodes of 4 vCPUs: 25 % less for a year, 52 % for three', async () => {
  // https://cloud.google.com/alloydb/cud
  const cluster = `resource "google_alloydb_cluster" "main" {
  location = "us-central1"
}
resource "google_alloydb_instance" "main" {
  cluster       = google_alloydb_cluster.main.name
  instance_type = "PRIMARY"
  machine_config {
    cpu_count = 4
  }
}`
  const { whatIf } = await scan(cluster)
  expect(whatIf?.committed.map(({ years, onDemand, month }) => [years, cents(month.likely / onDemand.likely)])).toEqual(
    [
      [1, 0.75],
      [3, 0.48],
    ],
  )
})

test('what all resources come to is summed by cloud and term, and says of how many', async () => {
  const machines = `${aws}resource "aws_instance" "a" {\n  instance_type = "c7g.large"\n  count = 2\n}\nresource "aws_instance" "b" {\n  instance_type = "t3.large"\n}\n`
  const { whatIf } = await scan(machines)
  // c7g.large 2 × 730 h × $0.0725 = $105.85, 38.5 % less paid at once; t3.large 730 h × $0.0832 = $60.74, 41.5 % less
  expect(
    whatIf?.committed
      .filter(({ years }) => years === 1)
      .map(({ how, resources, onDemand, month }) => [how, resources, cents(onDemand.likely), cents(month.likely)]),
  ).toEqual([
    ['paid at once', 2, 166.59, 100.63],
    ['paid monthly', 1, 105.85, 70.07],
  ])
})

test('only when it is asked for; in the form of its schema, in text and in Markdown', async () => {
  const validate = new Ajv({ allErrors: true, strict: false }).compile(
    z.toJSONSchema(scanSchema, { target: 'draft-7' }),
  )
  validate(await scan(windows))
  expect(validate.errors).toBeNull()
  expect(await printed(windows, { whatIf: false })).not.toContain('whatIf')
  expect(await printed(windows, { whatIf: false, format: 'text' })).not.toContain('Hybrid')
  const text = (await printed(windows, { format: 'text' })).replace(/\s+/g, ' ')
  expect(text).toContain('if the Windows licence is brought along (Azure Hybrid Benefit): $134.32 per month less')
  expect(text).toContain('What if, in no total: what is committed to is paid for every hour, used or not.')
  expect(await printed(windows, { format: 'markdown' })).toContain('### What if')
  expect(await printed('resource "aws_vpc" "main" {}\n', { format: 'text' })).toContain(
    'What if: nothing here has a known rate for a year or three.',
  )
})
