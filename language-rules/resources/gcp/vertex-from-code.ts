// https://cloud.google.com/vertex-ai/pricing: the nodes of a deployed model run until it is undeployed; those of a job while it runs.
import {
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  priceFor,
  product,
} from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { type CodeExample, defineResource, type FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known, Line, Price, Purchase, Resource } from '../../../core/types.ts'
import { countedBy, regionBy } from '../from-code.ts'

const place = regionBy('location|^location|@google.cloud.aiplatform.init(location)|@vertexai.init(location)')

const spotBy =
  (path: string) =>
  (block: Block): Purchase | undefined => {
    const told = block.fact(path)
    if (isUnwritten(told)) return 'on-demand'
    const is = valueOf(told)
    if (is === true || is === 'SPOT') return 'spot'
    // A machine that is waited for, or taken of a reservation, has a price of its own.
    return is === false || is === 'ON_DEMAND' || is === 'STANDARD' ? 'on-demand' : undefined
  }

const orOne =
  (path: string) =>
  (block: Block): Known<Fact> => {
    const told = block.fact(path)
    return isUnwritten(told) ? assumed<Fact>(1, block.location) : told
  }

const deployed = (prefix: string, spec = `${prefix}`): FormatMapping => ({
  facts: {
    instanceType: `${spec}machine_type`,
    accelerator: `${spec}accelerator_type`,
    acceleratorCount: `${spec}accelerator_count`,
    minInstances: orOne(`${prefix}min_replica_count`),
    maxInstances: `${prefix}max_replica_count`,
  },
  region: place,
  purchase: spotBy('spot'),
})

/** The SDK keeps one node of a tuned model. */
const tuned = {
  instanceType: 'machine_type',
  accelerator: 'accelerator|accelerator_type',
  acceleratorCount: 'accelerator_count',
  minInstances: (block: Block) => assumed<Fact>(1, block.location),
}

/** The GPUs of these machines are in their price. */
const hasOwnGpu = /^(?:a2|a3|a4|a4x|g2|g4)-/

function gpuLine(resource: Resource, hours: Known<number>): Line[] {
  const accelerator = fact(resource, 'accelerator')
  const machine = valueOf(fact(resource, 'instanceType'))
  if (isUnwritten(accelerator) || (machine !== undefined && hasOwnGpu.test(String(machine)))) return []
  return [line('GPU', 'hour', product(numberFact(resource, 'acceleratorCount'), hours), 'no-price')]
}

const machineFacts = {
  instanceType: 'machine type, n1-standard-4; left out where Vertex chooses one',
  accelerator: 'NVIDIA_L4',
  acceleratorCount: 'accelerators of each machine',
}

type PriceOf = (region: string, type: string) => Price | undefined

/** Only what is asked for on demand has a price in a list we read. */
const machineLine = (
  resource: Resource,
  label: string,
  hours: Known<number>,
  machine: string,
  priceOf: PriceOf,
): Line =>
  line(
    label,
    'hour',
    hours,
    resource.purchase === 'on-demand'
      ? priceFor(resource, [fact(resource, machine)], (region, type) => priceOf(region, type!))
      : 'no-price',
  )

const predicting =
  (prices: PriceBook): PriceOf =>
  (region, type) =>
    prices.hosting('vertex', type, region)

/** The page has the machine with Google's fee for managing it; what we read of it is one row. */
const training =
  (prices: PriceBook): PriceOf =>
  (region, type) =>
    prices.service('gcp', 'vertex-ai', `training ${type}`, region)

const endpoint = defineResource({
  id: 'gcp/vertex-deployment',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/vertex-ai/pricing#prediction-prices',
  shape: { ...machineFacts, minInstances: 'nodes it keeps', maxInstances: 'nodes it has at most' },
  lines(resource, prices) {
    const kept = numberFact(resource, 'minInstances')
    const hours = product(kept, monthOf(resource))
    const node = machineLine(resource, 'Nodes', hours, 'instanceType', predicting(prices))
    return [node, ...gpuLine(resource, hours)]
  },
  from: {
    sdk: {
      'vertex.deploy': deployed(''),
      'vertex.ModelDeployOp': deployed('dedicated_resources_'),
      'vertex.deploy_tuned_model': { ...deployed(''), facts: tuned },
      'vertex.deploy_model': deployed(
        'deployed_model.dedicated_resources.',
        'deployed_model.dedicated_resources.machine_spec.',
      ),
    },
  },
  label: ({ shape }) => String((shape.instanceType && valueOf(shape.instanceType)) ?? 'Vertex AI model'),
})

/** Predictions of a batch pay what an endpoint's nodes do: the SKUs are of "Online/Batch Prediction". */
const predicts = /batch_?predict/i

function jobLines(resource: Resource, prices: PriceBook): Line[] {
  const hour = known(1, resource.location)
  const priceOf = (predicts.test(resource.type) ? predicting : training)(prices)
  const head = isUnwritten(fact(resource, 'headInstanceType'))
    ? []
    : [machineLine(resource, 'Head', hour, 'headInstanceType', priceOf)]
  return [machineLine(resource, 'Machines', hour, 'instanceType', priceOf), ...head, ...gpuLine(resource, hour)]
}

/** A number of seconds, and of a pipeline's step a text: `604800s`. */
const hours = (seconds: Known<Fact>): Known<Fact> =>
  mapKnown(seconds, (value): Fact => Number(String(value).replace(/s$/, '')) / 3600)

const job = (
  spec: string,
  count: string,
  unwritten: number | undefined,
  { spot = '', timeout = '' } = {},
): FormatMapping => ({
  facts: {
    ...(timeout === '' ? {} : { lifetimeHours: (block: Block) => hours(block.fact(timeout)) }),
    instanceType: `${spec}machine_type`,
    accelerator: `${spec}accelerator_type`,
    acceleratorCount: `${spec}accelerator_count`,
  },
  region: place,
  count: countedBy(count, unwritten),
  ...(spot === '' ? {} : { purchase: spotBy(spot) }),
})

