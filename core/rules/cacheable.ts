import { exactly, times } from '../band.ts'
import { tiered } from '../estimate/token-lines.ts'
import type { Module } from '../module.ts'
import type { ModelPrice, RateId } from '../prices/book.ts'
import type { Band, ModelCall, PromptPart } from '../types.ts'
import { functionsAround } from './waited-for.ts'

/** A call at the top of a script, or in its `main`, is made once; one in another function or a loop is made again. */
export const isCalledAgain = (call: ModelCall, module: Module): boolean =>
  call.repeats.some(({ kind }) => kind !== 'retry') || functionsAround(call, module).some(({ name }) => name !== 'main')

/** USD of so many tokens by one of a model's rates, in a request that is `length` tokens long; undefined where it has no such rate. */
export function costBy(price: ModelPrice, id: RateId, tokens: Band, length: Band): Band | undefined {
  const rate = price.rates[id]
  if (!rate) return undefined
  const { usd, per } = tiered(rate, length)
  return times(tokens, exactly(usd / per))
}

/** Definitions and schemas, which a provider reads before the prompt whatever the order of the arguments. */
export const isDefinition = ({ from }: PromptPart): boolean =>
  /(^|\.)(tools|functions|response_format|text_format|output_format|format|schema)$/.test(from ?? '')
