import * as z from 'zod/mini'
import { exactly, sum } from '../../core/band.ts'
import { rateOf } from '../../core/estimate/token-lines.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule } from '../../core/rule.ts'
import { methodName } from '../../core/rules/call-place.ts'
import { longContextTier } from './examples/long-context-tier.ts'

const options = z.object({})

export const rule = defineRule({
  id: 'long-context-tier',
  on: 'model-call',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'The input is longer than the length above which the model bills the whole request at a higher price.',
    why: 'Every token of it is dearer, also those below that length, and mostly those of the answer as well.',
    fix: 'Send what the question needs: a search in the documents, a summary of them, several calls with a part each.',
    unless: 'The question needs all of it at once.',
    source: 'https://ai.google.dev/gemini-api/docs/pricing',
  },
  options,
  *check(call, { document, module, estimate, prices }) {
    const id = valueOf(call.model)
    const price = id === undefined ? undefined : prices.model(call.provider, id)
    const tiers = price?.rates.input?.tiers ?? []
    if (!price || tiers.length === 0 || call.api !== 'chat') return
    // What is not known can only make it longer.
    const input = sum(
      estimate.lines.flatMap(({ unit, quantity }) => (unit === 'input token' && quantity ? [quantity] : [])),
    )
    const passed = tiers.filter(({ above }) => input && input.likely > above)
    if (!input || passed.length === 0) return
    const [billed, listed] = [rateOf(call, price, 'input', input), rateOf(call, price, 'input', exactly(0))]
    // Of a list that bills long inputs lower there is nothing to say.
    if (!billed || !listed || listed.usd / listed.per >= billed.usd / billed.per) return
    const least = Math.min(...passed.map(({ above }) => above))
    const [now, later] = [(billed.usd / billed.per) * 1e6, (listed.usd / listed.per) * 1e6]
    const isSure = input.low > Math.max(...passed.map(({ above }) => above))
    yield {
      at: methodName(call, module, document),
      message: say`The input is ${isSure ? '' : 'likely '}longer than ${least} tokens, about ${Math.round(input.likely)}: the whole request is billed at ${usd(now)} per million input tokens, not ${usd(later)}. Send what the question needs, or make several calls with a part each.`,
      unit: { per: '1M input tokens', before: now, after: later },
    }
  },
})

export const examples = longContextTier
