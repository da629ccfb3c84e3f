// https://azure.microsoft.com/pricing/details/azure-sql-database/single/ and …/elastic/
import { fact, isUnwritten, monthOf, numberFact, product, usage } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { isValue } from '../block-facts.ts'
import { sqlDatabasesFromCode } from './databases-from-code.ts'
import { itemLines, type Multiple } from './item-lines.ts'
import { regionOf } from './regions.ts'
import { examples as worked } from './sql-database-examples.ts'
import {
  backupLines,
  backupUsage,
  computeItem,
  computeMultiple,
  licenceLines,
  longTermLines,
  reserved,
  service,
  sqlStorageLines,
  zoneLines,
} from './sql-lines.ts'

/** `GP_S_Gen5_4`: its tier, whether it is serverless, its hardware and its vCores. */
const vCoreSku = /^(GP|BC|HS|GPG|BCG|HSG)_(S_)?([a-z\d]+)_(\d+)$/i
const tiers: Readonly<Record<string, string>> = { GP: 'General Purpose', BC: 'Business Critical', HS: 'Hyperscale' }

const backupPlace = (resource: Resource) => (isValue(fact(resource, 'backupStorage'), 'Local') ? 'LRS' : 'RA-GRS')

function vCoreLines(
  resource: Resource,
  prices: PriceBook,
  [, kind, serverless, hardware, size]: readonly string[],
): Line[] {
  const tier = tiers[kind!.slice(0, 2).toUpperCase()]!
  const { item } = itemLines(resource, prices, service)
  const replicas = valueOf(numberFact(resource, 'replicas')) ?? 0
  const vcores = known(Number(size) * (1 + replicas), resource.location)
  const kept = sqlStorageLines(resource, prices, tier)
  if (serverless !== undefined) {
    const least = fact(resource, 'pauses')
    const awake = isValue(least, false)
      ? product(numberFact(resource, 'leastVCores'), monthOf(resource))
      : usage(resource, 'vCoreHours')
    const hours = resource.usage?.vCoreHours ?? awake
    const compute = `GP serverless ${hardware}`
    return [
      item('Compute', 'vCore-hour', hours, compute),
      ...zoneLines(resource, prices, tier, hours, compute),
      ...kept,
    ]
  }
  const hours = product(vcores, monthOf(resource))
  const compute = computeItem(tier, hardware!)
  return [
    reserved(
      item('Compute', 'vCore-hour', hours, {
        by: [],
        item: () => compute,
        multiple: () => computeMultiple(tier, hardware!),
      }),
      tier,
    ),
    ...zoneLines(resource, prices, tier, hours, compute),
    ...licenceLines(resource, prices, tier, hours),
    ...kept,
  ]
}

/**
 * GB that come with a level of DTUs: https://learn.microsoft.com/azure/azure-sql/database/resource-limits-dtu-single-databases
 * Of the premium levels no copy of the page was found.
 */
const includedGB = (sku: string) => (/^basic$/i.test(sku) ? 2 : /^s/i.test(sku) ? 250 : undefined)

function furtherGB(size: Known<number>, included: number | undefined): Known<number> {
  return included === undefined ? unknown('unsupported', size.at) : mapKnown(size, (gb) => Math.max(0, gb - included))
}

/** DTUs of a level, which cost the same in each of its tier; the book has those that the list rounds otherwise. */
const dtus: Readonly<Record<string, number>> = {
  ...{ S0: 10, S1: 20, S2: 50, S3: 100, S4: 200, S6: 400, S7: 800, S9: 1600, S12: 3000 },
  ...{ P1: 125, P2: 250, P4: 500, P6: 1000 },
}

function dtuMultiple(sku: string): Multiple | undefined {
  const base = /^p/i.test(sku) ? 'P6' : 'S1'
  const size = dtus[sku.toUpperCase()]
  return size === undefined ? undefined : [`DTU ${base}`, size / dtus[base]!]
}

function dtuLines(resource: Resource, prices: PriceBook, sku: string): Line[] {
  const { hours, item } = itemLines(resource, prices, service)
  const size = numberFact(resource, 'storageGB')
  const further = isUnwritten(size) ? undefined : furtherGB(size, includedGB(sku))
  const kind = /^p/i.test(sku) ? 'premium' : 'standard'
  const hasFurther = further !== undefined && valueOf(further) !== 0
  return [
    hours('Compute', { by: [], item: () => `DTU ${sku}`, multiple: () => dtuMultiple(sku) }),
    ...(hasFurther ? [item('Further storage', 'GB-month', further, `DTU extra storage ${kind}`)] : []),
  ]
}

function databaseLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const sku = fact(resource, 'sku')
  // https://learn.microsoft.com/azure/azure-sql/database/automated-backups-overview: its backups too count "at the pool level", but for
  // those it keeps for long by a policy of its own.
  if (isPooled(resource))
    return isValue(fact(resource, 'keepsLong'), true) ? longTermLines(resource, prices, backupPlace(resource)) : []
  const name = valueOf(sku)
  if (name === undefined)
    return [itemLines(resource, prices, service).hours('Compute', { by: [sku], item: () => undefined })]
  const vcore = vCoreSku.exec(String(name))
  const place = backupPlace(resource)
  return vcore
    ? [...vCoreLines(resource, prices, vcore), ...backupLines(resource, prices, place)]
    : [...dtuLines(resource, prices, String(name)), ...longTermLines(resource, prices, place)]
}

const isPooled = (resource: Resource) =>
  isValue(fact(resource, 'pooled'), true) || isValue(fact(resource, 'sku'), 'ElasticPool')

/** "The default max size is 32 GB": of the levels by vCore. A Hyperscale database is billed for what it holds. */
const storageOf = (written: Known<Fact>, sku: Known<Fact>, block: Block): Known<Fact> =>
  isUnwritten(written) && /^(?:GP|BC)/i.test(String(valueOf(sku))) ? assumed<Fact>(32, block.location) : written

const database: FormatMapping = {
  facts: {
    sku: 'sku_name',
    licence: ['license_type', 'LicenseIncluded'],
    storageGB: (block) => storageOf(block.fact('max_size_gb'), block.fact('sku_name'), block),
    zoneRedundant: ['zone_redundant', false],
    replicas: ['read_replica_count', 0],
    leastVCores: 'min_capacity',
    // It pauses unless that is switched off.
    pauses: (block) =>
      known<Fact>(Number(valueOf(block.fact('auto_pause_delay_in_minutes')) ?? 60) !== -1, block.location),
    backupStorage: ['storage_account_type', 'Geo'],
    pooled: (block) => known<Fact>(!isUnwritten(block.fact('elastic_pool_id')), block.location),
    keepsLong: (block) => known<Fact>(block.nested('long_term_retention_policy').length > 0, block.location),
  },
  region: regionOf('server_id'),
}

/** The resource before it says the same in other words: an edition, and a name for the size in it, of which basic has one. */
function oldSku(block: Block): Known<Fact> {
  const size = block.fact('requested_service_objective_name')
  if (!isUnwritten(size)) return size
  const edition = block.fact('edition')
  return valueOf(edition) === 'Basic' ? edition : unknown('absent')
}

export const resources = [
  defineResource({
    id: 'azure/sql-database',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/azure-sql-database/single/',
    shape: {
      sku: 'GP_Gen5_4, GP_S_Gen5_2, BC_Gen5_4, HS_Gen5_2; Basic, S1, P6',
      licence: 'LicenseIncluded, or BasePrice where it is brought along',
      storageGB: 'GB it may have',
      zoneRedundant: 'whether its replicas are in several zones',
      replicas: 'readable replicas of a Hyperscale database',
      leastVCores: 'vCores a serverless one keeps while it is not paused',
      pauses: 'whether a serverless one pauses when nobody uses it',
      backupStorage: 'Geo, GeoZone, Zone or Local',
      pooled: 'whether it is in an elastic pool, which is billed for it',
      keepsLong: 'whether a policy keeps backups for long',
    },
    usage: {
      ...backupUsage,
      vCoreHours: 'vCore-hours a serverless database uses in a month',
      storedGB: 'GB a Hyperscale database holds, mean of the month',
    },
    lines: databaseLines,
    billedWith: (resource) =>
      isPooled(resource) && !isValue(fact(resource, 'keepsLong'), true) ? 'its elastic pool' : undefined,
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_database
      terraform: {
        azurerm_mssql_database: database,
        // https://registry.terraform.io/providers/hashicorp/azurerm/3.116.0/docs/resources/sql_database
        azurerm_sql_database: {
          facts: {
            sku: oldSku,
            licence: (block) => known<Fact>('LicenseIncluded', block.location),
            storageGB: (block) =>
              storageOf(
                mapKnown(block.fact('max_size_bytes'), (bytes): Fact => Number(bytes) / 2 ** 30),
                oldSku(block),
                block,
              ),
            zoneRedundant: ['zone_redundant', false],
            backupStorage: (block) => known<Fact>('Geo', block.location),
            pooled: (block) => known<Fact>(!isUnwritten(block.fact('elastic_pool_name')), block.location),
          },
        },
      },
      sdk: sqlDatabasesFromCode,
    },
    label: (resource) => `SQL database ${valueOf(fact(resource, 'sku')) ?? ''}`.trim(),
  }),
]

export const examples = worked
