import type { Expr } from '../module.ts'
import { joined } from './containers.ts'
import type { Context } from './context.ts'
import { elementsOf, longest } from './data.ts'
import {
  type ListExpr,
  type Scalar,
  type ScalarValue,
  type SymbolValue,
  scalar,
  unknownValue,
  type Value,
  whyUnknown,
} from './value.ts'

/** More combinations of alternatives than this are not told apart. */
const most = 24

/** Texts longer than this are not put together: nothing a price depends on is as long. */
const longestText = 1_000_000

/**
 * A template whose every piece is constant, in each combination of what its holes may hold. What nobody has given yet, a field that is
 * `None` to begin with, is no piece of a text.
 */
export function evaluateText(context: Context, expr: Extract<Expr, { is: 'text' }>): readonly Value[] {
  const pieces = expr.parts.map((part) =>
    typeof part === 'string' ? [scalar(part, expr.span)] : context.evaluate(part),
  )
  return combine(pieces, expr, (values) => (values.includes(null) ? undefined : values.map(String).join('')))
}

type Operation = Extract<Expr, { is: 'operation' }>

/** What one runs is run through all of `prompt | model | parser`: each of them may be what a method is called on. */
export function evaluateOperation(context: Context, expr: Operation): readonly Value[] {
  const args = expr.args.map(context.evaluate)
  if (expr.op === '+') {
    const lists = args.map((values) => (values.length === 1 && values[0]!.is === 'data' ? values[0]!.expr : undefined))
    if (lists.every((list): list is ListExpr => list?.is === 'list')) {
      const items = lists.flatMap((list) => list.items)
      if (items.length > longest) return [unknownValue('limit', expr.span)]
      return [{ is: 'data', expr: { is: 'list', items, span: expr.span } }]
    }
  }
  const whole = expr.op === '|' && context.module.language === 'python' ? joined(args, expr.args, expr) : undefined
  if (whole) return whole
  const stages = expr.op === '|' ? stagesIn(context, withNext(args)) : []
  if (stages.length > 0) return pipeline(stages)
  if (expr.op === '&&' || expr.op === 'and') return lastIfAll(args, expr)
  const compares = comparing[expr.op]
  if (compares) return combine(besideNothing(args), expr, ([a, b]) => (args.length > 2 ? undefined : compares(a!, b!)))
  if (expr.op === 'in' || expr.op === 'not in') return among(context, expr, args)
  if (expr.op === '!' || expr.op === 'not') return combine(args, expr, ([value]) => !value)
  return combine(args, expr, (values) => compute(expr.op, values))
}

/** The stages one after the other, each told where nobody can say what comes next. */
export const withNext = (stages: readonly (readonly Value[])[]): readonly Value[] =>
  stages.flatMap((values, at) => {
    const next = stages[at + 1]
    if (!next || next.length === 0 || !next.every((value) => value.is === 'unknown')) return values
    return values.map((value) => (value.is === 'symbol' ? { ...value, before: 'unknown' as const } : value))
  })

/** `key && new OpenAI({ key })`: the last, or nothing where one before it may not hold. */
function lastIfAll(args: readonly (readonly Value[])[], expr: Expr): readonly Value[] {
  const before = args.slice(0, -1)
  const stops = before.find((values) =>
    values.every((value) => value.is === 'scalar' && !value.assumed && !value.value),
  )
  if (stops) return stops
  const holds = before.flat().every((value) => value.is === 'scalar' && !value.assumed && value.value)
  return holds ? args.at(-1)! : [...args.at(-1)!, scalar(null, expr.span)]
}

/** What a pipeline is put together from: things an SDK may have made, also where several run side by side in a record. */
export function stagesIn(context: Context, values: readonly Value[], depth = 0): readonly SymbolValue[] {
  return values.flatMap((value): readonly SymbolValue[] => {
    if (value.is === 'symbol') return value.global ? [] : [value]
    if (value.is !== 'data' || value.expr.is !== 'record' || depth > 2) return []
    return value.expr.entries.flatMap((entry) => {
      const inside = stagesIn(context, context.evaluate(entry.value), depth + 1)
      const { name } = entry
      return name === undefined ? inside : inside.map((each) => ({ ...each, under: name }))
    })
  })
}

