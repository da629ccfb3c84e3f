import type { Argument, Binding, CallExpr, CallSite, Expr, Module, Scope } from '../module.ts'
import { superCalls, superValues } from './bases.ts'
import type { Context } from './context.ts'
import { callsWithGiven, givesBefore } from './given.ts'
import { isStatic, lastName } from './module-index.ts'
import type { Value } from './value.ts'

/** A call of a function of this module: the arguments reach the parameters from `offset` on (1 where `self` is passed unseen). */
export interface LocalCall {
  readonly site: CallSite
  readonly offset: number
}

/** The calls of a function that stand in this file and surely mean it. */
export function callersOf(context: Context, scope: number): readonly LocalCall[] {
  const found = context.module.scopes[scope]
  if (found?.kind !== 'function') return []
  const owner = found.method === undefined ? undefined : context.module.scopes[found.method]
  const constructs = owner && isConstructor(found)
  const name = calledAs(context, found)
  if (!name) return []
  const offset = offsetOf(context, found)
  const calls: LocalCall[] = []
  for (const site of context.index.callsNamed(name)) {
    const values = context.evaluate(site.expr.callee)
    const means = values.some((value) =>
      constructs ? value.is === 'class' && value.scope === owner.id && !value.home : isFunction(context, value, scope),
    )
    if (means) calls.push({ site, offset })
  }
  if (constructs) calls.push(...superCallersOf(context, owner.id).map((site) => ({ site, offset })))
  return calls
}

/** The constructors of classes that extend a class, where they call its own. */
const superCallersOf = (context: Context, owner: number): readonly CallSite[] =>
  superCalls(context).filter(({ expr }) =>
    superValues(context, expr.span[0])?.some(
      (value) => value.is === 'instance' && value.scope === owner && !value.home,
    ),
  )

const isConstructor = ({ name }: Scope): boolean => name === '__init__' || name === 'constructor'

/** The name by which a function is called: a constructor by that of its class. */
export function calledAs(context: Context, scope: Scope): string | undefined {
  const owner = scope.method === undefined ? undefined : context.module.scopes[scope.method]
  return owner && isConstructor(scope) ? owner.name : nameOf(context, scope)
}

/** Parameters before the first argument of a call: 1 where `self` is passed unseen. */
export const offsetOf = ({ module }: Context, scope: Scope | undefined): number =>
  module.language === 'python' && scope?.method !== undefined && !isStatic(scope) ? 1 : 0

/** Does a value mean that function, or for a constructor its class, which stands in another module than the one that holds the value? */
export function meansFunction(value: Value, home: Context, scope: Scope): boolean {
  if (value.is !== 'function' && value.is !== 'class') return false
  const wanted = value.is === 'class' && isConstructor(scope) ? scope.method : scope.id
  return (
    value.scope === wanted && value.home?.module === home.module && (value.is === 'function' || isConstructor(scope))
  )
}

/** By the scope of a function: the first that is given it as its value. */
const holders = new WeakMap<Module, ReadonlyMap<number, Binding>>()

function holdersIn(module: Module): ReadonlyMap<number, Binding> {
  const there = holders.get(module)
  if (there) return there
  const found = new Map<number, Binding>()
  for (const binding of module.bindings) {
    const { value } = binding
    if (value?.is === 'function' && !found.has(value.scope)) found.set(value.scope, binding)
  }
  holders.set(module, found)
  return found
}

/** A function's own name, or that of the constant that holds it. */
export function nameOf({ module }: Context, scope: Scope): string | undefined {
  if (scope.name) return scope.name
  const target = holdersIn(module).get(scope.id)?.target
  return target?.is === 'name' || target?.is === 'member' ? target.name : undefined
}

/** The calls a function is handed to by name: `executor.submit(self.embed, text)`. */
export function referencesOf(context: Context, scope: number): readonly CallSite[] {
  const found = context.module.scopes[scope]
  const name = found && nameOf(context, found)
  if (!name) return []
  return context.index
    .callsGiven(name)
    .filter(({ expr }) => expr.args.some(({ value }) => lastName(value) === name && means(context, value, scope)))
}

/** `ask.bind(null, 'gpt-4o')` of a function. */
function boundIn(context: Context, scope: number): readonly CallSite[] {
  const found = context.module.scopes[scope]
  const name = context.module.language === 'typescript' && found ? nameOf(context, found) : undefined
  if (!name) return []
  return context.index.callsNamed('bind').filter(({ expr: { callee } }) => {
    const of = callee.is === 'member' ? callee.of : undefined
    return of !== undefined && lastName(of) === name && means(context, of, scope)
  })
}

const means = (context: Context, expr: Expr, scope: number): boolean =>
  context.evaluate(expr).some((value) => isFunction(context, value, scope))

/** Calls that run the function they are given with the arguments that follow it, by where it stands among them. */
const carriers: Readonly<Record<string, number>> = {
  to_thread: 0,
  submit: 0,
  run_in_executor: 1,
  run_sync: 0,
  run_in_threadpool: 0,
}

/** Where a call that runs another function is given that function. */
export const carriedAt = (callee: Expr): number | undefined =>
  callee.is === 'name' || callee.is === 'member' ? carriers[callee.name] : undefined

/** `executor.submit(ask, client)`, `Thread(target=ask, args=(client,))` as the call `ask(client)` that each of them makes. */
export function carriedTo(context: Context, scope: number): readonly LocalCall[] {
  const offset = offsetOf(context, context.module.scopes[scope])
  return [...referencesOf(context, scope), ...boundIn(context, scope)].flatMap((site): readonly LocalCall[] => {
    if (givesBefore(site.expr))
      return callsWithGiven(context, site).map((expr) => ({ site: { ...site, expr }, offset }))
    const args = carriedArguments(site.expr, (expr) => means(context, expr, scope))
    return args ? [{ site: { ...site, expr: { ...site.expr, args } }, offset }] : []
  })
}

/** What a call that runs another function gives it; undefined where it runs none of those that are meant. */
export function carriedArguments(
  { callee, args }: CallExpr,
  means: (expr: Expr) => boolean,
): readonly Argument[] | undefined {
  const at = carriedAt(callee)
  if (at !== undefined) return args[at] && means(args[at].value) ? args.slice(at + 1) : undefined
  if (!/^(Thread|Process)$/.test(lastName(callee) ?? '')) return undefined
  const given = (name: string) => args.find((argument) => argument.name === name)?.value
  const [target, listed, named] = [given('target'), given('args'), given('kwargs')]
  if (!target || !means(target)) return undefined
  const first = listed?.is === 'list' ? listed.items.map((value) => ({ value, span: value.span })) : []
  const entries = named?.is === 'record' ? named.entries : []
  return [...first, ...entries.flatMap(({ name, value, span }) => (name === undefined ? [] : { name, value, span }))]
}

/** Is it that function of this very module? */
export const isFunction = ({ module }: Context, value: Value, scope: number): boolean =>
  value.is === 'function' && value.scope === scope && (!value.home || value.home.module === module)
