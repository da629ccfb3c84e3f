import { type Document, locate } from '../document.ts'
import { assumed, known, unknown } from '../known.ts'
import type { Expr } from '../module.ts'
import type { CallShape } from '../sdk.ts'
import type { Known, Via } from '../types.ts'
import { type Arguments, argumentsOf } from './arguments.ts'
import type { Context } from './context.ts'
import { type Made, makingOf } from './match.ts'
import { agreed, type Biller, hole, providerAt } from './providers.ts'
import { isText, spanOf } from './read.ts'
import { templateOf } from './template.ts'

/** One URL a request may be sent to; `hole`s in it are filled at run time. `from`: somebody else may give another. */
interface Url {
  readonly text: string
  readonly from?: Via | undefined
}

/** Where a request goes, by its URL: who bills it, and the model if the URL names it. */
export interface Sent extends Biller {
  readonly model: Known<string> | undefined
}

/** Undefined where a URL it may be sent to is none of the shape's, or of a host nobody told us of. */
export function sentTo(
  context: Context,
  document: Document,
  shape: CallShape,
  made: Made,
  args: Arguments,
): Sent | undefined {
  const found = targetsOf(context, shape, made, args)
  if (found.length === 0) return undefined
  const billers = found.map(({ url }) => ({ provider: providerAt(url.text), from: url.from }))
  return { ...agreed(billers), model: modelOf(context, document, found) }
}

/** Is every URL the request may go to one of a known provider, with the path the shape asks for? */
export const isSent = (context: Context, shape: CallShape, made: Made, args: Arguments): boolean =>
  targetsOf(context, shape, made, args).length > 0

interface Target {
  readonly url: Url
  readonly match: RegExpExecArray
  readonly expr: Expr
}

function targetsOf(context: Context, { url }: CallShape, made: Made, args: Arguments): readonly Target[] {
  const exprs = url ? args.first(url.at).given.among : []
  const base = baseOf(context, made)
  const found = exprs.flatMap((expr) =>
    urlsOf(context, expr).map((one): Target | undefined => {
      const whole = joined(base, one)
      const match = whole && providerAt(whole.text) !== 'unknown' ? url!.path.exec(bare(whole.text)) : null
      return whole && match ? { url: whole, match, expr } : undefined
    }),
  )
  const known = found.filter((target) => target !== undefined)
  return known.length === found.length ? known : []
}

/** Without query and fragment, and the slash before them. */
const bare = (url: string) =>
  url
    .trim()
    .replace(/[?#].*$/s, '')
    .replace(/\/+$/, '')

/** What the client was told to put before every path. */
function baseOf(context: Context, made: Made): Url | undefined {
  const { baseUrl = [] } = made.client
  const call = makingOf(made)?.call
  if (!call) return undefined
  const args = argumentsOf(context, call, 0, [])
  const expr = args.first(baseUrl).given.among[0]
  return expr && urlsOf(context, expr)[0]
}

function joined(base: Url | undefined, url: Url): Url | undefined {
  if (!base || /^[a-z][a-z0-9+.-]*:\/\//i.test(url.text)) return url
  return { text: `${base.text.replace(/\/+$/, '')}/${url.text.replace(/^\/+/, '')}`, from: base.from ?? url.from }
}

/** Each text a URL may be; one with holes where it is put together of what is not constant. */
function urlsOf(context: Context, expr: Expr): readonly Url[] {
  const inner = innerUrl(context, expr)
  if (inner) return urlsOf(context, inner)
  const values = context.evaluate(expr)
  const texts = values.flatMap((value) =>
    value.is === 'scalar' && isText(value.value)
      ? [{ text: value.value, from: value.assumed ? value.via : undefined }]
      : [],
  )
  const others = values.filter((value) => !(value.is === 'scalar'))
  // A default beside what a caller or the environment decides.
  const outside = others.map((value) => (value.is === 'unknown' ? value.outside : undefined))
  if (texts.length > 0 && !outside.includes(undefined)) {
    return texts.map(({ text, from = outside[0] }) => ({ text, from }))
  }
  const template = texts.length > 0 ? undefined : templateOf(context, expr)
  return template === undefined ? [] : [template]
}

/** The text `new URL("…")`, and what else only holds a URL, was made of. */
function innerUrl(context: Context, expr: Expr): Expr | undefined {
  for (const value of context.evaluate(expr)) {
    const end = value.is === 'symbol' && value.global ? value.path.at(-1) : undefined
    if (end?.call?.creates && end.name === 'URL') return end.call.args[0]?.value
  }
  return undefined
}

/** What the shape's group `model`, or a parameter of the query, has. */
function modelOf(context: Context, document: Document, found: readonly Target[]): Known<string> | undefined {
  const [first] = found
  const models = found.map(({ url, match }) => match.groups?.model ?? /[?&]model=([^&#]*)/.exec(url.text)?.[1])
  if (!first || models.every((model) => model === undefined)) return undefined
  const at = locate(document, spanOf(context, first.expr))
  const among = [...new Set(models)]
  if (among.some((model) => model === undefined || model === '' || model.includes(hole))) return unknown('dynamic', at)
  const ids = among.map((model) => decoded(model!))
  if (ids.length > 1) return { is: 'oneOf', among: ids, at }
  return first.url.from ? assumed(ids[0]!, at, first.url.from) : known(ids[0]!, at, 'literal')
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