/** As Python names it, and as the REST API does: what a pipeline is told is handed on as it is. */
const eitherName = (at: string, name: string): string =>
  [name, name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())]
    .map((each) => `${at}.${each}`)
    .join('|')

/** Of the first pool; how many the others have is not counted. A number may be written as a text, as all 64 bits of one are in JSON. */
function pooled(pools: string, spot: string, timeout = ''): FormatMapping {
  const first = `${pools}.[0]`
  const machine = (name: string) => eitherName(first, `machine_spec.${name}`)
  return {
    facts: {
      ...job('', '', undefined, { timeout }).facts,
      instanceType: machine('machine_type'),
      accelerator: machine('accelerator_type'),
      acceleratorCount: machine('accelerator_count'),
    },
    region: place,
    count(block) {
      const all = block.nested(pools)
      if (all.length > 1) return unknown('limit', block.location)
      const told = block.fact(eitherName(first, 'replica_count'))
      return isUnwritten(told) && all.length === 1 ? known(1, block.location) : mapKnown(told, Number)
    },
    purchase: spotBy(spot),
  }
}

const pipelineTask = 'training_pipeline.training_task_inputs'

/** https://cloud.google.com/vertex-ai/docs/open-source/ray-on-vertex-ai/create-cluster: workers of the first kind, and one head. */
const rayCluster: FormatMapping = {
  ...job('worker_node_types.[0].', 'worker_node_types.[0].node_count', 1),
  facts: {
    ...job('worker_node_types.[0].', '', 1).facts,
    headInstanceType: 'head_node_type.machine_type',
  },
  count(block) {
    const isScaled = !isUnwritten(block.fact('worker_node_types.[0].autoscaling_spec.min_replica_count'))
    const many = block.nested('worker_node_types').length
    if (many > 1 || isScaled) return unknown('limit', block.location)
    return countedBy('worker_node_types.[0].node_count', 1)(block)
  },
}

const jobs = defineResource({
  id: 'gcp/vertex-job',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/vertex-ai/pricing#custom-trained_models',
  shape: {
    ...machineFacts,
    lifetimeHours: 'hours it may run at most',
    headInstanceType: 'machine type of the head of a cluster of Ray',
  },
  per: () => 'hour',
  lines: jobLines,
  from: {
    sdk: {
      'vertex.training': job('', 'replica_count', 1, { spot: 'scheduling_strategy', timeout: 'timeout' }),
      'vertex.batch_predict': job('', 'starting_replica_count', undefined),
      'vertex.CustomJob': pooled('worker_pool_specs', 'scheduling_strategy'),
      'vertex.create_custom_job': pooled(
        'custom_job.job_spec.worker_pool_specs',
        'custom_job.job_spec.scheduling.strategy',
      ),
      'vertex.create_training_pipeline': pooled(
        `${pipelineTask}.workerPoolSpecs`,
        `${pipelineTask}.scheduling.strategy`,
      ),
      'vertex.create_ray_cluster': rayCluster,
      // The machine is the smallest with the limits of the step; those, and how many GPUs, are told by other calls on it.
      'vertex.pipeline_step': {
        facts: {
          accelerator: 'accelerator|value|[1]|[0]',
          acceleratorCount: (block) => unknown('dynamic', block.location),
        },
        region: place,
      },
      'vertex.create_hyperparameter_tuning_job': pooled(
        'hyperparameter_tuning_job.trial_job_spec.worker_pool_specs',
        'hyperparameter_tuning_job.trial_job_spec.scheduling.strategy',
      ),
      'vertex.create_batch_prediction_job': job(
        'batch_prediction_job.dedicated_resources.machine_spec.',
        'batch_prediction_job.dedicated_resources.starting_replica_count',
        undefined,
      ),
      'vertex.ModelBatchPredictOp': job('', 'starting_replica_count', undefined),
      'vertex.TrainingJobRunOp': job('', 'replica_count', 1, { timeout: 'timeout' }),
      'vertex.CustomTrainingJobOp': pooled('worker_pool_specs', 'strategy', 'timeout'),
      'vertex.training_component': job('', 'replica_count', 1, { timeout: 'timeout' }),
    },
  },
  label: ({ shape }) => String((shape.instanceType && valueOf(shape.instanceType)) ?? 'Vertex AI job'),
})

export const resources = [endpoint, jobs]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'two nodes are kept: 2 × 730 h × $0.2476; a job pays $0.21849885 an hour, one of another machine what no list we read has; a batch pays what nodes do',
    lang: 'python',
    code: `from google.cloud import aiplatform

aiplatform.init(location="us-central1")
aiplatform.Model("m").deploy(machine_type="n1-standard-4", min_replica_count=2)
aiplatform.CustomJob(worker_pool_specs=[{"machine_spec": {"machine_type": "n1-standard-4"}, "replica_count": 2}])
aiplatform.CustomJob(worker_pool_specs=[{"machine_spec": {"machine_type": "g2-standard-8"}, "replica_count": 1}])
aiplatform.Model("m").batch_predict(machine_type="n1-standard-4", starting_replica_count=1)
`,
    sees: [
      { address: 'vertex.deploy', usd: 361.5, status: 'priced', assumed: [] },
      { address: 'vertex.CustomJob', usd: 0.44, status: 'priced' },
      { address: 'vertex.CustomJob#2', usd: null, unknown: ['Machines: no-price'] },
      { address: 'vertex.batch_predict', usd: 0.25, status: 'priced' },
    ],
  },
]
