// Files of data that say what is rented: `Sdk.documents` of core/sdk.ts. Each record that rents is a block, as a call is.
import { type Document, locate } from '../document.ts'
import type { Block, NestedBlock } from '../format.ts'
import { unknown } from '../known.ts'
import type { Entry, Expr } from '../module.ts'
import type { DocumentShape, Sdk } from '../sdk.ts'
import type { Fact, Known, Span } from '../types.ts'
import { type Arguments, argumentsIn } from './arguments.ts'
import type { Context } from './context.ts'
import { numbered } from './keys.ts'
import { asks } from './rent-asks.ts'
import { blockOf } from './rented-block.ts'
import type { ListExpr, RecordExpr } from './value.ts'

/** The shapes of all SDKs; those a file without any of their first keys cannot be are told apart by one expression. */
interface Shapes {
  readonly all: readonly DocumentShape[]
  readonly begins: (text: string) => boolean
  /** The first expressions of those that have no such keys. */
  readonly first: readonly RegExp[]
}

const known = new WeakMap<readonly Sdk[], Shapes>()

function shapesOf(sdks: readonly Sdk[]): Shapes {
  const there = known.get(sdks)
  if (there) return there
  const all = sdks.flatMap(({ documents = [] }) => documents)
  const keys = new Set(all.flatMap(({ begins = [] }) => begins))
  const made = {
    all,
    begins: lineBeginning([...keys]),
    first: [...new Set(all.flatMap(({ begins, text }) => (begins === undefined ? text.slice(0, 1) : [])))],
  }
  known.set(sdks, made)
  return made
}

/** Two expressions: one with `^` for both takes twice as long. */
function lineBeginning(keys: readonly string[]): (text: string) => boolean {
  if (keys.length === 0) return () => false
  const any = `(?:${keys.join('|')}):`
  const [first, later] = [new RegExp(`^${any}`), new RegExp(`[\\n\\r]${any}`)]
  return (text) => first.test(text) || later.test(text)
}

const none: readonly DocumentShape[] = []

/** What a file may be by its words alone. Each expression is asked once: shapes of one tool share the first. */
function likelyIn(text: string, sdks: readonly Sdk[]): readonly DocumentShape[] {
  const { all, begins, first } = shapesOf(sdks)
  // Of most files no more is asked.
  if (!begins(text) && !first.some((like) => like.test(text))) return none
  const told = new Map<RegExp, boolean>()
  const isLike = (like: RegExp) => {
    const is = told.get(like) ?? like.test(text)
    told.set(like, is)
    return is
  }
  return all.filter((shape) => shape.text.every(isLike))
}

/** May a text hold a document that rents? By its words alone. */
export const mayHoldDocument = (text: string, sdks: readonly Sdk[]): boolean => likelyIn(text, sdks).length > 0

/** A record in a document, with those around it, the nearest first. */
interface Place {
  readonly names: readonly string[]
  readonly expr: Expr
  readonly span: Span
  readonly around: readonly Expr[]
}

/** What the documents of a file of data rent, in source order. */
export function rentedInData(document: Document, sdks: readonly Sdk[], context: Context): readonly Block[] {
  const likely = likelyIn(document.text, sdks)
  if (likely.length === 0) return []
  const blocks = (context.module.documents ?? []).flatMap((expr) => {
    const whole = argumentsIn(context, expr)
    const fitting = likely.filter((shape) => isLike(context, whole, shape))
    return fitting.flatMap((shape) => rentedBy(document, context, expr, shape))
  })
  const inOrder = numbered(blocks.toSorted((a, b) => a.location.span[0] - b.location.span[0])).map(
    (block): Block => ({
      ...block,
      address: block.key,
      ofType: (type) => inOrder.filter((other) => other.type === type),
    }),
  )
  return inOrder
}

function rentedBy(document: Document, context: Context, expr: Expr, shape: DocumentShape): readonly Block[] {
  const whole: Place = { names: [], expr, span: expr.span, around: [] }
  return placesAt(context, whole, shape.at?.split('.') ?? []).flatMap((place) => {
    const block = blockAt(document, context, shape, place)
    return asks(block, shape) ? [block] : []
  })
}

/** A scheme that says one thing of what stands at its paths. */
function isLike(context: Context, whole: Arguments, { is = {}, keys = {} }: DocumentShape): boolean {
  const textAt = (path: string) => {
    const values = whole.get(path).among.flatMap(context.evaluate)
    return values.length === 1 && values[0]!.is === 'scalar' ? String(values[0]!.value) : undefined
  }
  const namesAt = (path: string) =>
    path === '' ? [whole] : whole.get(path).among.map((expr) => argumentsIn(context, expr))
  return (
    Object.entries(is).every(([path, like]) => like.test(textAt(path) ?? '')) &&
    Object.entries(keys).every(([path, known]) => {
      const records = namesAt(path)
      const isOnly = ({ fields }: Arguments) => [...fields.named.keys()].every((name) => known.includes(name))
      return records.length > 0 && records.every(isOnly)
    })
  )
}

/** What a record has by its names, and a list in its order. */
const membersOf = (data: ListExpr | RecordExpr): readonly Entry[] =>
  data.is === 'record' ? data.entries : data.items.map((value, i) => ({ name: `${i}`, value, span: value.span }))

function placesAt(context: Context, place: Place, path: readonly string[]): readonly Place[] {
  const [step, ...rest] = path
  if (step === undefined) return [place]
  const members = context.evaluate(place.expr).flatMap((value) => (value.is === 'data' ? membersOf(value.expr) : []))
  return members.flatMap(({ name, value, span, spread }) => {
    if (spread || name === undefined || (step !== '*' && step !== name)) return []
    const names = step === '*' ? [...place.names, name] : place.names
    const end = Math.max(span[1], value.span[1])
    const inside = { names, expr: value, span: [span[0], end] as const, around: [place.expr, ...place.around] }
    return placesAt(context, inside, rest)
  })
}

function blockAt(document: Document, context: Context, { type }: DocumentShape, place: Place): Block {
  const { names, expr, span, around } = place
  const reading = {
    context,
    document,
    stands: () => undefined,
    own: argumentsIn(context, expr),
    ways: [around.map((each) => argumentsIn(context, each))],
  }
  const block = blockOf(reading, {
    type,
    name: names.at(-1) ?? '',
    key: [...(names.length > 0 ? [names.join('.')] : []), type].join('/'),
    location: locate(document, span),
    open: undefined,
  })
  return { ...block, ...filledIn(block) }
}

/** What is put in before the file is read, `${SIZE}`, `{{ size }}`, or is yet to be written: `<size>`. */
const template = /\$\{|\{\{|\{%|^<.*>$/

const written = (value: Known<Fact>): Known<Fact> =>
  value.is === 'known' && template.test(String(value.value)) ? unknown('dynamic', value.at) : value

function filledIn({ fact, list, nested }: NestedBlock): Pick<NestedBlock, 'fact' | 'list' | 'nested'> {
  return {
    fact: (path) => written(fact(path)),
    list(path) {
      const all = list(path)
      return all.is === 'known' ? { ...all, value: all.value.map(written) } : all
    },
    nested: (path) => nested(path).map((one) => ({ ...one, ...filledIn(one) })),
  }
}
