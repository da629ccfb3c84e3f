// When a function reads what the module gives a name more than once: where the module calls it, `ask()`, `model = "gpt-4o"`, `ask()`, and past
// all of the module where nobody in it does.
import type { Binding } from '../module.ts'
import { calledAs } from './callers.ts'
import type { Context, OnlyCall } from './context.ts'
import { inForce } from './lookup.ts'
import { effective } from './module-index.ts'

/** Functions called by functions: further up, all of the module has run. */
const deepest = 6

const end = Number.MAX_SAFE_INTEGER

/**
 * Of all that gives a name of the module a value, what may be in force when a function reads it there; undefined where it is not given another
 * past the function, or is read by the module itself.
 */
export function inForceWhenCalled(
  context: Context,
  all: readonly Binding[],
  at: number,
): readonly Binding[] | undefined {
  const { index } = context
  if (all.length < 2 || all[0]!.scope !== 0) return undefined
  const frame = index.frameOf(index.scopeAt(at))
  if (frame === 0 || !all.some((binding) => isOwn(context, binding) && effective(binding) > at)) return undefined
  const times = new Set(timesOf(context, frame))
  const held = new Set([...times].flatMap((time) => inForce(index, all, time, false)))
  return held.size > 0 ? all.filter((binding) => held.has(binding)).reverse() : undefined
}

/** The module gives it that value itself, and not a function when that is called. */
const isOwn = ({ index }: Context, { span, via }: Binding): boolean =>
  (via === 'assign' || via === 'augment') && index.frameOf(index.scopeAt(span[0])) === 0

/** Offsets of the module at which a function may run. */
function timesOf(context: Context, frame: number, depth = 0): readonly number[] {
  if (depth > deepest) return [end]
  const one = onlyAround(context, frame)
  if (one) return timesOfCall(one, context, depth)
  const { module, index } = context
  const scope = module.scopes[frame]
  if (scope?.kind !== 'function') return [end]
  const name = calledAs(context, scope)
  // A function that is written where it is handed on may run there, and any time after.
  if (name === undefined) return [...around(context, scope.parent, scope.span[1], depth), end]
  const calls = index.callsNamed(name)
  const times = calls.flatMap((site) => around(context, site.scope, site.expr.span[1], depth))
  return calls.length === 0 || index.callsGiven(name).length > 0 ? [...times, end] : times
}

function around(context: Context, scope: number, at: number, depth: number): readonly number[] {
  const frame = context.index.frameOf(scope)
  return context.module.scopes[frame]?.kind === 'function' ? timesOf(context, frame, depth + 1) : [at]
}

function timesOfCall({ from, call }: OnlyCall, { module }: Context, depth: number): readonly number[] {
  if (from.module !== module || from.foreign.has(call)) return [end]
  return around(from, from.index.scopeAt(call.span[0]), call.span[1], depth)
}

/** The one call that the function is worked out for, or one around it. */
function onlyAround({ only, module }: Context, frame: number): OnlyCall | undefined {
  for (let one = only; one; one = one.within)
    for (let at = frame; at > 0; at = module.scopes[at]!.parent) if (at === one.scope) return one
  return undefined
}
