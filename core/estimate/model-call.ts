import { exactly, hull, plus, scale, sum, times } from '../band.ts'
import { bandOf, known, valueOf } from '../known.ts'
import { say } from '../money.ts'
import type { ModelPrice, PriceBook, Rate } from '../prices/book.ts'
import { nearestModel } from '../prices/nearest.ts'
import { unitBand } from '../prices/range.ts'
import type { Settings } from '../settings.ts'
import type { TokenCounter } from '../tokens/counter.ts'
import { chatOverhead } from '../tokens/overhead.ts'
import type { Assumption, Band, Estimate, Line, ModelCall, Price, PromptPart, Status, Unknown, Why } from '../types.ts'
import { typicalAnswer } from './assumptions.ts'

export interface EstimateTools {
  readonly prices: PriceBook
  readonly tokens: TokenCounter
  readonly settings: Settings
}

/** Apis whose bill is tokens in and tokens out; the others are billed by units the source does not show. */
const byToken = new Set(['chat', 'embed', 'batch'])

/**
 * What one execution of a call costs, in USD. A model that is one of several gives the hull of their estimates. Nothing is
 * multiplied by the loops around the call: how often they turn is the volume's business.
 */
export function estimateModelCall(call: ModelCall, tools: EstimateTools): Estimate {
  const estimate = estimateRead(call, tools)
  return call.confidence === 'low' ? { ...estimate, assumed: [recognised(call), ...estimate.assumed] } : estimate
}

const recognised = ({ provider, api, location }: ModelCall): Assumption => ({
  what: 'what is called',
  value: `${api} at ${provider}`,
  from: 'recognised by host and path',
  at: location,
})

function estimateRead(call: ModelCall, tools: EstimateTools): Estimate {
  if (call.provider === 'local') return nothing('free')
  if (!byToken.has(call.api)) {
    return nothing('unsupported', [{ what: `price of ${call.api} calls`, why: 'unsupported', at: call.location }])
  }
  if (call.model.is === 'oneOf') {
    const each = call.model.among.map((id) => estimateOne({ ...call, model: known(id, call.location) }, id, tools))
    return merge(each)
  }
  const id = valueOf(call.model)
  if (id === undefined) {
    const why: Why = call.model.is === 'unknown' ? call.model.why : 'dynamic'
    return nothing('unknown', [{ what: 'model', why, at: call.model.at ?? call.location }])
  }
  return estimateOne(call, id, tools)
}

function nothing(status: Status, unknown: readonly Unknown[] = []): Estimate {
  return { per: 'call', status, usd: undefined, month: undefined, lines: [], unknown, assumed: [] }
}

function noPrice({ provider, location }: ModelCall, id: string, prices: PriceBook): Unknown {
  const nearest = nearestModel(prices, provider, id)
  const what = `price of ${id} at ${provider}`
  return { what, why: 'no-price', at: location, ...(nearest === undefined ? {} : { nearest }) }
}

function estimateOne(call: ModelCall, id: string, tools: EstimateTools): Estimate {
  const price = tools.prices.model(call.provider, id)
  if (!price) return nothing('unknown', [noPrice(call, id, tools.prices)])
  const unknown: Unknown[] = []
  const assumed: Assumption[] = []
  const input = inputLines(call, id, price, tools, unknown, assumed)
  const output = call.api === 'embed' ? undefined : outputLine(call, price, input.length, tools, unknown, assumed)
  const one = output ? [...input.lines, output] : input.lines
  const lines = call.api === 'batch' ? ofManyRequests(one, call, unknown) : one
  if (call.tier.is !== 'known' && !(call.tier.is === 'unknown' && call.tier.why === 'absent')) {
    assumed.push({
      what: 'service tier',
      value: 'standard',
      from: 'the tier is only known at run time',
      at: call.tier.at,
    })
  }
  if (call.model.is === 'assumed') {
    assumed.push({ what: 'model', value: id, from: call.model.via, at: call.model.at })
  }
  const usd = sum(lines.map((line) => line.usd))
  const volume = tools.settings.volume(call)
  return {
    per: 'call',
    status: statusOf(lines),
    usd,
    month: volume && usd ? { usd: times(usd, volume.calls), calls: volume.calls, from: volume.from } : undefined,
    lines,
    unknown,
    assumed,
    inputTokens: input.tokens,
    outputTokens: output?.quantity,
  }
}

