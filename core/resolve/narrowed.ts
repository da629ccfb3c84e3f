// What is left of the values of a name where a test around it rules some out: in `if model == "o3":` the model is o3, and no default is.
import type { Expr, Guard } from '../module.ts'
import type { Context } from './context.ts'
import { guardsAt, stays } from './guards.ts'
import { holds, leftBy } from './holds.ts'
import { askedSince, isAskedOf, meaning } from './meaning.ts'
import { pathKey } from './module-index.ts'
import { scalar, unknownValue, type Value } from './value.ts'

/** More names for one thing than this are not looked for. */
const mostNames = 4

/** Only constants are ruled out, and only what nobody knows is told by a test: a client stays what it is. */
export function narrowed(context: Context, expr: Expr, values: readonly Value[]): readonly Value[] {
  if (context.module.guards.length === 0 || !values.some(mayBeTold)) return values
  const all = guardsAt(context.module, expr.span[0])
  if (all.length === 0) return values
  const keys = namesOf(context, expr)
  const guards = all.filter((guard) => keys.some((key) => isAskedOf(context, guard.test, key)))
  const told = guards.filter((guard) =>
    keys.every((key) => stays(context.index, key, guard, askedSince(context, guard.test, key), expr.span[0])),
  )
  return told.length === 0 ? values : leftOf(context, expr, values, told, keys)
}

const mayBeTold = ({ is }: Value): boolean => is === 'scalar' || is === 'unknown'

/** A name, and what it is another name for: `model` of `model = args.model`. */
function namesOf(context: Context, expr: Expr): readonly string[] {
  const keys: string[] = []
  for (let at: Expr | undefined = expr; at && keys.length < mostNames; at = meaning(context, at)) {
    const key = pathKey(at)
    if (key === undefined || keys.includes(key)) break
    keys.push(key)
  }
  return keys
}

function leftOf(
  context: Context,
  expr: Expr,
  values: readonly Value[],
  guards: readonly Guard[],
  keys: readonly string[],
): readonly Value[] {
  const fits = (value: Value) =>
    value.is !== 'scalar' ||
    guards.every(({ test, holds: isTrue }) => {
      const told = context.unlessOpen(test, () => holds(context, test, { keys, value: value.value }), undefined)
      return told === undefined || told === isTrue
    })
  const kept = values.filter(fits)
  const open =
    kept.length === 0 || kept.some((value) => value.is === 'unknown' || (value.is === 'scalar' && value.assumed))
  if (!open || kept.some((value) => value.is !== 'unknown' && value.is !== 'scalar')) return kept
  for (const { test, holds: isTrue } of guards) {
    const left = context.unlessOpen(test, () => leftBy(context, test, isTrue, keys), undefined)
    const equal = left?.map(({ value }) => scalar(value, expr.span, 'constant')).filter(fits)
    if (equal && equal.length > 0) return equal
  }
  return kept.length > 0 ? kept : [unknownValue('dynamic', expr.span)]
}
