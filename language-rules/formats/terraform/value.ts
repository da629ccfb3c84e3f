import { known, unknown } from '../../../core/known.ts'
import type { Fact, Known, Location, Via, Why } from '../../../core/types.ts'
import { carry, common, madeOf } from './target.ts'

/** What an expression comes to. Elements are `Known` each, so that one unknown tag does not hide the others. */
export type Value = string | number | boolean | null | ListValue | ObjectValue

/** A list, a tuple or a set. */
export interface ListValue {
  readonly kind: 'list'
  readonly items: readonly Known<Value>[]
  /** It may go on after these. Only what asks for one of them, or for so many, is answered. */
  readonly open?: true
}

/** An object or a map. */
export interface ObjectValue {
  readonly kind: 'object'
  readonly entries: ReadonlyMap<string, Known<Value>>
}

export const list = (items: readonly Known<Value>[]): ListValue => ({ kind: 'list', items })
export const object = (entries: Iterable<readonly [string, Known<Value>]>): ObjectValue => ({
  kind: 'object',
  entries: new Map(entries),
})

export const isList = (value: Value): value is ListValue => typeof value === 'object' && value?.kind === 'list'
export const isObject = (value: Value): value is ObjectValue => typeof value === 'object' && value?.kind === 'object'

/** Values Terraform would end with an error instead of; with a list or an object, where a part of it is one. */
const failures = new WeakSet<object>()

/** What Terraform cannot work out whatever it is given: `try` goes on to its next argument. */
export const failed = <T extends Value>(why: Why, at: Location | undefined): Known<T> => markFailed(unknown<T>(why, at))

export function markFailed<T>(value: Known<T>): Known<T> {
  failures.add(value)
  return value
}

export const fails = (value: Known<unknown>): boolean => failures.has(value)

/** A list or an object; it fails where a part of it does, and the other parts are still known. */
export function withParts(value: ListValue | ObjectValue, at: Location): Known<Value> {
  const whole = known<Value>(value, at)
  const parts = value.kind === 'list' ? value.items : [...value.entries.values()]
  return parts.some(fails) ? markFailed(whole) : whole
}

export const isOpen = (value: Value): boolean => value !== null && isList(value) && value.open === true

/** More alternatives than this are no answer any more. */
const mostAlternatives = 16

/** Longer strings and lists than a person writes; a doubling local must not fill the memory. */
const longest = 10_000

/**
 * Applies `to` to every combination of what the arguments may be. The first unknown argument decides; the result is
 * assumed where an argument is, and reached the way the first argument did that is not a literal.
 */
export function lift(
  args: readonly Known<Value>[],
  at: Location,
  to: (values: readonly Value[]) => Known<Value>,
): Known<Value> {
  const missing = args.find((arg) => arg.is === 'unknown')
  if (missing !== undefined) return madeOf(missing)
  if (args.every(isSingle)) return inherit(limited(to(args.map((arg) => arg.value)), at), args)
  let combinations: readonly (readonly Value[])[] = [[]]
  for (const arg of args) {
    const options = alternatives(arg)
    if (combinations.length * options.length > mostAlternatives) return unknown('limit', at)
    combinations = combinations.flatMap((begun) => options.map((option) => [...begun, option]))
  }
  const results = combinations.map((values) => inherit(limited(to(values), at), args))
  // Of one it fails and of another not: `try` may not go on, as each has to be asked alone.
  if (results.some(fails) && !results.every(fails)) return unknown('limit', at)
  return oneOf(results, at)
}

function limited(result: Known<Value>, at: Location): Known<Value> {
  if (result.is !== 'known' && result.is !== 'assumed') return result
  const { value } = result
  const size = typeof value === 'string' ? value.length / 10 : value !== null && isList(value) ? value.items.length : 0
  return size > longest ? unknown('limit', at) : result
}

type Single = Extract<Known<Value>, { is: 'known' | 'assumed' }>
const isSingle = (arg: Known<Value>): arg is Single => arg.is === 'known' || arg.is === 'assumed'

function inherit(result: Known<Value>, args: readonly Known<Value>[]): Known<Value> {
  if (result.is !== 'known') return result
  const isAssumed = args.some((arg) => arg.is === 'assumed')
  const via = result.via === 'literal' ? (args.map(viaOf).find((way) => way !== 'literal') ?? 'literal') : result.via
  return isAssumed || via !== result.via
    ? carry(result, { ...result, is: isAssumed ? 'assumed' : 'known', via })
    : result
}

