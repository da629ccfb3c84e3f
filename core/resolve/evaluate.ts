import type { Expr, Module } from '../module.ts'
import { altered } from './altered.ts'
import { assignedValues } from './assigned.ts'
import { evaluateCall } from './call-values.ts'
import type { ByExpr, Context, Link, OnlyCall } from './context.ts'
import { crossed } from './cross.ts'
import { elementsOf, entryValues, likeEach, manyOf } from './data.ts'
import { distinct } from './distinct.ts'
import { workedOut } from './effort.ts'
import { memberByName } from './enumeration.ts'
import { isEnvironment, variable } from './environment.ts'
import { createForeigners } from './foreign.ts'
import { goneThrough } from './gone-through.ts'
import { evaluateMember, memberOf } from './members.ts'
import { indexOf } from './module-index.ts'
import { evaluateName } from './names.ts'
import { narrowed } from './narrowed.ts'
import { evaluateOperation, evaluateText } from './operations.ts'
import { closed, opened, type Reads, readAgain, unsure } from './reads.ts'
import { yieldedBy } from './returns.ts'
import { sessionValues } from './session.ts'
import { itemOrSet } from './set-elsewhere.ts'
import { holding, typesIn } from './type-arguments.ts'
import {
  type Scalar,
  type ScalarValue,
  type SymbolValue,
  scalar,
  undecided,
  unknownValue,
  type Value,
  via,
  whyUnknown,
} from './value.ts'
import { settingOf } from './widgets.ts'

/** Deeper chains than this are not followed; the value is unknown, `limit`. */
const deepest = 80

const contexts = new WeakMap<Module, Context>()

/** The one context of a module that is read by itself: what was worked out for one call serves the next. */
export function contextOf(module: Module): Context {
  const seen = contexts.get(module)
  if (seen) return seen
  const made = createContext(module)
  contexts.set(module, made)
  return made
}

/** A context of its own, for a module that is linked to others, or for one call of one of its functions. */
export function createContext(module: Module, link?: Link, only?: OnlyCall): Context {
  // What is made for one call goes with it; a module's own outlives the edits of those that call it.
  const byExpr = <T>(): ByExpr<T> => (only ? new Map<Expr, T>() : new WeakMap<Expr, T>())
  const done = byExpr<readonly Value[]>()
  const reads = byExpr<Reads>()
  const open = new Set<Expr>()
  const running = new Set<unknown>()
  const context: Context = {
    module,
    link,
    only,
    foreign: createForeigners(byExpr()),
    index: indexOf(module),
    evaluate(expr) {
      const seen = done.get(expr)
      if (seen) {
        readAgain(reads, expr)
        return seen
      }
      if (open.has(expr) || open.size >= deepest) {
        unsure()
        return [unknownValue(open.has(expr) ? 'cycle' : 'limit', expr.span)]
      }
      workedOut()
      open.add(expr)
      const around = opened()
      const from = context.foreign.get(expr)
      const found = from ? crossed(context, from, from.home.evaluate(expr)) : evaluateExpr(context, expr)
      const values = distinct(found, expr.span)
      closed(around, reads, expr)
      open.delete(expr)
      done.set(expr, values)
      return values
    },
    fields: byExpr(),
    fieldReads: byExpr(),
    unlessOpen(key, run, instead) {
      if (running.has(key)) {
        unsure()
        return instead
      }
      running.add(key)
      const result = run()
      running.delete(key)
      return result
    },
  }
  return context
}

