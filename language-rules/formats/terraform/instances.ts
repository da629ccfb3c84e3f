// https://developer.hashicorp.com/terraform/language/meta-arguments/for_each

import { locate } from '../../../core/document.ts'
import { known, mapKnown, unknown } from '../../../core/known.ts'
import type { Known, Location } from '../../../core/types.ts'
import { bind, evaluate, type Scope } from './evaluate.ts'
import type { Attribute, BlockNode } from './hcl/ast.ts'
import { attributeIn, type In, placeOf, type Root } from './root.ts'
import { alternatives, isList, isObject, lift, object, oneOf, sizeOf, toNumber, toText, type Value } from './value.ts'

/** How many instances a resource block makes. */
export function countOf(block: In<BlockNode>, root: Root): Known<number> {
  const scope: Scope = { root, document: block.document, names: new Map() }
  const count = attributeIn(block.node.items, 'count')
  if (count !== undefined) return numberOf(evaluate(count.value, scope), locate(block.document, count.value.span))
  const each = attributeIn(block.node.items, 'for_each')
  return each === undefined ? known(1, placeOf(block)) : countEach(each, scope)
}

/** How many elements a `for_each` runs over. */
export function countEach(each: Attribute, scope: Scope): Known<number> {
  const at = locate(scope.document, each.value.span)
  return numberOf(
    lift([evaluate(each.value, scope)], at, ([value]) => sizeKnown(value!, at)),
    at,
  )
}

function sizeKnown(value: Value, at: Location): Known<Value> {
  const size = sizeOf(value)
  return size === undefined ? unknown('unsupported', at) : known<Value>(size, at)
}

function numberOf(from: Known<Value>, at: Location): Known<number> {
  const isCount = alternatives(from).every((value) => (toNumber(value) ?? -1) >= 0)
  return isCount ? mapKnown(from, (value) => toNumber(value) ?? 0) : unknown('unsupported', at)
}

/** What a resource's own expressions see: `each` and `count` stand for any of its instances. */
export function resourceScope(block: In<BlockNode>, root: Root): Scope {
  const scope: Scope = { root, document: block.document, names: new Map() }
  const each = attributeIn(block.node.items, 'for_each')
  if (each !== undefined) return bind(scope, { each: anyElement(each, scope) })
  const count = attributeIn(block.node.items, 'count')
  if (count === undefined) return scope
  const at = locate(block.document, count.value.span)
  const number = countOf(block, root)
  const indexes = number.is === 'known' || number.is === 'assumed' ? Math.min(number.value, 17) : 17
  const index = oneOf(
    Array.from({ length: indexes }, (_, i) => known<Value>(i, at)),
    at,
  )
  return bind(scope, { count: known<Value>(object([['index', index]]), at) })
}

/** More instances than this are told by their count alone. */
const mostInstances = 50

/** What the expressions of each instance see, by the index Terraform addresses it with: `["a"]`, `[0]`. */
export function instanceScopes(block: In<BlockNode>, root: Root): readonly (readonly [index: string, scope: Scope])[] {
  const scope: Scope = { root, document: block.document, names: new Map() }
  const each = attributeIn(block.node.items, 'for_each')
  if (each !== undefined) return eachScopes(each, scope)
  const count = attributeIn(block.node.items, 'count')
  const number = count && countOf(block, root)
  if (!number || !('value' in number) || number.value > mostInstances) return []
  const at = locate(block.document, count.value.span)
  return Array.from({ length: number.value }, (_, i) => {
    const index = known<Value>(object([['index', known<Value>(i, at)]]), at)
    return [`[${i}]`, bind(scope, { count: index })] as const
  })
}

function eachScopes(each: Attribute, scope: Scope): readonly (readonly [string, Scope])[] {
  const at = locate(scope.document, each.value.span)
  const all = evaluate(each.value, scope)
  const pairs = 'value' in all ? pairsOf(all.value, at) : []
  const keys = pairs.map(([key]) => ('value' in key ? toText(key.value) : undefined))
  if (pairs.length > mostInstances || keys.includes(undefined)) return []
  return pairs.map(([key, value], i) => {
    const element = object([
      ['key', key],
      ['value', value],
    ])
    return [`[${JSON.stringify(keys[i])}]`, bind(scope, { each: known<Value>(element, at) })] as const
  })
}

/** `{ key, value }` of one element, whichever it is. */
export function anyElement(each: Attribute, scope: Scope): Known<Value> {
  const at = locate(scope.document, each.value.span)
  const pairs = alternatives(evaluate(each.value, scope)).flatMap((value) => pairsOf(value, at))
  const nothing = unknown<Value>('dynamic', at)
  const key =
    pairs.length === 0
      ? nothing
      : oneOf(
          pairs.map((pair) => pair[0]),
          at,
        )
  const value =
    pairs.length === 0
      ? nothing
      : oneOf(
          pairs.map((pair) => pair[1]),
          at,
        )
  return known<Value>(
    object([
      ['key', key],
      ['value', value],
    ]),
    at,
  )
}

/** Keys and values as loops see them. A set's element is its own key; a list's key is its index. */
export function pairsOf(value: Value, at: Location, keyed: 'by-value' | 'by-index' = 'by-value') {
  if (value !== null && isObject(value)) {
    return [...value.entries].map(([key, element]) => [known<Value>(key, at), element] as const)
  }
  if (value === null || !isList(value)) return []
  return value.items.map((element, i) => [keyed === 'by-value' ? element : known<Value>(i, at), element] as const)
}
