// What a call is billed by, wherever on the way to the call it is given: see `Levers` in core/sdk.ts.
import { type Document, locate } from '../document.ts'
import { assumed, known, unknown, valueOf } from '../known.ts'
import type { Expr } from '../module.ts'
import type { Levers, Params } from '../sdk.ts'
import type { Known, Offered } from '../types.ts'
import { aliased } from './aliases.ts'
import { ambientValues } from './ambient.ts'
import { type Arguments, argumentsOf, type Named } from './arguments.ts'
import { billerOf, soldBy } from './client-provider.ts'
import type { Context } from './context.ts'
import { givenTo, heldIn, madeOf, valuesIn } from './held.ts'
import { heldOf, isAnswer, isChosen, isSilent, type Made, type Match, type Matcher, makingOf, pathOf } from './match.ts'
import { offeredInIds, providerInId } from './model-ids.ts'
import { pickedValues } from './picks.ts'
import { agreed, type Biller } from './providers.ts'
import { type Accept, isText, readGiven, readSome } from './read.ts'
import { takenBy } from './taken.ts'
import { givenWith } from './together.ts'
import { leftTo } from './unset.ts'
import { dotted, type Scalar, type Value } from './value.ts'

/** One place on the way to a call, with the names its levers have there. */
export interface Layer {
  readonly levers: Levers
  readonly args: Arguments
  /** Set on the layer of what was made: who bills it. */
  readonly made?: Made
}

/** From the call outwards. */
export type Chain = readonly Layer[]

export interface Way {
  readonly context: Context
  readonly document: Document
  readonly matcher: Matcher
  /** Where the call begins: what is set for a part of the program is told apart by it. */
  readonly at?: number
}

/** Agents of agents of agents: deeper than this is not followed. */
const deepest = 6
/** More ways to a call than this are not told apart. */
const most = 12

const noArguments: Arguments = {
  fields: { named: new Map(), open: false },
  get: () => ({ among: [], state: 'absent' }),
  first: () => ({ name: undefined, given: { among: [], state: 'absent' } }),
}

/** Each way the call may be billed: one, unless what it is made of is one of several. */
export function chainsOf(way: Way, match: Match, own: Arguments): readonly Chain[] {
  const call: Layer = { levers: match.shape, args: own }
  return extended(way, [], [call, ...stagesOf(way, match), ...layersOf(way, match, match.shape.within)], 0)
}

function extended(way: Way, before: Chain, fresh: Chain, depth: number): readonly Chain[] {
  const whole = [...before, ...fresh.flatMap((layer) => [layer, ...addedTo(way, layer)])]
  const given = depth < deepest ? heldByAll(way, fresh).slice(0, most) : []
  const held = given.length > 0 || depth >= deepest ? given : leftTo(way, fresh).slice(0, most)
  if (held.length === 0) return [whole]
  return held.flatMap((made) => extended(way, whole, layersOf(way, made, undefined), depth + 1)).slice(0, most)
}

/** What is added to a layer: middleware, a prompt. */
function addedTo({ context, matcher }: Way, { levers, args }: Layer): Chain {
  if (levers.with === undefined) return []
  return adding(context, heldIn(context, matcher, args, levers.with))
}

/** The other stages of a pipeline that say what is sent. */
function stagesOf({ context, matcher }: Way, { symbol }: Match): Chain {
  return adding(context, madeOf(context, matcher, symbol.stages ?? []))
}

const adding = (context: Context, found: readonly Made[]): Chain =>
  distinct(found)
    .filter((made) => !bills(made))
    .map((made) => layerOf(context, made))

function layerOf(context: Context, made: Made): Layer {
  const call = makingOf(made)?.call
  return { levers: made.client, args: call ? argumentsOf(context, call, 0, []) : noArguments, made }
}

