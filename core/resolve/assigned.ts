import type { Binding, Expr } from '../module.ts'
import type { Context } from './context.ts'
import { inForce, inTestsElsewhere, lookup } from './lookup.ts'
import { pathKey } from './module-index.ts'
import { bindingValues } from './names.ts'
import { reached } from './reached.ts'
import { fillsIn } from './replaced.ts'
import { rootOf, setByOthers } from './set-by-others.ts'
import { inEachTurn, setForNextTurn } from './turns.ts'
import type { Value } from './value.ts'

/**
 * What `settings.model = "…"` or `params["model"] = "…"` gave just this path, in the function that reads it or where its
 * name is bound. `surely` where nothing earlier can still hold, `later` where a turn of a loop gave it to those that follow, or an arm that
 * runs for some of what was there: none of these is a default of what is there otherwise.
 */
export function assignedValues(
  context: Context,
  expr: Expr,
): { values: readonly Value[]; surely: boolean; later: boolean } | undefined {
  const key = pathKey(expr)
  const at = expr.span[0]
  const all = key === undefined ? [] : context.index.paths(key).filter((binding) => !inTestsElsewhere(binding, at))
  if (key === undefined || all.length === 0) return undefined
  const { index } = context
  const root = rootOf(key)
  const scope = index.scopeAt(at)
  const homes = lookup(index, root, scope, at).bindings.map((binding) => index.frameOf(binding.scope))
  const frames = new Set([0, index.frameOf(scope), ...homes])
  const here = all.filter((binding) => frames.has(index.frameOf(binding.scope)))
  const before = inForce(index, here, at, false)
  const held = reached(context, before)
  const next = setForNextTurn(context, here, before, at)
  const sure = held.filter((binding) => !binding.branch && binding.loop === undefined)
  const isOwn = sure.some((binding) => index.frameOf(binding.scope) === index.frameOf(scope))
  const others = isOwn ? [] : setByOthers(index, all, root, at)
  if (held.length + next.length + others.length === 0) return undefined
  const valuesOf = (binding: Binding) => bindingValues(context, binding)
  const values = inEachTurn(context, key, held.flatMap(valuesOf), next, valuesOf)
  return {
    values: others.length === 0 ? values : [...values, ...others.flatMap(valuesOf)],
    surely: sure.length > 0,
    later: next.length > 0 || held.some((binding) => binding.branch && !fillsIn(context, binding, at)),
  }
}
