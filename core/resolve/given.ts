// Calls of a function that was given arguments before: `fast = partial(ask, model="gpt-4o-mini")`, and then `fast(text)`.
import type { Argument, CallExpr, CallSite } from '../module.ts'
import type { Context } from './context.ts'
import { lastName } from './module-index.ts'

const joined = new WeakMap<CallExpr, Map<CallExpr, CallExpr>>()

/** One call that gives all of it: what stands in the call itself replaces what was given by name. */
export function withGiven(call: CallExpr, given: readonly CallExpr[] = []): CallExpr {
  let whole = call
  for (const before of given.toReversed()) whole = withOne(whole, before)
  return whole
}

function withOne(call: CallExpr, before: CallExpr): CallExpr {
  const there = joined.get(call) ?? new Map<CallExpr, CallExpr>()
  joined.set(call, there)
  const made = there.get(before) ?? { ...call, args: [...placed(before), ...call.args, ...named(before)] }
  there.set(before, made)
  return made
}

const placed = ({ args }: CallExpr): readonly Argument[] =>
  args.slice(1).filter(({ name, spread }) => name === undefined && spread !== 'record')

const named = ({ args }: CallExpr): readonly Argument[] =>
  args.slice(1).filter(({ name, spread }) => name !== undefined || spread === 'record')

/**
 * The calls that are made of a function by a call that gives it arguments before: those of the name that has what it answers. Where none is
 * seen, what is still to be given is any.
 */
export function callsWithGiven({ module, index }: Context, { expr }: CallSite): readonly CallExpr[] {
  const { target } = module.bindings.find(({ value, via }) => value === expr && via !== 'parameter') ?? {}
  const name = target && lastName(target)
  const calls = name === undefined ? [] : index.callsNamed(name)
  if (calls.length > 0) return calls.map((site) => withGiven(site.expr, [expr]))
  const { span } = expr
  const rest = { is: 'opaque', children: [], span } as const
  const open: readonly Argument[] = [
    { value: rest, spread: 'list', span },
    { value: rest, spread: 'record', span },
  ]
  return [{ ...expr, args: [...placed(expr), ...named(expr), ...open] }]
}

/** Does a call give arguments before, to the function it is given first or is called on? */
export const givesBefore = ({ callee }: CallExpr): boolean =>
  lastName(callee) === 'partial' || lastName(callee) === 'bind'
