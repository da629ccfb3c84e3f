import type { Expr } from '../module.ts'
import type { Span } from '../types.ts'
import { isMap } from './containers.ts'
import type { Context } from './context.ts'
import { atHome } from './cross.ts'
import { distinct } from './distinct.ts'
import { eachMember } from './enumeration.ts'
import { meaning } from './meaning.ts'
import { pathKey } from './module-index.ts'
import { closed, opened, type Reads, readAgain } from './reads.ts'
import { dotted, type ListExpr, type RecordExpr, scalar, unknownValue, type Value } from './value.ts'

/** The entry or item at a key. A missing key of a literal is null, unless a spread may bring it. */
export function itemValues(
  context: Context,
  expr: ListExpr | RecordExpr,
  key: string | number,
  at: Span,
): readonly Value[] {
  if (expr.is === 'list') return listItem(context, expr, key, at)
  if (!expr.entries.some((entry) => entry.spread)) return entriesAt(context, expr, key, at)
  const seen = spreadBefore.get(context) ?? new WeakMap<RecordExpr, Map<string, Found>>()
  spreadBefore.set(context, seen)
  const byKey = seen.get(expr) ?? new Map<string, Found>()
  seen.set(expr, byKey)
  const asked = `${key} ${at[0]} ${at[1]}`
  const there = byKey.get(asked)
  if (there) {
    readAgain(reads, there)
    return there
  }
  const around = opened()
  const found = entriesAt(context, expr, key, at)
  closed(around, reads, found)
  byKey.set(asked, found)
  return found
}

type Found = readonly Value[]

/** A state that is copied on and on (`state = { ...state, open: true }`) holds each of its copies in each: what one has is found once. */
const spreadBefore = new WeakMap<Context, WeakMap<RecordExpr, Map<string, Found>>>()
const reads = new WeakMap<Found, Reads>()

function entriesAt(context: Context, expr: RecordExpr, key: string | number, at: Span): Found {
  const found: Value[] = []
  for (let i = expr.entries.length - 1; i >= 0; i--) {
    const entry = expr.entries[i]!
    if (entry.name === String(key)) return [...found, ...context.evaluate(entry.value)]
    if (entry.name !== undefined) continue
    if (!entry.spread) {
      const names = entry.key && textsAt(context, entry.key)
      if (!names) return [...found, unknownValue('dynamic', at)]
      if (names.includes(String(key))) found.push(...context.evaluate(entry.value))
      if (names.length === 1 && names[0] === String(key)) return found
      continue
    }
    const inside = context.evaluate(entry.value)
    const spread = () => inside.flatMap((value) => spreadItem(context, value, key, at))
    const brought = distinct(context.unlessOpen(expr, spread, [unknownValue('cycle', at)]), at)
    found.push(...brought.filter((value) => !isNothing(value)))
    // What a caller may or may not give is no more than an addition to what stands before it.
    if (!brought.some((value) => isNothing(value) || (value.is === 'unknown' && value.outside))) return found
  }
  return [...found, scalar(null, at)]
}

/** Every text that an expression may be, or number, as the name of an item; undefined where it may be something else. */
export function textsAt(context: Context, expr: Expr): readonly string[] | undefined {
  const values = context.evaluate(expr)
  const isName = (value: unknown) => typeof value === 'string' || typeof value === 'number'
  const texts = values.flatMap((value) => (value.is === 'scalar' && isName(value.value) ? String(value.value) : []))
  return texts.length > 0 && texts.length === values.length ? texts : undefined
}

const isNothing = (value: Value): boolean => value.is === 'scalar' && !value.value

function spreadItem(context: Context, value: Value, key: string | number, at: Span): readonly Value[] {
  if (value.is === 'data' && value.expr.is === 'record') return itemValues(context, value.expr, key, at)
  // `...(more && { … })`, `...undefined`
  if (isNothing(value)) return [scalar(null, at)]
  return [
    value.is === 'unknown' && value.outside ? unknownValue(value.why, at, value.outside) : unknownValue('dynamic', at),
  ]
}

function listItem(context: Context, list: ListExpr, key: string | number, at: Span): readonly Value[] {
  const items = flat(context, list)
  if (typeof key !== 'string' && !items) return eachOf(list)?.flatMap(context.evaluate) ?? [unknownValue('dynamic', at)]
  if (typeof key === 'string' || !items) return [unknownValue('dynamic', at)]
  const item = items[key < 0 ? items.length + key : key]
  return item ? context.evaluate(item) : [unknownValue('dynamic', at)]
}

