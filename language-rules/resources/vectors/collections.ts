// https://weaviate.io/pricing: dimensions and bytes that are stored; https://qdrant.tech/pricing/: the machines of a cluster, which no code names.
import { line, usage } from '../../../core/estimate/resource-line.ts'
import { known } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { type CodeExample, defineResource, type FormatMapping } from '../../../core/resource.ts'
import type { Resource } from '../../../core/types.ts'

const anywhere: FormatMapping = { facts: {}, region: (block) => known('anywhere', block.location) }

const flex = (resource: Resource, prices: PriceBook, label: string, unit: string, item: string, used: string) =>
  line(label, unit, usage(resource, used), prices.service('weaviate', 'flex', item, 'global') ?? 'no-price')

const weaviate = defineResource({
  id: 'vectors/weaviate-collection',
  cloud: 'weaviate',
  docs: 'https://weaviate.io/pricing',
  shape: {},
  usage: {
    vectorDimensions: 'vectors × their dimensions, mean of the month',
    storedGiB: 'GiB stored, mean of the month',
  },
  quiet: true,
  lines: (resource, prices) => [
    flex(resource, prices, 'Vector dimensions', 'dimension-month', 'vector dimensions', 'vectorDimensions'),
    flex(resource, prices, 'Storage', 'GiB-month', 'storage', 'storedGiB'),
  ],
  from: { sdk: { 'weaviate.collection': anywhere } },
  label: () => 'Weaviate collection',
})

const qdrant = defineResource({
  id: 'vectors/qdrant-collection',
  cloud: 'qdrant',
  docs: 'https://qdrant.tech/pricing/',
  shape: {},
  quiet: true,
  lines: (resource) => [line('Its share of the cluster', 'month', known(1, resource.location), 'dynamic')],
  from: { sdk: { 'qdrant.collection': anywhere } },
  label: () => 'Qdrant collection',
})

export const resources = [weaviate, qdrant]

export const codeExamples: readonly CodeExample[] = [
  {
    name: '1,000,000 vectors of 768 × $0.00465 a million + 4 GiB × $0.12',
    lang: 'python',
    code: `import weaviate

weaviate.connect_to_weaviate_cloud(cluster_url="u").collections.create("Article")
`,
    usage: { 'weaviate.collection': { vectorDimensions: 768_000_000, storedGiB: 4 } },
    sees: [{ address: 'weaviate.collection', usd: 4.05, status: 'priced' }],
  },
  {
    name: 'the machines of a cluster are told nowhere in the code: no price, and no $0',
    lang: 'python',
    code: `from qdrant_client import QdrantClient

QdrantClient(url="https://x.cloud.qdrant.io").create_collection("docs")
`,
    sees: [
      {
        address: 'qdrant.collection',
        usd: null,
        status: 'unknown',
        unknown: ['Its share of the cluster: dynamic'],
      },
    ],
  },
]
