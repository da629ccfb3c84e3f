// A call with what it spreads given one by one: `ask(*names, **options)`.
import type { Argument, CallExpr, Expr } from '../module.ts'
import type { Context } from './context.ts'
import { elementsOf } from './data.ts'
import { fieldsOf } from './fields.ts'

/** By where it is worked out: whoever asks gets the same call. */
const made = new WeakMap<Context, WeakMap<CallExpr, CallExpr>>()

/** What nobody can tell the parts of stays spread. */
export function spreadOut(context: Context, call: CallExpr): CallExpr {
  if (!call.args.some(({ spread }) => spread)) return call
  const seen = made.get(context) ?? new WeakMap<CallExpr, CallExpr>()
  made.set(context, seen)
  const there = seen.get(call) ?? { ...call, args: call.args.flatMap((each) => partsOf(context, each)) }
  seen.set(call, there)
  return there
}

/** Also none, of `*args` that are given nothing. */
function itemsOf(context: Context, expr: Expr): readonly Expr[] | undefined {
  const [only, ...others] = context.evaluate(expr)
  const items = only?.is === 'data' && only.expr.is === 'list' && others.length === 0 ? only.expr.items : undefined
  return items && !items.some(({ is }) => is === 'spread') ? items : elementsOf(context, expr)
}

function partsOf(context: Context, given: Argument): readonly Argument[] {
  const { value, spread, span } = given
  if (spread === 'list') return itemsOf(context, value)?.map((item) => ({ value: item, span })) ?? [given]
  if (spread !== 'record') return [given]
  const { named, open } = fieldsOf(context, value)
  const parts = [...named].flatMap(([name, { among, maybe }]): readonly Argument[] => {
    const [only, ...others] = among
    if (!only || maybe) return []
    return [{ name, value: others.length === 0 ? only : { is: 'choice', via: 'ternary', among, span }, span }]
  })
  return open || parts.length < named.size ? [...parts, given] : parts
}
