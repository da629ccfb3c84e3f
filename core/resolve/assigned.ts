import type { Expr } from '../module.ts'
import type { Context } from './context.ts'
import { inForce, inTestsElsewhere, lookup } from './lookup.ts'
import { pathKey } from './module-index.ts'
import { bindingValues } from './names.ts'
import { reached } from './reached.ts'
import type { Value } from './value.ts'

/**
 * What `settings.model = "…"` or `params["model"] = "…"` gave just this path, in the function that reads it or where its
 * name is bound. `surely` where nothing earlier can still hold.
 */
export function assignedValues(
  context: Context,
  expr: Expr,
): { values: readonly Value[]; surely: boolean } | undefined {
  const key = pathKey(expr)
  const at = expr.span[0]
  const all = key === undefined ? [] : context.index.paths(key).filter((binding) => !inTestsElsewhere(binding, at))
  if (key === undefined || all.length === 0) return undefined
  const { index } = context
  const root = key.slice(0, key.indexOf('.'))
  const scope = index.scopeAt(at)
  const homes = lookup(index, root, scope, at).bindings.map((binding) => index.frameOf(binding.scope))
  const frames = new Set([0, index.frameOf(scope), ...homes])
  const here = all.filter((binding) => frames.has(index.frameOf(binding.scope)))
  const held = reached(context, inForce(index, here, at, false))
  if (held.length === 0) return undefined
  const values = held.flatMap((binding) => bindingValues(context, binding))
  return { values, surely: held.some((binding) => !binding.branch && binding.loop === undefined) }
}
