import { type Document, locate } from '../document.ts'
import { assumed, unknown, valueOf } from '../known.ts'
import type { CallSite } from '../module.ts'
import type { CallShape } from '../sdk.ts'
import type { CallSource, EnvironmentHint, Known, ModelCall, Provider } from '../types.ts'
import { type Arguments, argumentsOf, eachRequest } from './arguments.ts'
import { hasKey } from './cached.ts'
import { providerOf } from './client-provider.ts'
import type { Context } from './context.ts'
import { hintsOf } from './hints.ts'
import { keyOf } from './keys.ts'
import type { Match } from './match.ts'
import { promptOf } from './prompt.ts'
import { isBoolean, isNumber, isText, isTextOrNumber, readGiven } from './read.ts'
import { repeatsOf } from './repeats.ts'

/** A call and the billable methods it may reach, all of one shape. */
export interface Matched {
  readonly matches: readonly [Match, ...Match[]]
  /** How many of the arguments are the carrier's own: 1 for `to_thread(create, …)`. */
  readonly skip: number
}

/** What all calls of one document are read with. */
export interface Reading {
  readonly context: Context
  readonly document: Document
  readonly fileHints: readonly EnvironmentHint[]
}

/** One matched call as a site; undefined where what it is given makes it free. `call` is its index in `Module.calls`. */
export function modelCallOf(reading: Reading, site: CallSite, call: number, matched: Matched): ModelCall | undefined {
  const { context, document } = reading
  const [match] = matched.matches
  const { sdk, shape } = match
  const whole = argumentsOf(context, site.expr, matched.skip, match.symbol.given ?? [])
  if (shape.unless?.some((name) => ['given', 'maybe'].includes(whole.get(name).state))) return undefined
  const args = shape.each ? eachRequest(context, whole, shape.each) : whole
  const location = locate(document, site.expr.span)
  const path = `${sdk.id}.${shape.path}`
  const cached = shape.cacheMarker !== undefined && hasKey(context, args.fields, shape.cacheMarker)
  const model = shape.model
    ? readGiven(context, document, args.get(shape.model), isText)
    : unknown<string>('dynamic', location)
  const text = (name: string | undefined) =>
    name ? readGiven(context, document, args.get(name), isText) : unknown<string>('absent')
  const provider = sharedProvider(context, matched.matches)
  const limits = namesOf(shape.maxOutput)
  const newest = sdk.own === undefined || sdk.own.includes(provider) ? limits[0] : limits.at(-1)
  const limit = limits.find((name) => args.get(name).state !== 'absent') ?? newest
  return {
    kind: 'model-call',
    key: keyOf(context.module, site.scope, path),
    label: `${valueOf(model) ?? 'model unknown'} · ${shape.path}`,
    location,
    hints: hintsOf(context, document, site.scope, reading.fileHints),
    sdk: sdk.id,
    provider,
    api: shape.api,
    call: path,
    model,
    maxOutput: limit ? readGiven(context, document, args.get(limit), isNumber) : unknown('absent'),
    input: promptOf(context, document, args, shape.input),
    n: countOf(context, document, shape, args, location),
    cached,
    ...(cached && hasKey(context, args.fields, 'ttl', '1h') ? { cacheLife: '1h' } : {}),
    batch: shape.batch ?? false,
    tier: text(shape.tier),
    reasoning: shape.reasoning
      ? readGiven(context, document, args.get(shape.reasoning), isTextOrNumber)
      : unknown('absent'),
    stream: streams(context, document, shape, args),
    repeats: repeatsOf(context, document, site, shape, args),
    source: sourceOf(document, call, shape, args, limit),
  }
}

const namesOf = (names: string | readonly string[] | undefined): readonly string[] =>
  names === undefined ? [] : typeof names === 'string' ? [names] : names

/** Branches that reach different hosts have no one provider. */
function sharedProvider(context: Context, matches: readonly Match[]): Provider {
  // A client whose making can be seen says more than a type it is declared with.
  const made = matches.filter((match) => match.symbol.path.some((segment) => segment.call))
  const providers = new Set((made.length > 0 ? made : matches).map((match) => providerOf(context, match)))
  return providers.size === 1 ? [...providers][0]! : 'unknown'
}

/** One answer unless the call asks for more: what every provider documents. */
function countOf(
  context: Context,
  document: Document,
  shape: CallShape,
  args: Arguments,
  at: ModelCall['location'],
): Known<number> {
  const given = shape.n ? readGiven(context, document, args.get(shape.n), isNumber) : unknown<number>('absent')
  return given.is === 'unknown' && given.why === 'absent' ? assumed(1, at, 'default') : given
}

function streams(context: Context, document: Document, shape: CallShape, args: Arguments): boolean {
  if (typeof shape.stream !== 'string') return shape.stream ?? false
  return valueOf(readGiven(context, document, args.get(shape.stream), isBoolean)) ?? false
}

function sourceOf(
  document: Document,
  call: number,
  shape: CallShape,
  args: Arguments,
  maxOutput: string | undefined,
): CallSource {
  const written = [...args.fields.named].flatMap(([name, field]) => {
    const value = field.among.at(-1)
    return value ? [[name, locate(document, value.span)] as const] : []
  })
  const parameters = { model: shape.model, maxOutput, cache: shape.cacheMarker }
  return { call, parameters, arguments: Object.fromEntries(written) }
}
