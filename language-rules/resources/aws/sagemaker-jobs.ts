// https://aws.amazon.com/sagemaker/ai/pricing/: jobs bill their instances and volumes while they run.
import { fact, isUnwritten, line, priceFor } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { type CodeExample, defineResource, type FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known, Line, Price, Purchase, Resource } from '../../../core/types.ts'
import { countedBy, regionBy } from '../from-code.ts'
import { modelShape } from '../loaded-model.ts'
import { commandIn, toldBy } from '../told-gpus.ts'

/** As notebooks do (sagemaker-studio.ts), jobs take the rate of hosting where they have no row of their own. */
function jobPrice(prices: PriceBook, type: string, region: string): Price | undefined {
  const own = prices.service('aws', 'sagemaker', `training ${type}`, region)
  const hosting = own === undefined ? prices.hosting('sagemaker', type, region) : undefined
  return own ?? (hosting && { ...hosting, weak: 'the rate of the same type for hosting' })
}

/** Spot is billed for by the second at a share of the price nobody publishes. */
function jobLines(resource: Resource, prices: PriceBook): Line[] {
  const price =
    resource.purchase === 'spot'
      ? 'no-price'
      : priceFor(resource, [fact(resource, 'instanceType')], (region, type) => jobPrice(prices, type!, region))
  return [line('Instances', 'hour', known(1, resource.location), price)]
}

interface Names {
  readonly type: string
  readonly count: string
  readonly volume?: string
  readonly longest?: string
  readonly spot?: string
  readonly idle?: string
  readonly checkpoints?: string
  readonly output?: string
}

const hours = (seconds: Known<Fact>): Known<Fact> => mapKnown(seconds, (value): Fact => Number(value) / 3600)

/** Whether it is given, whatever it is. */
const writtenBy =
  (path: string) =>
  (block: Block): Known<Fact> =>
    known<Fact>(!isUnwritten(block.fact(path)), block.location)

function spotBy(path: string | undefined) {
  return (block: Block): Purchase | undefined => {
    const told = path === undefined ? undefined : block.fact(path)
    if (told === undefined || isUnwritten(told)) return 'on-demand'
    const is = valueOf(told)
    return is === undefined ? undefined : is === true ? 'spot' : 'on-demand'
  }
}

const job = ({ type, count, volume, longest, spot, idle, checkpoints, output }: Names): FormatMapping => ({
  facts: {
    instanceType: type,
    ...(volume === undefined ? {} : { volumeGB: volume }),
    ...(idle === undefined ? {} : { idleSeconds: idle }),
    ...(checkpoints === undefined ? {} : { checkpoints: writtenBy(checkpoints) }),
    ...(output === undefined ? {} : { output }),
    ...(longest === undefined ? {} : { lifetimeHours: (block: Block) => hours(block.fact(longest)) }),
  },
  region: regionBy(
    '^sagemaker_session.boto_session.region_name|sagemaker_session.boto_session.region_name|^region_name|^region',
  ),
  count: countedBy(count),
  purchase: spotBy(spot),
})

const sdkTraining = {
  type: 'instance_type|train_instance_type',
  count: 'instance_count|train_instance_count',
  volume: 'volume_size|train_volume_size',
  longest: 'max_run|train_max_run',
  spot: 'use_spot_instances|train_use_spot_instances',
  idle: 'keep_alive_period_in_seconds',
  checkpoints: 'checkpoint_s3_uri',
  output: 'output_path',
}

const { checkpoints: _, output: __, ...remote } = sdkTraining

const alone = (mapping: FormatMapping): FormatMapping => ({ ...mapping, count: countedBy('instance_count', 1) })

const coreMachines = (resources: string): Names => ({
  type: `${resources}.instance_type`,
  count: `${resources}.instance_count`,
  volume: `${resources}.volume_size_in_gb`,
})

const machines = (prefix: string, resources: string): Names => ({
  type: `${prefix}${resources}.InstanceType`,
  count: `${prefix}${resources}.InstanceCount`,
  volume: `${prefix}${resources}.VolumeSizeInGB`,
  longest: `${prefix}StoppingCondition.MaxRuntimeInSeconds`,
})

const request = (prefix: string, resources: string): Names => ({
  ...machines(prefix, resources),
  spot: `${prefix}EnableManagedSpotTraining`,
  checkpoints: `${prefix}CheckpointConfig.S3Uri`,
  output: `${prefix}OutputDataConfig.S3OutputPath`,
})

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_AlgorithmSpecification.html */
function commanded(block: Block): Record<string, Known<Fact>> {
  const command = commandIn(block, [
    'AlgorithmSpecification.ContainerEntrypoint',
    'AlgorithmSpecification.ContainerArguments',
  ])
  return command === undefined ? {} : toldBy(command, block.location)
}

