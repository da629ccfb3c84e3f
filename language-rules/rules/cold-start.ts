import * as z from 'zod/mini'
import { scale } from '../../core/band.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule } from '../../core/rule.ts'
import { headerOf } from '../../core/rules/block-place.ts'
import { gpusOf } from '../../core/rules/gpus.ts'
import { coldStartExamples } from './examples/cold-start.ts'

const options = z.object({})

/** What runs while it works, and waits a while for more before it stops. */
const waiting: ReadonlySet<string> = new Set([
  'modal.function',
  'modal.cls',
  'modal.with_options',
  'modal.web_with_options',
  'beam.container',
  'runpod.create_endpoint',
  'runpod.flash_endpoint',
])

/** Where the time it waits is written. */
const names = ['scaledown_window', 'container_idle_timeout', 'scaledownWindowMs', 'keep_warm_seconds', 'idle_timeout']

const secondsPerMonth = 730 * 3600

export const rule = defineRule({
  id: 'cold-start',
  on: 'resource',
  severity: 'info',
  preset: 'learn',
  docs: {
    what: 'A GPU container shrinks to none: it waits a while after the last request, and the next one has to wait for a start.',
    why: 'The wait after each burst is billed as work is, and so is the start, in which the model is loaded. Kept ready, none of that is paid, and every hour is.',
    fix: 'Count the bursts: under the number in the message shrinking to none costs less. A shorter wait costs less for each, and lets more requests find nothing ready; a smaller image and weights on a volume start sooner.',
    unless:
      'Requests come seldom and may wait: then it is right as it is. This is told only to those who want everything explained.',
    source: 'https://modal.com/docs/guide/cold-start',
    notIn: { terraform: 'what Terraform makes says no time that it waits before it stops' },
  },
  options,
  *check(resource, { estimate, prices, document }) {
    if (!waiting.has(resource.type) || estimate.per !== 'hour' || !estimate.usd || estimate.usd.likely <= 0) return
    const seconds = resource.shape.idleSeconds && valueOf(resource.shape.idleSeconds)
    const gpus = typeof seconds === 'number' && seconds > 0 ? gpusOf(resource, prices) : undefined
    if (gpus === undefined || typeof seconds !== 'number') return
    const wait = scale(estimate.usd, seconds / 3600)
    const kept = scale(estimate.usd, 730)
    const bursts = Math.floor(secondsPerMonth / seconds)
    const at = names.flatMap((name) => resource.source.values[name] ?? [])[0]
    yield {
      at: at ?? headerOf(resource, document),
      message: say`${gpus.text} waits ${seconds} seconds after each burst of requests, ${usd(wait)}, and each minute of a start is ${usd(scale(estimate.usd, 1 / 60))}. Kept ready it is ${usd(kept)} a month, as much as ${bursts} such waits.`,
    }
  },
})

export const examples = coldStartExamples
