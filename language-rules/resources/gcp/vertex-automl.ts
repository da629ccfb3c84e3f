// https://cloud.google.com/vertex-ai/pricing: AutoML bills the node hours a training takes, vector search the nodes that serve an index.
import { fact, isUnwritten, line, numberFact, numberOf } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, valueOf } from '../../../core/known.ts'
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

/** From the least to the most; two unless it says a number, as in Terraform (vertex-stores.ts). */
function replicas(block: Block): Known<Fact> {
  const [least, most] = ['min_replica_count', 'max_replica_count'].map((name) => block.fact(name))
  if (least === undefined || isUnwritten(least)) return assumed<Fact>(2, block.location)
  const [low, high] = [valueOf(numberOf(least)), most && valueOf(numberOf(most))]
  if (low === undefined || high === undefined || high <= low) return least
  return { is: 'range', low, likely: low, high, at: block.location }
}

/** `endpoint.deploy_index(…)`, as the deployed index itself is read (vertex-stores.ts). */
export const deployedIndexFromCode: Readonly<Record<string, FormatMapping>> = {
  'vertex.deploy_index': {
    facts: { instanceType: 'machine_type', replicas },
    region: regionBy('location|^location|@google.cloud.aiplatform.init(location)|@vertexai.init(location)'),
  },
}

export const resources = [learned]

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
    name: 'an index on two nodes: 2 × 730 h × $0.0938084',
    lang: 'python',
    code: `from google.cloud import aiplatform

aiplatform.init(location="us-central1")
aiplatform.MatchingEngineIndexEndpoint("i").deploy_index(
    index=index, deployed_index_id="d", machine_type="e2-standard-2", min_replica_count=2
)
`,
    sees: [{ address: 'vertex.deploy_index', usd: 136.96, status: 'priced' }],
  },
]
