// Attributes that an object has from a record, under whatever names that has: `Object.assign(this, options)`,
// `for name, value in options.items(): setattr(self, name, value)`.
import { anyAttribute, type Entry, type Expr } from '../module.ts'
import type { Context } from './context.ts'
import { crossed } from './cross.ts'
import { itemValues } from './data.ts'
import { lookup } from './lookup.ts'
import { unknownValue, type Value, via } from './value.ts'

/**
 * An attribute of an object with what a record may have given it instead. What nobody can read gives another only where whoever runs the
 * program says so: what the class has is the code's own choice.
 * @param made the module, worked out for the call that made the object
 */
export function orPoured(
  context: Context,
  scope: number,
  name: string,
  at: Expr,
  own: readonly Value[],
  made: () => Context,
): readonly Value[] {
  const pouring = context.index.attributes(scope, anyAttribute)
  if (pouring.length === 0 || name === anyAttribute) return own
  const home = made()
  const values = pouring.flatMap(({ value }) => (value?.is === 'spread' ? itemOf(home, value.of, name, at) : []))
  const given = via('attribute', home === context ? values : crossed(context, { home, at: at.span }, values))
  const others = given.filter((value) => !isNothing(value))
  if (others.length === 0) return own
  const surely = pouring.length === 1 && others.length === given.length && others.every(({ is }) => is !== 'unknown')
  return surely && !pouring[0]!.branch ? others : [...own, ...others]
}

const isNothing = (value: Value): boolean => value.is === 'scalar' && value.value === null

function itemOf(context: Context, from: Expr, name: string, at: Expr): readonly Value[] {
  const whole = from.is === 'record' ? (wholeOf(context, from.entries) ?? from) : from
  const values = context.unlessOpen(`poured ${name} ${whole.span[0]}`, () => context.evaluate(whole), [])
  return values.flatMap((value) => {
    if (value.is === 'scalar' && value.value === null) return [value]
    if (value.is !== 'data' || value.expr.is !== 'record') return [unknownValue('dynamic', at.span, 'parameter')]
    return itemValues(context, value.expr, name, at.span).map((item) =>
      item.is === 'unknown' ? unknownValue(item.why, at.span, 'parameter') : item,
    )
  })
}

/** What is gone through, where each of its names gets its own value: `options` of `for name, value in options.items()`. */
function wholeOf(context: Context, [entry]: readonly Entry[]): Expr | undefined {
  const key = entry?.key && pairOf(context, entry.key)
  const value = entry && pairOf(context, entry.value)
  return key?.at === 0 && value?.at === 1 && key.of === value.of ? recordOf(key.of) : undefined
}

/** The pair a name is the first or the second of. */
function pairOf(context: Context, expr: Expr): { readonly of: Expr; readonly at: number } | undefined {
  if (expr.is !== 'name') return undefined
  const at = expr.span[0]
  const { bindings } = lookup(context.index, expr.name, context.index.scopeAt(at), at)
  const value = bindings.length === 1 ? bindings[0]!.value : undefined
  if (value?.is !== 'index' || value.of.is !== 'each' || value.key.is !== 'number') return undefined
  return { of: value.of.of, at: value.key.value }
}

/** `options` of `options.items()` and `Object.entries(options)`. */
function recordOf(over: Expr): Expr | undefined {
  if (over.is !== 'call' || over.callee.is !== 'member') return undefined
  const { callee, args } = over
  if (callee.name === 'items' && args.length === 0) return callee.of
  return callee.name === 'entries' && args.length === 1 ? args[0]!.value : undefined
}