/** The calls between the method and what made its receiver, nearest first, then the making itself. */
function layersOf(way: Way, made: Made, within: Readonly<Record<string, Levers>> | undefined): Chain {
  const { context } = way
  const layers: Layer[] = []
  for (let at = made.rest.length - 1; at >= 0; at--) {
    const segment = made.rest[at]!
    const own = made.sdk.steps?.[segment.name]
    const silent = isSilent(made, segment)
    if (!segment.call || (silent && !own)) continue
    const path = pathOf({ ...made, rest: made.rest.slice(0, at + 1) })
    const levers = within?.[path] ?? { ...(silent ? {} : inherited(made.client)), ...own }
    layers.push({ levers, args: argumentsOf(context, segment.call, 0, []) })
  }
  layers.push(layerOf(context, made))
  return layers
}

/**
 * What a later step may say again of the client, by name: `llm.bind(max_tokens=100)`. Its arguments without a name are its own, and what
 * the client is made of is not repeated there.
 */
function inherited({ model, id, maxOutput, n, tier, reasoning, size, quality, seconds }: Levers): Levers {
  return {
    model: byName(model),
    id,
    maxOutput: byName(maxOutput),
    n: byName(n),
    tier: byName(tier),
    reasoning: byName(reasoning),
    size: byName(size),
    quality: byName(quality),
    seconds: byName(seconds),
  }
}

const byName = (params: Params = []): Params =>
  (typeof params === 'string' ? [params] : params).filter((name) => !name.startsWith('['))

/** What the layers are given, nearest first, up to one that is given the model itself: that replaces what is held further out. */
function heldByAll(way: Way, layers: Chain): readonly Made[] {
  const chosen = layers.findIndex((layer) => !layer.made?.client.passes && modelsGiven(way, layer).length > 0)
  return (chosen < 0 ? layers : layers.slice(0, chosen + 1)).flatMap((layer) => heldBy(way, layer))
}

const modelsGiven = ({ context, matcher }: Way, { levers, args }: Layer): readonly Made[] =>
  heldIn(context, matcher, args, levers.model)

/** Other clients, models and agents a layer is given. A model says more than what it is asked through. */
function heldBy(way: Way, { levers, args, made }: Layer): readonly Made[] {
  const { context, matcher, at } = way
  if (made?.client.passes) return distinct(heldOf(context, matcher, made))
  const valuesOf = (params: Params | undefined) => givenTo(args, params).flatMap((expr) => valuesIn(context, expr, 0))
  const model = valuesOf(levers.model)
  const models = distinct(madeOf(context, matcher, model))
  if (models.length > 0) return models
  const taken = made?.client.takes ? takenBy(context, made).flatMap((expr) => valuesIn(context, expr, 0)) : []
  const values = [...(made ? pickedValues(context, made) : []), ...valuesOf(levers.of), ...taken]
  const asked = values.length + model.length > 0 || levers.ambient === undefined
  const held = madeOf(context, matcher, asked ? values : ambientValues(context, levers.ambient, at))
  // Of whatever the call is given, what a model wrote is its text: `store.similarity_search(model.invoke(…).content)`.
  const given = made === undefined && levers.of === '*' ? held.filter((each) => !isAnswer(each)) : held
  return distinct(given).filter((each) => bills(each) && !isEmpty(context, each))
}

/** A task that is given no agent of its own is left to whoever it is handed to. */
function isEmpty(context: Context, made: Made): boolean {
  const { provider, model, of, sells, ambient, defaultModel, takes, passes } = made.client
  const said = [provider, model, sells, ambient, defaultModel, takes, passes]
  const call = makingOf(made)?.call
  if (!call || of === undefined || of === '*' || said.some((each) => each !== undefined)) return false
  return argumentsOf(context, call, 0, []).first(of).given.state === 'absent'
}

/** A prompt, a middleware, or an index that no call is made of, says nothing of who is paid for what. */
const bills = ({ client, sdk }: Made) =>
  (sdk.calls.length > 0 && !(client.cached || client.input || client.repeats || client.pieces)) ||
  [client.provider, client.model, client.of, client.ambient, client.defaultModel].some((said) => said !== undefined)

