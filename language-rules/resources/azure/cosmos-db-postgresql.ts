// https://azure.microsoft.com/pricing/details/cosmos-db/, for PostgreSQL: vCores of the coordinator and of the workers, and storage; each
// node has a standby of its own with high availability (https://learn.microsoft.com/azure/cosmos-db/postgresql/concepts-high-availability).
import { fact, isUnwritten, monthOf, numberFact, product } from '../../../core/estimate/resource-line.ts'
import { known, mapKnown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Known, Line, Resource } from '../../../core/types.ts'
import { isValue } from '../block-facts.ts'
import { itemLines } from './item-lines.ts'

const mibOfGib = 1024

/** The list has the vCore of a coordinator of general purpose and of a worker with more memory; of others it has none. */
const meters: Readonly<Record<string, string>> = {
  'coordinator GeneralPurpose': 'coordinator vCore',
  'worker MemoryOptimized': 'worker vCore',
}

interface Nodes {
  readonly role: 'coordinator' | 'worker'
  readonly label: string
  readonly count: Known<number>
}

function nodeLines(resource: Resource, prices: PriceBook, { role, label, count }: Nodes): readonly Line[] {
  const { item } = itemLines(resource, prices, 'cosmosdb-postgresql')
  const edition = fact(resource, `${role}Edition`)
  const vcores = numberFact(resource, `${role}VCores`)
  const gib = mapKnown(numberFact(resource, `${role}StorageMiB`), (mib) => mib / mibOfGib)
  const storage = item(`${label} storage`, 'GiB-month', product(count, gib), 'storage')
  const hours = product(count, monthOf(resource))
  if (/^Burstable/.test(String(valueOf(edition)))) {
    const of = { by: [fact(resource, `${role}VCores`)], item: (size: string | undefined) => `burstable ${size} vCore` }
    return [item(label, 'hour', hours, of), storage]
  }
  const of = { by: [edition], item: (name: string | undefined) => meters[`${role} ${name}`] }
  return [item(label, 'vCore-hour', product(hours, vcores), of), storage]
}

export const resources = [
  defineResource({
    id: 'azure/cosmos-db-postgresql',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/cosmos-db/',
    shape: {
      coordinatorEdition: 'GeneralPurpose, MemoryOptimized, BurstableGeneralPurpose',
      coordinatorVCores: 'vCores of the coordinator',
      coordinatorStorageMiB: 'MiB of its storage',
      workers: 'worker nodes',
      workerEdition: 'as of the coordinator',
      workerVCores: 'vCores of each worker',
      workerStorageMiB: 'MiB of the storage of each',
      highAvailability: 'whether each node has a standby',
    },
    lines(resource, prices) {
      const each = isValue(fact(resource, 'highAvailability'), true) ? 2 : 1
      const workers = numberFact(resource, 'workers')
      const coordinator = known(each, resource.location)
      return [
        ...nodeLines(resource, prices, { role: 'coordinator', label: 'Coordinator', count: coordinator }),
        ...(valueOf(workers) === 0 || isUnwritten(workers)
          ? []
          : nodeLines(resource, prices, { role: 'worker', label: 'Workers', count: product(workers, coordinator) })),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cosmosdb_postgresql_cluster
      terraform: {
        azurerm_cosmosdb_postgresql_cluster: {
          facts: {
            coordinatorEdition: ['coordinator_server_edition', 'GeneralPurpose'],
            coordinatorVCores: 'coordinator_vcore_count',
            coordinatorStorageMiB: 'coordinator_storage_quota_in_mb',
            workers: 'node_count',
            workerEdition: ['node_server_edition', 'MemoryOptimized'],
            workerVCores: 'node_vcores',
            workerStorageMiB: 'node_storage_quota_in_mb',
            highAvailability: ['ha_enabled', false],
          },
        },
      },
    },
    label: () => 'Cosmos DB for PostgreSQL',
  }),
]

const cluster = (name: string, more: string) => `resource "azurerm_cosmosdb_postgresql_cluster" "${name}" {
  location                        = "East US 2"
  coordinator_storage_quota_in_mb = 131072
${more}
}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'one node in East US 2: 4 × 730 h × $0.110232 + 128 GiB × $0.138; with two workers of 8 vCores and 512 GiB, × $0.142875, and with standbys',
    terraform: [
      cluster('single', '  coordinator_vcore_count = 4\n  node_count = 0'),
      cluster(
        'spread',
        '  coordinator_vcore_count = 4\n  node_count = 2\n  node_vcores = 8\n  node_storage_quota_in_mb = 524288',
      ),
      cluster('safe', '  coordinator_vcore_count = 4\n  node_count = 0\n  ha_enabled = true'),
    ].join('\n'),
    sees: [
      {
        address: 'azurerm_cosmosdb_postgresql_cluster.single',
        usd: 339.54,
        status: 'priced',
        lines: ['Coordinator', 'Coordinator storage'],
      },
      {
        address: 'azurerm_cosmosdb_postgresql_cluster.spread',
        usd: 2149.63,
        status: 'priced',
        lines: ['Coordinator', 'Coordinator storage', 'Workers', 'Workers storage'],
      },
      { address: 'azurerm_cosmosdb_postgresql_cluster.safe', usd: 679.08, status: 'priced' },
    ],
  },
  {
    name: 'a burstable one: 730 h × $0.0191 + 128 GiB × $0.138; a coordinator with more memory has no price',
    terraform: [
      cluster(
        'small',
        '  coordinator_vcore_count = 1\n  coordinator_server_edition = "BurstableMemoryOptimized"\n  node_count = 0',
      ),
      cluster(
        'memory',
        '  coordinator_vcore_count = 4\n  coordinator_server_edition = "MemoryOptimized"\n  node_count = 0',
      ),
    ].join('\n'),
    sees: [
      { address: 'azurerm_cosmosdb_postgresql_cluster.small', usd: 31.61, status: 'priced' },
      {
        address: 'azurerm_cosmosdb_postgresql_cluster.memory',
        usd: 17.66,
        status: 'partial',
        unknown: ['Coordinator: no-price'],
      },
    ],
  },
]
