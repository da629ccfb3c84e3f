import { known, unknown, valueOf } from '../../../../core/known.ts'
import type { Known, Location } from '../../../../core/types.ts'
import { isSurelyThere } from '../target.ts'
import { failed, isList, lift, list, object, sizeOf, toBoolean, toNumber, toText, type Value } from '../value.ts'
import {
  byCodePoint,
  charactersOf,
  entriesOf,
  type FunctionTable,
  itemsOf,
  type TerraformFunction,
} from './function.ts'

type Items = readonly Known<Value>[]

const onList =
  (apply: (items: Items, at: Location) => Known<Value> | undefined): TerraformFunction =>
  ([value], at) => {
    const items = itemsOf(value)
    return items && apply(items, at)
  }

const made = (items: Items, at: Location) => known<Value>(list(items), at)

/** Every element known: `to` of their values. One of several: `to` of each combination. */
const eachKnown = (items: Items, at: Location, to: (values: readonly Value[]) => Known<Value> | undefined) =>
  lift(items, at, (values) => to(values) ?? failed('unsupported', at))

const flatten = (items: Items, depth: number): Items | Known<Value> => {
  const flat: Known<Value>[] = []
  for (const item of items) {
    if (item.is === 'unknown') return item
    const inner = itemsOf(valueOf(item))
    const parts = inner === undefined ? [item] : depth > 20 ? undefined : flatten(inner, depth + 1)
    if (parts === undefined || flat.length > 10_000) return unknown('limit')
    if (!Array.isArray(parts)) return parts as Known<Value>
    for (const one of parts as Items) flat.push(one)
  }
  return flat
}

/** From `start`, by `step`, up to `limit`; Terraform itself stops at 1,024. */
function range(numbers: readonly number[], at: Location): Known<Value> | undefined {
  const [start, limit] = numbers.length === 1 ? [0, numbers[0]!] : [numbers[0]!, numbers[1]!]
  const step = numbers[2] ?? (limit < start ? -1 : 1)
  if (step === 0 || numbers.length === 0 || numbers.length > 3) return undefined
  const count = Math.max(0, Math.ceil((limit - start) / step))
  if (count > 1024) return undefined
  return made(
    Array.from({ length: count }, (_, i) => known<Value>(start + i * step, at)),
    at,
  )
}

/** The first list with an element: one before it that is not known might be it. */
const coalescelist: TerraformFunction = (args, at) => {
  const found = args.find((arg) => (itemsOf(arg)?.length ?? 0) > 0)
  return found === undefined ? undefined : known<Value>(found, at)
}

const elementAt: TerraformFunction = ([value, index]) => {
  const [items, at] = [itemsOf(value), toNumber(index ?? null)]
  if (items === undefined || items.length === 0 || at === undefined || !Number.isInteger(at)) return undefined
  return items[((at % items.length) + items.length) % items.length]
}

const slice: TerraformFunction = ([value, from, to], at) => {
  const [items, start, end] = [itemsOf(value), toNumber(from ?? null), toNumber(to ?? null)]
  if (items === undefined || start === undefined || end === undefined) return undefined
  return start < 0 || start > end || end > items.length ? undefined : made(items.slice(start, end), at)
}

const zipmap: TerraformFunction = ([keys, values], at) => {
  const [names, items] = [itemsOf(keys), itemsOf(values)]
  if (names === undefined || items === undefined || names.length !== items.length) return undefined
  return eachKnown(names, at, (known_) => {
    const texts = known_.map(toText)
    if (texts.includes(undefined)) return undefined
    return known<Value>(object(texts.map((text, i) => [text!, items[i]!] as const)), at)
  })
}

const chunklist: TerraformFunction = ([value, size], at) => {
  const [items, length] = [itemsOf(value), toNumber(size ?? null)]
  if (items === undefined || length === undefined || length < 0 || !Number.isInteger(length)) return undefined
  const by = length === 0 ? Math.max(1, items.length) : length
  const count = Math.ceil(items.length / by)
  return made(
    Array.from({ length: count }, (_, i) => made(items.slice(i * by, (i + 1) * by), at)),
    at,
  )
}

