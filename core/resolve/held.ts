import type { Expr } from '../module.ts'
import type { Params } from '../sdk.ts'
import { type Arguments, appendedTo } from './arguments.ts'
import type { Context } from './context.ts'
import { elementsOf } from './data.ts'
import type { Made, Matcher } from './match.ts'
import type { Value } from './value.ts'

/** Lists of records of lists: deeper than this is not looked into. */
const deepest = 2

/** The clients, models and agents some parameters hold, also in a list or a record. */
export function heldIn(
  context: Context,
  matcher: Matcher,
  args: Arguments,
  params: Params | undefined,
): readonly Made[] {
  const values = givenTo(args, params).flatMap((expr) => valuesIn(context, expr, 0))
  return madeOf(context, matcher, values)
}

/** What a function from elsewhere was given and may have handed back counts only where nothing else does. */
export function madeOf(context: Context, matcher: Matcher, values: readonly Value[]): readonly Made[] {
  const made = values.flatMap((value) => (value.is === 'symbol' ? (matcher.made(context, value) ?? []) : []))
  const own = made.filter(({ symbol }) => !symbol.dressed)
  return own.length > 0 ? own : made
}

export function givenTo(args: Arguments, params: Params | undefined): readonly Expr[] {
  if (params === '*') return [...args.fields.named.values()].flatMap((field) => field.among)
  return args.first(params).given.among
}

/** What an expression is, and where it is a list each of its elements. */
export function valuesIn(context: Context, expr: Expr, depth: number): readonly Value[] {
  return context.evaluate(expr).flatMap((value): readonly Value[] => {
    if (value.is !== 'data' || depth > deepest) return [value]
    const inside =
      value.expr.is === 'list'
        ? [...(elementsOf(context, value.expr) ?? []), ...appendedTo(context, expr)]
        : value.expr.entries.map((e) => e.value)
    return inside.flatMap((each) => valuesIn(context, each, depth + 1))
  })
}
