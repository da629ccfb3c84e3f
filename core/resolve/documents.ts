// Files of data that say what is rented: `Sdk.documents` of core/sdk.ts. Each record that rents is a block, as a call is.
import { type Document, locate } from '../document.ts'
import type { Block, NestedBlock } from '../format.ts'
import { unknown } from '../known.ts'
import type { Expr } from '../module.ts'
import type { DocumentShape, Sdk } from '../sdk.ts'
import type { Fact, Known, Span } from '../types.ts'
import { type Arguments, argumentsIn } from './arguments.ts'
import type { Context } from './context.ts'
import { numbered } from './keys.ts'
import { asks } from './rent-asks.ts'
import { blockOf } from './rented-block.ts'

const shapes = new WeakMap<readonly Sdk[], readonly DocumentShape[]>()

function shapesOf(sdks: readonly Sdk[]): readonly DocumentShape[] {
  const there = shapes.get(sdks)
  if (there) return there
  const made = sdks.flatMap(({ documents = [] }) => documents)
  shapes.set(sdks, made)
  return made
}

/** Asks each expression once: shapes of one tool share the first. */
function asked(text: string): (shape: DocumentShape) => boolean {
  const told = new Map<RegExp, boolean>()
  const isLike = (like: RegExp) => {
    const is = told.get(like) ?? like.test(text)
    told.set(like, is)
    return is
  }
  return (shape) => shape.text.every(isLike)
}

/** May a text hold a document that rents? By its words alone. */
export const mayHoldDocument = (text: string, sdks: readonly Sdk[]): boolean => shapesOf(sdks).some(asked(text))

/** A record in a document, with those around it, the nearest first. */
interface Place {
  readonly names: readonly string[]
  readonly expr: Expr
  readonly span: Span
  readonly around: readonly Expr[]
}

/** What the documents of a file of data rent, in source order. */
export function rentedInData(document: Document, sdks: readonly Sdk[], context: Context): readonly Block[] {
  const likely = shapesOf(sdks).filter(asked(document.text))
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

function placesAt(context: Context, place: Place, path: readonly string[]): readonly Place[] {
  const [step, ...rest] = path
  if (step === undefined) return [place]
  const entries = context
    .evaluate(place.expr)
    .flatMap((value) => (value.is === 'data' && value.expr.is === 'record' ? value.expr.entries : []))
  return entries.flatMap(({ name, value, span, spread }) => {
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