function distinct(found: readonly Made[]): readonly Made[] {
  const seen = new Set<string>()
  return found.filter((made) => {
    const key = `${dotted(made.symbol.path)} ${makingOf(made)?.call?.id ?? ''}`
    return !seen.has(key) && seen.add(key)
  })
}

/**
 * A text with spaces in it is no id: a string that was left open runs on into the code behind it. Nor is what is left of `{provider}/{model}`
 * where both begin empty.
 */
const isModelId = (value: Scalar): value is string => isText(value) && !/\s/.test(value) && /[\p{L}\p{N}]/u.test(value)

type Lever = 'model' | 'maxOutput' | 'n' | 'tier' | 'reasoning' | 'size' | 'quality' | 'seconds' | 'documents'

/** The nearest layer that gives a lever, under the name it has there. */
export function leverIn(chain: Chain, lever: Lever): (Named & { readonly layer: Layer }) | undefined {
  let open: (Named & { readonly layer: Layer }) | undefined
  for (const layer of chain) {
    const found = layer.args.first(layer.levers[lever])
    if (found.given.state === 'given' || found.given.state === 'maybe') return { ...found, layer }
    if (found.given.state === 'open') open ??= { ...found, layer }
  }
  return open
}

export function readLever<T extends string | number>(
  { context, document }: Way,
  chains: readonly Chain[],
  lever: Lever,
  accept: Accept<T>,
): Known<T> {
  return readSome(
    chains.map((chain) => {
      const found = leverIn(chain, lever)
      return found ? readGiven(context, document, found.given, accept) : unknown<T>('absent')
    }),
  )
}

/** Model and provider of one way to the call. */
function billedBy(way: Way, whole: Chain): Billed {
  const { context, document } = way
  const chain = fromModel(way, whole)
  if (chain === undefined) return { model: unknown('dynamic'), provider: 'unknown' }
  const found = leverIn(chain, 'model')
  const read = found
    ? readGiven(context, document, aliased(context, chain, found.given), isModelId)
    : unknown<string>('absent')
  const isOpen = chain.some(({ made, args }) => made && mayBeChosen(made, args))
  const absent = read.is === 'unknown' && read.why === 'absent'
  const layer = absent ? defaultIn(chain) : undefined
  // What a library takes where nothing is written moves with its version: it is told, and never taken for the model.
  const usual = layer && known(layer.levers.defaultModel!, locate(document, [0, 0]))
  const model = absent && !usual && chain !== whole ? unknown<string>('dynamic') : isOpen ? asDefault(read) : read
  const form = (layer ?? found?.layer)?.levers.id ?? 'plain'
  if (form === 'gateway' && read.is !== 'unknown') return { model, provider: 'gateway' }
  const told = providerInId(form, usual ?? model)
  const { provider, from, among } = told ?? billerIn(way, chain)
  if (usual) return { model, provider, from, usual: valueOf(told?.model ?? usual) }
  return { model: told?.model ?? model, provider, from, among, ...(told ? {} : { offered: offeredInIds(form, model) }) }
}

/** Either names what a run may choose: `configurable_fields(model_name=…)`, `configurable_fields=("model",)`; alternatives are of the whole. */
function mayBeChosen(made: Made, args: Arguments): boolean {
  const names = listOf(made.client.model ?? [])
  const steps = made.rest.filter((step) => isChosen(made, step)).flatMap(({ call }) => call?.args ?? [])
  if (steps.some(({ name }) => name === undefined || names.includes(name))) return true
  const { among, state } = args.first(made.client.chosen).given
  const others = (expr: Expr) => expr.is === 'list' && expr.items.every((item) => !names.includes(constantOf(item)))
  return state === 'given' && !among.every((expr) => expr.is === 'null' || others(expr))
}

const listOf = (params: Params): readonly string[] => (typeof params === 'string' ? [params] : params)