/** A batch is one call that carries many requests: their tokens have a price, and nobody has told how many there are. */
function ofManyRequests(lines: readonly Line[], call: ModelCall, unknown: Unknown[]): readonly Line[] {
  unknown.push({ what: 'requests in the batch', why: 'dynamic', at: call.location })
  return lines.map((line) => ({ ...line, quantity: undefined, usd: undefined, why: line.why ?? 'dynamic' }))
}

/** priced: every line has an amount. partial: some amount or some unit price. unknown: neither. */
function statusOf(lines: readonly Line[]): Status {
  if (lines.length > 0 && lines.every((line) => line.usd)) return 'priced'
  return lines.some((line) => line.usd || line.unitUsd) ? 'partial' : 'unknown'
}

interface Input {
  readonly lines: readonly Line[]
  readonly tokens: Band | undefined
  /** What decides the price tier: all tokens that are known or assumed. */
  readonly length: Band
}

function inputLines(
  call: ModelCall,
  id: string,
  price: ModelPrice,
  tools: EstimateTools,
  unknown: Unknown[],
  assumed: Assumption[],
): Input {
  const { prefix, rest } = splitAtFirstHole(call.input)
  const written = fixedTokens(prefix, id, tools.tokens)
  const stable = written.high > 0 && call.api === 'chat' ? plus(written, framing(call.input)) : written
  const later = fixedTokens(rest, id, tools.tokens)
  const holes = call.input.filter((part) => part.is === 'hole')
  const taken = holes.length > 0 ? tools.settings.assume.inputTokens : undefined
  const length = plus(plus(stable, later), exactly(taken ?? 0))
  const lines: Line[] = []
  if (stable.high > 0) lines.push(stableLine(call, price, stable, length, assumed))
  if (later.high > 0)
    lines.push(lineOf('Input text after what changes', 'input token', later, rateOf(call, price, 'input', length)))
  const rate = rateOf(call, price, 'input', length)
  const isOpen = call.input.length === 0 || (holes.length > 0 && taken === undefined)
  if (isOpen && rate) assumed.push(...assumedTier(call, price, rate))
  if (call.input.length === 0) {
    unknown.push({ what: 'input', why: 'dynamic', at: call.location })
    lines.push(lineOf('Input', 'input token', undefined, rate, 'dynamic'))
    return { lines, tokens: undefined, length }
  }
  if (holes.length === 0) return { lines, tokens: length, length }

  const names = [...new Set(holes.map((hole) => hole.name))]
  const label = `Input filled in at run time (${names.slice(0, 3).join(', ')}${names.length > 3 ? ', …' : ''})`
  if (taken === undefined) {
    unknown.push({ what: `tokens of ${names.join(', ')}`, why: 'dynamic', at: holes[0]!.at })
    lines.push(lineOf(label, 'input token', undefined, rate, 'dynamic'))
    return { lines, tokens: undefined, length }
  }
  assumed.push({ what: 'input tokens filled in at run time', value: String(taken), from: 'outlay.json' })
  lines.push(lineOf(label, 'input token', exactly(taken), rate))
  return { lines, tokens: length, length }
}

/** Where the price depends on a length that is not known, the tier it was taken from is an assumption. */
function assumedTier(call: ModelCall, price: ModelPrice, taken: Price): readonly Assumption[] {
  const next = rateListed(call, price, 'input')?.tiers.find((tier) => tier.price.usd > taken.usd)
  if (!next) return []
  const value = say`at most ${next.above} tokens`
  return [{ what: 'length of the input', value, from: 'a longer one is billed at a higher price', at: call.location }]
}

