// https://cloud.google.com/compute/sole-tenant-pricing: all vCPUs and memory of a node, used or not, and a tenth more
import {
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  type Priced,
  priceFor,
  product,
} from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { unitRates } from './compute/custom.ts'
import { sustainedUse } from './compute/machine-lines.ts'
import { between } from './compute/replicas.ts'
import { sustainedUseOf } from './compute/series.ts'

/** For being alone on the machine, on top of what its vCPUs and memory cost. */
const premium = 0.1

/** `n2-node-80-640` has 80 vCPUs and 640 GiB. */
function priceOf(prices: PriceBook, type: string, region: string) {
  const [, series, vcpus, gib] = /^([a-z]\w*)-node-(\d+)-(\d+)$/.exec(type) ?? []
  const rates = series === undefined ? undefined : unitRates(prices, series, region, 'on-demand')
  if (rates === undefined) return undefined
  const usd = (Number(vcpus) * rates.vcpu + Number(gib) * rates.gib) * (1 + premium) * (1 - sustainedUseOf(type))
  return { ...rates.from, usd, unit: 'hour', sku: type, weak: `worked out from ${rates.of}` }
}

function nodesOf(block: Block): Known<Fact> {
  const limit = (name: string) => block.fact(`autoscaling_policy.${name}`)
  const size = block.fact('initial_size')
  if (isUnwritten(limit('max_nodes'))) return size
  const least = isUnwritten(limit('min_nodes')) ? assumed<Fact>(0, block.location) : limit('min_nodes')
  return between(least, size, limit('max_nodes'), block.location)
}

const group = defineResource({
  id: 'gcp/sole-tenant-nodes',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/compute/sole-tenant-pricing',
  shape: {
    nodeType: 'type of each node, n2-node-80-640',
    nodes: 'how many nodes, from the least to the most that an autoscaler may keep',
  },
  assumes: [sustainedUse],
  lines: (resource, prices) => {
    const price: Priced = priceFor(resource, [fact(resource, 'nodeType')], (region, type) =>
      priceOf(prices, type!, region),
    )
    return [line('Nodes', 'hour', product(numberFact(resource, 'nodes'), monthOf(resource)), price)]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_node_group
    terraform: {
      google_compute_node_group: {
        facts: {
          nodeType: (block) =>
            block.target('node_template', 'google_compute_node_template')?.fact('node_type') ??
            unknown('dynamic', block.location),
          nodes: nodesOf,
        },
      },
    },
  },
  label: (resource) => `Sole-tenant ${valueOf(fact(resource, 'nodeType')) ?? 'nodes'}`,
})

export const resources = [group]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a node of 80 vCPUs and 640 GiB, 730 h × (80 × $0.031611 + 640 × $0.004237) × 1.1 less 20 %; machines on it cost their disks alone; from 1 to 3 nodes; a series whose parts have no row',
    terraform: `resource "google_compute_node_template" "own" {
  name      = "own"
  region    = "us-central1"
  node_type = "n2-node-80-640"
}

resource "google_compute_node_group" "own" {
  name          = "own"
  zone          = "us-central1-a"
  node_template = google_compute_node_template.own.id
  initial_size  = 1
}

resource "google_compute_instance" "on" {
  name         = "on"
  machine_type = "n2-standard-8"
  zone         = "us-central1-a"

  boot_disk {
    initialize_params {
      size = 50
      type = "pd-balanced"
    }
  }

  scheduling {
    node_affinities {
      key      = "compute.googleapis.com/node-group-name"
      operator = "IN"
      values   = [google_compute_node_group.own.name]
    }
  }
}

resource "google_compute_node_group" "scaled" {
  name          = "scaled"
  zone          = "us-central1-a"
  node_template = google_compute_node_template.own.id

  autoscaling_policy {
    min_nodes = 1
    max_nodes = 3
  }
}

resource "google_compute_node_template" "other" {
  name      = "other"
  region    = "us-central1"
  node_type = "c2-node-60-240"
}

resource "google_compute_node_group" "other" {
  name          = "other"
  zone          = "us-central1-a"
  node_template = google_compute_node_template.other.id
  initial_size  = 1
}
`,
    sees: [
      { address: 'google_compute_node_group.own', usd: 3366.54, status: 'priced', lines: ['Nodes'] },
      { address: 'google_compute_instance.on', usd: 5, status: 'priced', lines: ['Boot disk storage'] },
      { address: 'google_compute_node_group.scaled', usd: 3366.54, status: 'priced' },
      { address: 'google_compute_node_group.other', usd: null, status: 'unknown', unknown: ['Nodes: no-price'] },
    ],
  },
]
