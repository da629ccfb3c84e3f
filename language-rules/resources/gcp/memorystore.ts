// https://cloud.google.com/memorystore/docs/redis/pricing
import {
  committable,
  fact,
  line,
  monthOf,
  numberFact,
  priceFor,
  product,
  usage,
} from '../../../core/estimate/resource-line.ts'
import { known, mapKnown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact } from '../../../core/types.ts'
import { isValue } from '../block-facts.ts'

/** GiB up to which an instance is of a capacity tier, whose price is by the GiB. */
const capacities: readonly (readonly [number, string])[] = [
  [4, 'M1'],
  [10, 'M2'],
  [35, 'M3'],
  [100, 'M4'],
  [Number.POSITIVE_INFINITY, 'M5'],
]

const tierOf = (gib: number) => capacities.find(([most]) => gib <= most)![1]

/** Not of instances below 5 GB, nor of backups: https://cloud.google.com/memorystore/docs/redis/cuds */
const committed = { service: 'memorystore', family: 'capacity of 5 GB and more', what: 'capacity' }

const tiers: Readonly<Record<string, string>> = { BASIC: 'basic', STANDARD_HA: 'standard' }

const redis = defineResource({
  id: 'gcp/memorystore-redis',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/memorystore/docs/redis/pricing',
  shape: {
    tier: 'BASIC, or STANDARD_HA with a replica in another zone',
    memoryGiB: 'GiB of memory',
    readReplicas: 'READ_REPLICAS_ENABLED where replicas can be read',
    replicas: 'how many replicas',
  },
  lines: (resource, prices) => {
    const gib = numberFact(resource, 'memoryGiB')
    const capacity = mapKnown(gib, (size): Fact => tierOf(size))
    const price = priceFor(resource, [fact(resource, 'tier'), capacity], (region, tier, name) =>
      prices.service('gcp', 'memorystore-redis', `${tiers[tier!] ?? tier} ${name}`, region),
    )
    const extra = mapKnown(numberFact(resource, 'replicas'), (count) => Math.max(0, count - 1))
    const isRead = isValue(fact(resource, 'readReplicas'), 'READ_REPLICAS_ENABLED')
    return [
      committable(line('Redis memory', 'GB-month', gib, price), valueOf(capacity) === 'M1' ? undefined : committed),
      ...(isRead && valueOf(extra) !== 0 ? [line('Read replicas', 'GB-month', product(extra, gib), 'no-price')] : []),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/redis_instance
    terraform: {
      google_redis_instance: {
        facts: {
          tier: ['tier', 'BASIC'],
          memoryGiB: 'memory_size_gb',
          readReplicas: ['read_replicas_mode', 'READ_REPLICAS_DISABLED'],
          replicas: ['replica_count', 2],
        },
      },
    },
  },
  label: (resource) => {
    const gib = valueOf(fact(resource, 'memoryGiB'))
    return gib === undefined ? 'Redis instance' : `Redis · ${gib} GiB`
  },
})

const nodes: Readonly<Record<string, string>> = {
  REDIS_SHARED_CORE_NANO: 'shared core nano',
  REDIS_STANDARD_SMALL: 'standard small',
  REDIS_STANDARD_LARGE: 'standard large',
  REDIS_HIGHCPU_MEDIUM: 'highcpu medium',
  REDIS_HIGHMEM_MEDIUM: 'highmem medium',
  REDIS_HIGHMEM_XLARGE: 'highmem xlarge',
  REDIS_HIGHMEM_2XLARGE: 'highmem 2xlarge',
}

const cluster = defineResource({
  id: 'gcp/memorystore-redis-cluster',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/memorystore/docs/cluster/pricing',
  shape: {
    nodeType: 'type of each node, REDIS_HIGHMEM_MEDIUM',
    shards: 'how many shards',
    replicas: 'replicas of each shard',
    persistence: 'AOF where what is written is kept on a disk, which costs more',
    backups: 'whether it backs itself up',
  },
  usage: { backupGB: 'GB of backups kept' },
  lines: (resource, prices) => {
    const each = mapKnown(numberFact(resource, 'replicas'), (count) => count + 1)
    const hours = product(product(numberFact(resource, 'shards'), each), monthOf(resource))
    const price = priceFor(resource, [fact(resource, 'nodeType')], (region, type) =>
      prices.service('gcp', 'memorystore-redis-cluster', nodes[type!] ?? type!, region),
    )
    const backup = priceFor(resource, [], (region) =>
      prices.service('gcp', 'memorystore-redis-cluster', 'backups', region),
    )
    const isKept = isValue(fact(resource, 'persistence'), 'AOF')
    return [
      committable(line('Redis nodes', 'hour', hours, price), committed),
      ...(isKept ? [line('AOF persistence', 'hour', hours, 'no-price')] : []),
      ...(isValue(fact(resource, 'backups'), true)
        ? [line('Backups', 'GB-month', usage(resource, 'backupGB'), backup)]
        : []),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/redis_cluster
    terraform: {
      google_redis_cluster: {
        facts: {
          nodeType: ['node_type', 'REDIS_HIGHMEM_MEDIUM'],
          shards: 'shard_count',
          replicas: ['replica_count', 0],
          persistence: ['persistence_config.mode', 'DISABLED'],
          backups: (block) => known<Fact>(block.nested('automated_backup_config').length > 0, block.location),
        },
      },
    },
  },
  label: (resource) => String(valueOf(fact(resource, 'nodeType')) ?? 'Redis cluster'),
})

export const resources = [redis, cluster]

const provider = `provider "google" {
  region = "us-central1"
}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'by the GiB, less each the more there are: 4 × $35.77, 5 × $19.71 and, with a replica, 40 × $25.55',
    terraform: `${provider}
resource "google_redis_instance" "small" {
  name           = "small"
  memory_size_gb = 4
}

resource "google_redis_instance" "next" {
  name           = "next"
  memory_size_gb = 5
}

resource "google_redis_instance" "ha" {
  name           = "ha"
  tier           = "STANDARD_HA"
  memory_size_gb = 40
}
`,
    sees: [
      { address: 'google_redis_instance.small', usd: 143.08, status: 'priced', lines: ['Redis memory'] },
      { address: 'google_redis_instance.next', usd: 98.55, status: 'priced' },
      { address: 'google_redis_instance.ha', usd: 1022, status: 'priced' },
    ],
  },
  {
    name: 'three shards with a replica each: 6 × 730 h × $0.1923; its replicas that can be read have no price',
    terraform: `${provider}
resource "google_redis_cluster" "main" {
  name          = "main"
  shard_count   = 3
  replica_count = 1
}

resource "google_redis_instance" "read" {
  name               = "read"
  tier               = "STANDARD_HA"
  memory_size_gb     = 5
  read_replicas_mode = "READ_REPLICAS_ENABLED"
  replica_count      = 3
}
`,
    sees: [
      { address: 'google_redis_cluster.main', usd: 842.27, status: 'priced', assumed: ['nodeType', 'persistence'] },
      {
        address: 'google_redis_instance.read',
        usd: 197.1,
        status: 'partial',
        unknown: ['Read replicas: no-price'],
      },
    ],
  },
]
