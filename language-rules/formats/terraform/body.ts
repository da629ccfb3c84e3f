import { locate } from '../../../core/document.ts'
import type { NestedBlock } from '../../../core/format.ts'
import { known, unknown } from '../../../core/known.ts'
import type { BlockSource, Known, Location } from '../../../core/types.ts'
import { anyElement } from './any-element.ts'
import { attributeIn, blocksIn, type In } from './declarations.ts'
import { bind, evaluate, type Scope } from './evaluate.ts'
import { declaredIn, givenIn } from './given.ts'
import type { BlockNode, BodyItem } from './hcl/ast.ts'
import { pairsOf, sizeKnown } from './instances.ts'
import { partsOfPath } from './path.ts'
import { isObject, lift, object, sizeOf, toFact, toList, type Value } from './value.ts'

/** A body with the scope its expressions stand in: of a resource, of a nested block, of what a `dynamic` makes. */
interface Body {
  readonly items: readonly BodyItem[]
  readonly scope: Scope
  readonly count: Known<number>
}

/** What a resource definition may ask of a body. */
export function readBody(items: readonly BodyItem[], scope: Scope, count: Known<number>): NestedBlock {
  const body: Body = { items, scope, count }
  const fact = kept((path) => toFact(valueAt(body, partsOfPath(path))))
  const nested = kept((path) =>
    nestedAt(body, partsOfPath(path)).map((inner) => readBody(inner.items, inner.scope, inner.count)),
  )
  return { count, fact, list: (path) => toList(valueAt(body, partsOfPath(path))), nested }
}

/** Others ask a block for what it has asked itself: each path is worked out once. */
function kept<T>(work: (path: string) => T): (path: string) => T {
  const results = new Map<string, T>()
  return (path) => {
    const before = results.get(path)
    if (before !== undefined) return before
    const result = work(path)
    results.set(path, result)
    return result
  }
}

/** The value at a path as it is, with what it is of. */
export const valueIn = (items: readonly BodyItem[], scope: Scope, path: readonly string[]): Known<Value> =>
  valueAt({ items, scope, count: unknown('absent') }, path)

function valueAt(body: Body, [name, ...rest]: readonly string[]): Known<Value> {
  const written = attributeIn(body.items, name!)
  if (written !== undefined) return entryAt(evaluate(written.value, body.scope), rest, body, written.value.span)
  const [nth, ...below] = rest
  const isNumbered = /^\d+$/.test(nth ?? '')
  const inner = rest.length === 0 ? undefined : nestedAt(body, [name!])[isNumbered ? Number(nth) : 0]
  if (inner === undefined) return unknown('absent')
  const isThere = inner.count.is === 'known' || inner.count.is === 'assumed' ? inner.count.value > 0 : undefined
  if (isThere === undefined) return unknown('dynamic', inner.count.is === 'unknown' ? inner.count.at : undefined)
  return isThere ? valueAt(inner, isNumbered ? below : rest) : unknown('absent')
}

/** What is not in the object was not written: unknown, absent, nowhere. */
function entryAt(from: Known<Value>, path: readonly string[], body: Body, span: Location['span']): Known<Value> {
  const at = locate(body.scope.document, span)
  return path.reduce(
    (value, name) =>
      lift([value], at, ([inner]) =>
        inner !== null && isObject(inner!)
          ? (inner.entries.get(name) ?? known<Value>(null, at))
          : unknown('unsupported', at),
      ),
    from,
  )
}

function nestedAt(body: Body, [type, ...rest]: readonly string[]): readonly Body[] {
  const here = blocksIn(body.items).flatMap((block) => {
    if (block.type === type) {
      return [{ items: block.items, scope: body.scope, count: known(1, locate(body.scope.document, block.span)) }]
    }
    return block.type === 'dynamic' && block.labels[0]?.text === type ? dynamicBodies(block, body.scope) : []
  })
  return rest.length === 0 ? here : here.flatMap((inner) => nestedAt(inner, rest))
}

/** https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks */
function dynamicBodies(block: BlockNode, scope: Scope): readonly Body[] {
  const [content] = blocksIn(block.items, 'content')
  const each = attributeIn(block.items, 'for_each')
  if (content === undefined || each === undefined) return []
  const iterator = attributeIn(block.items, 'iterator')?.value
  const name = iterator?.is === 'variable' ? iterator.name : (block.labels[0]?.text ?? '')
  const all = evaluate(each.value, scope)
  const at = locate(scope.document, each.value.span)
  const body = (element: Known<Value>, count: Known<number>): Body => ({
    items: content.items,
    scope: bind(scope, { [name]: element }),
    count,
  })
  const elements = elementsApart(all, at)
  if (elements === undefined) return [body(anyElement(all, at), sizeKnown(all, at))]
  return elements.map((element) => body(element, known(1, at)))
}

/** More blocks than this are one that stands for any of them. */
const mostBlocks = 50

/** `{ key, value }` of each element; undefined where they cannot be told apart, or are too many. */
function elementsApart(all: Known<Value>, at: Location): readonly Known<Value>[] | undefined {
  const value = all.is === 'known' ? all.value : null
  if (value === null || typeof value !== 'object' || (sizeOf(value) ?? mostBlocks + 1) > mostBlocks) return undefined
  return pairsOf(value, at).map(([key, element]) =>
    known<Value>(
      object([
        ['key', key],
        ['value', element],
      ]),
      at,
    ),
  )
}

/** The block as it stands in the text. `type.name` is of the first nested block of its type, `type[1].name` of the second. */
export function sourceOf({ document, node: block }: In<BlockNode>, scope: Scope): BlockSource {
  const values: Record<string, Location> = {}
  const [given, declared] = [givenIn(block.items, scope), declaredIn(block.items, scope)]
  const elsewhere = { ...(isEmpty(given) ? {} : { given }), ...(isEmpty(declared) ? {} : { declared }) }
  // What stands for a module at its call is not there to be edited.
  if (document.place) return { body: document.place, values, blocks: [], ...elsewhere }
  addValues(block.items, '', scope, values)
  const seen = new Map<string, number>()
  for (const inner of blocksIn(block.items)) {
    const index = seen.get(inner.type) ?? 0
    seen.set(inner.type, index + 1)
    addValues(inner.items, `${inner.type}[${index}].`, scope, values)
  }
  const nested = blocksIn(block.items).map(({ type, labels }) =>
    type === 'dynamic' ? (labels[0]?.text ?? type) : type,
  )
  return { body: locate(scope.document, block.bodySpan), values, blocks: [...new Set(nested)], ...elsewhere }
}

const isEmpty = (record: object): boolean => Object.keys(record).length === 0

function addValues(items: readonly BodyItem[], prefix: string, scope: Scope, values: Record<string, Location>): void {
  for (const item of items) {
    if (item.is === 'attribute') {
      const document = scope.module.declared.foreign?.get(item.value) ?? scope.document
      values[prefix + item.name] ??= locate(document, item.value.span)
    } else addValues(item.items, `${prefix}${item.type}.`, scope, values)
  }
}
