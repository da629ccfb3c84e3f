import * as z from 'zod/mini'
import { sum } from '../../core/band.ts'
import { textOf } from '../../core/document.ts'
import { replaceSpan } from '../../core/fixes/arguments.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type ModelCallContext } from '../../core/rule.ts'
import { costBy } from '../../core/rules/cacheable.ts'
import { placeOf, type Repeated, repeatedIn, spanWithSpace, withoutRepeated } from '../../core/rules/repeated-text.ts'
import type { Edit } from '../../core/types.ts'
import { wordyPrompt } from './examples/wordy-prompt.ts'

const options = z.object({
  tokens: z
    ._default(z.number().check(z.int(), z.positive()), 20)
    .check(z.describe('Fewer tokens than this, said again, are fine.')),
})

export const rule = defineRule({
  id: 'wordy-prompt',
  on: 'model-call',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A prompt says the same sentence more than once.',
    why: 'Each time it is billed as input, at every call.',
    fix: 'Say it once. What must not be overlooked is better said last than twice.',
    unless: 'You measured that the model heeds it only where it is repeated, as after a very long document.',
    source: 'https://developers.openai.com/api/docs/guides/latency-optimization',
  },
  options,
  *check(call, context) {
    if (call.api !== 'chat') return
    const id = valueOf(call.model)
    const price = id === undefined ? undefined : context.prices.model(call.provider, id)
    if (!price) return
    const repeated = repeatedIn(call.input).filter(({ first, again }) => placeOf(first) === placeOf(again))
    const tokens = sum(repeated.map(({ text }) => context.tokens.count(text, id)))
    const [first] = repeated
    if (!first || !tokens || tokens.low < context.options.tokens) return
    const cost = costBy(price, 'input', tokens, context.estimate.inputTokens ?? tokens)
    if (!cost) return
    const { document } = context
    const times = repeated.length === 1 ? 'One sentence is' : say`${repeated.length} sentences are`
    const edits = repeated.map((each) => removal(each, context))
    const isWhole = edits.every((edit) => edit !== undefined)
    yield {
      at: first.again.at.file === document.file ? first.again.at : call.location,
      message: say`${times} said more than once: “${shortened(first.text)}”. Each call pays ${usd(cost)} for the ${Math.round(tokens.likely)} tokens of saying it again. Say it once.`,
      after: context.estimateWith({ input: withoutRepeated(call.input, repeated) }),
      fixes: isWhole
        ? [
            {
              title: 'Say it once',
              safety: 'suggestion',
              edits: edits.filter((edit) => edit !== undefined),
              claim: 'saves',
            },
          ]
        : [],
    }
  },
})

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text)

/** Only where the text stands in the source as it is sent, and as often: with escapes it would be another place. */
function removal({ text, again }: Repeated, { document }: ModelCallContext<unknown>): Edit | undefined {
  if (again.at.file !== document.file) return undefined
  const code = textOf(document, again.at.cell).slice(...again.at.span)
  const start = code.lastIndexOf(text)
  if (start < 0 || code.split(text).length !== 3) return undefined
  const from = (document.parts.find(({ cell }) => cell === again.at.cell)?.start ?? 0) + again.at.span[0] + start
  return replaceSpan(document, spanWithSpace(document.text, [from, from + text.length]), '')
}

export const examples = wordyPrompt
