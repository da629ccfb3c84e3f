import * as z from 'zod/mini'
import { countedHoles } from '../../core/estimate/counted-holes.ts'
import { replace } from '../../core/fixes/arguments.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule } from '../../core/rule.ts'
import { costBy } from '../../core/rules/cacheable.ts'
import { methodName } from '../../core/rules/call-place.ts'
import type { PromptPart } from '../../core/types.ts'
import { oversizedRetrieval } from './examples/oversized-retrieval.ts'

const options = z.object({
  times: z
    ._default(z.number().check(z.int(), z.positive()), 20)
    .check(z.describe('So many times as long as the answer may what a search brings be.')),
  pieces: z
    ._default(z.number().check(z.int(), z.positive()), 5)
    .check(z.describe('So many pieces are fine, whatever their length.')),
})

export const rule = defineRule({
  id: 'oversized-retrieval',
  on: 'model-call',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A search puts far more text into the prompt than the answer may have.',
    why: 'Every piece is billed as input at every call, and most of them are about something else than the question.',
    fix: 'Ask for fewer pieces, let a reranker keep the best of many, or cut the texts into smaller ones.',
    unless: 'You measured that answers get worse with fewer, or the answer is a summary of all of them.',
    source: 'https://developers.openai.com/api/docs/guides/latency-optimization',
    alters: ['answers'],
  },
  options,
  *check(call, { options, document, module, estimate, estimateWith, prices }) {
    const hole = call.input.find(isRetrieved)
    const id = valueOf(call.model)
    if (call.api !== 'chat' || !hole || id === undefined || hole.retrieved.pieces <= options.pieces) return
    // Of what it finds a reranker leaves as many as it is told to.
    if (/rerank|node_postprocessors|nodePostprocessors|compressor/i.test(document.text)) return
    const price = prices.model(call.provider, id)
    const [counted] = countedHoles([hole], id)
    const limit = valueOf(call.maxOutput)
    const answer = limit ?? estimate.outputTokens?.likely
    if (!price || !counted || answer === undefined || counted.tokens.likely < answer * options.times) return
    const cost = costBy(price, 'input', counted.tokens, estimate.inputTokens ?? counted.tokens)
    const fewer = { ...hole, retrieved: { ...hole.retrieved, pieces: options.pieces } }
    const [left] = countedHoles([fewer], id)
    const after = estimateWith({ input: call.input.map((part) => (part === hole ? fewer : part)) })
    const less = left && costBy(price, 'input', left.tokens, after.inputTokens ?? left.tokens)
    if (!cost || !less) return
    const { pieces, size, unit, at } = hole.retrieved
    const written =
      at.pieces.file === document.file && /^\d+$/.test(writtenAt(document.text, at.pieces.span)) && !document.notebook
    yield {
      at: at.pieces.file === document.file ? at.pieces : methodName(call, module, document),
      message: say`A search brings up to ${pieces} pieces of ${size} ${unit}s, about ${counted.tokens.likely} tokens, for an answer of ${limit === undefined ? 'mostly' : 'at most'} ${answer}: ${usd(cost)} of each call, ${usd(less)} with ${options.pieces} pieces. Ask for fewer, or let a reranker choose.`,
      after,
      fixes: written
        ? [
            {
              title: say`Ask for ${options.pieces} pieces`,
              safety: 'suggestion',
              edits: [replace(at.pieces, String(options.pieces))],
              claim: 'saves',
            },
          ]
        : [],
    }
  },
})

type RetrievedHole = Extract<PromptPart, { is: 'hole' }> &
  Required<Pick<Extract<PromptPart, { is: 'hole' }>, 'retrieved'>>
const isRetrieved = (part: PromptPart): part is RetrievedHole => part.is === 'hole' && part.retrieved !== undefined

const writtenAt = (text: string, span: readonly [number, number]) => text.slice(...span)

export const examples = oversizedRetrieval
