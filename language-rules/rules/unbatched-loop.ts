import { z } from 'zod'
import { perMillion } from '../../core/estimate/lines.ts'
import { setArgument } from '../../core/fixes/arguments.ts'
import { known } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type ModelCallContext, type ProposedFix, type RuleExample } from '../../core/rule.ts'
import { methodName } from '../../core/rules/call-place.ts'
import type { ModelCall } from '../../core/types.ts'

const options = z.object({})

export const rule = defineRule({
  id: 'unbatched-loop',
  on: 'model-call',
  severity: 'warning',
  preset: 'recommended',
  docs: {
    what: 'A loop over data sends one call at a time at the full price, and nobody seems to wait for the answers.',
    why: 'Providers bill the same calls at a discount when they may answer within 24 hours (batch) or at low priority (flex).',
    fix: 'Collect the requests and send them to the Batch API, or ask for the flex service tier where the model has one.',
    unless: 'A person or a deadline waits for the answers, or each call depends on the one before.',
    source: 'https://developers.openai.com/api/docs/guides/batch',
  },
  options,
  *check(call, context) {
    const { estimate, estimateWith, module, document } = context
    const loop = call.repeats.find((repeat) => repeat.kind === 'data')
    if (!loop || call.batch || call.stream || call.tier.is === 'known' || call.hints.includes('http')) return
    if (call.api !== 'chat' && call.api !== 'embed') return
    const after = estimateWith({ batch: true })
    const [before, batched] = [perMillion(estimate, 'input token'), perMillion(after, 'input token')]
    if (before === undefined || batched === undefined || batched >= before) return
    const [now, then] = [estimate.usd, after.usd]
    yield {
      at: methodName(call, module, document),
      message:
        now && then
          ? say`Called once per pass of a loop, ${usd(now)} each. If nobody waits for the answers, the Batch API does it for ${usd(then)} each, within 24 hours.`
          : say`Called once per pass of a loop at ${usd(before)} per million input tokens. If nobody waits for the answers, the Batch API takes ${usd(batched)}.`,
      related: [{ message: 'the loop', location: loop.at }],
      after,
      unit: { per: '1M input tokens', before, after: batched },
      fixes: flex(call, context),
    }
  },
})

/** Flex is the batch rate on an ordinary call, so it is one argument; a batch needs the answers fetched elsewhere. */
function flex(call: ModelCall, context: ModelCallContext<unknown>): ProposedFix[] {
  if (call.provider !== 'openai' || call.api !== 'chat') return []
  const after = context.estimateWith({ tier: known('flex', call.location) })
  if (!after.lines.every((line) => line.unitUsd)) return []
  const quote = context.named === 'keyword' ? '"' : "'"
  const edit = setArgument(call, 'service_tier', `${quote}flex${quote}`, context)
  return edit ? [{ title: 'Ask for the flex service tier', safety: 'suggestion', edits: [edit], after, claim: 'saves' }] : []
}

export const examples: readonly RuleExample[] = []
