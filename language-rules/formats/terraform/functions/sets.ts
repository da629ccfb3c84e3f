// https://developer.hashicorp.com/terraform/language/functions/toset
import { known, unknown, valueOf } from '../../../../core/known.ts'
import type { Known, Location } from '../../../../core/types.ts'
import { ownNameOf, type Target, targetOf } from '../target.ts'
import { list, toText, type Value } from '../value.ts'
import { byCodePoint, type FunctionTable, itemsOf, openIn, type TerraformFunction, toJson } from './function.ts'

type Items = readonly Known<Value>[]

/** More pairs than this are no configuration. */
const mostElements = 10_000

/** What tells elements apart: their content, however deep. Of items in which nothing is open. */
const keyOf = (item: Known<Value>) => toJson(valueOf(item) ?? null)

/** The items of every argument; the first that is open, where one is; undefined where an argument is no collection. */
function comparable(args: readonly Value[], at: Location): readonly Items[] | Known<Value> | undefined {
  const all = args.map(itemsOf)
  if (all.length === 0 || all.includes(undefined)) return undefined
  const open = args.map((arg) => openIn(arg, at)).find((one) => one !== undefined)
  return open ?? all.map((items) => items!)
}

const isOpen = (found: readonly unknown[] | Known<Value>): found is Known<Value> => !Array.isArray(found)

/**
 * Each once, where ids that are known only once Terraform runs stand among the items: those of different resources differ. What is open
 * where it cannot be told.
 */
function distinctIds(items: Items, at: Location): Items | Known<Value> {
  const others = items.filter((item) => ownNameOf(item) === undefined)
  const open = openIn(list(others), at)
  if (open !== undefined) return open
  const kept = new Set(unique(others))
  const ids = new Map<Target, Known<Value>>()
  for (const item of items) {
    const name = ownNameOf(item)
    if (name === undefined) continue
    const target = targetOf(item)!
    const before = ids.get(target)
    // An id may be the arn.
    if (before !== undefined && ownNameOf(before) !== name) return item
    if (before === undefined) kept.add(item)
    ids.set(target, item)
  }
  return items.filter((item) => kept.delete(item))
}

const onItems =
  (apply: (items: Items, at: Location) => Known<Value>): TerraformFunction =>
  (args, at) => {
    const lists = args.map(itemsOf)
    if (lists.length === 0 || lists.includes(undefined)) return undefined
    const found = distinctIds(
      lists.flatMap((items) => items!),
      at,
    )
    return isOpen(found) ? found : apply(found, at)
  }

const onContent =
  (apply: (lists: readonly Items[], at: Location) => Known<Value> | undefined): TerraformFunction =>
  (args, at) => {
    const found = comparable(args, at)
    if (found === undefined || isOpen(found)) return found
    return apply(found, at)
  }

function unique(items: Items): Items {
  const byKey = new Map<string, Known<Value>>()
  for (const item of items) if (!byKey.has(keyOf(item))) byKey.set(keyOf(item), item)
  return [...byKey.values()]
}

/** Of items that are there once. A set has no order of its own: texts and numbers are told in theirs, as Terraform goes through them. */
function asSet(items: Items, at: Location): Known<Value> {
  const order = (a: Known<Value>, b: Known<Value>) => {
    const [left, right] = [valueOf(a) ?? null, valueOf(b) ?? null]
    if (typeof left === 'number' && typeof right === 'number') return left - right
    return byCodePoint(toText(left) ?? '', toText(right) ?? '')
  }
  return known<Value>(list([...items].sort(order)), at)
}

const keysIn = (items: Items) => new Set(items.map(keyOf))

export const sets: FunctionTable = {
  contains: ([value, wanted], at) => {
    const items = itemsOf(value)
    if (items === undefined || wanted === undefined) return undefined
    const key = openIn(wanted, at) === undefined ? toJson(wanted) : undefined
    const closed = items.filter((item) => valueOf(item) !== undefined && openIn(valueOf(item)!, at) === undefined)
    if (key !== undefined && closed.some((item) => keyOf(item) === key)) return known<Value>(true, at)
    return openIn(value!, at) ?? openIn(wanted, at) ?? known<Value>(false, at)
  },
  distinct: ([items], at) => onItems((each) => known<Value>(list(each), at))([items!], at, undefined),
  index: ([value, wanted], at) => {
    const items = itemsOf(value)
    if (items === undefined || wanted === undefined) return undefined
    const open = openIn(value!, at) ?? openIn(wanted, at)
    if (open !== undefined) return open
    const found = items.findIndex((item) => keyOf(item) === toJson(wanted))
    return found < 0 ? undefined : known<Value>(found, at)
  },
  matchkeys: onContent(([values, keys, wanted], at) => {
    if (values === undefined || keys === undefined || wanted === undefined) return undefined
    if (values.length !== keys.length) return undefined
    const searched = keysIn(wanted)
    return known<Value>(list(values.filter((_, i) => searched.has(keyOf(keys[i]!)))), at)
  }),
  setintersection: onContent(([first, ...others], at) => {
    const inAll = others.map(keysIn)
    return asSet(
      unique(first!).filter((item) => inAll.every((keys) => keys.has(keyOf(item)))),
      at,
    )
  }),
  setproduct: (args, at) => {
    const lists = args.map(itemsOf)
    if (lists.length < 2 || lists.includes(undefined)) return undefined
    if (lists.reduce((count, items) => count * items!.length, 1) > mostElements) return unknown('limit', at)
    const pairs = lists.reduce<Items[]>(
      (begun, items) => begun.flatMap((one) => items!.map((item) => [...one, item])),
      [[]],
    )
    return known<Value>(list(pairs.map((pair) => known<Value>(list(pair), at))), at)
  },
  setsubtract: onContent(([from, taken], at) => {
    if (from === undefined || taken === undefined) return undefined
    const gone = keysIn(taken)
    return asSet(
      unique(from).filter((item) => !gone.has(keyOf(item))),
      at,
    )
  }),
  setunion: onItems(asSet),
  toset: ([value], at) => (value === null ? known<Value>(null, at) : onItems(asSet)([value!], at, undefined)),
}