/** Tokens of the text that stands in the source. Parts are counted one by one, as they are sent. */
export function fixedTokens(parts: readonly PromptPart[], model: string | undefined, tokens: TokenCounter): Band {
  const counts = parts.flatMap((part) =>
    part.is === 'text' && part.text !== '' ? [tokens.count(part.text, model)] : [],
  )
  return sum(counts) ?? exactly(0)
}

/** Tokens that frame the messages: a new one begins wherever the parameter or the role changes. */
function framing(parts: readonly PromptPart[]): Band {
  const messages = parts.filter(
    (part, i) => part.from !== parts[i - 1]?.from || part.role !== parts[i - 1]?.role,
  ).length
  return plus(scale(chatOverhead.perMessage, messages), chatOverhead.perRequest)
}

/** A cache serves an exact prefix: what stands before the first thing that changes from call to call. */
export function splitAtFirstHole(parts: readonly PromptPart[]): {
  readonly prefix: readonly PromptPart[]
  readonly rest: readonly PromptPart[]
} {
  const first = parts.findIndex((part) => part.is === 'hole')
  return first < 0 ? { prefix: parts, rest: [] } : { prefix: parts.slice(0, first), rest: parts.slice(first) }
}

/** The unchanging start of the prompt, at the cache's prices where the call and its length let the provider cache it. */
function stableLine(call: ModelCall, price: ModelPrice, tokens: Band, length: Band, assumed: Assumption[]): Line {
  const rate = rateOf(call, price, 'input', length)
  const cacheRead = price.rates['cache-read']
  const longEnough = price.minCacheable !== undefined && tokens.likely >= price.minCacheable
  if (!rate || !cacheRead || !longEnough || call.batch) return lineOf('Input text', 'input token', tokens, rate)
  const read = tiered(cacheRead, length)
  if (!call.cached && price.cacheNeedsMark) return lineOf('Input text', 'input token', tokens, rate)
  if (!call.cached) {
    const full = unitBand(rate)
    const unit = { ...full, low: Math.min(unitBand(read).low, full.low) }
    return lineWith('Input text', 'input token', tokens, unit, [rate, read])
  }
  const kept = call.cacheLife === '1h' ? price.rates['cache-write-1h'] : undefined
  const write = tiered(kept ?? price.rates['cache-write'] ?? price.rates.input!, length)
  assumed.push({
    what: 'prompt cache',
    value: 'read more often than written',
    from: 'the call marks its prompt as cached',
  })
  const { low, likely } = unitBand(read)
  const unit = { low, likely, high: Math.max(unitBand(read).high, unitBand(write).high) }
  return lineWith('Input text, cached', 'input token', tokens, unit, [read, write])
}

function outputLine(
  call: ModelCall,
  price: ModelPrice,
  length: Band,
  tools: EstimateTools,
  unknown: Unknown[],
  assumed: Assumption[],
): Line | undefined {
  const rate = rateOf(call, price, 'output', length)
  const written = bandOf(call.maxOutput)
  const limit = written?.high ?? price.maxOutput
  const n = bandOf(call.n)
  if (call.maxOutput.is === 'unknown') {
    const at = call.maxOutput.at ?? call.location
    if (limit === undefined) unknown.push({ what: 'output limit', why: call.maxOutput.why, at })
    else assumed.push({ what: 'output limit', value: say`${limit} tokens`, from: 'the most the model can write', at })
  }
  if (call.n.is === 'unknown')
    unknown.push({ what: 'answers per call', why: call.n.why, at: call.n.at ?? call.location })
  if (limit === undefined || n === undefined) return lineOf('Output', 'output token', undefined, rate, 'absent')
  const typical = tools.settings.assume.outputTokens ?? typicalAnswer.tokens
  const from = tools.settings.assume.outputTokens === undefined ? typicalAnswer.from : 'outlay.json'
  const likely = Math.min(limit, typical)
  assumed.push({
    what: 'likely output tokens',
    value: String(likely),
    from: likely < typical ? 'the output limit' : from,
  })
  return lineOf('Output', 'output token', times({ low: Math.min(1, limit), likely, high: limit }, n), rate)
}

