import { type Document, locate } from '../document.ts'
import { assumed, unknown, valueOf } from '../known.ts'
import type { CallSite, Module } from '../module.ts'
import type { CallShape, Sdk } from '../sdk.ts'
import type { CallSource, Known, ModelCall, Provider } from '../types.ts'
import { type Arguments, argumentsOf, eachRequest } from './arguments.ts'
import { hasKey } from './cached.ts'
import { providerOf } from './client-provider.ts'
import type { Context } from './context.ts'
import { contextOf } from './evaluate.ts'
import { hintsOf } from './hints.ts'
import { keyOf, numbered } from './keys.ts'
import { type Match, type Matcher, matcherFor } from './match.ts'
import { promptOf } from './prompt.ts'
import { isBoolean, isNumber, isText, isTextOrNumber, readGiven } from './read.ts'
import { repeatsOf } from './repeats.ts'
import type { Value } from './value.ts'

/**
 * The calls of a document that send a request a provider bills, in source order. A call counts only where its receiver is proven,
 * from the import to the method, to be a client of an SDK; whatever else about it cannot be read is `unknown` with the reason.
 */
export function findModelCalls(document: Document, module: Module, sdks: readonly Sdk[]): readonly ModelCall[] {
  const matcher = matcherFor(module.language, sdks)
  if (!matcher.concerns(module)) return []
  const context = contextOf(module)
  const found = module.calls.flatMap((site, call) => {
    const matched = matchSite(context, matcher, site)
    return matched ? (modelCall(context, document, site, call, matched) ?? []) : []
  })
  return numbered(
    found.sort((a, b) => module.calls[a.source.call]!.expr.span[0] - module.calls[b.source.call]!.expr.span[0]),
  )
}

interface Matched {
  readonly matches: readonly [Match, ...Match[]]
  /** How many of the arguments are the carrier's own: 1 for `to_thread(create, …)`. */
  readonly skip: number
}

/** Calls that run the function they are given with the arguments that follow it. */
const carriers: ReadonlySet<string> = new Set([
  'to_thread',
  'submit',
  'run_in_executor',
  'run_sync',
  'run_in_threadpool',
])

function matchSite(context: Context, matcher: Matcher, { expr }: CallSite): Matched | undefined {
  const direct = matchesOf(matcher, context.evaluate(expr.callee))
  if (direct) return { matches: direct, skip: 0 }
  const { callee } = expr
  if ((callee.is !== 'name' && callee.is !== 'member') || !carriers.has(callee.name)) return undefined
  for (const [at, argument] of expr.args.slice(0, 2).entries()) {
    const carried = matchesOf(matcher, context.evaluate(argument.value))
    if (carried) return { matches: carried, skip: at + 1 }
  }
  return undefined
}

function matchesOf(matcher: Matcher, values: readonly Value[]): Matched['matches'] | undefined {
  const matches = values.flatMap((value) => (value.is === 'symbol' ? (matcher.match(value) ?? []) : []))
  const first = matches[0]
  // Two ways to the call that bill differently are not one call we can speak of.
  if (!first || matches.some((match) => match.shape !== first.shape)) return undefined
  return [first, ...matches.slice(1)]
}

function modelCall(
  context: Context,
  document: Document,
  site: CallSite,
  call: number,
  matched: Matched,
): ModelCall | undefined {
  const [match] = matched.matches
  const { sdk, shape } = match
  const whole = argumentsOf(context, site.expr, matched.skip, match.symbol.given ?? [])
  if (shape.unless?.some((name) => ['given', 'maybe'].includes(whole.get(name).state))) return undefined
  const args = shape.each ? eachRequest(context, whole, shape.each) : whole
  const location = locate(document, site.expr.span)
  const path = `${sdk.id}.${shape.path}`
  const model = shape.model
    ? readGiven(context, document, args.get(shape.model), isText)
    : unknown<string>('dynamic', location)
  const text = (name: string | undefined) =>
    name ? readGiven(context, document, args.get(name), isText) : unknown<string>('absent')
  const limits = namesOf(shape.maxOutput)
  const limit = limits.find((name) => args.get(name).state !== 'absent') ?? limits[0]
  return {
    kind: 'model-call',
    key: keyOf(context.module, site.scope, path),
    label: `${valueOf(model) ?? 'model unknown'} · ${shape.path}`,
    location,
    hints: hintsOf(context, document, site.scope),
    sdk: sdk.id,
    provider: sharedProvider(context, matched.matches),
    api: shape.api,
    call: path,
    model,
    maxOutput: limit ? readGiven(context, document, args.get(limit), isNumber) : unknown('absent'),
    input: promptOf(context, document, args, shape.input),
    n: countOf(context, document, shape, args, location),
    cached: shape.cacheMarker !== undefined && hasKey(context, args.fields, shape.cacheMarker),
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
