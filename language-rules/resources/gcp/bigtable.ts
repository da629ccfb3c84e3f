// https://cloud.google.com/bigtable/pricing
import {
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  partsOf,
  priceFor,
  product,
  usage,
} from '../../../core/estimate/resource-line.ts'
import type { Block, NestedBlock } from '../../../core/format.ts'
import { assumed, mapKnown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { between } from './compute/replicas.ts'
import { regionOfZone } from './location.ts'

const service = 'bigtable'

/** A cluster that is told neither a number of nodes nor a band has what Google gives it. */
function nodesOf(cluster: NestedBlock, block: Block): Known<Fact> {
  const limit = (name: string) => cluster.fact(`autoscaling_config.${name}`)
  const [least, most] = [limit('min_nodes'), limit('max_nodes')]
  // both written, the number of nodes is ignored
  return isUnwritten(most) ? cluster.fact('num_nodes') : between(least, least, most, block.location)
}

const regionOfCluster = (cluster: NestedBlock, block: Block): Known<Fact> => {
  const zone = cluster.fact('zone')
  return isUnwritten(zone) ? block.region : mapKnown(zone, (name): Fact => regionOfZone(name))
}

function clusterFacts(block: Block): Record<string, Known<Fact>> {
  const facts = block.nested('cluster').flatMap((cluster, i) => {
    const storage = cluster.fact('storage_type')
    return [
      [`clusters[${i}].nodes`, nodesOf(cluster, block)],
      [`clusters[${i}].region`, regionOfCluster(cluster, block)],
      [`clusters[${i}].storage`, isUnwritten(storage) ? assumed<Fact>('SSD', block.location) : storage],
    ] as const
  })
  return Object.fromEntries(facts)
}

const nodeItems: Readonly<Record<string, string>> = {
  ENTERPRISE: 'enterprise node',
  ENTERPRISE_PLUS: 'enterprise plus node',
}

function linesOfCluster(resource: Resource, prices: PriceBook, part: string, label: string): Line[] {
  const place = fact(resource, `${part}.region`)
  const where = mapKnown(place, String)
  const there = { ...resource, region: where }
  const node = priceFor(there, [fact(resource, 'edition')], (region, edition) =>
    prices.service('gcp', service, nodeItems[edition!] ?? edition!, region),
  )
  const storage = priceFor(there, [fact(resource, `${part}.storage`)], (region, type) =>
    prices.service('gcp', service, `${type} storage`, region),
  )
  // listed by the hour in some regions
  const monthly =
    typeof storage === 'string' || storage.unit === 'GB-month'
      ? storage
      : { ...storage, usd: storage.usd * valueOf(monthOf(resource))!, unit: 'GB-month' }
  return [
    line(`${label} nodes`, 'hour', product(numberFact(resource, `${part}.nodes`), monthOf(resource)), node),
    line(`${label} storage`, 'GB-month', usage(resource, 'storedGB'), monthly),
  ]
}

const instance = defineResource({
  id: 'gcp/bigtable-instance',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/bigtable/pricing',
  shape: {
    edition: 'ENTERPRISE or ENTERPRISE_PLUS',
    'clusters[0].nodes': 'nodes of each cluster, from the least to the most that an autoscaler may keep',
    'clusters[0].region': 'region that its zone is in',
    'clusters[0].storage': 'SSD or HDD',
  },
  usage: { storedGB: 'GB that each cluster stores', backupGB: 'GB of backups' },
  lines: (resource, prices) => {
    const parts = partsOf(resource, 'clusters')
    const backups = priceFor(resource, [], (region) => prices.service('gcp', service, 'backups', region))
    return [
      ...parts.flatMap((part, i) =>
        linesOfCluster(resource, prices, part, parts.length === 1 ? 'Cluster' : `Cluster ${i + 1}`),
      ),
      line('Backups', 'GB-month', usage(resource, 'backupGB'), backups),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/bigtable_instance
    terraform: {
      google_bigtable_instance: {
        facts: { edition: ['edition', 'ENTERPRISE'] },
        more: clusterFacts,
        region: (block) => {
          const [first] = block.nested('cluster')
          return first === undefined ? block.region : mapKnown(regionOfCluster(first, block), String)
        },
      },
    },
  },
  label: (resource) => {
    const nodes = valueOf(numberFact(resource, 'clusters[0].nodes'))
    return nodes === undefined ? 'Bigtable instance' : `Bigtable · ${nodes} nodes`
  },
})

export const resources = [instance]

export const examples: readonly ResourceExample[] = [
  {
    name: 'three nodes, 3 × 730 h × $0.65, and 200 GB × $0.000232877 × 730; two clusters, from 1 to 4 and 2 nodes of the larger edition at $0.85, of which Belgium has no row',
    terraform: `resource "google_bigtable_instance" "one" {
  name = "one"

  cluster {
    cluster_id = "one-c1"
    zone       = "us-central1-b"
    num_nodes  = 3
  }
}

resource "google_bigtable_instance" "two" {
  name    = "two"
  edition = "ENTERPRISE_PLUS"

  cluster {
    cluster_id   = "two-c1"
    zone         = "us-central1-b"
    storage_type = "HDD"

    autoscaling_config {
      min_nodes  = 1
      max_nodes  = 4
      cpu_target = 60
    }
  }

  cluster {
    cluster_id = "two-c2"
    zone       = "europe-west1-b"
    num_nodes  = 2
  }
}
`,
    usage: { 'google_bigtable_instance.one': { storedGB: 200 } },
    sees: [
      {
        address: 'google_bigtable_instance.one',
        usd: 1457.5,
        status: 'partial',
        lines: ['Cluster nodes', 'Cluster storage', 'Backups'],
        assumed: ['edition', 'clusters[0].storage', 'storedGB'],
      },
      {
        address: 'google_bigtable_instance.two',
        usd: 620.5,
        status: 'partial',
        unknown: [
          'Cluster 1 storage: no-price',
          'Cluster 2 nodes: no-price',
          'Cluster 2 storage: usage',
          'Backups: no-price',
        ],
      },
    ],
  },
  {
    name: 'in Belgium 730 h × $0.65 and 100 GB × $0.026 of hard disks; without a number of nodes Google decides it',
    terraform: `resource "google_bigtable_instance" "disks" {
  name = "disks"

  cluster {
    cluster_id   = "disks-c1"
    zone         = "europe-west1-c"
    num_nodes    = 1
    storage_type = "HDD"
  }
}

resource "google_bigtable_instance" "open" {
  name = "open"

  cluster {
    cluster_id = "open-c1"
    zone       = "europe-west1-c"
  }
}
`,
    usage: { 'google_bigtable_instance.disks': { storedGB: 100, backupGB: 0 } },
    sees: [
      { address: 'google_bigtable_instance.disks', usd: 477.1, status: 'priced' },
      {
        address: 'google_bigtable_instance.open',
        usd: null,
        status: 'partial',
        unknown: ['Cluster nodes: absent', 'Cluster storage: usage', 'Backups: usage'],
      },
    ],
  },
]