function evaluateExpr(context: Context, expr: Expr): readonly Value[] {
  switch (expr.is) {
    case 'text':
      return evaluateText(context, expr)
    case 'number':
    case 'boolean':
      return [scalar(expr.value, expr.span)]
    case 'null':
      return [scalar(null, expr.span)]
    case 'name':
      return evaluateName(context, expr)
    case 'member':
      return evaluateMember(context, expr)
    case 'index':
      return narrowed(context, expr, evaluateIndex(context, expr))
    case 'call':
      return evaluateCall(context, expr)
    case 'list':
    case 'record':
      return [{ is: 'data', expr }]
    case 'choice':
      return evaluateChoice(context, expr)
    case 'operation':
      return evaluateOperation(context, expr)
    case 'function':
      return [{ is: 'function', scope: expr.scope, bound: false }]
    case 'each':
      return evaluateEach(context, expr)
    case 'spread':
      return [unknownValue('dynamic', expr.span)]
    case 'opaque':
      return [manyOf(context, expr) ?? unknownValue('dynamic', expr.span)]
  }
}

function evaluateEach(context: Context, expr: Extract<Expr, { is: 'each' }>): readonly Value[] {
  const yielded = expr.of.is === 'call' ? yieldedBy(context, expr.of) : undefined
  if (yielded) return via('constant', yielded)
  const elements = elementsOf(context, expr.of) ?? likeEach(context, expr.of) ?? goneThrough(context, expr.of)
  if (!elements) return [unknownValue('dynamic', expr.span)]
  return via('constant', elements.flatMap(context.evaluate))
}

type IndexExpr = Extract<Expr, { is: 'index' }>

function evaluateIndex(context: Context, expr: IndexExpr): readonly Value[] {
  const assigned = assignedValues(context, expr)
  if (assigned?.surely) return assigned.values
  const keys = context.evaluate(expr.key).map((key) => (key.is === 'scalar' ? key.value : undefined))
  const picked = pickedFrom(context, expr, keys)
  const items = picked ?? context.evaluate(expr.of).flatMap((value) => itemsAt(context, value, keys, expr))
  const own = via('constant', items)
  return altered(context, expr, [...(assigned?.values ?? []), ...(assigned?.later ? own.map(undecided) : own)])
}

/** `sorted(models)[0]`, `list(models)[1]`: one of what the call goes through. */
function pickedFrom(
  context: Context,
  { of, key }: IndexExpr,
  keys: readonly (Scalar | undefined)[],
): readonly Value[] | undefined {
  if (of.is !== 'call' || key.is === 'opaque' || !keys.every((at) => typeof at === 'number')) return undefined
  if (!context.evaluate(of).every((value) => value.is === 'symbol' && value.global)) return undefined
  return goneThrough(context, of)?.flatMap(context.evaluate)
}

function itemsAt(
  context: Context,
  value: Value,
  keys: readonly (Scalar | undefined)[],
  expr: IndexExpr,
): readonly Value[] {
  // `client["chat"]` is `client.chat`.
  if (context.module.language === 'typescript' && value.is !== 'data' && keys.every((key) => typeof key === 'string'))
    return keys.flatMap((key) => memberOf(context, value, key as string, expr))
  if (value.is === 'symbol') {
    const [key] = keys
    const kept =
      typeof key === 'string'
        ? (sessionValues(context, value, expr.of, key) ?? settingOf(context, value, key))
        : undefined
    return kept ?? [indexed(context, value, keys, expr)]
  }
  if (value.is === 'unknown') return [value]
  const member = value.is === 'class' ? memberByName(context, value, keys, expr) : undefined
  if (member) return member
  if (value.is !== 'data') return [unknownValue('dynamic', expr.span)]
  const { expr: data } = value
  const fixed = keys.every((key) => typeof key === 'string' || typeof key === 'number')
  return fixed
    ? keys.flatMap((key) => itemOrSet(context, data, key as string | number, expr.span))
    : entryValues(context, data)
}

/** `os.environ["MODEL"]` is the environment's choice; an item of what another file holds is still that file's. */
function indexed(context: Context, value: SymbolValue, keys: readonly (Scalar | undefined)[], expr: IndexExpr): Value {
  if (isEnvironment(value)) return variable(context, keys.length === 1 ? keys[0] : undefined, expr.span)
  // `Agent[Deps, str]` is the class `Agent`.
  const end = value.path.at(-1)!
  if (
    !end.called &&
    value.path.length > 1 &&
    /^[A-Z]\w*[a-z]\w*$/.test(end.name) &&
    keys.every((key) => typeof key !== 'string')
  )
    return holding(value, typesIn(expr.key))
  return { ...value, path: [...value.path, { name: `[${keys[0] ?? ''}]` }] }
}

