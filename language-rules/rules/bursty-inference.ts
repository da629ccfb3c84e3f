import * as z from 'zod/mini'
import { hoursPerMonth } from '../../core/hours.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import { defineRule } from '../../core/rule.ts'
import { factPlace } from '../../core/rules/block-place.ts'
import { isNonProduction } from '../../core/rules/environment.ts'
import { type Gpus, gpusOf } from '../../core/rules/gpus.ts'
import type { Fact, Known, Resource } from '../../core/types.ts'
import { burstyInferenceExamples } from './examples/bursty-inference.ts'

const options = z.object({})

/** What keeps GPUs ready to answer. */
const endpoints: ReadonlySet<string> = new Set([
  'aws_sagemaker_endpoint',
  'sagemaker.deploy',
  'sagemaker.builder.deploy',
  'aws.create_endpoint_config',
  'vertex.deploy',
  'vertex.deploy_model',
  'google_vertex_ai_endpoint_with_model_garden_deployment',
])

/** https://modal.com/docs/guide/gpu: an A10 stands for Amazon’s A10G, an A100 without more has 40 GB. */
const alike: Readonly<Record<string, string>> = { A10G: 'A10', A100: 'A100-40GB' }

export const rule = defineRule({
  id: 'bursty-inference',
  on: 'resource',
  severity: 'info',
  preset: 'learn',
  docs: {
    what: 'An endpoint keeps a GPU all month, and the same GPU is sold by the second.',
    why: 'An endpoint is billed whether anybody asks or not. What is billed by the second costs more for a busy hour and nothing for an idle one, so it costs less up to some number of hours of work.',
    fix: 'Count the hours of work, requests × seconds of each. Below the number in the message a serverless GPU costs less.',
    unless: 'It is busy most of the day, no request may wait for a start, or data may not leave the cloud it is in.',
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/deploy-model-options.html',
  },
  options,
  *check(resource, { estimate, prices, document }) {
    if (!endpoints.has(resource.type) || estimate.per !== 'month' || isNonProduction(resource)) return
    const lines = estimate.lines.filter(({ unit }) => unit === 'hour')
    const line = lines[0]
    if (lines.length !== 1 || !line?.unitUsd || !line.usd || line.usd.low <= 0) return
    const type = typeOf(resource)
    const gpus = type && gpusOf({ ...resource, shape: { ...resource.shape, instanceType: type } }, prices)
    const hourly = gpus && hourOf(prices, gpus)
    if (!gpus || hourly === undefined) return
    const hours = Math.floor((line.unitUsd.likely * hoursPerMonth) / hourly)
    const until =
      hours >= hoursPerMonth ? 'less even if it works at all hours' : say`less up to ${hours} hours of work a month`
    yield {
      at: factPlace(resource, type, document),
      message: say`${gpus.text} is kept ready: ${usd(line.usd)} a month. By the second Modal has the same GPUs, cores and memory for ${usd(hourly)} an hour, which is ${until}. If requests come in bursts, let it shrink to none.`,
    }
  },
})

const typeOf = ({ shape }: Resource): Known<Fact> | undefined => {
  const types = [shape.instanceType, shape['variants[0].instanceType']].filter(
    (one) => one && valueOf(one) !== undefined,
  )
  return shape['variants[1].instanceType'] === undefined ? types[0] : undefined
}

/** An hour of as much, billed by the second. A core there is a whole one, of two vCPUs: https://modal.com/pricing */
function hourOf(prices: PriceBook, { name, count, specs }: Gpus): number | undefined {
  const second = (item: string) => prices.service('modal', 'compute', item, 'global')?.usd
  const [gpu, core, memory] = [second(alike[name] ?? name), second('core'), second('memory')]
  if (!count || gpu === undefined || core === undefined || memory === undefined) return undefined
  if (specs?.vcpu === undefined || specs.memoryGiB === undefined) return undefined
  return 3600 * (gpu * count + (core * specs.vcpu) / 2 + memory * specs.memoryGiB)
}

export const examples = burstyInferenceExamples
