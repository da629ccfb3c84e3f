import type { CallExpr } from '../module.ts'
import { answersOf } from './annotations.ts'
import { calledAs, offsetOf } from './callers.ts'
import type { Context, OnlyCall } from './context.ts'
import { crossed } from './cross.ts'
import { createContext } from './evaluate.ts'
import { givesBefore } from './given.ts'
import { isStatic } from './module-index.ts'
import { receiverOf } from './receivers.ts'
import { unknownValue, type Value, via } from './value.ts'

type FunctionValue = Extract<Value, { is: 'function' }>

/** Functions called by functions called by functions: deeper than this, a call is worked out for all callers at once. */
const deepest = 4

/** What a call of a function returns, over all its returns. */
export function returnsOf(context: Context, { scope, home }: FunctionValue, call: CallExpr): readonly Value[] {
  if (!home) return returnedHere(context, scope, call)
  const owner = home.module.scopes[scope]?.method
  const bound = owner !== undefined && home.module.language === 'python' && !isStatic(home.module.scopes[scope]!)
  const receiver = receiverOf(context, home, scope, call)
  const only: OnlyCall = { scope, call, from: context, offset: bound ? 1 : 0, receiver }
  const inside = forCall(home, only)
  const values = returned(inside, scope, call)
  return crossed(context, { home: inside, at: call.span }, inside === home ? ofAnyCall(home, only, values) : values)
}

/** Where a call is one too many to be worked out by itself, what any call gives is no answer to this one. */
export function ofAnyCall(home: Context, only: OnlyCall, values: readonly Value[]): readonly Value[] {
  if (!mayTell(home, only)) return values
  return values.map((value) =>
    value.is === 'scalar' && value.via === 'parameter' ? unknownValue('limit', only.call.span) : value,
  )
}

/** May what a function is given, or called on, change what it answers? */
const mayTell = ({ module }: Context, { scope, offset, receiver, since }: OnlyCall): boolean =>
  (module.scopes[scope]?.parameters.length ?? 0) > offset || receiver !== undefined || since === true

/** What would be more than anybody can tell apart (distinct.ts) is not made again for each call. */
const mostWays = 20

/** A function of this very module that several calls give different things is worked out for each of them. */
function returnedHere(context: Context, scope: number, call: CallExpr): readonly Value[] {
  const receiver = receiverOf(context, context, scope, call)
  if (receiver) {
    const inside = forCall(context, {
      scope,
      call,
      from: context,
      offset: offsetOf(context, context.module.scopes[scope]),
      receiver,
    })
    if (inside !== context) return crossed(context, { home: inside, at: call.span }, returned(inside, scope, call))
  }
  const values = returned(context, scope, call)
  const { parameters = [] } = context.module.scopes[scope] ?? {}
  const name = context.module.scopes[scope] && calledAs(context, context.module.scopes[scope])
  const offset = offsetOf(context, context.module.scopes[scope])
  const calls = name === undefined ? [] : context.index.callsNamed(name)
  if (!(calls.length > 1 || isGivenBefore(context, call, name)) || values.length * calls.length > mostWays)
    return values
  const isGiven = parameters.length > offset
  // What is given nothing may answer with what has changed since.
  if (!isGiven && values.length < 2) return values
  const isInside = (value: Value) => value.is === 'function' && !value.home && isWithin(context, value.scope, scope)
  if (!values.every((value) => isPlain(value) || isInside(value))) return values
  if (!values.some((value) => mayDiffer(value) || isInside(value))) return values
  const inside = forCall(context, { scope, call, from: context, offset, ...(isGiven ? {} : { since: true }) })
  if (inside === context) return values
  return crossed(context, { home: inside, at: call.span }, returned(inside, scope, call))
}

/** An object of the program's own keeps who it is: its methods' callers are found by it. */
const isPlain = ({ is }: Value): boolean => is === 'symbol' || is === 'scalar' || is === 'unknown'

