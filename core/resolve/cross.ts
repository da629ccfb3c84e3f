import type { Expr, Import, Module } from '../module.ts'
import type { Span } from '../types.ts'
import { altered } from './altered.ts'
import type { Context } from './context.ts'
import { claim, type Foreign } from './foreign.ts'
import { lookup } from './lookup.ts'
import { bindingValues, importValues } from './names.ts'
import { asks } from './reads.ts'
import { orSetElsewhere } from './set-elsewhere.ts'
import { type Member, type NameExpr, unknownValue, type Value } from './value.ts'

/** What another module worked out, as values of this one: it comes in at `from.at`, and is worked out further where it is from. */
export function crossed(context: Context, from: Foreign, values: readonly Value[]): readonly Value[] {
  return values.map((value) => cross(context, from, value))
}

function cross(context: Context, from: Foreign, value: Value): Value {
  const brought = <T extends Expr>(expr: T): T => bring(context, from, expr)
  switch (value.is) {
    case 'scalar': {
      if (from.home.module === context.module) return value
      // A default that a caller or the environment may replace stays one.
      const via = value.assumed && (value.via === 'environment' || value.via === 'parameter') ? value.via : 'other-file'
      return { ...value, ...memberFrom(value, from), at: from.at, via, assumed: value.assumed || from.assumed === true }
    }
    case 'data':
      return { ...value, ...memberFrom(value, from), expr: brought(value.expr) }
    case 'symbol': {
      const path = value.path.map((step) => (step.call ? { ...step, call: brought(step.call) } : step))
      const held =
        value.held && Object.fromEntries(Object.entries(value.held).map(([name, type]) => [name, brought(type)]))
      return { ...value, path, ...(value.given ? { given: value.given.map(brought) } : {}), ...(held ? { held } : {}) }
    }
    case 'instance': {
      const call = value.call && brought(value.call)
      const made = { ...value, ...(call ? { call } : {}), ...(from.assumed ? { assumed: true as const } : {}) }
      return homed(context, made, value.home ?? from.home)
    }
    case 'function': {
      const given = value.given && { given: value.given.map(brought) }
      return homed(context, { ...value, ...given }, value.home ?? from.home)
    }
    case 'class':
      return homed(context, value, value.home ?? from.home)
    case 'namespace':
      return value
    case 'unknown':
      return from.home.module === context.module ? value : { ...value, at: from.at }
  }
}

const memberFrom = ({ member }: { readonly member?: Member }, { home }: Foreign) =>
  member && { member: { ...member, home: member.home ?? home } }

/** By the call a function is worked out for: the copies of its expressions that others hold. */
const copies = new WeakMap<Context, WeakMap<Expr, Expr>>()

/** What was worked out for one call is told apart from the same expression worked out for another. */
function bring<T extends Expr>(context: Context, from: Foreign, expr: T): T {
  const own = from.home.only !== undefined && !from.home.foreign.has(expr)
  const brought = own ? copied(from.home, expr) : expr
  claim(context, from, brought)
  return brought
}

/** One copy for one call, whoever asks and however often: what comes round to itself is known by it. */
function copied<T extends Expr>(home: Context, expr: T): T {
  const made = copies.get(home) ?? new WeakMap<Expr, Expr>()
  copies.set(home, made)
  const there = made.get(expr) as T | undefined
  if (there) return there
  const copy = copyOf(expr) as T
  made.set(expr, copy)
  made.set(copy, copy)
  return copy
}

/** Of plain data; `structuredClone` takes several times as long. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return typeof value[0] === 'number' ? value : value.map(copyOf)
  if (typeof value !== 'object' || value === null) return value
  const copy: Record<string, unknown> = {}
  for (const key in value) copy[key] = copyOf((value as Record<string, unknown>)[key])
  return copy
}

/** What comes back to the module it is from is its own again. */
function homed<T extends Extract<Value, { home?: Context }>>(context: Context, value: T, home: Context): T {
  const { home: _, ...own } = value
  return (home.module === context.module && home.only === context.only ? own : { ...value, home }) as T
}

