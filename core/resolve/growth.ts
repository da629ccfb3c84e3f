import type { CallExpr, Expr } from '../module.ts'
import type { Span } from '../types.ts'
import type { Context } from './context.ts'
import { lookup } from './lookup.ts'
import { lastName, within } from './module-index.ts'
import type { NameExpr } from './value.ts'

/** Something a list is given after it was made. `once` where it surely happens exactly one time before the use. */
export interface Growth {
  readonly items: readonly Expr[]
  readonly once: boolean
  /** The loop around it, where that is over before the use and no other is around both or between. */
  readonly loop?: number
  /** It happens in every turn of a loop that the use is in too. */
  readonly turns?: true
  /** The arm it happens in, where the use is not in that too. */
  readonly branch?: Span
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
      if (!before && (fresh || !(loop && within(loop.span, offset)))) return []
      const args = site.expr.args.map((argument) => argument.value)
      const branch = site.branch && !within(site.branch, offset) ? site.branch : undefined
      const once = before && (!loop || fresh) && branch === undefined
      const whole = before && loop && loop.parent === undefined && !within(loop.span, offset)
      return [
        {
          items: args.slice(-1),
          once,
          at: site.expr.span,
          ...(whole ? { loop: loop.id } : {}),
          ...(!once && !fresh && loop && within(loop.span, offset) ? { turns: true as const } : {}),
          ...(branch ? { branch } : {}),
        },
      ]
    })
}

/** Turns of which each is one or the other: what arms beside one another add. */
export const isOneOf = (all: readonly Growth[]): boolean =>
  all.some((one) => all.some((other) => one.branch && other.branch && one.branch[1] <= other.branch[0]))

/** Whether a function that is called in the turns adds to the list of this name as well: `remember(answer)`. */
export function isAddedToElsewhere({ index }: Context, use: NameExpr, turns: readonly Growth[]): boolean {
  const offset = use.span[0]
  const made = lookup(index, use.name, index.scopeAt(offset), offset).bindings
  const loops = index.module.loops.filter(
    ({ span }) => within(span, offset) && turns.some(({ at }) => within(span, at[0])),
  )
  return methods
    .flatMap((name) => index.callsNamed(name))
    .some(({ expr: { callee }, scope }) => {
      if (callee.is !== 'member' || callee.of.is !== 'name' || callee.of.name !== use.name) return false
      const frame = index.frameOf(scope)
      const name = index.module.scopes[frame]?.name
      if (frame === index.frameOf(index.scopeAt(offset)) || name === undefined) return false
      const same = lookup(index, use.name, scope, callee.of.span[0]).bindings
      if (!same.some((binding) => made.includes(binding))) return false
      return index.callsNamed(name).some(({ expr }) => loops.some((loop) => within(loop.span, expr.span[0])))
    })
}

const assistant = /^(AI|Assistant)Message(Chunk)?$/
const isEmpty = (expr: Expr): boolean => expr.is === 'text' && expr.parts.every((part) => part === '')

/** Whether an expression is, or is part of, what the call gives that the list is used in. */
export function isAnswer(context: Context, expr: Expr, use: Span, depth = 0): boolean {
  // A message of a text that is put together from the pieces of a stream is 14 deep.
  if (depth > 16) return false
  const deeper = (inner: Expr) => isAnswer(context, inner, use, depth + 1)
  switch (expr.is) {
    case 'member':
    case 'index':
      return deeper(expr.of)
    case 'call':
      return (
        isGiven(context, expr, use) ||
        (expr.callee.is === 'member' && deeper(expr.callee.of)) ||
        (assistant.test(lastName(expr.callee) ?? '') &&
          expr.args.some(({ name = 'content', value }) => name === 'content' && deeper(value)))
      )
    case 'each':
      return deeper(expr.of)
    case 'choice':
      return expr.among.some(deeper) && expr.among.every((one) => isEmpty(one) || deeper(one))
    case 'operation':
      // `text += piece`: what it was before, and one more.
      return (
        expr.op === '+' && expr.args.slice(-1).some(deeper) && expr.args.slice(0, -1).every(({ is }) => is === 'name')
      )
    case 'record':
      return expr.entries.some((entry) => entry.name === 'content' && deeper(entry.value))
    case 'list':
      return expr.items.length > 0 && expr.items.every((item) => deeper(item.is === 'spread' ? item.of : item))
    case 'name': {
      const { bindings } = lookup(context.index, expr.name, context.index.scopeAt(expr.span[0]), expr.span[0])
      const values = bindings.map(({ value }) => value)
      return (
        values.some((value) => value !== undefined && deeper(value)) &&
        values.every((value) => value !== undefined && (isEmpty(value) || deeper(value)))
      )
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
