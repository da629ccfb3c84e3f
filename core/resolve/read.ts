import { type Document, locate } from '../document.ts'
import { assumed, known, unknown, valueOf } from '../known.ts'
import type { Expr } from '../module.ts'
import type { Known, Location, Span } from '../types.ts'
import type { Given } from './arguments.ts'
import type { Context } from './context.ts'
import { type Scalar, type ScalarValue, type Value, whyUnknown } from './value.ts'

export type Accept<T extends Scalar> = (value: Scalar) => value is T

export const isText = (value: Scalar): value is string => typeof value === 'string' && value !== ''
export const isNumber = (value: Scalar): value is number => typeof value === 'number'
export const isBoolean = (value: Scalar): value is boolean => typeof value === 'boolean'
export const isTextOrNumber = (value: Scalar): value is string | number => isText(value) || isNumber(value)

/** Where an expression stands in this module: of another one's, where it comes in. */
export const spanOf = (context: Context, expr: Expr): Span => context.foreign.get(expr)?.at ?? expr.span

/** What a parameter is, as far as the source fixes it. Not given: unknown, `absent`. */
export function readGiven<T extends Scalar>(
  context: Context,
  document: Document,
  given: Given,
  accept: Accept<T>,
): Known<T> {
  if (given.state === 'absent') return unknown('absent')
  const values = given.among.flatMap(context.evaluate)
  if (given.state === 'open' || given.among.length === 0) return unknown('dynamic')
  const at = spanOf(context, given.among[0]!)
  const read = readValues(document, values, accept, at)
  return given.state === 'maybe' && (read.is === 'known' || read.is === 'oneOf')
    ? unknown('dynamic', locate(document, at))
    : read
}

/** Every text a parameter may be; empty where one of its values is none. */
export function textsOf(context: Context, given: Given): readonly string[] {
  const values = given.among.flatMap(context.evaluate)
  const texts = values.flatMap((value) => (value.is === 'scalar' && isText(value.value) ? [value.value] : []))
  return texts.length === values.length ? texts : []
}

/** One of several readings: what they have in common, else each of them, else unknown. */
export function readSome<T>(all: readonly Known<T>[]): Known<T> {
  const [first, ...rest] = all
  if (!first) return unknown('absent')
  if (rest.length === 0) return first
  const open = all.find((each) => each.is === 'unknown' || each.is === 'range')
  if (open) return all.every((each) => each.is === 'unknown' && each.why === 'absent') ? first : unknown('dynamic')
  const among = [...new Set(all.flatMap((each) => (each.is === 'oneOf' ? each.among : (valueOf(each) ?? []))))] as T[]
  const { at } = first as Exclude<Known<T>, { is: 'unknown' }>
  return among.length === 1 ? first : { is: 'oneOf', among, at }
}

export function read<T extends Scalar>(context: Context, document: Document, expr: Expr, accept: Accept<T>): Known<T> {
  return readValues(document, context.evaluate(expr), accept, spanOf(context, expr))
}

export function readValues<T extends Scalar>(
  document: Document,
  values: readonly Value[],
  accept: Accept<T>,
  at: Span,
): Known<T> {
  const here = locate(document, at)
  const fits = values.filter((value): value is ScalarValue => value.is === 'scalar' && accept(value.value))
  const empty = values.filter((value) => value.is === 'scalar' && (value.value === null || value.value === ''))
  const others = values.filter((value) => !fits.includes(value as ScalarValue) && !empty.includes(value))
  if (fits.length === 0) return others.length > 0 ? unknown(whyOf(others), here) : nothing(empty, here)
  const among = [...new Set(fits.map((value) => value.value as T))]
  if (others.length > 0) return fallback(document, fits, among, others, here)
  const first = fits[0]!
  if (among.length > 1) return { is: 'oneOf', among, at: here }
  // `None` by default and a constant where it was not given: a caller may still give another.
  const open = fits.some((value) => value.assumed) || empty.some((value) => value.is === 'scalar' && value.assumed)
  const place = locate(document, first.at)
  return open ? withSource(assumed(among[0]!, place, viaOf(first, empty)), first) : known(among[0]!, place, first.via)
}

const withSource = <T>(made: Known<T>, { written }: ScalarValue): Known<T> =>
  written !== undefined && made.is === 'assumed' ? { ...made, written } : made

const viaOf = (value: ScalarValue, empty: readonly Value[]) =>
  value.assumed || empty.length === 0 ? value.via : ((empty[0] as ScalarValue).via ?? value.via)

/** One constant beside what a caller or the environment decides is the code's own default; anything else is not known. */
function fallback<T>(
  document: Document,
  fits: readonly ScalarValue[],
  among: readonly T[],
  others: readonly Value[],
  at: Location,
): Known<T> {
  const outside = others.map((value) => (value.is === 'unknown' ? value.outside : undefined))
  if (among.length > 1 || outside.some((from) => from === undefined)) return unknown(whyOf(others), at)
  return assumed(among[0]!, locate(document, fits[0]!.at), outside[0]!)
}

function nothing<T>(empty: readonly Value[], at: Location): Known<T> {
  const passed = empty.some((value) => value.is === 'scalar' && value.assumed)
  return unknown(passed ? 'dynamic' : 'absent', at)
}

function whyOf(values: readonly Value[]) {
  const all = values.map((value) => whyUnknown(value) ?? 'dynamic')
  return all.find((why) => why !== 'dynamic') ?? 'dynamic'
}
