// https://cloud.google.com/alloydb/pricing
import {
  committable,
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  priceFor,
  product,
  usage,
} from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, mapKnown } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { regionOfLocation } from './location.ts'

const docs = 'https://cloud.google.com/alloydb/pricing'
const service = 'alloydb'

/** Not of storage or backups: https://cloud.google.com/alloydb/cud */
const committed = { service, family: 'vCPUs and memory', what: 'vCPUs and memory' }

/** The row of the price list is one of 2 vCPUs and 16 GiB; larger ones have as many times both. */
const listed = { item: 'n2-highmem-2', vcpus: 2 }

const clusterOf = (block: Block) => block.target('cluster', 'google_alloydb_cluster')

/** A primary has a standby where it is highly available; a pool has the nodes it names. */
function nodesOf(block: Block): Known<Fact> {
  const count = block.fact('read_pool_config.node_count')
  if (!isUnwritten(count)) return count
  const availability = block.fact('availability_type')
  if (isUnwritten(availability)) return known<Fact>(2, block.location)
  return mapKnown(availability, (type): Fact => (type === 'ZONAL' ? 1 : 2))
}

const instance = defineResource({
  id: 'gcp/alloydb-instance',
  cloud: 'gcp',
  docs,
  shape: {
    vcpus: 'vCPUs of each node',
    machineType: 'machine type where one is named: n2-highmem-4, c4a-highmem-4-lssd',
    nodes: 'nodes: a standby counts, and each of a read pool',
  },
  lines: (resource, prices) => {
    const machine = fact(resource, 'machineType')
    const type: Known<Fact> = isUnwritten(machine) ? known<Fact>('n2-highmem', resource.location) : machine
    const price = priceFor(resource, [type], (region, name) => {
      const found = name!.startsWith('n2-highmem') ? prices.service('gcp', service, listed.item, region) : undefined
      return found && { ...found, usd: found.usd / listed.vcpus, unit: 'vCPU-hour' }
    })
    const vcpus = product(numberFact(resource, 'vcpus'), numberFact(resource, 'nodes'))
    return [
      committable(line('vCPUs with their memory', 'vCPU-hour', product(vcpus, monthOf(resource)), price), committed),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/alloydb_instance
    terraform: {
      google_alloydb_instance: {
        facts: { vcpus: 'machine_config.cpu_count', machineType: 'machine_config.machine_type', nodes: nodesOf },
        region: (block) => {
          const own = clusterOf(block)
          return own === undefined ? block.region : regionOfLocation(own)
        },
      },
    },
  },
  label: () => 'AlloyDB instance',
})

const cluster = defineResource({
  id: 'gcp/alloydb-cluster',
  cloud: 'gcp',
  docs,
  shape: {},
  usage: { storedGB: 'GB stored by the cluster', backupGB: 'GB of backups' },
  lines: (resource, prices) => {
    const price = (item: string) => priceFor(resource, [], (region) => prices.service('gcp', service, item, region))
    return [
      line('Storage', 'GB-month', usage(resource, 'storedGB'), price('storage')),
      line('Backups', 'GB-month', usage(resource, 'backupGB'), price('backup storage')),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/alloydb_cluster
    terraform: { google_alloydb_cluster: { facts: {}, region: (block) => regionOfLocation(block) } },
  },
  label: () => 'AlloyDB cluster',
})

export const resources = [instance, cluster]

export const examples: readonly ResourceExample[] = [
  {
    name: 'with a standby, 2 × 4 vCPUs × 730 h × $0.18057; without one, 2 vCPUs × 730 h × $0.18057; a pool of three nodes; storage has no row here',
    terraform: `resource "google_alloydb_cluster" "main" {
  cluster_id = "main"
  location   = "asia-east1"
}

resource "google_alloydb_instance" "primary" {
  cluster       = google_alloydb_cluster.main.name
  instance_id   = "primary"
  instance_type = "PRIMARY"

  machine_config {
    cpu_count = 4
  }
}

resource "google_alloydb_instance" "zonal" {
  cluster           = google_alloydb_cluster.main.name
  instance_id       = "zonal"
  instance_type     = "PRIMARY"
  availability_type = "ZONAL"

  machine_config {
    cpu_count = 2
  }
}

resource "google_alloydb_instance" "pool" {
  cluster       = google_alloydb_cluster.main.name
  instance_id   = "pool"
  instance_type = "READ_POOL"

  read_pool_config {
    node_count = 3
  }

  machine_config {
    cpu_count = 2
  }
}
`,
    sees: [
      { address: 'google_alloydb_cluster.main', usd: null, status: 'unknown' },
      { address: 'google_alloydb_instance.primary', usd: 1054.53, status: 'priced' },
      { address: 'google_alloydb_instance.zonal', usd: 263.63, status: 'priced' },
      { address: 'google_alloydb_instance.pool', usd: 790.9, status: 'priced' },
    ],
  },
]