const viaOf = (from: Known<Value>): Via => (from.is === 'known' || from.is === 'assumed' ? from.via : 'literal')

/** What it may be; empty where it is unknown. */
export function alternatives(from: Known<Value>): readonly Value[] {
  if (from.is === 'known' || from.is === 'assumed') return [from.value]
  return from.is === 'oneOf' ? from.among : []
}

/** One of several results: the one where they are equal, unknown where one of them is. */
export function oneOf(results: readonly Known<Value>[], at: Location): Known<Value> {
  const missing = results.find((result) => result.is === 'unknown')
  if (missing !== undefined) return common(results, fails(missing) && !results.every(fails) ? { ...missing } : missing)
  const among = [...new Set(results.flatMap(alternatives))]
  if (among.length === 1) return results[0]!.is === 'oneOf' ? known(among[0]!, at) : results[0]!
  return among.length > mostAlternatives || among.length === 0 ? unknown('limit', at) : { is: 'oneOf', among, at }
}

/** The value as it was reached through a variable or a local; where it is written stays. */
export function reachedVia(from: Known<Value>, via: Via): Known<Value> {
  return (from.is === 'known' || from.is === 'assumed') && from.via === 'literal' ? carry(from, { ...from, via }) : from
}

/**
 * A single fact. `null` and an empty text are as good as not written: unknown, absent, nowhere. Providers cannot tell the one
 * from the other: https://github.com/hashicorp/terraform-plugin-sdk/issues/741
 */
export function toFact(from: Known<Value>): Known<Fact> {
  const isFact = (value: Value): value is Fact => value !== null && typeof value !== 'object'
  switch (from.is) {
    case 'known':
    case 'assumed':
      if (from.value === null || from.value === '') return unknown('absent')
      return isFact(from.value) ? { ...from, value: from.value } : unknown('unsupported', from.at)
    case 'oneOf':
      return from.among.every(isFact) ? { ...from, among: from.among.filter(isFact) } : unknown('dynamic', from.at)
    case 'range':
      return unknown('unsupported', from.at)
    case 'unknown':
      return from
  }
}

/** The members of a list, a set or a map, each a fact of its own. `null` is as good as not written. */
export function toList(from: Known<Value>): Known<readonly Known<Fact>[]> {
  if (from.is === 'unknown') return from
  if (from.is === 'range') return unknown('unsupported', from.at)
  if (from.is === 'oneOf') {
    const among = from.among.map(membersOf)
    return among.every((each) => each !== undefined)
      ? { is: 'oneOf', among: among.filter((each) => each !== undefined), at: from.at }
      : unknown('unsupported', from.at)
  }
  if (from.value === null) return unknown('absent')
  const members = membersOf(from.value)
  return members === undefined ? unknown('unsupported', from.at) : { ...from, value: members }
}

function membersOf(value: Value): readonly Known<Fact>[] | undefined {
  if (value === null || typeof value !== 'object' || isOpen(value)) return undefined
  return (isList(value) ? value.items : [...value.entries.values()]).map(toFact)
}

/** As Terraform converts it: `"2"` where a number is wanted. */
export function toNumber(value: Value): number | undefined {
  if (typeof value === 'number') return value
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined
}

export function toText(value: Value): string | undefined {
  if (value === null || typeof value === 'object') return undefined
  return typeof value === 'number' ? numberText(value) : String(value)
}

/** Terraform writes no exponent. */
function numberText(number: number): string {
  const text = String(number)
  if (!text.includes('e')) return text
  const [digits = '', exponent] = text.split('e')
  const decimals = Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent))
  return Math.abs(number) < 1 ? number.toFixed(Math.min(100, decimals)) : BigInt(number).toString()
}

export function toBoolean(value: Value): boolean | undefined {
  if (value === true || value === 'true') return true
  return value === false || value === 'false' ? false : undefined
}

/** How many elements a `for_each`, or `length`, counts. */
export function sizeOf(value: Value): number | undefined {
  if (value === null || typeof value !== 'object' || isOpen(value)) return undefined
  return value.kind === 'list' ? value.items.length : value.entries.size
}
