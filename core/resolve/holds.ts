// Whether a test holds where something in it has a certain value: `model.startswith("gpt")` of `gpt-4o`.
import type { CallExpr, Expr } from '../module.ts'
import { methodOfText } from './call-values.ts'
import type { Context } from './context.ts'
import { elementsOf } from './data.ts'
import { eachOf } from './each-of.ts'
import { meaning } from './meaning.ts'
import { lastName, pathKey } from './module-index.ts'
import { type Scalar, type ScalarValue, scalar, type Value } from './value.ts'

/** What is asked about, by its names, and the value it is taken to have. */
export interface Supposed {
  readonly keys: readonly string[]
  readonly value: Scalar
}

/** Of a list, of a set. */
const asksWhole = /^(?:includes|has)$/

/** Names that stand for tests that stand for tests: deeper than this nothing is told. */
const deepest = 4

const isSame = ({ keys }: Supposed, expr: Expr): boolean => {
  const key = pathKey(expr)
  return key !== undefined && keys.includes(key)
}

/** True, false, or undefined where the value does not decide it. */
export function holds(context: Context, test: Expr, supposed: Supposed, depth = 0): boolean | undefined {
  const of = (expr: Expr) => holds(context, expr, supposed, depth)
  if (test.is === 'boolean') return test.value
  if (test.is === 'choice') return test.via === 'or' ? any(test.among.map(of)) : picked(test, of)
  if (test.is === 'operation') return operated(context, test, supposed, depth)
  const value = standsFor(context, test, supposed)
  if (value) return value.is === 'scalar' ? Boolean(value.value) : undefined
  if (depth >= deepest) return undefined
  const meant = meaning(context, test)
  if (meant) return holds(context, meant, supposed, depth + 1)
  if (test.is !== 'call') return undefined
  const each = eachOf(context, test)
  if (!each) return answered(context, test, supposed, depth)
  return each.all ? every(each.tests.map(of)) : any(each.tests.map(of))
}

const any = (all: readonly (boolean | undefined)[]): boolean | undefined =>
  all.includes(true) ? true : all.includes(undefined) ? undefined : false

const every = (all: readonly (boolean | undefined)[]): boolean | undefined =>
  all.includes(false) ? false : all.includes(undefined) ? undefined : true

function picked(
  { on, among }: Extract<Expr, { is: 'choice' }>,
  of: (expr: Expr) => boolean | undefined,
): boolean | undefined {
  const told = on && of(on)
  const [yes, no] = among.map(of)
  return told === undefined ? (yes === no ? yes : undefined) : told ? yes : no
}

type Operation = Extract<Expr, { is: 'operation' }>

function operated(context: Context, { op, args }: Operation, supposed: Supposed, depth: number): boolean | undefined {
  const of = (expr: Expr) => holds(context, expr, supposed, depth)
  if (op === '!' || op === 'not') return opposite(of(args[0]!))
  if (op === '&&' || op === 'and') return every(args.map(of))
  const [a, b, ...more] = args
  if (!a || !b || more.length > 0) return undefined
  if (op === 'in' || op === 'not in') return isNot(op, among(context, a, b, supposed))
  const same = /^(?:===?|is|!==?|is not)$/.test(op)
  const [x, y] = [a, b].map((expr) => plainValue(context, expr, supposed))
  if (same && x && y) return isNot(op, x.value === y.value)
  if (same) return isNot(op, equal(of, a, b))
  const compares = ordering[op]
  return compares && typeof x?.value === 'number' && typeof y?.value === 'number'
    ? compares(x.value, y.value)
    : undefined
}

const ordering: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}

const opposite = (told: boolean | undefined): boolean | undefined => (told === undefined ? undefined : !told)
const isNot = (op: string, told: boolean | undefined): boolean | undefined =>
  /^(?:!|is not|not in)/.test(op) ? opposite(told) : told

/** `is_claude is True`, `true === model.startsWith("claude")` */
function equal(of: (expr: Expr) => boolean | undefined, a: Expr, b: Expr): boolean | undefined {
  if (a.is !== 'boolean' && b.is !== 'boolean') return undefined
  const [x, y] = [of(a), of(b)]
  return x === undefined || y === undefined ? undefined : x === y
}

/** Of a text, or of a list or the keys of a record that are all known. */
function among(context: Context, item: Expr, whole: Expr, supposed: Supposed): boolean | undefined {
  const one = plainValue(context, item, supposed)
  if (!one) return undefined
  const text = plainValue(context, whole, supposed)
  if (text)
    return typeof text.value === 'string' && typeof one.value === 'string' ? text.value.includes(one.value) : undefined
  return constantsIn(context, whole)?.includes(one.value)
}

/** The items of a list, or the keys of a record, where all are constants of the program. */
function constantsIn(context: Context, whole: Expr): readonly Scalar[] | undefined {
  const values = elementsOf(context, whole)?.map((item) => constantAt(context, item))
  const known = values?.filter((value) => value !== undefined)
  return known && known.length === values?.length ? known.map(({ value }) => value) : undefined
}

/** What an expression is, where the program itself fixes it. */
function constantAt(context: Context, expr: Expr): ScalarValue | undefined {
  const [only, ...others] = context.unlessOpen(expr, () => context.evaluate(expr), [])
  return only?.is === 'scalar' && others.length === 0 && !only.assumed ? only : undefined
}

function plainValue(context: Context, expr: Expr, supposed: Supposed): ScalarValue | undefined {
  const value = standsFor(context, expr, supposed) ?? (asksOf(expr, supposed) ? undefined : constantAt(context, expr))
  return value?.is === 'scalar' ? value : undefined
}