const jobs = defineResource({
  id: 'aws/sagemaker-job',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/sagemaker/ai/pricing/',
  shape: {
    instanceType: 'ml.p4d.24xlarge',
    volumeGB: 'GB of storage of each instance',
    lifetimeHours: 'hours it may run at most',
    idleSeconds: 'seconds its instances are kept for the next job',
    checkpoints: 'true where it is told where to keep checkpoints; of training that may be told so',
    output: 's3://bucket/path that what it makes is kept in',
    ...modelShape,
  },
  per: () => 'hour',
  lines: jobLines,
  from: {
    sdk: {
      'sagemaker.Estimator': job(sdkTraining),
      'sagemaker.ModelTrainer': job({
        type: 'compute.instance_type',
        count: 'compute.instance_count',
        volume: 'compute.volume_size_in_gb',
        longest: 'stopping_condition.max_runtime_in_seconds',
        spot: 'compute.enable_managed_spot_training',
        idle: 'compute.keep_alive_period_in_seconds',
      }),
      // Both are told a function to run; without a number it runs on one machine.
      'sagemaker.remote': alone(job({ ...remote, longest: 'max_runtime_in_seconds' })),
      'sagemaker.NotebookJobStep': alone(job({ ...remote, longest: 'max_runtime_in_seconds' })),
      'sagemaker.Processor': job({
        type: 'instance_type|[2]',
        count: 'instance_count|[1]',
        volume: 'volume_size_in_gb',
        longest: 'max_runtime_in_seconds',
      }),
      'sagemaker.Transformer': job({ type: 'instance_type|[2]', count: 'instance_count|[1]' }),
      'sagemaker.transformer': job({ type: 'instance_type|[1]', count: 'instance_count|[0]' }),
      'sagemaker.core.TrainingJob': job({
        ...coreMachines('resource_config'),
        longest: 'stopping_condition.max_runtime_in_seconds',
        spot: 'enable_managed_spot_training',
      }),
      'sagemaker.core.HyperParameterTuningJob': job({
        ...coreMachines('training_job_definition.resource_config'),
        longest: 'training_job_definition.stopping_condition.max_runtime_in_seconds',
        spot: 'training_job_definition.enable_managed_spot_training',
      }),
      'sagemaker.core.TransformJob': job(coreMachines('transform_resources')),
      'sagemaker.core.ProcessingJob': job({
        ...coreMachines('processing_resources.cluster_config'),
        longest: 'stopping_condition.max_runtime_in_seconds',
      }),
      'aws.create_training_job': { ...job(request('', 'ResourceConfig')), more: commanded },
      'aws.create_hyper_parameter_tuning_job': job(request('TrainingJobDefinition.', 'ResourceConfig')),
      'aws.create_transform_job': job(machines('', 'TransformResources')),
      'aws.create_processing_job': job(machines('', 'ProcessingResources.ClusterConfig')),
    },
  },
  label: ({ shape }) => String((shape.instanceType && valueOf(shape.instanceType)) ?? 'SageMaker job'),
})

const memory = 'serverless_inference_config.memory_size_in_mb|inference_config.memory_size_in_mb'

/**
 * By what its container is told the model and how many GPUs it is spread over: https://huggingface.co/docs/sagemaker,
 * https://aws.github.io/deep-learning-containers/vllm/configuration, https://docs.djl.ai/master/docs/serving/serving/docs/lmi/
 */
export const environment = {
  model: ['HF_MODEL_ID', 'SM_VLLM_MODEL', 'OPTION_MODEL_ID'],
  gpus: ['SM_NUM_GPUS', 'SM_VLLM_TENSOR_PARALLEL_SIZE', 'OPTION_TENSOR_PARALLEL_DEGREE'],
}
const ofEnvironment = (names: readonly string[]) =>
  names.flatMap((name) => [`^env.${name}`, `^environment.${name}`]).join('|')