const transpose: TerraformFunction = ([value], at) => {
  const entries = entriesOf(value)
  if (entries === undefined) return undefined
  const names = [...entries.keys()].sort(byCodePoint)
  return lift(
    names.map((name) => entries.get(name)!),
    at,
    (lists) => {
      const all = lists.map((one) => (one !== null && isList(one) ? one.items.map((item) => valueOf(item)) : undefined))
      const keys = new Set(all.flatMap((texts) => texts ?? [undefined]).map((text) => toText(text ?? null)))
      if (keys.has(undefined)) return unknown('dynamic', at)
      const holders = (key: string) => names.filter((_, i) => all[i]!.some((text) => toText(text ?? null) === key))
      const swapped = [...keys].map((key) => key!).sort(byCodePoint)
      const text = (name: string) => known<Value>(name, at)
      return known<Value>(object(swapped.map((key) => [key, made(holders(key).map(text), at)] as const)), at)
    },
  )
}

const truth = (found: boolean, otherwise: boolean) =>
  onList((items, at) => {
    const decides = items.some((item) => toBoolean(valueOf(item) ?? null) === found)
    if (decides) return known<Value>(found, at)
    return eachKnown(items, at, (values) =>
      values.some((value) => value !== null && toBoolean(value) === undefined)
        ? undefined
        : known<Value>(values.includes(null) ? false : otherwise, at),
    )
  })

export const collections: FunctionTable = {
  alltrue: truth(false, true),
  anytrue: truth(true, false),
  chunklist,
  coalescelist,
  compact: onList((items, at) => {
    const others = items.filter((item) => !isSurelyThere(item))
    return eachKnown(others, at, (values) => {
      const gone = new Set(others.filter((_, i) => values[i] === null || values[i] === ''))
      return made(
        items.filter((item) => !gone.has(item)),
        at,
      )
    })
  }),
  concat: (args, at) => {
    const all = args.map(itemsOf)
    return all.includes(undefined)
      ? undefined
      : made(
          all.flatMap((items) => items!),
          at,
        )
  },
  element: elementAt,
  flatten: onList((items, at) => {
    const flat = flatten(items, 0)
    return Array.isArray(flat) ? made(flat, at) : (flat as Known<Value>)
  }),
  keys: ([value], at) => {
    const entries = entriesOf(value)
    return (
      entries &&
      made(
        [...entries.keys()].sort(byCodePoint).map((key) => known<Value>(key, at)),
        at,
      )
    )
  },
  length: ([value], at) => {
    const size = typeof value === 'string' ? charactersOf(value).length : sizeOf(value ?? null)
    return size === undefined ? undefined : known<Value>(size, at)
  },
  merge: (args, at) => {
    const all = args.filter((arg) => arg !== null).map(entriesOf)
    return all.includes(undefined) ? undefined : known<Value>(object(all.flatMap((entries) => [...entries!])), at)
  },
  one: onList((items, at) => (items.length > 1 ? undefined : (items[0] ?? known<Value>(null, at)))),
  range: (args, at) => {
    const numbers = args.map(toNumber)
    return numbers.includes(undefined)
      ? undefined
      : range(
          numbers.map((number) => number!),
          at,
        )
  },
  reverse: onList((items, at) => made([...items].reverse(), at)),
  slice,
  sort: onList((items, at) =>
    eachKnown(items, at, (values) => {
      const texts = values.map(toText)
      if (texts.includes(undefined)) return undefined
      const sorted = texts.map((text) => text!).sort(byCodePoint)
      return made(
        sorted.map((text) => known<Value>(text, at)),
        at,
      )
    }),
  ),
  sum: onList((items, at) =>
    eachKnown(items, at, (values) => {
      const numbers = values.map(toNumber)
      if (numbers.length === 0 || numbers.includes(undefined)) return undefined
      return known<Value>(
        numbers.reduce<number>((total, number) => total + number!, 0),
        at,
      )
    }),
  ),
  transpose,
  values: ([value], at) => {
    const entries = entriesOf(value)
    return (
      entries &&
      made(
        [...entries.keys()].sort(byCodePoint).map((key) => entries.get(key)!),
        at,
      )
    )
  },
  zipmap,
}
