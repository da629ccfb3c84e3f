// Calls of a function that other functions of the project make, which it is handed to: `with_model("gpt-4o", lambda m: ask(m))`,
// `retry(ask, model="gpt-4o")`, `map(ask, models)`, a decorator that adds an argument.
import type { Argument, CallExpr, CallSite, Expr, Loop, Scope } from '../module.ts'
import { callersOf, isFunction, nameOf, offsetOf } from './callers.ts'
import { usedElsewhere } from './callers-elsewhere.ts'
import type { Context } from './context.ts'
import { lookup } from './lookup.ts'
import { isStatic } from './module-index.ts'
import { closed, opened, type Reads, readAgain } from './reads.ts'
import { forCall } from './returns.ts'
import { spreadOut } from './spread-out.ts'
import type { Value } from './value.ts'

/** A call of a function, and the module it stands in, worked out for the call that handed the function over. */
export interface BackCall {
  readonly context: Context
  readonly expr: CallExpr
  /** Parameters before the first argument. */
  readonly offset: number
}

export interface Back {
  readonly calls: readonly BackCall[]
  /** What calls it by its name calls what a decorator made of it: these calls are among them. */
  readonly instead: boolean
}

const nowhere: Back = { calls: [], instead: false }

const cache = new WeakMap<Context, Map<number, Back>>()
const reads = new WeakMap<Back, Reads>()

export function calledBack(context: Context, scope: Scope): Back {
  const seen = cache.get(context) ?? new Map<number, Back>()
  cache.set(context, seen)
  const there = seen.get(scope.id)
  if (there) {
    readAgain(reads, there)
    return there
  }
  const find = (): Back => {
    const around = opened()
    const wrapped = byDecorator(context, scope)
    const found: Back = { calls: wrapped ?? handedTo(context, scope), instead: wrapped !== undefined }
    closed(around, reads, found)
    seen.set(scope.id, found)
    return found
  }
  return context.unlessOpen(`called back ${scope.id}`, find, nowhere)
}

/** Where it is written as an argument, or named as one. */
function handedTo(context: Context, scope: Scope): readonly BackCall[] {
  const name = nameOf(context, scope)
  const isIt = (value: Expr) =>
    value.is === 'function'
      ? value.scope === scope.id
      : name !== undefined &&
        (value.is === 'name' || value.is === 'member') &&
        value.name === name &&
        context.evaluate(value).some((each) => isFunction(context, each, scope.id))
  const sites = [
    ...context.index.callsGivenFunction(scope.id),
    ...(name === undefined ? [] : context.index.callsGiven(name)),
  ]
  return sites.flatMap(({ expr }) => {
    const given = expr.args.find(({ value }) => isIt(value))
    if (!given) return []
    return given.value.is === 'function'
      ? byFunction(context, expr, given)
      : [...forEach(context, scope, given), ...byFunction(context, expr, given)]
  })
}

/** What a function of the project that is given it calls it with. */
function byFunction(context: Context, call: CallExpr, given: Argument): readonly BackCall[] {
  return context.evaluate(call.callee).flatMap((value): readonly BackCall[] => {
    const home = value.is === 'function' ? (value.home ?? context) : undefined
    const scope = value.is === 'function' ? home?.module.scopes[value.scope] : undefined
    if (!home || !scope) return []
    const offset = offsetOf(home, scope)
    const at = call.args.indexOf(given) + offset
    const parameter = scope.parameters.find(({ name, rest }, place) =>
      given.name === undefined ? place === at && !rest : name === given.name,
    )
    if (!parameter) return []
    const receiver = call.callee.is === 'member' && offset > 0 ? call.callee.of : undefined
    const inside = forCall(home, { scope: scope.id, call, from: context, offset, ...(receiver ? { receiver } : {}) })
    return callsOf(inside, scope.id, parameter.name).map(({ expr }) => ({
      context: inside,
      expr: spreadOut(inside, expr),
      offset: 0,
    }))
  })
}

/** The calls of a parameter of a function, there or in what is written in it. */
function callsOf({ index, module }: Context, scope: number, name: string): readonly CallSite[] {
  return index.callsNamed(name).filter(({ expr, scope: at }) => {
    if (expr.callee.is !== 'name' || !isWithin(module.scopes, at, scope)) return false
    const { bindings } = lookup(index, name, at, expr.span[0])
    return bindings.length === 1 && bindings[0]!.via === 'parameter' && bindings[0]!.scope === scope
  })
}

