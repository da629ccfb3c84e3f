// https://cloud.google.com/memorystore/valkey/pricing, https://cloud.google.com/memorystore/docs/memcached/pricing
import { fact, line, monthOf, numberFact, priceFor, product, usage } from '../../../core/estimate/resource-line.ts'
import { known, mapKnown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact } from '../../../core/types.ts'
import { isValue } from '../block-facts.ts'
import { regionOfLocation } from './location.ts'

const mibInGiB = 1024

const valkey = defineResource({
  id: 'gcp/memorystore-valkey',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/memorystore/valkey/pricing',
  shape: {
    nodeType: 'type of each node: SHARED_CORE_NANO, STANDARD_SMALL, HIGHMEM_MEDIUM or HIGHMEM_XLARGE',
    shards: 'how many shards',
    replicas: 'replicas of each shard',
    persistence: 'AOF where what is written is kept on a disk, which costs more',
    backups: 'whether it backs itself up',
  },
  usage: { backupGB: 'GB of backups kept' },
  lines: (resource, prices) => {
    const each = mapKnown(numberFact(resource, 'replicas'), (count) => count + 1)
    const hours = product(product(numberFact(resource, 'shards'), each), monthOf(resource))
    const of = (item: string) =>
      priceFor(resource, [], (region) => prices.service('gcp', 'memorystore-valkey', item, region))
    const node = priceFor(resource, [fact(resource, 'nodeType')], (region, type) =>
      prices.service('gcp', 'memorystore-valkey', type!.toLowerCase().replaceAll('_', ' '), region),
    )
    return [
      line('Valkey nodes', 'hour', hours, node),
      ...(isValue(fact(resource, 'persistence'), 'AOF') ? [line('AOF persistence', 'hour', hours, 'no-price')] : []),
      ...(isValue(fact(resource, 'backups'), true)
        ? [line('Backups', 'GB-month', usage(resource, 'backupGB'), of('backups'))]
        : []),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/memorystore_instance
    terraform: {
      google_memorystore_instance: {
        facts: {
          nodeType: 'node_type',
          shards: 'shard_count',
          replicas: ['replica_count', 0],
          persistence: ['persistence_config.mode', 'DISABLED'],
          backups: (block) => known<Fact>(block.nested('automated_backup_config').length > 0, block.location),
        },
        region: (block) => regionOfLocation(block),
      },
    },
  },
  label: (resource) => `Valkey ${valueOf(fact(resource, 'nodeType')) ?? ''}`.trim(),
})

const memcached = defineResource({
  id: 'gcp/memorystore-memcached',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/memorystore/docs/memcached/pricing',
  shape: { nodes: 'how many nodes', vcpus: 'vCPUs of each', memoryMiB: 'MiB of memory of each' },
  lines: (resource, prices) => {
    const hours = product(numberFact(resource, 'nodes'), monthOf(resource))
    const gib = mapKnown(numberFact(resource, 'memoryMiB'), (mib) => mib / mibInGiB)
    const of = (item: string) =>
      priceFor(resource, [], (region) => prices.service('gcp', 'memorystore-memcached', item, region))
    return [
      line('Memcached vCPUs', 'vCPU-hour', product(numberFact(resource, 'vcpus'), hours), of('vCPU')),
      line('Memcached memory', 'GiB-hour', product(gib, hours), of('memory')),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/memcache_instance
    terraform: {
      google_memcache_instance: {
        facts: { nodes: 'node_count', vcpus: 'node_config.cpu_count', memoryMiB: 'node_config.memory_size_mb' },
      },
    },
  },
  label: () => 'Memcached instance',
})

export const resources = [valkey, memcached]

export const examples: readonly ResourceExample[] = [
  {
    name: 'three shards with a replica each, 3 × 2 × 730 h × $0.1425; one shard of a shared core, 730 h × $0.0318, whose log on disk has no row; of Memcached there is none at all',
    terraform: `provider "google" {
  region = "us-central1"
}

resource "google_memorystore_instance" "main" {
  instance_id   = "main"
  location      = "us-central1"
  shard_count   = 3
  replica_count = 1
  node_type     = "STANDARD_SMALL"
}

resource "google_memorystore_instance" "kept" {
  instance_id = "kept"
  location    = "us-central1"
  shard_count = 1
  node_type   = "SHARED_CORE_NANO"

  persistence_config {
    mode = "AOF"
  }
}

resource "google_memcache_instance" "sessions" {
  name       = "sessions"
  node_count = 2

  node_config {
    cpu_count      = 1
    memory_size_mb = 2048
  }
}
`,
    sees: [
      { address: 'google_memorystore_instance.main', usd: 624.15, status: 'priced', lines: ['Valkey nodes'] },
      {
        address: 'google_memorystore_instance.kept',
        usd: 23.21,
        status: 'partial',
        unknown: ['AOF persistence: no-price'],
      },
      {
        address: 'google_memcache_instance.sessions',
        usd: null,
        status: 'unknown',
        unknown: ['Memcached vCPUs: no-price', 'Memcached memory: no-price'],
      },
    ],
  },
]
