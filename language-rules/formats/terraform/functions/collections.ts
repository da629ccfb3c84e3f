// https://developer.hashicorp.com/terraform/language/functions
import { known, unknown, valueOf } from '../../../../core/known.ts'
import type { Known, Location } from '../../../../core/types.ts'
import type { TerraformFunction } from '../functions.ts'
import {
  isList,
  isObject,
  type ListValue,
  list,
  type ObjectValue,
  object,
  sizeOf,
  toNumber,
  toText,
  type Value,
} from '../value.ts'

const lists = (args: readonly Value[]): readonly ListValue[] | undefined => {
  const all = args.filter((arg) => arg !== null && isList(arg))
  return all.length === args.length ? all : undefined
}

const objects = (args: readonly Value[]): readonly ObjectValue[] | undefined => {
  const all = args.filter((arg) => arg !== null && isObject(arg))
  const others = args.filter((arg) => arg !== null && !isObject(arg))
  return others.length === 0 ? all : undefined
}

const onList =
  (apply: (items: readonly Known<Value>[], at: Location) => Known<Value> | undefined): TerraformFunction =>
  ([value], at) =>
    value !== undefined && value !== null && isList(value) ? apply(value.items, at) : undefined

/** The elements' values; the first unknown element where there is one. */
function plain(items: readonly Known<Value>[]): readonly Value[] | Known<Value> {
  const values: Value[] = []
  for (const item of items) {
    const value = valueOf(item)
    if (value === undefined) return item.is === 'unknown' ? item : unknown('dynamic')
    values.push(value)
  }
  return values
}

const isPlain = (values: readonly Value[] | Known<Value>): values is readonly Value[] => Array.isArray(values)

/** Each value once. Lists and objects in it are compared by identity. */
const distinct = onList((items, at) => {
  const values = plain(items)
  if (!isPlain(values)) return values
  return known<Value>(list(items.filter((_, i) => values.indexOf(values[i]!) === i)), at)
})

const flatten = (items: readonly Known<Value>[], depth: number): readonly Known<Value>[] | undefined => {
  if (depth > 20) return undefined
  const flat: Known<Value>[] = []
  for (const item of items) {
    if (item.is === 'unknown') return undefined
    const value = valueOf(item)
    const inner = value !== undefined && value !== null && isList(value) ? flatten(value.items, depth + 1) : [item]
    if (inner === undefined || flat.length + inner.length > 10_000) return undefined
    for (const one of inner) flat.push(one)
  }
  return flat
}

const same: TerraformFunction = ([value], at) => (value === undefined ? undefined : known<Value>(value, at))

export const collections: Readonly<Record<string, TerraformFunction>> = {
  length: ([value], at) => {
    const size = typeof value === 'string' ? [...value].length : sizeOf(value ?? null)
    return size === undefined ? undefined : known<Value>(size, at)
  },
  concat: (args, at) => {
    const all = lists(args)
    return all && known<Value>(list(all.flatMap((one) => one.items)), at)
  },
  merge: (args, at) => {
    const all = objects(args)
    return all && known<Value>(object(all.flatMap((one) => [...one.entries])), at)
  },
  lookup: ([map, key, otherwise], at) => {
    const name = toText(key ?? null)
    if (map === undefined || map === null || !isObject(map) || name === undefined) return undefined
    return map.entries.get(name) ?? (otherwise === undefined ? unknown('absent', at) : known<Value>(otherwise, at))
  },
  element: ([value, index]) => {
    const at = toNumber(index ?? null)
    if (value === undefined || value === null || !isList(value) || at === undefined) return undefined
    return value.items[at % value.items.length]
  },
  keys: ([value], at) =>
    value !== undefined && value !== null && isObject(value)
      ? known<Value>(list([...value.entries.keys()].sort().map((key) => known<Value>(key, at))), at)
      : undefined,
  values: ([value], at) =>
    value !== undefined && value !== null && isObject(value)
      ? known<Value>(list([...value.entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)), at)
      : undefined,
  contains: ([value, wanted], at) => {
    if (value === undefined || value === null || !isList(value)) return undefined
    const values = plain(value.items)
    return isPlain(values) ? known<Value>(values.includes(wanted ?? null), at) : values
  },
  join: ([separator, value], at) => {
    if (typeof separator !== 'string' || value === undefined || value === null || !isList(value)) return undefined
    const values = plain(value.items)
    if (!isPlain(values)) return values
    const texts = values.map(toText)
    return texts.includes(undefined) ? undefined : known<Value>(texts.join(separator), at)
  },
  split: ([separator, text], at) =>
    typeof separator === 'string' && typeof text === 'string'
      ? known<Value>(list(text.split(separator).map((part) => known<Value>(part, at))), at)
      : undefined,
  range: (args, at) => {
    const numbers = args.map(toNumber)
    const [start, end, step] = numbers.length === 1 ? [0, numbers[0], 1] : [numbers[0], numbers[1], numbers[2] ?? 1]
    if (start === undefined || end === undefined || !(step > 0) || (end - start) / step > 1000) return undefined
    const items = Array.from({ length: Math.max(0, Math.ceil((end - start) / step)) }, (_, i) => start + i * step)
    return known<Value>(list(items.map((item) => known<Value>(item, at))), at)
  },
  compact: onList((items, at) => {
    const values = plain(items)
    if (!isPlain(values)) return values
    return known<Value>(list(items.filter((_, i) => values[i] !== null && values[i] !== '')), at)
  }),
  flatten: onList((items, at) => {
    const flat = flatten(items, 0)
    return flat === undefined ? unknown('dynamic', at) : known<Value>(list(flat), at)
  }),
  sum: onList((items, at) => {
    const values = plain(items)
    if (!isPlain(values)) return values
    const numbers = values.map(toNumber)
    const total = numbers.reduce<number>((sum, number) => sum + (number ?? Number.NaN), 0)
    return Number.isFinite(total) ? known<Value>(total, at) : undefined
  }),
  one: onList((items, at) => (items.length > 1 ? undefined : (items[0] ?? known<Value>(null, at)))),
  reverse: onList((items, at) => known<Value>(list([...items].reverse()), at)),
  distinct,
  toset: distinct,
  tolist: same,
  tomap: same,
}
