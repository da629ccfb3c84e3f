import { bandOf } from '../known.ts'
import type { ModelPrice } from '../prices/book.ts'
import type { Band, ModelCall } from '../types.ts'
import { typicalAnswer } from './assumptions.ts'
import type { EstimateTools } from './costing.ts'

/** Tokens of one answer; undefined where nothing bounds it. */
export function answerOf(call: ModelCall, price: ModelPrice, tools: EstimateTools): Band | undefined {
  const limit = bandOf(call.maxOutput)?.high ?? price.maxOutput
  if (limit === undefined) return undefined
  const likely = Math.min(limit, tools.settings.assume.outputTokens ?? typicalAnswer.tokens)
  return { low: Math.min(1, limit), likely, high: limit }
}