const constantOf = (expr: Expr): string =>
  expr.is === 'text' && expr.parts.length === 1 && typeof expr.parts[0] === 'string' ? expr.parts[0] : 'model'

const asDefault = (model: Known<string>): Known<string> =>
  model.is === 'known' ? assumed(model.value, model.at, 'parameter') : model

/**
 * Where the model is an object of its own, the part of the way that begins with what made it: that says which model it is, and whose.
 * Undefined where it may as well be a text.
 */
function fromModel(way: Way, chain: Chain): Chain | undefined {
  const found = leverIn(chain, 'model')
  const values = found?.given.among.flatMap(way.context.evaluate) ?? []
  const isMade = values.some((value) => value.is === 'symbol' && way.matcher.made(way.context, value))
  if (!found || !isMade) return chain
  if (values.some((value) => (value.is === 'scalar' && isText(value.value)) || isLookedUp(value))) return undefined
  return fromModel(way, chain.slice(chain.indexOf(found.layer) + 1))
}

/** `models[provider][id] || fallback`: which of a table it is, only a run can tell. */
const isLookedUp = (value: Value) => value.is === 'unknown' && value.why === 'dynamic'

const defaultIn = (chain: Chain) => chain.find(({ levers }) => levers.defaultModel !== undefined)

/** The nearest client that says who bills it. */
function billerIn({ context, document, matcher }: Way, chain: Chain): Biller {
  for (const { made, levers, args } of chain) {
    const sold = made ? undefined : soldBy(context, [args], levers.sells)
    if (sold) return sold
    if (made && (made.client.provider ?? made.client.sells) !== undefined) {
      // What is set for all is used instead of what it would make for itself.
      const set = madeOf(context, matcher, ambientValues(context, levers.ambient ?? [])).at(-1)
      return billerOf(context, set ?? made)
    }
    // The call names another model of the seller the client was made for: `from_provider("openai/gpt-4o")`.
    const { given } = args.first(levers.model)
    const told = made && providerInId(levers.id ?? 'plain', readGiven(context, document, given, isText))
    if (told) return told
  }
  return { provider: 'unknown' }
}

export interface Billed extends Biller {
  readonly offered?: readonly Offered[]
  readonly model: Known<string>
  /** The model the library takes where none is written, by its documentation. */
  readonly usual?: string | undefined
}

const offeredBy = ({ provider, among = [provider], model, offered = [] }: Billed): readonly Offered[] =>
  offered.length > 0 ? offered : among.map((each) => ({ provider: each, model }))

/** Several, and nobody else. */
const isClosed = (offered: readonly Offered[]): boolean =>
  offered.every(({ provider }) => provider !== 'unknown') && new Set(offered.map(({ provider }) => provider)).size > 1

/** Of several models, those that go with what makes the client. */
function wayWith(way: Way, chain: Chain): Way {
  const { context, document } = way
  const made = chain.find((layer) => layer.made)?.made
  const call = made && makingOf(made)?.call
  if (!call || context.module.calls[call.id]?.expr !== call) return way
  const evaluate = (expr: Expr) => givenWith(context, document, context.evaluate(expr), call.span[0])
  return { ...way, context: { ...context, evaluate } }
}

/** Ways that are billed differently leave several models, and no one provider where these differ too. */
export function billed(way: Way, chains: readonly Chain[]): Billed {
  const each = chains.map((chain) => billedBy(chains.length > 1 ? wayWith(way, chain) : way, chain))
  const { provider, from } = agreed(each)
  const isPicked = provider === 'unknown' || each.some(({ offered: own = [] }) => own.length > 0)
  const offered = isPicked ? each.flatMap(offeredBy) : []
  return {
    model: readSome(each.map(({ model }) => model)),
    provider,
    from,
    ...(isClosed(offered) ? { offered } : {}),
    ...(each.length === 1 && each[0]!.usual !== undefined ? { usual: each[0]!.usual } : {}),
  }
}
