import * as z from 'zod/mini'
import { textOf } from '../../core/document.ts'
import { millionPrice, perMillion, wholeUsd } from '../../core/estimate/lines.ts'
import type { Module } from '../../core/module.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type ModelCallContext } from '../../core/rule.ts'
import { methodName } from '../../core/rules/call-place.ts'
import { isAskedForAnswer, isChained } from '../../core/rules/chained.ts'
import { retriesFailures } from '../../core/rules/failed-attempts.ts'
import { isAgent, isBatchable, slowerFixes, slowerWay } from '../../core/rules/slower-way.ts'
import { functionsAround, isWaitedFor, runsAlone } from '../../core/rules/waited-for.ts'
import type { ModelCall } from '../../core/types.ts'
import { unbatchedLoop } from './examples/unbatched-loop.ts'
import { unbatchedLoopLeft } from './examples/unbatched-loop-left.ts'

const options = z.object({
  passes: z
    ._default(z.number().check(z.int(), z.positive()), 20)
    .check(z.describe('A loop that is known to make fewer calls than this is left.')),
})

export const rule = defineRule({
  id: 'unbatched-loop',
  on: 'model-call',
  severity: 'warning',
  preset: 'strict',
  docs: {
    what: 'A loop of a script, a notebook or a job sends one call at a time at the full price, and nobody seems to wait for the answers.',
    why: 'Providers bill the same calls at a discount when they may answer within 24 hours (batch) or at low priority (flex).',
    fix: 'Collect the requests and send them to the Batch API, or ask for the flex service tier where the model has one.',
    unless: 'A person or a deadline waits for the answers, or each call depends on the one before.',
    source: 'https://developers.openai.com/api/docs/guides/batch',
    alters: ['speed', 'errors'],
  },
  options,
  *check(call, context) {
    const { options, estimate, module, document } = context
    // Who waits for a loop in another file, and what is done there with each answer, is not seen from here.
    const loop = call.repeats.find((repeat) => repeat.kind === 'data' && repeat.at.file === document.file)
    if (!loop || !isBatchable(call) || call.batch || call.tier.is === 'known') return
    if ((loop.bound ?? loop.most ?? options.passes) < options.passes) return
    // Elsewhere it may be part of what answers a request.
    if (!runsAlone(call, module)) return
    if (isAgent(call, context) || isChained(call, module) || isWaitedFor(call, module, document)) return
    const code = textOf(document, loop.at.cell).slice(...loop.at.span)
    if (asks.test(code) || (loop.via === 'loop' && ends.test(code))) return
    if (isRuledOut(call, module) || isAskedAnew(call, context) || isAskedForAnswer(call, module)) return
    const way = slowerWay(call, context)
    if (!way) return
    const { after, name, when } = way
    const [before, batched] = [perMillion(estimate, 'input token')!, perMillion(after, 'input token')!]
    const [now, then] = [wholeUsd(estimate), wholeUsd(after)]
    const [rate, lower] = [millionPrice(estimate, 'input token')!, millionPrice(after, 'input token')!]
    yield {
      at: methodName(call, module, document),
      message:
        now && then
          ? say`Called once per pass of a loop, ${usd(now)} each. If nobody waits for the answers, ${name} does it for ${usd(then)} each, ${when}.`
          : say`Called once per pass of a loop at ${usd(rate)} per million input tokens. If nobody waits for the answers, ${name} takes ${usd(lower)}, ${when}.`,
      related: [{ message: 'the loop', location: loop.at }],
      after,
      unit: { per: '1M input tokens', before, after: batched },
      fixes: slowerFixes(call, context),
    }
  },
})

/** A comment above the call, in the same function, says that no batch is wanted: who wrote it knows the way. */
function isRuledOut(call: ModelCall, module: Module): boolean {
  const site = module.calls[call.source.call]
  const [inner] = functionsAround(call, module)
  return module.comments.some(
    ({ span, text }) =>
      site !== undefined && span[1] <= site.expr.span[0] && span[0] >= (inner?.span[0] ?? 0) && noBatch.test(text),
  )
}

const noBatch = /\b(not|no|never|without|instead of|rather than)\b[^.]*\bbatch/i

/** It asks once more where the answer was of no use, and so waits for that; a loop that only makes up for failures does not. */
const isAskedAnew = ({ repeats, location }: ModelCall, { document }: ModelCallContext<unknown>): boolean =>
  repeats.some(
    ({ kind, via, where, at }) =>
      kind === 'retry' &&
      via === 'loop' &&
      where === 'here' &&
      !retriesFailures(textOf(document, at.cell).slice(...at.span), location.span[0] - at.span[0]),
  )

/** Somebody sits at the terminal. */
const asks = /\b(input|prompt|question|readline)\s*\(/

/** It may stop at a good answer, so that the next call waits for the one before. */
const ends = /\b(return|break)\b/

export const examples = [...unbatchedLoop, ...unbatchedLoopLeft]