/** What an expression is that is what is asked about, or is worked out from it alone; undefined where it is something else. */
function standsFor(context: Context, expr: Expr, supposed: Supposed): Value | undefined {
  if (isSame(supposed, expr)) return scalar(supposed.value, expr.span)
  if (expr.is === 'index') {
    const of = standsFor(context, expr.of, supposed)
    const key = of && constantAt(context, expr.key)?.value
    const items = of?.is === 'data' && of.expr.is === 'list' ? of.expr.items : []
    return typeof key === 'number' ? items.at(key) && constantAt(context, items.at(key)!) : undefined
  }
  if (expr.is !== 'call' || expr.callee.is !== 'member') return undefined
  const [first] = expr.args
  if (first && asksWhole.test(expr.callee.name) && isSame(supposed, first.value)) {
    const all = constantsIn(context, expr.callee.of)
    return all && scalar(all.includes(supposed.value), expr.span)
  }
  const of = standsFor(context, expr.callee.of, supposed)
  return of?.is === 'scalar' ? methodOfText(context, expr, of) : undefined
}

/** Is it worked out from what is asked about, among other things? */
export function asksOf(expr: Expr, supposed: Supposed): boolean {
  if (isSame(supposed, expr)) return true
  if (expr.is === 'member') return asksOf(expr.of, supposed)
  if (expr.is === 'index') return asksOf(expr.of, supposed) || asksOf(expr.key, supposed)
  if (expr.is === 'choice') return expr.among.some((each) => asksOf(each, supposed))
  if (expr.is === 'call') return asksOf(expr.callee, supposed) || expr.args.some(({ value }) => asksOf(value, supposed))
  if (expr.is === 'operation') return expr.args.some((arg) => asksOf(arg, supposed))
  return expr.is === 'text' && expr.parts.some((part) => typeof part !== 'string' && asksOf(part, supposed))
}

/** `is_claude(model)` of a function that answers a test of what it is given. */
function answered(context: Context, call: CallExpr, supposed: Supposed, depth: number): boolean | undefined {
  const at = call.args.findIndex(({ value, name, spread }) => !name && !spread && isSame(supposed, value))
  const [only, ...others] = at < 0 || lastName(call.callee) === undefined ? [] : context.evaluate(call.callee)
  if (only?.is !== 'function' || only.home || only.bound || others.length > 0) return undefined
  const { parameters, returns } = context.module.scopes[only.scope]!
  const [answer, ...more] = returns
  const asked = parameters[at]
  return asked && answer && more.length === 0
    ? holds(context, answer, { keys: [asked.name], value: supposed.value }, depth + 1)
    : undefined
}

/** The values a test leaves to something: those it is equal to, or is one of; undefined where it may be any. */
export function leftBy(
  context: Context,
  test: Expr,
  isTrue: boolean,
  keys: readonly string[],
  depth = 0,
): readonly ScalarValue[] | undefined {
  const is = (expr: Expr) => isSame({ keys, value: null }, expr)
  const of = (expr: Expr, holding = isTrue) => leftBy(context, expr, holding, keys, depth)
  if (test.is === 'choice' && test.via === 'or')
    return isTrue ? all(test.among.map((each) => of(each))) : first(test.among, of)
  if (test.is === 'name') {
    const meant = depth < deepest ? meaning(context, test) : undefined
    return meant && leftBy(context, meant, isTrue, keys, depth + 1)
  }
  if (test.is === 'choice') {
    const [yes, no] = test.among
    const plain = test.on && yes?.is === 'boolean' && no?.is === 'boolean' && yes.value !== no.value
    return plain ? of(test.on!, yes.value === isTrue) : undefined
  }
  if (test.is === 'call' && isTrue && test.callee.is === 'member' && asksWhole.test(test.callee.name)) {
    const [item] = test.args
    return item && is(item.value) ? textsIn(context, test.callee.of) : undefined
  }
  if (test.is !== 'operation') return undefined
  const { op, args } = test
  const [a, b, ...more] = args
  if (op === '!' || op === 'not') return a && of(a, !isTrue)
  if (op === '&&' || op === 'and') return isTrue ? first(args, of) : all(args.map((each) => of(each)))
  if (!a || !b || more.length > 0) return undefined
  if (op === (isTrue ? 'in' : 'not in')) return is(a) ? textsIn(context, b) : undefined
  if (!(isTrue ? /^(?:===?|is)$/ : /^(?:!==?|is not)$/).test(op)) return undefined
  if (a.is === 'boolean' || b.is === 'boolean') {
    const [flag, asked] = a.is === 'boolean' ? [a, b] : [b, a]
    return flag.is === 'boolean' ? of(asked, flag.value === isTrue) : undefined
  }
  const other = is(a) ? b : is(b) ? a : undefined
  const constant = other && constantAt(context, other)
  return constant && isTold(constant) ? [constant] : undefined
}

const isTold = ({ value }: ScalarValue): boolean =>
  typeof value === 'number' || (typeof value === 'string' && value !== '')

function textsIn(context: Context, whole: Expr): readonly ScalarValue[] | undefined {
  const among = constantsIn(context, whole)?.map((value) => scalar(value, whole.span))
  return among && among.length > 0 && among.every(isTold) ? among : undefined
}

type Left = readonly ScalarValue[] | undefined

const all = (each: readonly Left[]): Left =>
  each.every((left) => left !== undefined) ? each.flatMap((left) => left ?? []) : undefined

function first(among: readonly Expr[], of: (expr: Expr) => Left): Left {
  for (const each of among) {
    const left = of(each)
    if (left) return left
  }
  return undefined
}
