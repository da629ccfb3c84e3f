// https://aws.amazon.com/sagemaker/ai/pricing/: an endpoint bills the instances of its configuration, which costs nothing by itself.
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
import { serviceLine } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type RepeatedMapping, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { modelShape } from '../loaded-model.ts'
import { scaledBy } from '../scaled-by.ts'
import { examples as endpointExamples } from './sagemaker-endpoint-examples.ts'
import { endpointFromCode, environment } from './sagemaker-jobs.ts'

const secondsPerHour = 3600

/** Of the model of the only variant. https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_model */
const ofModel =
  (names: readonly string[]) =>
  (block: Block): Known<Fact> => {
    const configuration = configurationOf(block)
    if (configuration?.nested('production_variants').length !== 1) return unknown('absent')
    const model = configuration.target('production_variants.model_name', 'aws_sagemaker_model')
    const written = names
      .map((name) => model?.fact(`primary_container.environment.${name}`) ?? unknown<Fact>('absent'))
      .find((fact) => !isUnwritten(fact))
    return written ?? unknown('absent')
  }

const configurationOf = (block: Block) => block.target('endpoint_config_name', 'aws_sagemaker_endpoint_configuration')

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_endpoint_configuration */
const variants = (block: string): RepeatedMapping => ({
  block,
  of: configurationOf,
  facts: {
    instanceType: 'instance_type',
    instances: 'initial_instance_count',
    scaling: 'managed_instance_scaling.status',
    minInstances: 'managed_instance_scaling.min_instance_count',
    maxInstances: 'managed_instance_scaling.max_instance_count',
    volumeGB: 'volume_size_in_gb',
    memoryMB: 'serverless_config.memory_size_in_mb',
    concurrency: 'serverless_config.provisioned_concurrency',
  },
})

/** Instances of a variant: a band where SageMaker or Application Auto Scaling moves them. */
function instancesOf(resource: Resource, part: string, isOnly: boolean): Known<number> {
  const written = numberFact(resource, `${part}.instances`)
  const scaled = numberFact(resource, 'scaledInstances')
  if (isOnly && scaled.is === 'range') {
    const start = valueOf(written) ?? scaled.likely ?? scaled.low
    return { ...scaled, likely: Math.min(scaled.high, Math.max(scaled.low, start)) }
  }
  const low = valueOf(numberFact(resource, `${part}.minInstances`))
  const high = valueOf(numberFact(resource, `${part}.maxInstances`))
  if (valueOf(fact(resource, `${part}.scaling`)) !== 'ENABLED' || low === undefined || high === undefined)
    return written
  return low > high
    ? written
    : { is: 'range', low, likely: Math.min(high, Math.max(low, valueOf(written) ?? low)), high, at: resource.location }
}

function variantLines(resource: Resource, prices: PriceBook, part: string, label: string, isOnly: boolean): Line[] {
  const billed = (name: string, unit: string, quantity: Known<number>, item: string) =>
    serviceLine(resource, prices, `${label}${name}`, unit, quantity, { service: 'sagemaker', item })
  const memory = mapKnown(numberFact(resource, `${part}.memoryMB`), (mb) => mb / 1024)
  if (!isUnwritten(memory)) {
    const kept = product(numberFact(resource, `${part}.concurrency`), monthOf(resource, secondsPerHour))
    const hasKept = !isUnwritten(fact(resource, `${part}.concurrency`))
    return [
      billed('inference', 'GB-second', product(usage(resource, 'computeSeconds'), memory), 'serverless inference'),
      ...(hasKept ? [billed('concurrency', 'GB-second', product(kept, memory), 'serverless provisioned')] : []),
    ]
  }
  const many = product(instancesOf(resource, part, isOnly), numberFact(resource, `${part}.count`))
  const volume = numberFact(resource, `${part}.volumeGB`)
  const price = priceFor(resource, [fact(resource, `${part}.instanceType`)], (region, type) =>
    prices.hosting('sagemaker', type!, region),
  )
  return [
    line(`${label}instances`, 'hour', product(many, monthOf(resource)), price),
    ...(isUnwritten(volume) ? [] : [billed('storage', 'GB-month', product(many, volume), 'endpoint storage')]),
  ]
}

function endpointLines(resource: Resource, prices: PriceBook): Line[] {
  const production = partsOf(resource, 'variants')
  const all = [...production, ...partsOf(resource, 'shadows')]
  if (all.length === 0) return [line('Instances', 'hour', unknown('dynamic'), 'dynamic')]
  const labelOf = (part: string, i: number) =>
    part.startsWith('shadows') ? 'Shadow ' : production.length === 1 ? 'Variant ' : `Variant ${i + 1} `
  return [
    ...all.flatMap((part, i) => variantLines(resource, prices, part, labelOf(part, i), all.length === 1)),
    serviceLine(resource, prices, 'Data processed', 'GB', usage(resource, 'processedGB'), {
      service: 'sagemaker',
      item: 'endpoint data',
    }),
  ]
}

const variantShape = (name: string) => ({
  [`${name}[0].count`]: 'how many variants like this one',
  [`${name}[0].instanceType`]: 'ml.g5.xlarge',
  [`${name}[0].instances`]: 'instances it starts with',
  [`${name}[0].scaling`]: 'ENABLED where SageMaker scales the instances',
  [`${name}[0].minInstances`]: 'fewest instances it scales to',
  [`${name}[0].maxInstances`]: 'most instances it scales to',
  [`${name}[0].volumeGB`]: 'GB of storage of each instance',
  [`${name}[0].memoryMB`]: 'MB of memory of a serverless variant',
  [`${name}[0].concurrency`]: 'concurrent requests a serverless variant is kept ready for',
})

const endpoint = defineResource({
  id: 'aws/sagemaker-endpoint',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/sagemaker/ai/pricing/',
  shape: {
    scaledInstances: 'instances of the only variant, where Application Auto Scaling moves them',
    ...modelShape,
    ...variantShape('variants'),
    ...variantShape('shadows'),
  },
  usage: {
    processedGB: 'GB that go into the endpoint and come out',
    computeSeconds: 'seconds a serverless variant computes',
  },
  lines: endpointLines,
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_endpoint
    terraform: {
      aws_sagemaker_endpoint: {
        facts: {
          model: ofModel(environment.model),
          modelGpus: ofModel(environment.gpus),
          scaledInstances: (block) =>
            scaledBy(block, 'sagemaker:variant:DesiredInstanceCount', unknown<Fact>('absent')),
        },
        repeated: { variants: variants('production_variants'), shadows: variants('shadow_production_variants') },
      },
    },
    sdk: endpointFromCode,
  },
  label: ({ shape }) => {
    const type = shape['variants[0].instanceType']
    return String((type && valueOf(type)) ?? 'SageMaker endpoint')
  },
})

export const resources = [endpoint]

export const examples: readonly ResourceExample[] = endpointExamples
