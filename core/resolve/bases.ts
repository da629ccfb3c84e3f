// What a class of the program has from those it extends.
import type { CallExpr, CallSite } from '../module.ts'
import type { Context } from './context.ts'
import { lastName } from './module-index.ts'
import type { Value } from './value.ts'

export type Owner = Extract<Value, { is: 'instance' | 'class' }>

/** An object of a class, as one of each that the class extends: of the program, or of a package. */
export function baseValues(context: Context, owner: Owner): readonly Value[] {
  const calls = owner.is === 'instance' ? makingCalls(context, owner) : []
  const bases = context.module.scopes[owner.scope]?.bases ?? []
  return bases.flatMap(context.evaluate).flatMap((base): readonly Value[] => {
    if (base.is === 'class') {
      const home = base.home ? { home: base.home } : {}
      if (owner.is === 'class') return [{ is: 'class', scope: base.scope, ...home }]
      const { home: _, call: __, ...own } = owner
      return oneForEach(calls, (made) => ({ ...own, scope: base.scope, ...made, ...home }))
    }
    if (base.is !== 'symbol' || base.global || givesNothing.test(base.path[0]!.name)) return []
    if (owner.is === 'class') return [{ is: 'symbol', path: base.path }]
    const before = base.path.slice(0, -1)
    const end = { ...base.path.at(-1)!, called: true, extended: true } as const
    return oneForEach(calls, (made) => ({ is: 'symbol', path: [...before, { ...end, ...made }] }))
  })
}

const oneForEach = (calls: readonly CallExpr[], of: (made: { readonly call?: CallExpr }) => Value): readonly Value[] =>
  calls.length === 0 ? [of({})] : calls.map((call) => of({ call }))

/** Bases without methods of their own: `Generic[T]`, `Protocol`, `ABC`. */
const givesNothing = /^(?:typing|typing_extensions|abc)$/

/** What gives the base its arguments: `super().__init__(…)` in the constructor, else the call that made the object, or each here that makes one. */
function makingCalls(context: Context, { scope, call }: Extract<Owner, { is: 'instance' }>): readonly CallExpr[] {
  const constructor = constructorOf(context, scope)
  if (constructor !== undefined)
    return superCalls(context).flatMap((site) => (site.scope === constructor ? site.expr : []))
  if (call) return [call]
  const { name } = context.module.scopes[scope] ?? {}
  const means = ({ expr }: CallSite) =>
    context.evaluate(expr.callee).some((value) => value.is === 'class' && value.scope === scope && !value.home)
  return name === undefined ? [] : context.index.callsNamed(name).flatMap((site) => (means(site) ? site.expr : []))
}

/** Constructors that call those of what their class extends. */
export function superCalls({ index, module }: Context): readonly CallSite[] {
  return module.language === 'python'
    ? index.callsNamed('__init__').filter(({ expr }) => isSuper(expr))
    : index.callsNamed('super')
}

/** `super().__init__(…)` */
const isSuper = ({ callee }: CallExpr): boolean =>
  callee.is === 'member' && callee.of.is === 'call' && lastName(callee.of.callee) === 'super'

export function constructorOf(context: Context, scope: number): number | undefined {
  const name = context.module.language === 'python' ? '__init__' : 'constructor'
  return context.index.attributes(scope, name).find((binding) => binding.via === 'function')?.refers
}

/** What `super()` stands for, or `super` of `super.ask()`, where it is written. */
export function superValues(context: Context, at: number): readonly Value[] | undefined {
  const { scopes } = context.module
  for (let scope = scopes[context.index.scopeAt(at)]; scope; scope = scopes[scope.parent])
    if (scope.method !== undefined) return baseValues(context, { is: 'instance', scope: scope.method })
  return undefined
}
