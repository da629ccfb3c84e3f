// https://cloud.google.com/vertex-ai/pricing: feature stores and vector search
import {
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
import { assumed, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Resource } from '../../../core/types.ts'
import { regionBy } from '../from-code.ts'
import { between } from './compute/replicas.ts'
import { worldwide } from './location.ts'
import { deployedIndexFromCode } from './vertex-automl.ts'

const docs = 'https://cloud.google.com/vertex-ai/pricing'
const service = 'vertex-ai'

const priceOf = (resource: Resource, prices: PriceBook, item: string) =>
  priceFor(resource, [], (region) => prices.service('gcp', service, item, region))

/** Nodes between two limits at a path; the most is left out where it is the least. */
function band(block: Block, path: string, [least, most]: readonly [least: string, most: string]): Known<Fact> {
  const [low, high] = [block.fact(`${path}.${least}`), block.fact(`${path}.${most}`)]
  return isUnwritten(high) ? low : between(low, low, high, block.location)
}

const nodeLimits = ['min_node_count', 'max_node_count'] as const
const nodes = 'nodes that serve, from the least to the most that it scales between'

function servingNodes(block: Block): Known<Fact> {
  const count = block.fact('online_serving_config.fixed_node_count')
  return isUnwritten(count) ? band(block, 'online_serving_config.scaling', nodeLimits) : count
}

const featurestore = defineResource({
  id: 'gcp/vertex-featurestore',
  cloud: 'gcp',
  docs,
  shape: { nodes },
  usage: { onlineStoredGB: 'GB of the online store', offlineStoredGB: 'GB of the offline store' },
  lines: (resource, prices) => {
    const count = numberFact(resource, 'nodes')
    const hours = product(count, monthOf(resource))
    return [
      ...(isUnwritten(count) || valueOf(count) === 0
        ? []
        : [line('Serving nodes', 'hour', hours, priceOf(resource, prices, 'feature store online node'))]),
      line(
        'Online storage',
        'GB-month',
        usage(resource, 'onlineStoredGB'),
        priceOf(resource, prices, 'feature store online storage'),
      ),
      line(
        'Offline storage',
        'GB-month',
        usage(resource, 'offlineStoredGB'),
        priceOf(resource, prices, 'feature store offline storage'),
      ),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/vertex_ai_featurestore
    terraform: { google_vertex_ai_featurestore: { facts: { nodes: servingNodes } } },
    sdk: {
      'vertex.featurestore': {
        facts: { nodes: 'online_store_fixed_node_count' },
        region: regionBy('location|@google.cloud.aiplatform.init(location)'),
      },
    },
  },
  label: () => 'Feature store',
})

const onlineStore = defineResource({
  id: 'gcp/vertex-feature-online-store',
  cloud: 'gcp',
  docs,
  shape: { nodes: `${nodes}; without Bigtable, Vertex decides` },
  usage: { nodeHours: 'node-hours of an optimized store in a month', onlineStoredGB: 'GB of the online store' },
  lines: (resource, prices) => {
    const count = numberFact(resource, 'nodes')
    return [
      isUnwritten(count)
        ? line(
            'Optimized nodes',
            'hour',
            usage(resource, 'nodeHours'),
            priceOf(resource, prices, 'feature store optimized node'),
          )
        : line(
            'Bigtable nodes',
            'hour',
            product(count, monthOf(resource)),
            priceOf(resource, prices, 'feature store Bigtable node'),
          ),
      line(
        'Online storage',
        'GB-month',
        usage(resource, 'onlineStoredGB'),
        priceOf(resource, prices, 'feature store online storage'),
      ),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/vertex_ai_feature_online_store
    terraform: {
      google_vertex_ai_feature_online_store: {
        facts: { nodes: (block) => band(block, 'bigtable.auto_scaling', nodeLimits) },
      },
    },
  },
  label: () => 'Feature online store',
})

const index = defineResource({
  id: 'gcp/vertex-index-building',
  cloud: 'gcp',
  docs,
  shape: {},
  usage: { processedGB: 'GiB of vectors that it is built of in a month' },
  lines: (resource, prices) => [
    line('Building', 'GiB', usage(resource, 'processedGB'), worldwide(prices, service, 'index building')),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/vertex_ai_index
    terraform: { google_vertex_ai_index: { facts: {} } },
  },
  label: () => 'Vector index',
})

const replicaLimits = ['min_replica_count', 'max_replica_count'] as const

/** Two unless it says a number: https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/vertex_ai_index_endpoint_deployed_index */
const usualReplicas = 2

function replicasOf(block: Block): Known<Fact> {
  if (block.nested('dedicated_resources').length > 0) return band(block, 'dedicated_resources', replicaLimits)
  const least = block.fact('automatic_resources.min_replica_count')
  return isUnwritten(least)
    ? assumed<Fact>(usualReplicas, block.location)
    : band(block, 'automatic_resources', replicaLimits)
}

const deployedIndex = defineResource({
  id: 'gcp/vertex-deployed-index',
  cloud: 'gcp',
  docs,
  shape: {
    instanceType: 'machine type of each replica; without one, Vertex decides',
    replicas: 'how many replicas, from the least to the most',
  },
  lines: (resource, prices) => {
    const type = fact(resource, 'instanceType')
    const price = priceFor(resource, [type], (region, name) =>
      prices.service('gcp', service, `index serving ${name}`, region),
    )
    const hours = product(numberFact(resource, 'replicas'), monthOf(resource))
    return [line('Replicas', 'hour', hours, isUnwritten(type) ? 'dynamic' : price)]
  },
  from: {
    terraform: {
      google_vertex_ai_index_endpoint_deployed_index: {
        facts: { instanceType: 'dedicated_resources.machine_spec.machine_type', replicas: replicasOf },
      },
    },
    sdk: deployedIndexFromCode,
  },
  label: (resource) => `Deployed index ${valueOf(fact(resource, 'instanceType')) ?? ''}`.trim(),
})

export const resources = [featurestore, onlineStore, index, deployedIndex]

export const examples: readonly ResourceExample[] = [
  {
    name: 'two serving nodes 2 × 730 h × $0.94; from 1 to 3; a store without nodes is its storage; an optimized one 1,460 node-hours × $0.30',
    terraform: `provider "google" {
  region = "us-central1"
}

resource "google_vertex_ai_featurestore" "two" {
  name = "two"

  online_serving_config {
    fixed_node_count = 2
  }
}

resource "google_vertex_ai_featurestore" "scaled" {
  name = "scaled"

  online_serving_config {
    scaling {
      min_node_count = 1
      max_node_count = 3
    }
  }
}

resource "google_vertex_ai_featurestore" "offline" {
  name = "offline"
}

resource "google_vertex_ai_feature_online_store" "fast" {
  name = "fast"

  optimized {
  }
}

resource "google_vertex_ai_feature_online_store" "wide" {
  name = "wide"

  bigtable {
    auto_scaling {
      min_node_count = 1
      max_node_count = 2
    }
  }
}
`,
    usage: { 'google_vertex_ai_feature_online_store.fast': { nodeHours: 1460, onlineStoredGB: 0 } },
    sees: [
      {
        address: 'google_vertex_ai_featurestore.two',
        usd: 1372.4,
        status: 'partial',
        lines: ['Serving nodes', 'Online storage', 'Offline storage'],
      },
      { address: 'google_vertex_ai_featurestore.scaled', usd: 686.2, status: 'partial' },
      { address: 'google_vertex_ai_featurestore.offline', usd: null, status: 'unknown' },
      { address: 'google_vertex_ai_feature_online_store.fast', usd: 438, status: 'partial' },
      {
        address: 'google_vertex_ai_feature_online_store.wide',
        usd: null,
        status: 'unknown',
        unknown: ['Bigtable nodes: no-price', 'Online storage: no-price'],
      },
    ],
  },
  {
    name: 'an index built of 5 GiB × $3; two replicas that serve it, 2 × 730 h × $0.0938084; on machines that Vertex picks, two of an unknown price',
    terraform: `provider "google" {
  region = "us-central1"
}

resource "google_vertex_ai_index" "vectors" {
  display_name = "vectors"
}

resource "google_vertex_ai_index_endpoint_deployed_index" "own" {
  deployed_index_id = "own"
  index             = google_vertex_ai_index.vectors.id

  dedicated_resources {
    min_replica_count = 2

    machine_spec {
      machine_type = "e2-standard-2"
    }
  }
}

resource "google_vertex_ai_index_endpoint_deployed_index" "automatic" {
  deployed_index_id = "automatic"
  index             = google_vertex_ai_index.vectors.id
}
`,
    usage: { 'google_vertex_ai_index.vectors': { processedGB: 5 } },
    sees: [
      { address: 'google_vertex_ai_index.vectors', usd: 15, status: 'priced' },
      { address: 'google_vertex_ai_index_endpoint_deployed_index.own', usd: 136.96, status: 'priced' },
      {
        address: 'google_vertex_ai_index_endpoint_deployed_index.automatic',
        usd: null,
        status: 'unknown',
        unknown: ['Replicas: dynamic'],
      },
    ],
  },
]
