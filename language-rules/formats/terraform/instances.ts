// https://developer.hashicorp.com/terraform/language/meta-arguments/for_each
import { locate } from '../../../core/document.ts'
import { known, mapKnown, unknown } from '../../../core/known.ts'
import type { Known, Location } from '../../../core/types.ts'
import { anyElement } from './any-element.ts'
import { addressOf, attributeIn, type In, placeOf } from './declarations.ts'
import { bind, evaluate, plainScope, type Scope } from './evaluate.ts'
import type { Attribute, BlockNode } from './hcl/ast.ts'
import type { Module } from './module.ts'
import {
  alternatives,
  isList,
  isObject,
  isOpen,
  lift,
  object,
  oneOf,
  sizeOf,
  toNumber,
  toText,
  type Value,
} from './value.ts'

export interface Instance {
  /** As Terraform addresses it: `["a"]`, `[0]`; empty where there is neither `count` nor `for_each`. */
  readonly index: string
  readonly key: string | number | undefined
  /** What its expressions see. */
  readonly scope: Scope
}

/** The instances of a resource, a data source or a module call. */
export interface Instances {
  readonly keyed: 'once' | 'by-number' | 'by-key'
  readonly count: Known<number>
  /** Stands for any of them. */
  any(): Instance
  /** Undefined where they cannot be told apart, or are too many. */
  each(): readonly Instance[] | undefined
}

/** More instances than this are told by their count alone. */
const mostInstances = 1000

export function instancesOf(block: In<BlockNode>, module: Module): Instances {
  const before = module.instances.get(block.node)
  if (before !== undefined) return before
  const key = `instances of ${addressOf(block.node)}`
  if (module.running.has(key)) return endless(block, module)
  module.running.add(key)
  const made = make(block, module)
  module.running.delete(key)
  module.instances.set(block.node, made)
  return made
}

function make(block: In<BlockNode>, module: Module): Instances {
  const scope = plainScope(module, block.document)
  const each = attributeIn(block.node.items, 'for_each')
  if (each !== undefined) return byKey(each, scope)
  const count = attributeIn(block.node.items, 'count')
  return count === undefined ? single(block, module, known(1, placeOf(block))) : byNumber(count, scope)
}

function single(block: In<BlockNode>, module: Module, count: Known<number>): Instances {
  const one: Instance = { index: '', key: undefined, scope: plainScope(module, block.document) }
  return { keyed: 'once', count, any: () => one, each: () => [one] }
}

/** How many there are rests on how many there are. */
function endless(block: In<BlockNode>, module: Module): Instances {
  const count = unknown<number>('cycle', placeOf(block))
  return { ...single(block, module, count), keyed: 'by-number', each: () => undefined }
}

function byNumber(attribute: Attribute, scope: Scope): Instances {
  const at = locate(scope.document, attribute.value.span)
  const count = numberOf(evaluate(attribute.value, scope), at)
  const withIndex = (index: Known<Value>) => bind(scope, { count: known<Value>(object([['index', index]]), at) })
  const exact = count.is === 'known' || count.is === 'assumed' ? count.value : undefined
  return {
    keyed: 'by-number',
    count,
    any: kept(() => {
      const indexes = Array.from({ length: Math.min(exact ?? 17, 17) }, (_, i) => known<Value>(i, at))
      const index = exact === undefined ? unknown<Value>('limit', at) : oneOf(indexes, at)
      return { index: '', key: undefined, scope: withIndex(index) }
    }),
    each: kept(() =>
      exact === undefined || exact > mostInstances
        ? undefined
        : Array.from({ length: exact }, (_, i) => ({ index: `[${i}]`, key: i, scope: withIndex(known<Value>(i, at)) })),
    ),
  }
}

function byKey(attribute: Attribute, scope: Scope): Instances {
  const at = locate(scope.document, attribute.value.span)
  const all = evaluate(attribute.value, scope)
  return {
    keyed: 'by-key',
    count: sizeKnown(all, at),
    any: kept(() => ({ index: '', key: undefined, scope: bind(scope, { each: anyElement(all, at) }) })),
    each: kept(() => eachByKey(all, scope, at)),
  }
}

function eachByKey(all: Known<Value>, scope: Scope, at: Location): readonly Instance[] | undefined {
  if (!('value' in all) || (sizeOf(all.value) ?? mostInstances + 1) > mostInstances) return undefined
  const found: Instance[] = []
  for (const [key, value] of pairsOf(all.value, at)) {
    const text = 'value' in key ? toText(key.value) : undefined
    if (text === undefined) return undefined
    const element = object([
      ['key', key],
      ['value', value],
    ])
    found.push({
      index: `[${JSON.stringify(text)}]`,
      key: text,
      scope: bind(scope, { each: known<Value>(element, at) }),
    })
  }
  return found
}

/** How many elements a `for_each` runs over. */
export function sizeKnown(all: Known<Value>, at: Location): Known<number> {
  return numberOf(
    lift([all], at, ([value]) => {
      const size = sizeOf(value!)
      if (size !== undefined) return known<Value>(size, at)
      return unknown(isOpen(value!) ? 'dynamic' : 'unsupported', at)
    }),
    at,
  )
}

function numberOf(from: Known<Value>, at: Location): Known<number> {
  if (from.is === 'unknown' && from.at === undefined) return unknown(from.why, at)
  const isCount = alternatives(from).every((value) => {
    const number = toNumber(value) ?? -1
    return number >= 0 && Number.isInteger(number)
  })
  return isCount ? mapKnown(from, (value) => toNumber(value) ?? 0) : unknown('unsupported', at)
}

/** Keys and values as loops see them. A set's element is its own key; a list's key is its index. */
export function pairsOf(value: Value, at: Location, keyed: 'by-value' | 'by-index' = 'by-value') {
  if (value !== null && isObject(value)) {
    return [...value.entries].map(([key, element]) => [known<Value>(key, at), element] as const)
  }
  if (value === null || !isList(value) || isOpen(value)) return []
  return value.items.map((element, i) => [keyed === 'by-value' ? element : known<Value>(i, at), element] as const)
}

function kept<T>(work: () => T): () => T {
  let result: { readonly value: T } | undefined
  return () => {
    result ??= { value: work() }
    return result.value
  }
}