/** Each of them knows the others: a prompt is sent by the model that follows it. */
export function pipeline(found: readonly SymbolValue[]): readonly SymbolValue[] {
  const kept = found.slice(0, most)
  const stages = kept.map(({ stages: _, ...bare }): SymbolValue => bare)
  return kept.map((value) => ({ ...value, stages }))
}

function combine(
  pieces: readonly (readonly Value[])[],
  expr: Expr,
  join: (values: readonly Scalar[]) => Scalar | undefined,
): readonly Value[] {
  const open = pieces.flat().find((value) => value.is !== 'scalar')
  if (open) return [open.is === 'unknown' ? open : unknownValue(whyUnknown(open) ?? 'dynamic', expr.span)]
  if (pieces.reduce((product, values) => product * values.length, 1) > most) return [unknownValue('limit', expr.span)]
  let rows: readonly (readonly ScalarValue[])[] = [[]]
  for (const values of pieces) rows = rows.flatMap((row) => values.map((value) => [...row, value as ScalarValue]))
  return rows.map((row) => {
    const value = join(row.map((piece) => piece.value))
    if (typeof value === 'string' && value.length > longestText) return unknownValue('limit', expr.span)
    if (value === undefined) return unknownValue('dynamic', expr.span)
    const weakest = row.find((piece) => piece.assumed) ?? row.find((piece) => piece.via !== 'literal')
    return scalar(value, expr.span, weakest?.via ?? 'literal', weakest?.assumed ?? false)
  })
}

/** `"/" in model`, `provider in ("openai", "azure")`: of a text, and of a list whose items are all known. */
function among(context: Context, expr: Operation, [item, whole]: readonly (readonly Value[])[]): readonly Value[] {
  const list = whole?.length === 1 && whole[0]!.is === 'data' ? elementsOf(context, expr.args[1]!) : undefined
  const items = list?.flatMap(context.evaluate)
  const known = items?.every((value): value is ScalarValue => value.is === 'scalar') ? items : undefined
  const is = (found: boolean) => found === (expr.op === 'in')
  if (known) return combine([item ?? []], expr, ([one]) => is(known.some(({ value }) => value === one)))
  return combine([item ?? [], whole ?? []], expr, ([one, text]) =>
    typeof one === 'string' && typeof text === 'string' ? is(text.includes(one)) : undefined,
  )
}

/** A list or a record that is compared with nothing is something. */
const besideNothing = (args: readonly (readonly Value[])[]): readonly (readonly Value[])[] =>
  args.some((values) => values.every((value) => value.is === 'scalar' && value.value === null))
    ? args.map((values) => values.map((value) => (value.is === 'data' ? scalar(true, value.expr.span) : value)))
    : args

type Compare = (a: Scalar, b: Scalar) => boolean

const same: Compare = (a, b) => a === b
const differ: Compare = (a, b) => a !== b
const comparing: Readonly<Record<string, Compare>> = {
  '==': same,
  '===': same,
  is: same,
  '!=': differ,
  '!==': differ,
  'is not': differ,
}

function compute(op: string, values: readonly Scalar[]): Scalar | undefined {
  if (op === '+' && values.every((value) => typeof value === 'string')) return values.join('')
  if (op === '%' && typeof values[0] === 'string') return filled(values[0], values.slice(1))
  const numbers = values.filter((value) => typeof value === 'number')
  if (numbers.length < values.length || numbers.length === 0) return undefined
  if (numbers.length === 1) return op === '-' ? -numbers[0]! : op === '+' ? numbers[0] : undefined
  const apply = arithmetic[op]
  return apply ? numbers.reduce(apply) : undefined
}

/** `"gpt-%s" % version` */
function filled(text: string, [given, ...more]: readonly Scalar[]): string | undefined {
  const [before, after, ...others] = text.split(/%[sd]/)
  const isOne = after !== undefined && others.length + more.length === 0 && !`${before}${after}`.includes('%')
  return isOne && given !== null ? `${before}${given}${after}` : undefined
}

const arithmetic: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '**': (a, b) => a ** b,
  '<<': (a, b) => a * 2 ** b,
  '/': (a, b) => a / b,
  '//': (a, b) => Math.floor(a / b),
}