function isWithin(scopes: readonly Scope[], scope: number, around: number): boolean {
  let at = scope
  while (at > around) at = scopes[at]!.parent
  return at === around
}

const each = new WeakMap<Loop, CallExpr>()

/** `map(ask, models)` calls it with each of them. */
function forEach(context: Context, scope: Scope, { value }: Argument): readonly BackCall[] {
  const loop = context.module.loops.find(({ calls }) => calls === value)
  const { over } = loop ?? {}
  if (!loop || !over || context.module.calls.some(({ expr }) => isOther(expr, loop))) return []
  const { span } = over
  const args = [{ value: { is: 'each', of: over, span } as const, span }]
  const made: CallExpr = each.get(loop) ?? { is: 'call', id: -1, callee: value, args, creates: false, span }
  each.set(loop, made)
  return [{ context, expr: made, offset: offsetOf(context, scope) }]
}

/** What is given more than one of them at a time. */
const isOther = ({ callee, span }: CallExpr, loop: Loop): boolean =>
  span[0] === loop.span[0] &&
  span[1] === loop.span[1] &&
  (callee.is === 'name' || callee.is === 'member') &&
  /^(?:starmap|reduce)/.test(callee.name)

const applied = new WeakMap<Expr, CallExpr>()

/** The decorator as the call of it that is given the function. */
function applying(decorator: Expr, { name = '' }: Scope): CallExpr {
  const { span } = decorator
  const args = [{ value: { is: 'name', name, span } as const, span }]
  const made =
    applied.get(decorator) ?? ({ is: 'call', id: -1, callee: decorator, args, creates: false, span } as const)
  applied.set(decorator, made)
  return made
}

type FunctionValue = Extract<Value, { is: 'function' }>

/** What the function that a decorator of the project puts in its place calls it with; undefined where none does that. */
function byDecorator(context: Context, scope: Scope): readonly BackCall[] | undefined {
  if (context.module.language !== 'python' || scope.decorators.length === 0 || scope.name === undefined)
    return undefined
  const wrapping = scope.decorators.flatMap((decorator) =>
    context.evaluate(decorator).flatMap((value) => (value.is === 'function' ? [{ decorator, value }] : [])),
  )
  const [only, ...others] = wrapping
  if (!only || others.length > 0) return undefined
  const home = only.value.home ?? context
  const made = home.module.scopes[only.value.scope]
  const parameter = made?.parameters[0]
  if (!made || !parameter || parameter.rest) return undefined
  const call = applying(only.decorator, scope)
  const inside = forCall(home, { scope: made.id, call, from: context, offset: 0 })
  const inner = made.returns.flatMap(inside.evaluate).flatMap((value) => wrapperIn(inside, made.id, value))
  const found = inner.flatMap((value) => callsWithin(context, scope, inside, value.scope, parameter.name, made.id))
  return found.length > 0 ? found : undefined
}

/** A function that stands in the decorator. */
const wrapperIn = (inside: Context, around: number, value: Value): readonly FunctionValue[] =>
  value.is === 'function' &&
  (value.home ?? inside).module === inside.module &&
  value.scope !== around &&
  isWithin(inside.module.scopes, value.scope, around)
    ? [value]
    : []

function callsWithin(
  context: Context,
  scope: Scope,
  inside: Context,
  inner: number,
  name: string,
  declaring: number,
): readonly BackCall[] {
  const sites = callsOf(inside, declaring, name).filter(({ scope: at }) => isWithin(inside.module.scopes, at, inner))
  const { parameters = [] } = inside.module.scopes[inner] ?? {}
  const self = scope.method !== undefined && !isStatic(scope)
  const offset = self && parameters[0] && !parameters[0].rest ? 1 : 0
  const makers = [
    ...callersOf(context, scope.id).map(({ site }) => ({ from: context, call: site.expr })),
    ...(context.link?.namesSdk && !context.only ? usedElsewhere(context, scope.id).calls : []).map((far) => ({
      from: far.context,
      call: far.site.expr,
    })),
  ]
  const places =
    makers.length === 0
      ? [inside]
      : makers.map(({ from, call }) => forCall(inside, { scope: inner, call, from, offset }))
  return places.flatMap((place) =>
    sites.map(({ expr }) => ({
      context: place,
      expr: spreadOut(place, expr),
      offset: self && !isSelf(expr.args[0], parameters[0]?.name) ? 1 : 0,
    })),
  )
}

const isSelf = (given: Argument | undefined, name: string | undefined): boolean =>
  given?.value.is === 'name' && given.value.name === name