/** `[Agent(name) for name in names]`: a list of nobody knows how many, where one is like the other. */
export function manyOf(context: Context, made: Extract<Expr, { is: 'opaque' }>): Value | undefined {
  const { each, children, span } = made
  const isObject = (value: Value) => value.is === 'symbol' || value.is === 'instance'
  if (!each || !children[0] || !context.evaluate(children[0]).some(isObject)) return undefined
  return { is: 'data', expr: { is: 'list', items: [{ is: 'spread', of: made, span }], span } }
}

/** What all items of such a list are. */
function eachOf({ items: [only, ...others] }: ListExpr): readonly Expr[] | undefined {
  const made = only?.is === 'spread' && others.length === 0 ? only.of : undefined
  return made?.is === 'opaque' && made.each ? made.children.slice(0, 1) : undefined
}

/** The same of what is iterated, `enumerate(agents)` too. */
export function likeEach(context: Context, over: Expr): readonly Expr[] | undefined {
  if (over.is === 'call' && over.args[0]) {
    const symbol = context.evaluate(over.callee)[0]
    const name = symbol?.is === 'symbol' ? dotted(symbol.path) : ''
    if (same.has(name)) return likeEach(context, over.args[0].value)
    if (name === 'enumerate')
      return likeEach(context, over.args[0].value)?.map((item) =>
        pair({ is: 'opaque', children: [], span: over.span }, item),
      )
  }
  const [only, ...others] = context.evaluate(over)
  return only?.is === 'data' && only.expr.is === 'list' && others.length === 0 ? eachOf(only.expr) : undefined
}

/** Every value of a record or list: what an unknown key may pick. */
export function entryValues(context: Context, expr: ListExpr | RecordExpr): readonly Value[] {
  const like = expr.is === 'list' ? eachOf(expr) : undefined
  if (like) return like.flatMap(context.evaluate)
  const items = expr.is === 'list' ? expr.items : expr.entries.map((entry) => entry.value)
  const closed =
    expr.is === 'list' ? !items.some((item) => item.is === 'spread') : !expr.entries.some((entry) => entry.spread)
  return closed ? items.flatMap(context.evaluate) : [unknownValue('dynamic', expr.span)]
}

/** Lists longer than this are not put together. */
export const longest = 10_000

function flat(context: Context, list: ListExpr): readonly Expr[] | undefined {
  const items: Expr[] = []
  for (const item of list.items) {
    if (item.is !== 'spread') items.push(item)
    else {
      const inside = context.unlessOpen(list, () => elementsOf(context, item.of), undefined)
      if (!inside || items.length + inside.length > longest) return undefined
      items.push(...inside)
    }
  }
  return items
}

const same: ReadonlySet<string> = new Set([
  'list',
  'tuple',
  'set',
  'sorted',
  'reversed',
  'tqdm',
  'iter',
  'frozenset',
  'Array.from',
  'Set',
  'tqdm.tqdm',
])
const pairs: ReadonlySet<string> = new Set(['Object.entries'])

/** The elements of what is iterated, where the source fixes them; undefined where only a run can tell. */
export function elementsOf(context: Context, over: Expr): readonly Expr[] | undefined {
  if (context.foreign.has(over)) {
    const found = atHome(
      context,
      over,
      (home) => ({ items: elementsOf(home, over) }),
      ({ items }, bring) => ({ items: items?.map(bring) }),
    )
    return found?.items
  }
  if (over.is === 'call') {
    const made = calledElements(context, over)
    if (made !== 'unknown') return made
  }
  const members = context.module.language === 'python' ? eachMember(context, over) : undefined
  if (members) return members
  const set = setOf(context, over)
  if (set) return isAddedTo(context, over) ? undefined : elementsOf(context, set)
  const values = context.evaluate(over)
  const only = values.length === 1 ? values[0] : undefined
  if (only?.is !== 'data' || isFilledLater(context, over, only.expr)) return undefined
  if (only.expr.is === 'list') return flat(context, only.expr)
  if (isMap(context, over)) return pairsOf(only.expr)
  const length = only.expr.entries.find((entry) => entry.name === 'length')
  if (length && context.module.language === 'typescript') return soManyOf(context, length.value)
  return keysOf(only.expr)
}

/** `{ length: 3 }`, `new Array(3)`: so many of what nobody has said. */
function soManyOf(context: Context, count: Expr): readonly Expr[] | undefined {
  const [value, ...others] = context.evaluate(count)
  if (value?.is !== 'scalar' || typeof value.value !== 'number' || others.length > 0) return undefined
  const length = Math.trunc(value.value)
  return length >= 0 && length <= longest ? Array.from({ length }, () => ({ is: 'null', span: count.span })) : undefined
}

