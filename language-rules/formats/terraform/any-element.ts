import { known, unknown } from '../../../core/known.ts'
import type { Known, Location } from '../../../core/types.ts'
import { pairsOf } from './instances.ts'
import { isLazy, lazyObject } from './lazy-entries.ts'
import { alternatives, isObject, type ObjectValue, object, oneOf, type Value } from './value.ts'

/** `{ key, value }` of one element of a `for_each`, whichever it is. */
export function anyElement(all: Known<Value>, at: Location): Known<Value> {
  const pairs = alternatives(all).flatMap((value) => pairsOf(value, at))
  const nothing = unknown<Value>(all.is === 'unknown' ? all.why : 'dynamic', at)
  const [key, value] = [0, 1].map((side) =>
    pairs.length === 0
      ? nothing
      : anyOf(
          pairs.map((pair) => pair[side]!),
          at,
        ),
  )
  return known<Value>(
    object([
      ['key', key!],
      ['value', value!],
    ]),
    at,
  )
}

/** Objects of the same keys become one whose entries are any of theirs, so that many may differ in one thing only. */
function anyOf(values: readonly Known<Value>[], at: Location): Known<Value> {
  const objects = values.map((value) => ('value' in value && value.value !== null ? value.value : undefined))
  const [first] = objects
  if (values.length === 1 || first === undefined || !isObject(first)) return oneOf(values, at)
  if (isLazy(first)) return anyLazy(objects, at)
  const keys = [...first.entries.keys()]
  const isSame = objects.every(
    (each) =>
      each !== undefined &&
      isObject(each) &&
      each.entries.size === keys.length &&
      keys.every((key) => each.entries.has(key)),
  )
  if (!isSame) return oneOf(values, at)
  const joined = keys.map((key): [string, Known<Value>] => {
    const all = objects.flatMap((each) => (each !== undefined && isObject(each) ? [each.entries.get(key)!] : []))
    return [key, anyOf(all, at)]
  })
  return known<Value>(object(joined), at)
}

/** Of resources or modules, an entry is asked for by name. */
function anyLazy(objects: readonly (Value | undefined)[], at: Location): Known<Value> {
  const all = objects.filter((each): each is ObjectValue => each !== undefined && each !== null && isObject(each))
  if (all.length < objects.length) return unknown('dynamic', at)
  const get = (name: string) => {
    const found = all.flatMap(({ entries }) => entries.get(name) ?? [])
    return found.length < all.length ? undefined : anyOf(found, at)
  }
  return known<Value>(
    lazyObject(() => [...all[0]!.entries.keys()], get),
    at,
  )
}