/** What a module hands out under a name; undefined where it hands out no such thing. */
function exported(home: Context, name: string): readonly Value[] | undefined {
  return home.unlessOpen(`exported ${name}`, () => handedOut(home, name), [unknownValue('cycle', [0, 0])])
}

/** What a module hands out it has once all of it has run. */
const pastAll: Span = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]

function handedOut(home: Context, name: string): readonly Value[] | undefined {
  asks('export', name)
  const given = home.module.exports.filter((found) => found.name === name)
  if (given.length > 0) return given.flatMap((found) => home.evaluate(found.value))
  if (home.module.language === 'python') {
    const { bindings, imports } = lookup(home.index, name, 0, Number.MAX_SAFE_INTEGER)
    const values = [
      ...bindings.flatMap((binding) => bindingValues(home, binding)),
      ...imports.flatMap((found) => importValues(home, found)),
    ]
    const whole: NameExpr = { is: 'name', name, span: pastAll }
    if (values.length > 0) return altered(home, whole, values)
  }
  return starred(home, name)
}

/** What `export * from` hands on has no name of its own in the module that says so. */
export const isHandedOn = ({ name, local }: Import): boolean => name === '*' && local.startsWith('#')

/** `export * from "./x"`, `from .x import *` */
export function starred(home: Context, name: string): readonly Value[] | undefined {
  const { language } = home.module
  asks('imports')
  const stars = home.module.imports.filter((found) => (language === 'python' ? found.local === '*' : isHandedOn(found)))
  for (const star of stars) {
    if (home.link?.mayHandOut(star.module, name) === false) continue
    const inner = home.link?.module(star.module)
    if (inner === undefined) continue
    const values = exported(inner, name)
    if (values) return crossed(home, { home: inner, at: star.span }, values)
  }
  return undefined
}

/** The values an import brings in from a module of the project; undefined where it names none that is there. */
export function imported(context: Context, found: Import): readonly Value[] | undefined {
  const { link } = context
  if (!link) return undefined
  const home = link.module(found.module)
  if (found.name === '*') return home && [{ is: 'namespace', home }]
  const values = home && exported(home, found.name)
  if (home && values) return crossed(context, { home, at: found.span }, values)
  // `from package import module`
  const inner = context.module.language === 'python' ? link.module(joined(found.module, found.name)) : undefined
  if (inner) return [{ is: 'namespace', home: inner }]
  return home && [unknownValue('dynamic', found.span)]
}

/** The modules an import may name: in Python what is taken from a package may be one. */
export const pathsOf = ({ language }: Module, { module, name }: Import): readonly string[] =>
  language === 'python' && name !== '*' ? [module, joined(module, name)] : [module]

const joined = (module: string, name: string) => (module.endsWith('.') ? module + name : `${module}.${name}`)

/** A member of a module of the project. */
export function memberOfModule(context: Context, home: Context, name: string, at: Span): readonly Value[] {
  const values = exported(home, name)
  if (values) {
    const own = crossed(context, { home, at }, values)
    return orSetElsewhere(
      context,
      own,
      { home, name, at },
      (of) => of.is === 'namespace' && of.home.module === home.module,
    )
  }
  const inner = home.module.language === 'python' ? home.link?.module(`.${name}`) : undefined
  return [inner ? { is: 'namespace', home: inner } : unknownValue('dynamic', at)]
}

/** The context an expression is worked out in. */
export const homeOf = (context: Context, expr: Expr): Context => context.foreign.get(expr)?.home ?? context

/** What is found in the module an expression is from, with each part of it made this module's own copy or marked as that module's. */
export function atHome<T>(
  context: Context,
  expr: Expr,
  find: (home: Context) => T,
  withParts: (found: T, bring: (part: Expr) => Expr) => T,
): T | undefined {
  const from = context.foreign.get(expr)
  return from && withParts(find(from.home), (part) => bring(context, from, part))
}