const adding = ['append', 'extend', 'insert', 'add', 'update', 'push', 'unshift', 'splice', 'set']

/** A list or record that is kept under a name and is empty, or is added to, says nothing of what is in it when it is used. */
function isFilledLater(context: Context, use: Expr, data: ListExpr | RecordExpr): boolean {
  if (use === data || pathKey(use) === undefined) return false
  const isEmpty = (data.is === 'list' ? data.items : data.entries).length === 0
  return isEmpty || isAddedTo(context, use)
}

/** Does anything in the module add to what is kept under a name? */
export function isAddedTo({ index }: Context, use: Expr): boolean {
  const key = pathKey(use)
  return key !== undefined && adding.some((name) => index.callsNamed(name).some(({ expr }) => isOn(expr, key)))
}

/** What makes the set that is kept under a name: `new Set(["a", "b"])`, `frozenset(("a", "b"))`. */
function setOf(context: Context, over: Expr): Expr | undefined {
  const made = meaning(context, over)
  return made?.is === 'call' && made.callee.is === 'name' && /^(?:Set|(?:frozen)?set)$/.test(made.callee.name)
    ? made
    : undefined
}

const isOn = ({ callee }: Extract<Expr, { is: 'call' }>, key: string): boolean =>
  callee.is === 'member' && pathKey(callee.of) === key

function keysOf(record: RecordExpr): readonly Expr[] | undefined {
  if (record.entries.some((entry) => entry.name === undefined)) return undefined
  return record.entries.map((entry) => ({ is: 'text', parts: [entry.name!], span: entry.span }))
}

function calledElements(
  context: Context,
  call: Extract<Expr, { is: 'call' }>,
): readonly Expr[] | undefined | 'unknown' {
  const { callee } = call
  const first = call.args[0]?.value
  if (callee.is === 'member' && call.args.length === 0) {
    const record = onlyRecord(context, callee.of)
    if (record && (callee.name === 'items' || (callee.name === 'entries' && isMap(context, callee.of))))
      return pairsOf(record)
    if (record && callee.name === 'keys') return keysOf(record)
    if (record && callee.name === 'values') return record.entries.map((entry) => entry.value)
  }
  // `Array(3).fill(0)`, `Array(3).keys()`
  if (callee.is === 'member' && callee.of.is === 'call' && /^(fill|keys)$/.test(callee.name)) {
    const made = calledElements(context, callee.of)
    if (made !== 'unknown') return callee.name === 'fill' && first ? made?.map(() => first) : made
  }
  const symbol = context.evaluate(callee)[0]
  if (!first || symbol?.is !== 'symbol') return 'unknown'
  const name = dotted(symbol.path)
  if (same.has(name)) return elementsOf(context, first)
  if (/^Array(\(\))?$/.test(name) && call.args.length === 1) return soManyOf(context, first)
  if (pairs.has(name) || name === 'Object.values') {
    const record = onlyRecord(context, first)
    return record && (pairs.has(name) ? pairsOf(record) : record.entries.map((entry) => entry.value))
  }
  if (name === 'enumerate')
    return elementsOf(context, first)?.map((item, at) => pair({ is: 'number', value: at, span: item.span }, item))
  if (name === 'zip') return zipped(call.args.map((argument) => elementsOf(context, argument.value)))
  return 'unknown'
}

function zipped(lists: readonly (readonly Expr[] | undefined)[]): readonly Expr[] | undefined {
  const whole = lists.filter((list) => list !== undefined)
  if (whole.length < lists.length) return undefined
  const length = Math.min(...whole.map((list) => list.length))
  return Array.from({ length }, (_, at) => ({
    is: 'list',
    items: whole.map((list) => list[at]!),
    span: whole[0]![at]!.span,
  }))
}

function onlyRecord(context: Context, expr: Expr): RecordExpr | undefined {
  const values = context.evaluate(expr)
  const only = values.length === 1 ? values[0] : undefined
  return only?.is === 'data' && only.expr.is === 'record' ? only.expr : undefined
}

function pairsOf(record: RecordExpr): readonly Expr[] | undefined {
  if (record.entries.some((entry) => entry.name === undefined)) return undefined
  return record.entries.map((entry) => pair({ is: 'text', parts: [entry.name!], span: entry.span }, entry.value))
}

const pair = (a: Expr, b: Expr): Expr => ({ is: 'list', items: [a, b], span: b.span })
