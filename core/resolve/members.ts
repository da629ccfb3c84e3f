import type { Argument, Binding, CallExpr, Expr } from '../module.ts'
import { altered } from './altered.ts'
import { annotated, answersOf } from './annotations.ts'
import { assignedValues } from './assigned.ts'
import { baseValues, constructorOf, type Owner, superValues } from './bases.ts'
import { configured } from './configured.ts'
import type { Context } from './context.ts'
import { crossed, memberOfModule } from './cross.ts'
import { memberNamed, partOf } from './enumeration.ts'
import { isEnvironment, variable } from './environment.ts'
import { claim } from './foreign.ts'
import { withoutHidden } from './hidden.ts'
import { withoutTests } from './lookup.ts'
import { lastName } from './module-index.ts'
import { bindingValues } from './names.ts'
import { narrowed } from './narrowed.ts'
import { optionOf } from './options.ts'
import { orOverridden } from './overridden.ts'
import { patchedValues } from './patched.ts'
import { orPoured } from './poured.ts'
import { notLeftOut } from './reached.ts'
import { type Asked, readingOf, receivedMember, tells } from './receivers.ts'
import { valuesReaching } from './replaced.ts'
import { forCall, ofAnyCall } from './returns.ts'
import { fieldOf } from './schemas.ts'
import { sessionValues } from './session.ts'
import { itemOrSet, orSetElsewhere } from './set-elsewhere.ts'
import { heldType } from './type-arguments.ts'
import {
  dotted,
  isDeclared,
  type MemberExpr,
  type SymbolValue,
  undecided,
  unknownValue,
  type Value,
  via,
} from './value.ts'

export const evaluateMember = (context: Context, expr: MemberExpr): readonly Value[] =>
  narrowed(context, expr, membersOf(context, expr))

function membersOf(context: Context, expr: MemberExpr): readonly Value[] {
  const assigned = assignedValues(context, expr)
  if (assigned?.surely) return assigned.values
  const received = receivedMember(context, expr)
  if (received) return received
  const isSuper = expr.of.is === 'name' && expr.of.name === 'super' && context.module.language === 'typescript'
  const of = (isSuper ? superValues(context, expr.span[0]) : undefined) ?? context.evaluate(expr.of)
  const asked = { from: context, receiver: expr.of }
  const held = of.flatMap((value) => {
    const owner = value.is === 'instance' ? value : undefined
    return (owner && patchedValues(context, owner, expr)) ?? memberOf(context, value, expr.name, expr, asked)
  })
  const self = context.index.selfClass(expr.of)
  const own = self === undefined ? held : orOverridden(context, self, expr, held, memberOf)
  return altered(context, expr, [...(assigned?.values ?? []), ...(assigned?.later ? own.map(undecided) : own)])
}

/** One step into a value. */
export function memberOf(context: Context, value: Value, name: string, at: Expr, asked?: Asked): readonly Value[] {
  const member = value.is === 'scalar' || value.is === 'data' ? value.member : undefined
  if (member) {
    const { scope, home } = member
    const owner: Owner = { is: 'instance', scope, ...(home ? { home } : {}) }
    return partOf(value, name, at) ?? attributeIn(context, owner, name, at, asked)
  }
  switch (value.is) {
    case 'symbol':
      if (isEnvironment(value) && name !== 'get') return [variable(context, name, at.span)]
      return (
        (at.is === 'member' ? sessionValues(context, value, at.of, name) : undefined) ??
        typedMember(context, value, name) ??
        optionOf(context, value, name, at) ??
        fieldOf(context, value, name, at) ?? [step(value, name)]
      )
    case 'instance':
    case 'class':
      return attributeIn(context, value, name, at, asked)
    case 'namespace':
      return memberOfModule(context, value.home, name, at.span)
    case 'data':
      return value.expr.is === 'record'
        ? via('constant', itemOrSet(context, value.expr, name, at.span))
        : [unknownValue('dynamic', at.span)]
    case 'function':
      return propertyOf(context, value, name, at)
    case 'scalar':
      return [unknownValue('dynamic', at.span)]
    case 'unknown':
      return [value.outside ? unknownValue(value.why, at.span, value.outside) : value]
  }
}

function typedMember(context: Context, value: SymbolValue, name: string): readonly Value[] | undefined {
  const type = heldType(value, name)
  const values = type ? annotated(context, type) : []
  return values.length > 0 ? values : undefined
}