/** What makes an endpoint of a model, as the endpoint itself is read (sagemaker-endpoint.ts). */
export const endpointFromCode: Readonly<Record<string, FormatMapping>> = {
  'sagemaker.deploy': deployed('instance_type|[1]'),
  'sagemaker.builder.deploy': deployed(
    'instance_type|inference_config.instance_type|^instance_type|^compute.instance_type',
  ),
  'sagemaker.endpoint': deployed('instance_type', 'initial_instance_count'),
  'sagemaker.variants': {
    facts: {},
    repeated: { variants: named('production_variants', 'instance_type|[1]', 'initial_instance_count|[2]') },
    region: regionBy('^boto_session.region_name'),
  },
  'sagemaker.core.EndpointConfig': {
    facts: {},
    repeated: {
      variants: named('production_variants', 'instance_type', 'initial_instance_count'),
      shadows: named('shadow_production_variants', 'instance_type', 'initial_instance_count'),
    },
    region: regionBy('region'),
  },
  'aws.create_endpoint_config': {
    facts: { model: ofContainer(environment.model), modelGpus: ofContainer(environment.gpus) },
    repeated: { variants: requested('ProductionVariants'), shadows: requested('ShadowProductionVariants') },
    region: regionBy('^region_name|^region'),
  },
}

/** Of the model of the only variant, which the program makes too: by its name. */
function ofContainer(names: readonly string[]) {
  const paths = names.flatMap((name) => [`PrimaryContainer.Environment.${name}`, `Containers.[0].Environment.${name}`])
  return (block: Block): Known<Fact> => {
    const variants = block.nested('ProductionVariants')
    const named = variants.length === 1 ? valueOf(variants[0]!.fact('ModelName')) : undefined
    const [model, ...others] = block
      .ofType('aws.create_model')
      .filter((each) => named !== undefined && valueOf(each.fact('ModelName')) === named)
    return model === undefined || others.length > 0 ? unknown('absent') : model.fact(paths.join('|'))
  }
}

/** Variants as the SDK's own objects, in Python's names. */
function named(block: string, instanceType: string, instances: string) {
  return {
    block,
    facts: {
      instanceType,
      instances: [instances, 1] as const,
      scaling: 'managed_instance_scaling.status',
      minInstances: 'managed_instance_scaling.min_instance_count',
      maxInstances: 'managed_instance_scaling.max_instance_count',
      volumeGB: 'volume_size_in_gb|volume_size',
      memoryMB: 'serverless_config.memory_size_in_mb',
      concurrency: 'serverless_config.provisioned_concurrency',
    },
  }
}

function deployed(type: string, counted = 'initial_instance_count|[0]|inference_config.instance_count'): FormatMapping {
  return {
    facts: {
      model: ofEnvironment(environment.model),
      modelGpus: ofEnvironment(environment.gpus),
      'variants[0].count': (block) => known<Fact>(1, block.location),
      'variants[0].instanceType': (block) => (isUnwritten(block.fact(memory)) ? block.fact(type) : unknown('absent')),
      'variants[0].instances': (block) => known<Fact>(1, block.location),
      'variants[0].volumeGB': 'volume_size',
      'variants[0].memoryMB': memory,
      'variants[0].concurrency': 'serverless_inference_config.provisioned_concurrency',
    },
    region: regionBy('^sagemaker_session.boto_session.region_name|^region_name'),
    count: (block) => {
      const many = countedBy(counted)(block)
      return many.is === 'unknown' && many.why === 'absent' ? assumed(1, block.location) : many
    },
  }
}

function requested(block: string) {
  return {
    block,
    facts: {
      instanceType: 'InstanceType',
      instances: 'InitialInstanceCount',
      scaling: 'ManagedInstanceScaling.Status',
      minInstances: 'ManagedInstanceScaling.MinInstanceCount',
      maxInstances: 'ManagedInstanceScaling.MaxInstanceCount',
      volumeGB: 'VolumeSizeInGB',
      memoryMB: 'ServerlessConfig.MemorySizeInMB',
      concurrency: 'ServerlessConfig.ProvisionedConcurrency',
    },
  }
}

export const resources = [jobs]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'two machines train: 2 × 1 h × $1.408; on spot, or where the region is not told, nobody knows',
    lang: 'python',
    code: `import boto3

client = boto3.client("sagemaker", region_name="us-east-1")
client.create_training_job(
    TrainingJobName="a",
    ResourceConfig={"InstanceType": "ml.g5.xlarge", "InstanceCount": 2, "VolumeSizeInGB": 50},
    StoppingCondition={"MaxRuntimeInSeconds": 7200},
)
client.create_training_job(
    TrainingJobName="b",
    ResourceConfig={"InstanceType": "ml.g5.xlarge", "InstanceCount": 1},
    EnableManagedSpotTraining=True,
)
boto3.client("sagemaker").create_training_job(ResourceConfig={"InstanceType": "ml.g5.xlarge", "InstanceCount": 1})
`,
    sees: [
      { address: 'aws.create_training_job', usd: 2.82, status: 'priced' },
      { address: 'aws.create_training_job#2', usd: null, unknown: ['Instances: no-price'] },
      { address: 'aws.create_training_job#3', usd: null, unknown: ['region: absent'] },
    ],
  },
]
