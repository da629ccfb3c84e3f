import { type Document, locate } from '../document.ts'
import type { CallExpr, Expr } from '../module.ts'
import type { Repeat } from '../types.ts'
import type { Context } from './context.ts'
import { lastName } from './module-index.ts'
import { isNumber, read } from './read.ts'

const retrying = /^(retry|on_exception|on_predicate|retry_with_exponential_backoff|backoff)$/i
const limits: ReadonlySet<string> = new Set([
  'tries',
  'max_tries',
  'max_retries',
  'max_attempts',
  'retries',
  'attempts',
  'stop_max_attempt_number',
])

/** `@retry(stop=stop_after_attempt(6))` around a function: its calls may be made again when they fail. */
export function decoratorRetries(context: Context, document: Document, scope: number): readonly Repeat[] {
  return (context.module.scopes[scope]?.decorators ?? []).flatMap((decorator): Repeat[] => {
    const call = decorator.is === 'call' ? decorator : undefined
    const name = lastName(call ? call.callee : decorator)
    if (!name || !retrying.test(name)) return []
    const bound = call && limitOf(context, document, call)
    return [{ kind: 'retry', bound, where: 'here', via: 'option', at: locate(document, decorator.span) }]
  })
}

function limitOf(context: Context, document: Document, call: CallExpr): number | undefined {
  for (const { name, value } of call.args) {
    const stops = name === 'stop' ? stopAfter(value) : undefined
    const limit = stops ?? (name !== undefined && limits.has(name) ? value : undefined)
    const bound = limit && read(context, document, limit, isNumber)
    if (bound && 'value' in bound) return bound.value
  }
  return undefined
}

/** `stop_after_attempt(6)`, alone or in `stop_after_attempt(6) | stop_after_delay(60)`. */
function stopAfter(stop: Expr): Expr | undefined {
  if (stop.is === 'operation') return stop.args.map(stopAfter).find((limit) => limit !== undefined)
  return stop.is === 'call' && lastName(stop.callee) === 'stop_after_attempt' ? stop.args[0]?.value : undefined
}
