import { type Document, locate } from '../document.ts'
import { assumed, valueOf } from '../known.ts'
import type { CallSite } from '../module.ts'
import type { CallShape, Params, Sdk } from '../sdk.ts'
import type {
  Api,
  CallSource,
  EnvironmentHint,
  Known,
  Location,
  ModelCall,
  Offered,
  PromptPart,
  Provider,
} from '../types.ts'
import { type Arguments, argumentsOf, eachRequest } from './arguments.ts'
import { askedOf } from './asked.ts'
import { hasKey } from './cached.ts'
import type { Context } from './context.ts'
import { elementsOf } from './data.ts'
import { isHanded } from './handed.ts'
import { hintsOf } from './hints.ts'
import { inputOf } from './input.ts'
import { keyOf } from './keys.ts'
import { billed, type Chain, chainsOf, leverIn, readLever } from './levers.ts'
import { commandOf, type Match, type Matcher } from './match.ts'
import { modelLabel } from './model-label.ts'
import { isBoolean, isNumber, isText, isTextOrNumber, readGiven } from './read.ts'
import { repeatsOf } from './repeats.ts'
import { sentTo } from './sent.ts'

/** A call and the billable methods it may reach, which bill alike. */
export interface Matched {
  readonly matches: readonly [Match, ...Match[]]
  /** How many of the arguments are the carrier's own: 1 for `to_thread(create, …)`. */
  readonly skip: number
}

/** What all calls of one document are read with. */
export interface Reading {
  readonly context: Context
  readonly document: Document
  readonly matcher: Matcher
  readonly fileHints: readonly EnvironmentHint[]
}

/** One matched call as a site; undefined where what it is given makes it free. `call` is its index in `Module.calls`. */
export function modelCallOf(reading: Reading, site: CallSite, call: number, matched: Matched): ModelCall | undefined {
  const { context, document } = reading
  const { match, matches } = { match: matched.matches[0], matches: madeFirst(matched.matches) }
  const { sdk, shape } = match
  const command = shape.made ? commandOf(context, shape, site.expr, matched.skip) : undefined
  const whole = command
    ? argumentsOf(context, command, 0, [])
    : argumentsOf(context, site.expr, matched.skip, match.symbol.given ?? [])
  if (shape.unless?.some((name) => ['given', 'maybe'].includes(whole.get(name).state))) return undefined
  if (isAnswered(context, shape, whole) || isOfNothing(context, shape, whole)) return undefined
  const args = shape.each ? eachRequest(context, whole, shape.each) : whole
  const location = locate(document, site.expr.span)
  const path = `${sdk.id}.${shape.path}`
  const chains = matches.flatMap((each) => chainsOf({ ...reading, at: site.expr.span[0] }, each, args))
  const markers = namesOf(shape.cacheMarker)
  const marked = markers.some((marker) => hasKey(context, args.fields, marker))
  const cached = marked || chains.some((chain) => chain.some(({ levers }) => levers.cached))
  const sent = shape.url && sentTo(context, document, shape, match, whole)
  const told = billed(reading, chains)
  const model = sent?.model ?? told.model
  const { provider, from } = sent ?? told
  // What is sent as a body has no arguments a rule could set.
  const limit = shape.url ? undefined : limitOf(sdk, shape, provider, chains)
  const api = apiOf(shape, args, model)
  const asked = askedOf(reading, chains, api)
  return {
    kind: 'model-call',
    key: keyOf(context.module, site.scope, path),
    label: `${modelLabel(model, sent ? undefined : told.offered)} · ${shape.path === '()' ? sdk.id : shape.path}`,
    location,
    hints: hintsOf(context, document, site.scope, reading.fileHints),
    sdk: sdk.id,
    provider,
    ...(from === undefined ? {} : { providerFrom: from }),
    ...(told.offered && !sent ? { offered: distinct(told.offered) } : {}),
    api,
    call: path,
    model,
    ...(told.usual === undefined || sent ? {} : { usualModel: told.usual }),
    maxOutput: readLever(reading, chains, 'maxOutput', isNumber),
    input: [...inputOf(reading, chains[0] ?? [], match.symbol), ...addedBy(shape, location)],
    n: countOf(readLever(reading, chains, 'n', isNumber), location),
    cached,
    ...(cached && hasKey(context, args.fields, 'ttl', '1h') ? { cacheLife: '1h' } : {}),
    batch: shape.batch ?? false,
    tier: readLever(reading, chains, 'tier', isText),
    reasoning: readLever(reading, chains, 'reasoning', isTextOrNumber),
    stream: streams(context, document, shape, args),
    ...(asked && { asked }),
    repeats: repeatsOf(context, document, site, chains),
    ...(shape.url || isHanded(match) ? { confidence: 'low' as const } : {}),
    source: sourceOf(document, call, { shape, args, chains, limit }),
  }
}

