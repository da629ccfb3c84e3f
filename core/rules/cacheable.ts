import { exactly, times } from '../band.ts'
import { isOfDefinitions } from '../definitions.ts'
import { tiered } from '../estimate/token-lines.ts'
import type { CallSite, Module } from '../module.ts'
import type { ModelPrice, RateId } from '../prices/book.ts'
import type { Band, ModelCall, PromptPart } from '../types.ts'
import { functionsAround } from './waited-for.ts'

/** A call at the top of a script, or in its `main`, is made once; one in another function or a loop is made again. */
export const isCalledAgain = (call: ModelCall, module: Module): boolean =>
  call.repeats.some(({ kind }) => kind !== 'retry') ||
  (functionsAround(call, module).some(({ name }) => name !== 'main') && !isOnlyTried(call, module))

/** What calls the function around it in this file stands outside of loops, at its top or in `main`, and nothing there serves anybody: a trial. */
export function isOnlyTried(call: ModelCall, module: Module): boolean {
  const outermost = functionsAround(call, module).at(-1)
  if (outermost?.name === undefined || outermost.method !== undefined || call.hints.includes('http')) return false
  const callers = module.calls.filter(({ expr: { callee } }) => callee.is === 'name' && callee.name === outermost.name)
  const isTop = ({ scope, loop }: CallSite) =>
    loop === undefined && (module.scopes[scope]?.kind === 'module' || module.scopes[scope]?.name === 'main')
  return callers.length === 1 && callers.every(isTop)
}

/** USD of so many tokens by one of a model's rates, in a request that is `length` tokens long; undefined where it has no such rate. */
export function costBy(price: ModelPrice, id: RateId, tokens: Band, length: Band): Band | undefined {
  const rate = price.rates[id]
  if (!rate) return undefined
  const { usd, per } = tiered(rate, length)
  return times(tokens, exactly(usd / per))
}

/** Definitions and schemas, which a provider reads before the prompt whatever the order of the arguments. */
export const isDefinition = ({ from }: PromptPart): boolean => isOfDefinitions(from)