function step({ held: _, ...value }: SymbolValue, name: string): SymbolValue {
  const only = value.path.length === 1 ? value.path[0]! : undefined
  // A namespace's member is the named export: `openai#*` then `OpenAI` is `openai#OpenAI`.
  if (only?.name.endsWith('#*') && !only.called) return { ...value, path: [{ name: only.name.slice(0, -1) + name }] }
  return { ...value, path: [...value.path, { name }] }
}

/** What a caller in another file passes has only assumed values, and so has what it holds. */
function attributeIn(context: Context, owner: Owner, name: string, at: Expr, asked?: Asked): readonly Value[] {
  const member = memberNamed(context, owner, name, at)
  if (member) return member
  const values = owner.home
    ? attributeElsewhere(context, owner, name, at, asked)
    : attributeOf(context, name, at, owner, { asked })
  if (owner.is !== 'instance' || !owner.assumed) return values
  return via('other-file', values, true).map((value) => (value.is === 'instance' ? { ...value, assumed: true } : value))
}

/** No offset of the module at all. */
const outside = -1

/** An attribute of another module's class: as its constructor was called here. */
function attributeElsewhere(
  context: Context,
  { home, ...owner }: Owner,
  name: string,
  at: Expr,
  asked: Asked | undefined,
): readonly Value[] {
  if (!home) return []
  const call = owner.is === 'instance' ? owner.call : undefined
  const makes = call && constructorOf(home, owner.scope)
  const python = home.module.language === 'python'
  const only = call && makes !== undefined && { scope: makes, call, from: context, offset: python ? 1 : 0 }
  const inside = only ? forCall(home, only) : home
  if (call) claim(inside, { home: context, at: [0, 0] }, call)
  const held = attributeOf(inside, name, at, owner, { use: outside, asked })
  const told = only && inside === home ? ofAnyCall(home, only, held) : held
  const own = crossed(context, { home: inside, at: at.span }, told)
  return orSetElsewhere(context, own, { home, name, at: at.span }, (of, from) => {
    if ((of.is !== 'instance' && of.is !== 'class') || of.scope !== owner.scope) return false
    return (of.home ?? from).module === home.module && (of.is === 'class' || (call !== undefined && of.call === call))
  })
}

interface Asking {
  /** Where, in the module of the class; left out: where it stands. */
  readonly use?: number
  readonly asked: Asked | undefined
}

function attributeOf(context: Context, name: string, at: Expr, owner: Owner, asking: Asking): readonly Value[] {
  const { use = at.span[0], asked } = asking
  const { scope } = owner
  const bound = owner.is === 'instance'
  const given = owner.is === 'instance' && owner.call ? constructed(context, owner.call, scope, name) : undefined
  if (given) return given
  const filled = configured(context, scope, name, at.span)
  if (filled) return filled
  const all = withoutTests(context.index.attributes(scope, name))
  const attributes = notLeftOut(context, withoutHidden(context, owner, all))
  const reaching = valuesReaching(context, attributes.toReversed(), use, (binding) =>
    attributeValues(context, binding, bound, asked),
  )
  const said = reaching.filter((value) => !isSaidAlready(value, reaching))
  const own = orPoured(context, scope, name, at, said, () => madeBy(context, owner))
  if (own.length > 0)
    return owner.is === 'instance' && mayBeGiven(context, owner, name) ? via('parameter', own, true) : own
  const inherited = baseValues(context, owner).flatMap((base) => {
    if (base.is === 'symbol') return [step(base, name)]
    return context.unlessOpen(
      `attribute ${'scope' in base ? base.scope : ''} ${name}`,
      () => memberOf(context, base, name, at, asked),
      [],
    )
  })
  const others = inherited.length > 0 ? inherited : passedOn(context, name, at, scope)
  return others.length > 0 ? others : [unknownValue('dynamic', at.span)]
}

/** The module of a class, in which its constructor is worked out for the call that made the object. */
function madeBy(context: Context, owner: Owner): Context {
  const call = owner.is === 'instance' ? owner.call : undefined
  const makes = call && !context.only ? constructorOf(context, owner.scope) : undefined
  if (!call || makes === undefined) return context
  return forCall(context, { scope: makes, call, from: context, offset: context.module.language === 'python' ? 1 : 0 })
}

/** `llm: OpenAI` at the head of a class, beside `self.llm = OpenAI(model="…")` in a method. */
const isSaidAlready = (value: Value, all: readonly Value[]): boolean =>
  value.is === 'symbol' &&
  isDeclared(value) &&
  all.some((other) => other.is === 'symbol' && !isDeclared(other) && dotted(other.path) === dotted(value.path))