/** Each provider with each model once. */
function distinct(offered: readonly Offered[]): readonly Offered[] {
  const keyOf = ({ provider, model }: Offered) =>
    `${provider} ${model.is === 'oneOf' ? model.among.join(' ') : (valueOf(model) ?? '')}`
  return offered.filter((each, at) => offered.findIndex((other) => keyOf(other) === keyOf(each)) === at)
}

const isAnswered = (context: Context, { unlessFrom = {} }: CallShape, args: Arguments): boolean =>
  Object.entries(unlessFrom).some(([name, method]) => {
    const values = args.get(name).among.flatMap(context.evaluate)
    return values.some(
      (value) => value.is === 'symbol' && value.path.some((step) => step.called && step.name === method),
    )
  })

/** `VectorStoreIndex([], …)`: there is nothing to embed. */
function isOfNothing(context: Context, { unlessEmpty }: CallShape, args: Arguments): boolean {
  const { among, state } = args.first(unlessEmpty).given
  return state === 'given' && among.every((expr) => expr.is === 'list' && elementsOf(context, expr)?.length === 0)
}

const addedBy = ({ adds }: CallShape, at: Location): readonly PromptPart[] =>
  adds === undefined ? [] : [{ is: 'hole', name: adds, at }]

function apiOf({ api, apis = [] }: CallShape, args: Arguments, model: Known<string>): Api {
  const ids = model.is === 'oneOf' ? model.among : [valueOf(model) ?? '']
  const fits = (like: RegExp | undefined) => like !== undefined && ids.every((id) => like.test(id))
  const isGiven = (params: Params | undefined) => args.first(params).given.state === 'given'
  return apis.find((other) => fits(other.model) || isGiven(other.given))?.api ?? api
}

const namesOf = (names: Params | undefined): readonly string[] =>
  names === undefined ? [] : typeof names === 'string' ? [names] : names

/** A client whose making can be seen says more than a type it is declared with. */
function madeFirst(matches: readonly Match[]): readonly Match[] {
  const made = matches.filter((match) => match.symbol.path.some((segment) => segment.call))
  return made.length > 0 ? made : matches
}

/** The name of the limit in the call itself: the one given, else the newest of its own provider. */
function limitOf({ own }: Sdk, shape: CallShape, provider: Provider, chains: readonly Chain[]): string | undefined {
  const limits = namesOf(shape.maxOutput)
  const given = chains[0] && leverIn(chains[0], 'maxOutput')
  if (given?.layer.levers === shape) return given.name
  // Given elsewhere: another limit here would be a second one.
  if (given && given.given.state !== 'open') return undefined
  if (shape.maxOutputRequired) return undefined
  return own === undefined || own.includes(provider) ? limits[0] : limits.at(-1)
}

/** One answer unless the call asks for more: what every provider documents. */
const countOf = (given: Known<number>, at: ModelCall['location']): Known<number> =>
  given.is === 'unknown' && given.why === 'absent' ? assumed(1, at, 'default') : given

function streams(context: Context, document: Document, shape: CallShape, args: Arguments): boolean {
  if (typeof shape.stream !== 'string') return shape.stream ?? false
  return valueOf(readGiven(context, document, args.get(shape.stream), isBoolean)) ?? false
}

interface Read {
  readonly shape: CallShape
  readonly args: Arguments
  readonly chains: readonly Chain[]
  readonly limit: string | undefined
}

function sourceOf(document: Document, call: number, { shape, args, chains, limit }: Read): CallSource {
  const written = [...args.fields.named].flatMap(([name, field]) => {
    const value = name.startsWith('[') ? undefined : field.among.at(-1)
    return value ? [[name, locate(document, value.span)] as const] : []
  })
  const model = chains[0] && leverIn(chains[0], 'model')
  const named = shape.url
    ? undefined
    : model?.layer.levers === shape
      ? model.name
      : model
        ? undefined
        : namesOf(shape.model)[0]
  const parameters = { model: named, maxOutput: limit, cache: namesOf(shape.cacheMarker)[0] }
  return { call, parameters, arguments: Object.fromEntries(written) }
}
