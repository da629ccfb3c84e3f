import * as z from 'zod/mini'
import { perMillion, wholeUsd } from '../../core/estimate/lines.ts'
import { hoursPerMonth } from '../../core/hours.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { printAccelerators } from '../../core/prices/part-gpus.ts'
import { defineRule } from '../../core/rule.ts'
import { methodName } from '../../core/rules/call-place.ts'
import { aTask, narrowTaskOf } from '../../core/rules/narrow-task.ts'
import type { Estimate, ModelCall } from '../../core/types.ts'
import { distillableTask } from './examples/distillable-task.ts'

const options = z.object({
  machine: z
    ._default(z.string(), 'g6.xlarge')
    .check(z.describe('AWS machine with a GPU that would run a model of your own.')),
  region: z._default(z.string(), 'us-east-1').check(z.describe('AWS region it would be in.')),
  shortOutput: z
    ._default(z.number().check(z.int(), z.positive()), 256)
    .check(z.describe('Longest output limit, in tokens, that still counts as a short answer.')),
})

export const rule = defineRule({
  id: 'distillable-task',
  on: 'model-call',
  severity: 'info',
  preset: 'learn',
  docs: {
    what: 'A hosted model does one narrow task for each of many texts.',
    why: 'A hosted model is paid by the token, a machine with a small model of your own by the hour: above some volume the machine costs less.',
    fix: 'Keep the large model’s answers, tune a small model on them, and compare the two on your evaluation set. The message says at what volume the machine costs as much, and how many tokens an hour it then has to serve: measure that before you move.',
    unless:
      'The volume stays below the break-even or comes in bursts, nobody is there to run a model, or the provider’s terms do not let its answers train another one.',
    source: 'https://developers.openai.com/tracks/model-optimization',
  },
  options,
  *check(call, { options, estimate, prices, module, document }) {
    const limit = valueOf(call.maxOutput)
    if (call.api !== 'chat' || call.model.is !== 'known' || limit === undefined || limit > options.shortOutput) return
    const volume = estimate.month?.calls.likely
    if (volume === undefined && !isForMany(call)) return
    const task = narrowTaskOf(call)
    if (task === undefined) return
    const each = estimate.usd?.likely
    const hour = prices.instance('aws', options.machine, options.region, 'on-demand')
    const specs = prices.specs('aws', options.machine)
    if (each === undefined || each <= 0 || !hour || specs?.accelerator === undefined) return
    const month = (hour.usd / hour.per) * hoursPerMonth
    const calls = month / each
    if (volume !== undefined && volume < calls) return
    const gpu = `${printAccelerators(specs.accelerators)} × ${specs.accelerator}`
    const machine = say`A machine for a small model of your own (${options.machine}, ${gpu}) is ${usd(month)} a month`
    const which = say`${aTask(task)} of each of many texts`
    const whole = wholeUsd(estimate)
    const input = perMillion(estimate, 'input token')
    if (!whole) {
      if (input === undefined) return
      // What is written comes on top, so that the machine costs less from there on at the latest.
      const read = (month / input) * 1e6
      yield {
        at: methodName(call, module, document),
        message: say`${which}, at ${usd(input)} per million input tokens with ${call.model.value}. ${machine}, as much as ${count(read)} input tokens: above that it costs less, if it serves ${count(read / hoursPerMonth)} tokens an hour.`,
      }
      return
    }
    const perHour = (calls * tokensOf(estimate)) / hoursPerMonth
    const now =
      volume === undefined
        ? say`${usd(whole)} a call`
        : say`${usd(estimate.month!.usd)} a month for ${count(volume)} calls`
    yield {
      at: methodName(call, module, document),
      message: say`${which}, ${now} with ${call.model.value}. ${machine}, as much as ${count(calls)} of these calls: above that it costs less, if it serves ${count(perHour)} tokens an hour.`,
    }
  },
})

export const examples = distillableTask

/** In a loop over data whose length nothing in the source tells. */
const isForMany = ({ repeats, batch }: ModelCall): boolean =>
  batch || repeats.some(({ kind, bound, most }) => kind === 'data' && bound === undefined && most === undefined)

/** As many as are known of: what a run fills in costs as well as it counts. */
const tokensOf = ({ lines }: Estimate): number =>
  lines.reduce((sum, { unit, quantity }) => sum + (/ token$/.test(unit) ? (quantity?.likely ?? 0) : 0), 0)

/** Two digits: more are not known. */
const count = (amount: number): string => Number(amount.toPrecision(2)).toLocaleString('en-US')