/** `def __getattr__(self, name): return getattr(self._module, name)`: what it does not have itself it has from elsewhere. */
function passedOn(context: Context, name: string, at: Expr, scope: number): readonly Value[] {
  const made = context.index.attributes(scope, '__getattr__').find((binding) => binding.via === 'function')?.refers
  const returns = made === undefined ? [] : (context.module.scopes[made]?.returns ?? [])
  const found = returns.flatMap((expr) => {
    const [of, asked] = expr.is === 'call' && lastName(expr.callee) === 'getattr' ? expr.args : []
    return of && asked?.value.is === 'name' ? context.evaluate(of.value) : []
  })
  const objects = found.filter((value) => value.is === 'symbol' || value.is === 'instance')
  return context.unlessOpen(
    `passed on ${scope} ${name}`,
    () => objects.flatMap((v) => memberOf(context, v, name, at)),
    [],
  )
}

function attributeValues(
  context: Context,
  binding: Binding,
  bound: boolean,
  asked: Asked | undefined,
): readonly Value[] {
  const values = via('attribute', bindingValues(context, binding))
  if (binding.via !== 'function') return values
  const scope = context.module.scopes[binding.refers ?? -1]
  const isProperty = scope?.reads || scope?.decorators.some((decorator) => /property$/.test(lastName(decorator) ?? ''))
  if (scope && isProperty) {
    const inside = asked && tells(asked, context, scope.id) ? forReading(context, scope.id, asked) : context
    return crossed(context, { home: inside, at: binding.span }, via('attribute', answersOf(inside, scope)))
  }
  return values.map((value) => (value.is === 'function' ? { ...value, bound } : value))
}

/** `Config(model="…").model`, for a class whose constructor is made from its fields. */
function constructed(context: Context, call: CallExpr, scope: number, name: string): readonly Value[] | undefined {
  if (context.index.attributes(scope, '__init__').length + context.index.attributes(scope, 'constructor').length > 0)
    return undefined
  const given = call.args.find((argument) => argument.name === name) ?? givenByPlace(context, call, scope, name)
  return given && via('attribute', context.evaluate(given.value))
}

/** `Config("gpt-4o", 0.5).model` of a class that is made of its fields in their order. */
function givenByPlace({ module }: Context, call: CallExpr, scope: number, name: string): Argument | undefined {
  const { decorators = [], bases = [] } = module.scopes[scope] ?? {}
  const isOrdered = [...decorators, ...bases].some((by) =>
    ordered.test(lastName(by.is === 'call' ? by.callee : by) ?? ''),
  )
  const placed = call.args.filter((argument) => argument.name === undefined && argument.spread !== 'record')
  if (!isOrdered || placed.length === 0 || bases.length > 1) return undefined
  const fields = module.bindings.filter(
    (binding) => binding.scope === scope && binding.via === 'field' && binding.annotation !== undefined,
  )
  const at = fields.findIndex(({ target }) => target.is === 'name' && target.name === name)
  return placed.slice(0, at + 1).some(({ spread }) => spread) ? undefined : placed[at]
}

/** https://docs.python.org/3/library/dataclasses.html, https://docs.python.org/3/library/typing.html#typing.NamedTuple */
const ordered = /^(?:dataclass|define|NamedTuple)$/

/** `Config(**options).model`: what a class says of a field is no more than its default. */
function mayBeGiven({ index }: Context, { scope, call }: Owner & { call?: CallExpr }, name: string): boolean {
  if (!call?.args.some(({ spread }) => spread === 'record') || index.attributes(scope, '__init__').length > 0)
    return false
  return index.attributes(scope, name).some(({ via }) => via !== 'function' && via !== 'class')
}

const forReading = (home: Context, scope: number, asked: Asked): Context =>
  forCall(home, { ...asked, scope, call: readingOf(asked), offset: home.module.language === 'python' ? 1 : 0 })

/** A property read without a call stands for what its getter returns. */
function propertyOf(
  context: Context,
  value: Extract<Value, { is: 'function' }>,
  name: string,
  at: Expr,
): readonly Value[] {
  const scope = value.home ? undefined : context.module.scopes[value.scope]
  if (scope?.method === undefined) return [unknownValue('dynamic', at.span)]
  return answersOf(context, scope).flatMap((got) => (got.is === 'function' ? [] : memberOf(context, got, name, at)))
}
