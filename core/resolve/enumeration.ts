// Members of an enumeration of Python: `Model.FAST`, `Model["FAST"]`, `Model("gpt-4o")`, each of `Model`, and what `.value` and `.name` are.
// https://docs.python.org/3/library/enum.html
import type { Binding, CallExpr, Expr } from '../module.ts'
import type { Owner } from './bases.ts'
import type { Context } from './context.ts'
import { crossed } from './cross.ts'
import { type ClassValue, dotted, type Member, scalar, unknownValue, type Value, via } from './value.ts'

const made = /^(?:enum|strenum|aenum|backports\.strenum)\.(?:Enum|StrEnum|IntEnum|ReprEnum|Flag|IntFlag)$/

/** Classes that extend classes: deeper than this nothing is told. */
const deepest = 6

function isEnumeration(context: Context, scope: number, depth = 0): boolean {
  const { bases = [] } = context.module.scopes[scope] ?? {}
  if (bases.length === 0 || context.module.language !== 'python' || depth > deepest) return false
  return bases.flatMap(context.evaluate).some((base) => {
    if (base.is === 'symbol') return made.test(dotted(base.path))
    return base.is === 'class' && isEnumeration(base.home ?? context, base.scope, depth + 1)
  })
}

interface Named {
  readonly name: string
  readonly binding: Binding
}

const isAside = (name: string): boolean => /^_/.test(name)

/** In their order; empty where the class is no enumeration. */
function membersIn(context: Context, scope: number): readonly Named[] {
  if (!isEnumeration(context, scope)) return []
  return context.module.bindings.flatMap((binding): readonly Named[] => {
    const { target, value } = binding
    const isMember = binding.scope === scope && target.is === 'name' && value !== undefined && !isAside(target.name)
    return isMember ? [{ name: target.name, binding }] : []
  })
}

function valueOf(home: Context, scope: number, { name, binding }: Named, at: number): readonly Value[] {
  const member: Member = { name, scope }
  return via('attribute', home.evaluate(binding.value!)).map((value): Value => {
    const isAuto = value.is === 'symbol' && dotted(value.path) === 'enum.auto()'
    const own = isAuto ? scalar(isText(home, scope) ? name.toLowerCase() : at + 1, binding.span, 'attribute') : value
    return own.is === 'scalar' || own.is === 'data' ? { ...own, member } : own
  })
}

const isText = ({ module, evaluate }: Context, scope: number): boolean =>
  (module.scopes[scope]?.bases ?? [])
    .flatMap(evaluate)
    .some((base) => base.is === 'symbol' && /StrEnum$/.test(dotted(base.path)))

/** Each member of a class, or those that are asked for; undefined where it is no enumeration, or has none of them. */
export function membersOf(
  context: Context,
  { scope, home }: ClassValue,
  at: Expr,
  asked?: (name: string, values: readonly Value[]) => boolean,
): readonly Value[] | undefined {
  const there = home ?? context
  const all = membersIn(there, scope).map((named, place) => ({ named, values: valueOf(there, scope, named, place) }))
  const found = all.filter(({ named, values }) => asked?.(named.name, values) ?? true).flatMap(({ values }) => values)
  if (found.length === 0) return undefined
  return home ? crossed(context, { home, at: at.span }, found) : found
}

/** `Model.FAST` of the class; of one of its objects that nobody can tell from the others `.value` and `.name`. */
export function memberNamed(context: Context, owner: Owner, name: string, at: Expr): readonly Value[] | undefined {
  if (owner.is === 'class') return isAside(name) ? undefined : membersOf(context, owner, at, (own) => own === name)
  if (!/^_?(?:value|name)_?$/.test(name)) return undefined
  return membersOf(
    context,
    { is: 'class', scope: owner.scope, ...(owner.home ? { home: owner.home } : {}) },
    at,
  )?.flatMap((value) => partOf(value, name, at) ?? [])
}

/** `.value` and `.name` of a member; undefined for anything else. */
export function partOf(value: Value, name: string, at: Expr): readonly Value[] | undefined {
  if ((value.is !== 'scalar' && value.is !== 'data') || !value.member) return undefined
  const { member, ...own } = value
  if (/^_?value_?$/.test(name)) return [own]
  return /^_?name_?$/.test(name) ? [scalar(member.name, at.span, 'attribute')] : undefined
}

/** `Model("gpt-4o")`: the member that has the value, or any where only a run knows it. */
export function memberByValue(context: Context, of: ClassValue, call: CallExpr): readonly Value[] | undefined {
  const [given, ...more] = call.args
  if (!given || given.spread || more.length > 0) return undefined
  const wanted = context.evaluate(given.value)
  const isOne = (value: Value) =>
    wanted.some((each) => each.is === 'scalar' && value.is === 'scalar' && each.value === value.value)
  const all = membersOf(context, of, call)
  if (!all || !wanted.every(({ is }) => is === 'scalar')) return all
  const found = all.filter(isOne)
  return found.length > 0 ? found : [unknownValue('dynamic', call.span)]
}

/** `Model["FAST"]`: the member that has the name, or any. */
export const memberByName = (
  context: Context,
  of: ClassValue,
  keys: readonly unknown[],
  at: Expr,
): readonly Value[] | undefined =>
  membersOf(context, of, at, keys.every((key) => typeof key === 'string') ? (name) => keys.includes(name) : undefined)

/** Each member, as an expression of what is gone through. */
export function eachMember(context: Context, over: Expr): readonly Expr[] | undefined {
  const [only, ...others] = context.evaluate(over)
  if (only?.is !== 'class' || others.length > 0) return undefined
  const { span } = over
  const all = membersIn(only.home ?? context, only.scope)
  return all.length === 0
    ? undefined
    : all.map(({ name }): Expr => ({ is: 'member', of: over, name, nameSpan: span, span }))
}