/** Some calls give a function arguments by another call: `partial(pick, "gpt-4o")`. */
const isGivenBefore = ({ index, module }: Context, call: CallExpr, name: string | undefined): boolean =>
  module.calls[call.id]?.expr !== call ||
  [...(name === undefined ? [] : index.callsGiven(name)), ...index.callsNamed('bind')].some(({ expr }) =>
    givesBefore(expr),
  )

/** Does a function stand in another? It reads what that was given. */
function isWithin({ module }: Context, scope: number, around: number): boolean {
  let at = module.scopes[scope]?.parent ?? -1
  while (at > around) at = module.scopes[at]!.parent
  return at === around
}

const mayDiffer = (value: Value): boolean =>
  value.is === 'symbol' ? value.path.some((step) => step.call) : value.is === 'scalar' || value.is === 'unknown'

/** What a call of a generator hands out, one after the other; undefined where it calls something else. */
export function yieldedBy(context: Context, call: CallExpr): readonly Value[] | undefined {
  const values = context.evaluate(call.callee)
  const generates = (value: Value) =>
    value.is === 'function' && (value.home ?? context).module.scopes[value.scope]?.yields === true
  return values.length > 0 && values.every(generates) ? context.evaluate(call) : undefined
}

function returned(context: Context, scope: number, call: CallExpr): readonly Value[] {
  const made = context.module.scopes[scope]
  const values = made ? answersOf(context, made) : []
  return values.length > 0 ? via('constant', values) : [unknownValue('dynamic', call.span)]
}

/** Calls that one call of a file leads to, each worked out by itself: more than these are worked out for all callers at once. */
const mostLedTo = 32

/** By the outermost call: how many it has led to. */
const ledTo = new WeakMap<Context, number>()

/**
 * By where the call stands, the module and the call: a function that is asked for several things of one call is worked out once for it. What is
 * worked out for a call goes with whoever asked, who may be edited while the modules called stay.
 */
const worked = new WeakMap<Context, WeakMap<Context, WeakMap<CallExpr, readonly Context[]>>>()

/** By the module and the function: calls that give it nothing all get the same. */
const unasked = new WeakMap<Context, Map<number, Context>>()

/** A module in which a function is worked out for one call of it, from another module. */
export function forCall(home: Context, only: OnlyCall): Context {
  const parameters = home.module.scopes[only.scope]?.parameters ?? []
  if (depthOf(only.from) >= deepest || !mayTell(home, only)) return home
  const isTold = only.receiver !== undefined || only.since === true
  if (!isTold && !home.only && only.call.args.length === 0 && !parameters.some(({ rest }) => rest))
    return forNothing(home, only)
  const homes = worked.get(only.from) ?? new WeakMap<Context, WeakMap<CallExpr, readonly Context[]>>()
  worked.set(only.from, homes)
  const calls = homes.get(home) ?? new WeakMap<CallExpr, readonly Context[]>()
  homes.set(home, calls)
  const same = calls.get(only.call) ?? []
  const there = same.find((made) => made.only?.scope === only.scope)
  if (there) return there
  const first = outermost(only.from)
  const before = (first && ledTo.get(first)) ?? 0
  if (before >= mostLedTo) return home
  if (first) ledTo.set(first, before + 1)
  const made = createContext(home.module, home.link, { ...only, within: home.only })
  calls.set(only.call, [...same, made])
  return made
}

function forNothing(home: Context, only: OnlyCall): Context {
  const made = unasked.get(home) ?? new Map<number, Context>()
  unasked.set(home, made)
  const there = made.get(only.scope) ?? createContext(home.module, home.link, { ...only, from: home })
  made.set(only.scope, there)
  return there
}

function depthOf({ only }: Context): number {
  return only === undefined ? 0 : 1 + depthOf(only.from)
}

/** What is worked out for a call that stands in no other such; undefined where it is worked out for none. */
function outermost(context: Context): Context | undefined {
  if (!context.only) return undefined
  return outermost(context.only.from) ?? context
}