/** `x or "gpt-4o"`: a known x decides; one that only the caller or the environment knows leaves the default, assumed. */
function evaluateChoice(context: Context, expr: Extract<Expr, { is: 'choice' }>): readonly Value[] {
  const options = expr.among.map(context.evaluate)
  if (expr.via === 'ternary') return decided(context, expr, options).flat()
  const reached: Value[] = []
  let passed: readonly Value[] = []
  for (const [at, values] of options.entries()) {
    reached.push(...values.filter((value) => !isFalsy(value)))
    passed = values.filter(isFalsy)
    if (mayMiss(context, expr.among[at]!)) {
      const after = options.slice(at + 1).flat()
      if (after.some((value) => whyUnknown(value) !== undefined)) return [...reached, ...after.map(undecided)]
      continue
    }
    if (values.every((value) => value.is === 'scalar' && (!value.assumed || value.written) && !isFalsy(value))) break
  }
  return orDefault([...reached, ...passed], options.flat().filter(isFalsy))
}

/** Of the two of a ternary the one that is left, where what it asks is known: fixed by the program, or of the very thing it holds. */
function decided(
  context: Context,
  { on, itself }: Extract<Expr, { is: 'choice' }>,
  options: readonly (readonly Value[])[],
): readonly (readonly Value[])[] {
  const told = on ? context.evaluate(on) : []
  if (told.length === 0 || !(itself || told.every(isFixed))) return options
  if (told.every(isTrue)) return options.slice(0, 1)
  // What is left out unless a caller gives it may be given.
  const isOpen = told.some((value) => value.is === 'scalar' && value.assumed && value.via === 'parameter')
  return told.every(isFalsy) && !isOpen ? options.slice(1) : options
}

const isFixed = (value: Value): boolean =>
  value.is === 'scalar' && !value.assumed && /^(?:literal|constant|parameter|other-file)$/.test(value.via)

const isTrue = (value: Value): boolean => value.is !== 'unknown' && !(value.is === 'symbol') && !isFalsy(value)

/** An item of a record by a key that only a run knows, `ALIASES[model]`, `ALIASES.get(model)`: there may be none. */
function mayMiss(context: Context, option: Expr): boolean {
  const got = option.is === 'call' && option.callee.is === 'member' && option.callee.name === 'get'
  const of = option.is === 'index' ? option.of : got && option.callee.is === 'member' ? option.callee.of : undefined
  const key = option.is === 'index' ? option.key : got && option.args.length === 1 ? option.args[0]!.value : undefined
  if (!of || !key || context.evaluate(key).every(({ is }) => is === 'scalar')) return false
  return context.evaluate(of).some((value) => value.is === 'data' && value.expr.is === 'record')
}

const isFalsy = (value: Value): value is ScalarValue => value.is === 'scalar' && !value.value

/** `left` are the empty values an earlier option may have: a parameter that is `None` unless a caller gives another. */
function orDefault(values: readonly Value[], left: readonly ScalarValue[]): readonly Value[] {
  const constants = values.filter((value) => value.is === 'scalar')
  const reasons = values.map(whyUnknown).filter((why) => why !== undefined)
  // What another file holds is not the caller's choice: its constant, once read, would win over the default.
  if (!constants.some((value) => value.value) || reasons.some((why) => why !== 'dynamic')) return values
  const empty = left.find((value) => value.assumed)
  if (reasons.length === 0 && !empty) return values
  const outside = values.find((value) => value.is === 'unknown' && value.outside !== undefined)
  const hop = outside?.is === 'unknown' ? outside.outside! : (empty?.via ?? 'parameter')
  const given = hop === 'parameter'
  return constants.map((value) => ({ ...value, assumed: true, via: hop, ...(given ? { instead: true } : {}) }))
}
