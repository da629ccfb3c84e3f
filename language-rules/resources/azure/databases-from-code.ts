// https://learn.microsoft.com/rest/api/postgresql/servers/create-or-update, https://learn.microsoft.com/rest/api/mysql/servers/create,
// https://learn.microsoft.com/rest/api/sql/databases/create-or-update, https://learn.microsoft.com/rest/api/redis/redis/create: databases
// and caches that a program makes by calling Azure itself.
import { isUnwritten, numberOf, product } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { among } from './arguments.ts'

type Mappings = Readonly<Record<string, FormatMapping>>

const third = among(['parameters', '[2]'])
const fourth = among(['parameters', '[3]'])

/** Python's `storage_size_gb` is `storageSizeGB` in JavaScript. */
const storageGiB = `${third('storage.storage_size_gb')}|${third('storage.storageSizeGB')}`

/** In the SDKs before some are `properties`, below which the rest is. */
const within = (told: (name: string) => string, name: string) => `${told(name)}|${told(`properties.${name}`)}`

const regionBy = (path: string) => (block: Block) =>
  mapKnown(block.fact(path), (name) => String(name).toLowerCase().replaceAll(' ', ''))

/** `Standard_D2s_v3` of the tier `GeneralPurpose` is `GP_Standard_D2s_v3` where the provider of Terraform names it. */
const tiers: Readonly<Record<string, string>> = { Burstable: 'B', GeneralPurpose: 'GP', MemoryOptimized: 'MO' }

function serverSku(block: Block): Known<Fact> {
  const [name, tier] = [block.fact(third('sku.name')), block.fact(third('sku.tier'))]
  const letters = tiers[String(valueOf(tier))]
  if (valueOf(name) === undefined) return name
  return letters === undefined
    ? unknown('dynamic', block.location)
    : mapKnown(name, (size): Fact => `${letters}_${size}`)
}

function copies(block: Block): Known<Fact> {
  const mode = block.fact(third('high_availability.mode'))
  return isUnwritten(mode) ? known<Fact>(1, block.location) : mapKnown(mode, (is): Fact => (is === 'Disabled' ? 1 : 2))
}

export const postgresFromCode: Mappings = {
  'azure.postgresql_flexible_server': {
    facts: { sku: serverSku, storageGiB, copies },
    region: regionBy(third('location')),
  },
}

export const mysqlFromCode: Mappings = {
  'azure.mysql_flexible_server': {
    facts: { sku: serverSku, storageGiB, iops: third('storage.iops'), copies },
    region: regionBy(third('location')),
  },
}

/** https://learn.microsoft.com/python/api/azure-mgmt-rdbms: the single servers. */
export const oldServerFromCode = (type: string): Mappings => ({
  [type]: {
    facts: {
      sku: third('sku.name'),
      storageGiB: (block) =>
        mapKnown(numberOf(block.fact(within(third, 'storage_profile.storage_mb'))), (mb): Fact => mb / 1024),
    },
    region: regionBy(third('location')),
  },
})

export const sqlDatabasesFromCode: Mappings = {
  'azure.sql_database': {
    facts: {
      sku: fourth('sku.name'),
      licence: [fourth('license_type'), 'LicenseIncluded'],
      storageGB: (block) => {
        const told = mapKnown(numberOf(block.fact(fourth('max_size_bytes'))), (bytes): Fact => bytes / 2 ** 30)
        const isByVCore = /^(?:GP|BC)/i.test(String(valueOf(block.fact(fourth('sku.name')))))
        return isUnwritten(told) && isByVCore ? assumed<Fact>(32, block.location) : told
      },
      zoneRedundant: [fourth('zone_redundant'), false],
      replicas: [fourth('high_availability_replica_count'), 0],
      leastVCores: fourth('min_capacity'),
      pauses: (block) => known<Fact>(valueOf(block.fact(fourth('auto_pause_delay'))) !== -1, block.location),
      backupStorage: [fourth('requested_backup_storage_redundancy'), 'Geo'],
      pooled: (block) => known<Fact>(!isUnwritten(block.fact(fourth('elastic_pool_id'))), block.location),
      keepsLong: (block) => known<Fact>(false, block.location),
    },
    region: regionBy(fourth('location')),
  },
}

/** Basic is one node, Standard two; of Premium a primary and its replicas, one where nothing is written, in each shard. */
function nodes(block: Block): Known<Fact> {
  const tier = block.fact(third('sku.name'))
  if (valueOf(tier) === undefined) return tier
  if (valueOf(tier) === 'Basic') return known<Fact>(1, block.location)
  const number = (path: string, usual: number): Known<number> => {
    const told = block.fact(third(path))
    return isUnwritten(told) ? known(usual, block.location) : numberOf(told)
  }
  return product(
    mapKnown(number('shard_count', 0), (shards) => Math.max(1, shards)),
    mapKnown(number('replicas_per_primary', 1), (replicas) => 1 + replicas),
  )
}

export const cachesFromCode: Mappings = {
  'azure.redis': {
    facts: {
      tier: third('sku.name'),
      size: (block) => {
        const [family, size] = [block.fact(third('sku.family')), block.fact(third('sku.capacity'))]
        return valueOf(family) === undefined ? family : mapKnown(size, (many): Fact => `${valueOf(family)}${many}`)
      },
      nodes,
    },
    region: regionBy(third('location')),
  },
}
