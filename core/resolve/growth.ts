import type { CallExpr, Expr } from '../module.ts'
import type { Span } from '../types.ts'
import type { Context } from './context.ts'
import { lookup } from './lookup.ts'
import { within } from './module-index.ts'
import type { NameExpr } from './value.ts'

/** Something a list is given after it was made. `once` where it surely happens exactly one time before the use. */
export interface Growth {
  readonly items: readonly Expr[]
  readonly once: boolean
  /** The loop around it, where that is over before the use and no other is around both or between. */
  readonly loop?: number
  /** It happens in every turn of a loop that the use is in too. */
  readonly turns?: true
  readonly at: Span
}

const methods = ['append', 'push', 'extend', 'insert', 'unshift']

/** `messages.append(…)` in the function that uses the list: before the use, or after it in the same loop. */
export function growthOf(context: Context, use: NameExpr): readonly Growth[] {
  const { index } = context
  const offset = use.span[0]
  const frame = index.frameOf(index.scopeAt(offset))
  const found = methods
    .flatMap((name) => index.callsNamed(name))
    .filter(({ expr, scope }) => {
      const { callee } = expr
      return (
        callee.is === 'member' &&
        callee.of.is === 'name' &&
        callee.of.name === use.name &&
        index.frameOf(scope) === frame
      )
    })
  const made = lookup(index, use.name, index.scopeAt(offset), offset).bindings
  return found
    .sort((a, b) => a.expr.span[0] - b.expr.span[0])
    .flatMap((site): Growth[] => {
      const loop = index.loop(site.loop)
      const before = site.expr.span[1] <= offset
      // A list made anew in each pass does not grow from one to the next.
      const fresh = made.length > 0 && made.every((binding) => binding.loop === site.loop)
      if (!before && !(loop && within(loop.span, offset))) return []
      const args = site.expr.args.map((argument) => argument.value)
      const once = before && (!loop || fresh)
      const whole = before && loop && loop.parent === undefined && !within(loop.span, offset)
      return [
        {
          items: args.slice(-1),
          once,
          at: site.expr.span,
          ...(whole ? { loop: loop.id } : {}),
          ...(!once && loop && within(loop.span, offset) ? { turns: true as const } : {}),
        },
      ]
    })
}

/** Whether an expression is, or is part of, what the call gives that the list is used in. */
export function isAnswer(context: Context, expr: Expr, use: Span, depth = 0): boolean {
  // A message of a name of `answer.choices[0].message.content` of a name of the call is 8 deep.
  if (depth > 10) return false
  const deeper = (inner: Expr) => isAnswer(context, inner, use, depth + 1)
  switch (expr.is) {
    case 'member':
    case 'index':
      return deeper(expr.of)
    case 'call':
      return isGiven(context, expr, use) || (expr.callee.is === 'member' && deeper(expr.callee.of))
    case 'record':
      return expr.entries.some((entry) => entry.name === 'content' && deeper(entry.value))
    case 'list':
      return expr.items.length > 0 && expr.items.every((item) => deeper(item.is === 'spread' ? item.of : item))
    case 'name': {
      const { bindings } = lookup(context.index, expr.name, context.index.scopeAt(expr.span[0]), expr.span[0])
      return bindings.length > 0 && bindings.every(({ value }) => value !== undefined && deeper(value))
    }
    default:
      return false
  }
}

/** The list stands in the call, or in a record that has a name and is given to it: `ask(**{"messages": messages})`. */
const isGiven = (context: Context, call: CallExpr, use: Span): boolean =>
  within(call.span, use[0]) ||
  call.args.some(({ value }) => {
    if (value.is !== 'name') return false
    const at = value.span[0]
    const { bindings } = lookup(context.index, value.name, context.index.scopeAt(at), at)
    return bindings.some((binding) => binding.value?.is === 'record' && within(binding.value.span, use[0]))
  })