/** Words that all ask for the standard price. */
const standardTiers: ReadonlySet<string | undefined> = new Set([
  undefined,
  'auto',
  'default',
  'standard',
  'standard_only',
])

/** The price of a token as this call is sent: by batch, by service tier, by length of the input. */
function rateOf(call: ModelCall, price: ModelPrice, direction: 'input' | 'output', input: Band): Price | undefined {
  const rate = rateListed(call, price, direction)
  return rate && tiered(rate, input)
}

function rateListed(call: ModelCall, price: ModelPrice, direction: 'input' | 'output'): Rate | undefined {
  const tier = call.batch ? 'batch' : valueOf(call.tier)
  if (standardTiers.has(tier)) return price.rates[direction]
  return tier === 'batch' || tier === 'flex' || tier === 'priority' ? price.rates[`${tier}-${direction}`] : undefined
}

/** A request whose input passes a tier's threshold is billed at that tier as a whole. */
export function tiered(rate: Rate, input: Band): Price {
  const passed = rate.tiers.filter((tier) => input.likely > tier.above)
  return passed.length === 0 ? rate.price : passed.reduce((a, b) => (b.above > a.above ? b : a)).price
}

function lineOf(label: string, unit: string, quantity: Band | undefined, price: Price | undefined, why?: Why): Line {
  if (!price) return { label, unit, quantity, unitUsd: undefined, usd: undefined, why: why ?? 'no-price', prices: [] }
  const unitUsd = unitBand(price)
  if (!quantity) return { label, unit, quantity, unitUsd, usd: undefined, why: why ?? 'dynamic', prices: [price] }
  return { label, unit, quantity, unitUsd, usd: times(quantity, unitUsd), prices: [price] }
}

function lineWith(label: string, unit: string, quantity: Band, unitUsd: Band, prices: readonly Price[]): Line {
  return { label, unit, quantity, unitUsd, usd: times(quantity, unitUsd), prices }
}

/** One estimate for a model that is one of several: lines paired by label, amounts from the cheapest to the dearest. */
function merge(each: readonly Estimate[]): Estimate {
  const first = each[0]
  if (!first) return nothing('unknown', [{ what: 'model', why: 'dynamic' }])
  const unpriced = each.find((estimate) => estimate.status === 'unknown')
  if (unpriced) return unpriced
  const lines = first.lines.map((line, i) => {
    const all = each.map((estimate) => estimate.lines[i]).filter((other) => other !== undefined)
    return {
      ...line,
      quantity: over(all, 'quantity'),
      unitUsd: over(all, 'unitUsd'),
      usd: over(all, 'usd'),
      prices: all.flatMap((l) => l.prices),
    }
  })
  const months = each.map((estimate) => estimate.month?.usd).filter((band) => band !== undefined)
  const month = hull(months)
  return {
    ...first,
    lines,
    usd: sum(lines.map((line) => line.usd)),
    month: month && first.month ? { ...first.month, usd: month } : undefined,
    status: statusOf(lines),
    assumed: first.assumed,
    inputTokens: hull(each.flatMap((estimate) => estimate.inputTokens ?? [])),
    outputTokens: hull(each.flatMap((estimate) => estimate.outputTokens ?? [])),
  }
}

function over(lines: readonly Line[], field: 'quantity' | 'unitUsd' | 'usd'): Band | undefined {
  const bands = lines.map((line) => line[field]).filter((band) => band !== undefined)
  return bands.length === lines.length ? hull(bands) : undefined
}
