// https://cloud.google.com/vertex-ai/pricing: AutoML bills the node hours a training takes, vector search the nodes that serve an index.
import {
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  numberOf,
  product,
} from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, mapKnown, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource, type FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { regionBy } from '../from-code.ts'
import { worldwide } from './location.ts'

/** The budget is told in thousandths. */
const nodeHours = (block: Block): Known<Fact> =>
  mapKnown(numberOf(block.fact('budget_milli_node_hours')), (milli): Fact => milli / 1000)

/** A model of the cloud, or one for a device: https://cloud.google.com/python/docs/reference/aiplatform/latest */
const kindOf = (block: Block): Known<Fact> => {
  const told = block.fact('^model_type')
  return isUnwritten(told)
    ? known<Fact>('image', block.location)
    : mapKnown(told, (name): Fact => (/^MOBILE/.test(String(name)) ? 'image edge' : 'image'))
}

const everywhere = (block: Block) => known('global', block.location)

const training = (data?: (block: Block) => Known<Fact>): FormatMapping => ({
  facts: { nodeHours, ...(data ? { data } : {}) },
  region: everywhere,
})

const learned = defineResource({
  id: 'gcp/vertex-automl',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/vertex-ai/pricing#automl_models',
  shape: {
    nodeHours: 'node hours it may take at most',
    data: 'image, or image edge for a model that runs on a device',
  },
  per: () => 'run',
  assumes: [{ what: 'training', value: 'the whole budget', from: 'it may stop earlier, and then costs less' }],
  lines(resource, prices) {
    const data = valueOf(fact(resource, 'data'))
    const price = data === undefined ? 'no-price' : worldwide(prices, 'vertex-automl', `${data} training`)
    return [line('Training', 'node-hour', numberFact(resource, 'nodeHours'), price)]
  },
  from: { sdk: { 'vertex.automl': training(), 'vertex.automl_images': training(kindOf) } },
  label: () => 'AutoML training',
})

/** What a node of an index costs is in no list we read. */
const index = defineResource({
  id: 'gcp/vertex-index',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/vertex-ai/pricing#vectorsearch',
  shape: {
    instanceType: 'machine type, e2-standard-16; left out where Vertex chooses one',
    minInstances: 'nodes it keeps',
    maxInstances: 'nodes it has at most',
  },
  lines: (resource) => [
    line('Nodes', 'hour', product(numberFact(resource, 'minInstances'), monthOf(resource)), 'no-price'),
  ],
  from: {
    sdk: {
      'vertex.deploy_index': {
        facts: {
          instanceType: 'machine_type',
          minInstances: 'min_replica_count',
          maxInstances: 'max_replica_count',
        },
        region: regionBy('location|^location|@google.cloud.aiplatform.init(location)|@vertexai.init(location)'),
      },
    },
  },
  label: ({ shape }) => String((shape.instanceType && valueOf(shape.instanceType)) ?? 'Vertex AI index'),
})

export const resources = [learned, index]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'pictures: 8 node hours × $3.465; for a device 2 × $18; of tables no price was found',
    lang: 'python',
    code: `from google.cloud import aiplatform

aiplatform.AutoMLImageTrainingJob(display_name="a").run(dataset=ds, budget_milli_node_hours=8000)
aiplatform.AutoMLImageTrainingJob(display_name="b", model_type="MOBILE_TF_VERSATILE_1").run(
    dataset=ds, budget_milli_node_hours=2000
)
aiplatform.AutoMLTabularTrainingJob(display_name="c").run(dataset=ds, target_column="y", budget_milli_node_hours=1000)
`,
    sees: [
      { address: 'vertex.automl_images', usd: 27.72, status: 'priced' },
      { address: 'vertex.automl_images#2', usd: 36, status: 'priced' },
      { address: 'vertex.automl', usd: null, status: 'unknown', unknown: ['Training: no-price'] },
    ],
  },
  {
    name: 'an index on two nodes, at a price in no list',
    lang: 'python',
    code: `from google.cloud import aiplatform

aiplatform.init(location="us-central1")
aiplatform.MatchingEngineIndexEndpoint("i").deploy_index(
    index=index, deployed_index_id="d", machine_type="e2-standard-2", min_replica_count=2
)
`,
    sees: [{ address: 'vertex.deploy_index', usd: null, status: 'unknown', unknown: ['Nodes: no-price'] }],
  },
]
