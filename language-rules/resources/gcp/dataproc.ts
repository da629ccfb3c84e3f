// https://cloud.google.com/dataproc/pricing: a fee for each vCPU, on top of the machines
import {
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  partsOf,
  priceFor,
  product,
} from '../../../core/estimate/resource-line.ts'
import type { Block, NestedBlock } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { customTypeOf } from './compute/custom.ts'
import { sustainedUse } from './compute/machine-lines.ts'
import { poolLines, poolShape } from './gke/pool-lines.ts'

const localSsdGiB = 375

type Facts = Record<string, Known<Fact>>

const orUsual = (value: Known<Fact>, usual: Fact, block: Block): Known<Fact> =>
  isUnwritten(value) ? assumed<Fact>(usual, block.location) : value

interface Group {
  readonly prefix: string
  readonly nodes: Known<Fact>
  readonly purchase: Known<Fact>
  /** What the type is where the group names none. */
  readonly otherwise: Known<Fact>
}

/** What the provider says of nodes that say nothing: https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dataproc_cluster */
function groupFacts(
  block: Block,
  config: NestedBlock | undefined,
  { prefix, nodes, purchase, otherwise }: Group,
): Facts {
  const of = (name: string) => config?.fact(name) ?? unknown<Fact>('absent')
  const machine = of('machine_type')
  const ssds = of('disk_config.num_local_ssds')
  return {
    [`${prefix}.instanceType`]: isUnwritten(machine) ? otherwise : machine,
    [`${prefix}.purchase`]: purchase,
    [`${prefix}.nodes`]: nodes,
    [`${prefix}.gpu`]: of('accelerators.accelerator_type'),
    [`${prefix}.gpus`]: of('accelerators.accelerator_count'),
    [`${prefix}.diskType`]: orUsual(of('disk_config.boot_disk_type'), 'pd-standard', block),
    [`${prefix}.diskGiB`]: orUsual(of('disk_config.boot_disk_size_gb'), 500, block),
    ...(isUnwritten(ssds)
      ? {}
      : { [`${prefix}.localSsdGiB`]: mapKnown(ssds, (count): Fact => Number(count) * localSsdGiB) }),
  }
}

function clusterFacts(block: Block): Facts {
  const [master] = block.nested('cluster_config.master_config')
  const [worker] = block.nested('cluster_config.worker_config')
  const [spare] = block.nested('cluster_config.preemptible_worker_config')
  const count = (config: NestedBlock | undefined, usual: number) =>
    orUsual(config?.fact('num_instances') ?? unknown<Fact>('absent'), usual, block)
  const usualType = assumed<Fact>('n1-standard-4', block.location)
  const onDemand = known<Fact>('on-demand', block.location)
  const workerType = worker?.fact('machine_type') ?? unknown<Fact>('absent')
  const facts = {
    ...groupFacts(block, master, {
      prefix: 'pools[0]',
      nodes: count(master, 1),
      purchase: onDemand,
      otherwise: usualType,
    }),
    ...groupFacts(block, worker, {
      prefix: 'pools[1]',
      nodes: count(worker, 2),
      purchase: onDemand,
      otherwise: usualType,
    }),
  }
  if (spare === undefined) return facts
  const kind = orUsual(spare.fact('preemptibility'), 'PREEMPTIBLE', block)
  return {
    ...facts,
    ...groupFacts(block, spare, {
      prefix: 'pools[2]',
      nodes: count(spare, 0),
      purchase: mapKnown(kind, (is): Fact => (is === 'NON_PREEMPTIBLE' ? 'on-demand' : 'spot')),
      otherwise: isUnwritten(workerType) ? usualType : workerType,
    }),
  }
}

function feeLines(resource: Resource, prices: PriceBook): Line[] {
  const price = priceFor(resource, [], () => prices.service('gcp', 'dataproc', 'cluster vCPU', 'global'))
  return partsOf(resource, 'pools').map((pool, i) => {
    const vcpus = mapKnown(fact(resource, `${pool}.instanceType`), (type) => {
      const name = String(type)
      return customTypeOf(name)?.vcpus ?? prices.specs('gcp', name)?.vcpu ?? Number.NaN
    })
    const isKnown = valueOf(vcpus) === undefined || Number.isFinite(valueOf(vcpus))
    const all = product(isKnown ? vcpus : unknown<number>('no-price'), numberFact(resource, `${pool}.nodes`))
    return line(`Pool ${i + 1} Dataproc fee`, 'vCPU-hour', product(all, monthOf(resource)), price)
  })
}

const cluster = defineResource({
  id: 'gcp/dataproc-cluster',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/dataproc/pricing',
  shape: poolShape,
  assumes: [sustainedUse],
  lines: (resource, prices) => [...poolLines(resource, prices), ...feeLines(resource, prices)],
  from: {
    terraform: { google_dataproc_cluster: { facts: {}, more: clusterFacts } },
  },
  label: () => 'Dataproc cluster',
})

export const resources = [cluster]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a master and two workers: 730 h × $0.194236 less 20 % + 500 GiB × $0.04 + 4 × 730 h × $0.01, and 2 × (730 h × $0.388472 less 20 % + 200 GiB × $0.17 + 8 × 730 h × $0.01)',
    terraform: `provider "google" {
  region = "us-central1"
}

resource "google_dataproc_cluster" "spark" {
  name   = "spark"
  region = "us-central1"

  cluster_config {
    master_config {
      num_instances = 1
      machine_type  = "n2-standard-4"
    }

    worker_config {
      num_instances = 2
      machine_type  = "n2-standard-8"

      disk_config {
        boot_disk_type    = "pd-ssd"
        boot_disk_size_gb = 200
      }
    }
  }
}
`,
    sees: [
      {
        address: 'google_dataproc_cluster.spark',
        usd: 801.17,
        status: 'priced',
        lines: [
          'Pool 1 nodes, sustained use',
          'Pool 1 nodes boot disk storage',
          'Pool 2 nodes, sustained use',
          'Pool 2 nodes boot disk storage',
          'Pool 1 Dataproc fee',
          'Pool 2 Dataproc fee',
        ],
      },
    ],
  },
  {
    name: 'what nothing is said of is three n1-standard-4 with 500 GiB each: 3 × (730 h × $0.189999 less 30 % + 500 GiB × $0.04 + 4 × 730 h × $0.01); four more as spot: 4 × (730 h × $0.06699 + 500 GiB × $0.04 + 4 × 730 h × $0.01)',
    terraform: `resource "google_dataproc_cluster" "plain" {
  name   = "plain"
  region = "us-central1"
}

resource "google_dataproc_cluster" "spare" {
  name   = "spare"
  region = "us-central1"

  cluster_config {
    preemptible_worker_config {
      num_instances = 4
    }
  }
}
`,
    sees: [
      { address: 'google_dataproc_cluster.plain', usd: 438.87, status: 'priced' },
      { address: 'google_dataproc_cluster.spare', usd: 831.28, status: 'priced' },
    ],
  },
]
