import type { CallExpr } from '../module.ts'
import { answersOf } from './annotations.ts'
import { offsetOf } from './callers.ts'
import type { Context, OnlyCall } from './context.ts'
import { crossed } from './cross.ts'
import { createContext } from './evaluate.ts'
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
  const inside = forCall(home, { scope, call, from: context, offset: bound ? 1 : 0, receiver })
  return crossed(context, { home: inside, at: call.span }, returned(inside, scope, call))
}

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
  const { parameters = [], name } = context.module.scopes[scope] ?? {}
  const offset = offsetOf(context, context.module.scopes[scope])
  const calls = name === undefined ? [] : context.index.callsNamed(name)
  if (calls.length < 2 || parameters.length <= offset || values.length * calls.length > mostWays) return values
  if (!values.every(isPlain) || !values.some(mayDiffer)) return values
  const inside = forCall(context, { scope, call, from: context, offset })
  if (inside === context) return values
  return crossed(context, { home: inside, at: call.span }, returned(inside, scope, call))
}

/** An object of the program's own keeps who it is: its methods' callers are found by it. */
const isPlain = ({ is }: Value): boolean => is === 'symbol' || is === 'scalar' || is === 'unknown'

const mayDiffer = (value: Value): boolean =>
  value.is === 'symbol' ? value.path.some((step) => step.call) : value.is === 'scalar' || value.is === 'unknown'

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
  if (depthOf(only.from) >= deepest) return home
  if (parameters.length <= only.offset && !only.receiver) return home
  if (!only.receiver && only.call.args.length === 0 && !parameters.some(({ rest }) => rest))
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
  const made = createContext(home.module, home.link, only)
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
