import * as z from 'zod/mini'
import { known, valueOf } from '../../core/known.ts'
import { say } from '../../core/money.ts'
import type { ModelPrice } from '../../core/prices/book.ts'
import { defineRule, type ModelCallContext } from '../../core/rule.ts'
import { instead } from '../../core/rules/instead.ts'
import { modelConstant, modelPlace, writeModel } from '../../core/rules/model-place.ts'
import { narrowTaskOf } from '../../core/rules/narrow-task.ts'
import { takenBy } from '../../core/rules/taken-by.ts'
import type { ModelCall, PromptPart } from '../../core/types.ts'
import { unroutedSimpleQuery } from './examples/unrouted-simple-query.ts'

const options = z.object({
  shortOutput: z
    ._default(z.number().check(z.int(), z.positive()), 256)
    .check(z.describe('Longest output limit, in tokens, that still counts as a short answer.')),
})

export const rule = defineRule({
  id: 'unrouted-simple-query',
  on: 'model-call',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A large model is asked one plain question with a short answer, in a file that uses a smaller model of the same family for something else.',
    why: 'The smaller model is already trusted and paid for there, at a fraction of the price.',
    fix: 'Send plain questions to the smaller model, and keep the large one for what your evaluation set shows it to be better at.',
    unless: 'You measured that the smaller model is not good enough for this question.',
    source: 'https://developers.openai.com/api/docs/guides/latency-optimization',
    alters: ['answers'],
  },
  options,
  *check(call, context) {
    const { options, estimate, estimateWith, prices, document } = context
    const limit = valueOf(call.maxOutput)
    const id = call.model.is === 'known' ? call.model.value : undefined
    if (call.api !== 'chat' || id === undefined || limit === undefined || limit > options.shortOutput) return
    // A narrow task is told by oversized-model, whatever else is in the file.
    if (!isPlain(call) || narrowTaskOf(call) !== undefined) return
    const price = prices.model(call.provider, id)
    const used = price && smallerBeside(call, price, context)
    if (!used || isAskedBoth(call, used.call)) return
    const at = modelPlace(call, document)
    const after = estimateWith({ model: known(used.written, at) })
    const change = instead(estimate, after)
    if (!change) return
    const edits = [writeModel(call, used.written, document), ...takenBy(used.written, call, document)]
    const constant = modelConstant(call)
    yield {
      at,
      message: say`One plain question, answered in at most ${limit} tokens: ${id} costs ${change.now}, ${used.written}, which this file uses too, ${change.later}. Try it on your evaluation set.`,
      related: [
        ...(constant ? [{ message: 'the model', location: constant }] : []),
        { message: `asks ${used.written}`, location: used.call.location },
      ],
      after,
      unit: change.unit,
      fixes: [{ title: `Use ${used.written}`, safety: 'suggestion', edits, claim: 'saves' }],
    }
  },
})

export const examples = unroutedSimpleQuery

/** One message of the user: no turns before it, no system prompt, no tools, no schema, nothing that was searched for or drawn. */
function isPlain({ input, reasoning, repeats }: ModelCall): boolean {
  const first = input[0]
  return (
    first !== undefined &&
    reasoning.is !== 'known' &&
    repeats.every(({ kind }) => kind !== 'agent') &&
    input.every((part) => isQuestion(part) && part.from === first.from && part.message === first.message)
  )
}

const isQuestion = (part: PromptPart): boolean =>
  (part.role === undefined || part.role === 'user') &&
  !/tools|functions|format|schema|system|instructions/.test(part.from ?? '') &&
  (part.is === 'text' || (!part.grows && !part.retrieved && !part.image && !part.sound && !isMany.test(part.name)))

/** A conversation or a document is no plain question. */
const isMany = /messages|history|conversation|context|document|docs\b|content|transcript|chunks|pages|code/i

/** The smaller model is asked just the same: first, or to be compared. */
const isAskedBoth = (call: ModelCall, other: ModelCall): boolean => saidIn(call) === saidIn(other)

const saidIn = ({ input }: ModelCall) =>
  input.map((part) => (part.is === 'text' ? part.text : `{${part.name}}`)).join('')

interface Used {
  /** As the other call names it. */
  readonly written: string
  readonly call: ModelCall
}

/** The smallest of the same family that another call of the file asks for. */
function smallerBeside(call: ModelCall, price: ModelPrice, context: ModelCallContext<unknown>): Used | undefined {
  const { prices, sites } = context
  for (const smaller of prices.smaller(price).toReversed()) {
    for (const { site } of sites) {
      if (site.kind !== 'model-call' || site.api !== 'chat' || site.provider !== call.provider) continue
      const written = site.model.is === 'known' ? site.model.value : undefined
      if (written !== undefined && prices.model(site.provider, written)?.id === smaller.id)
        return { written, call: site }
    }
  }
  return undefined
}
