// Lines of what is billed by the token: what is sent, and what is answered.
import { exactly, plus, scale, sum, times } from '../band.ts'
import { bandOf, valueOf } from '../known.ts'
import { say } from '../money.ts'
import type { ModelPrice, Rate } from '../prices/book.ts'
import { kindOf } from '../prices/model-id.ts'
import { unitBand } from '../prices/range.ts'
import type { TokenCounter } from '../tokens/counter.ts'
import { chatOverhead, isCompletion, isMessage } from '../tokens/overhead.ts'
import { toolTokens } from '../tokens/tools.ts'
import type { Assumption, Band, Line, ModelCall, Price, PromptPart, Why } from '../types.ts'
import { answerOf } from './answer.ts'
import { typicalAnswer } from './assumptions.ts'
import type { Costing } from './costing.ts'
import { countedHoles } from './counted-holes.ts'
import { historyAssumed, historyLabel, historyTokens } from './history.ts'

export interface Input {
  readonly lines: readonly Line[]
  readonly tokens: Band | undefined
  /** What decides the price tier: all tokens that are known or assumed. */
  readonly length: Band
  /** Without what earlier turns of a conversation added. */
  readonly first: Band | undefined
}

export function inputLines(costing: Costing): Input {
  const { call, id, price, tools, assumed } = costing
  const { prefix, rest } = splitAtFirstHole(call.input)
  const written = fixedTokens(prefix, id, tools.tokens)
  const stable = written.high > 0 && call.api === 'chat' ? plus(written, framing(call.input, id)) : written
  const later = fixedTokens(rest, id, tools.tokens)
  const counted = countedHoles(call.input, id)
  const seen = counted.reduce((all, { tokens }) => plus(all, tokens), exactly(0))
  const grown = historyTokens(costing)
  const holes = call.input.filter(
    (part): part is Hole => part.is === 'hole' && !counted.some(({ hole }) => hole === part) && !(part.grows && grown),
  )
  const taken = holes.length > 0 ? tools.settings.assume.inputTokens : undefined
  const length = plus(plus(plus(stable, later), plus(seen, exactly(taken ?? 0))), grown ?? exactly(0))
  const isWhole = call.input.length > 0 && (taken !== undefined || holes.every((hole) => hole.grows))
  const first = isWhole ? plus(plus(plus(stable, later), seen), exactly(taken ?? 0)) : undefined
  const lines: Line[] = []
  if (stable.high > 0) lines.push(stableLine(call, price, stable, length, assumed))
  if (later.high > 0)
    lines.push(lineOf('Input text after what changes', 'input token', later, rateOf(call, price, 'input', length)))
  const rate = rateOf(call, price, 'input', length)
  if (grown) {
    lines.push(lineOf(historyLabel, 'input token', grown, rate))
    assumed.push(...historyAssumed(call))
  }
  for (const label of ['Pictures', 'Retrieved context'] as const) {
    const these = counted.filter((each) => each.label === label)
    if (these.length > 0) lines.push(lineOf(label, 'input token', sum(these.map(({ tokens }) => tokens)), rate))
    assumed.push(...these.flatMap((each) => each.assumed))
  }
  const isOpen = call.input.length === 0 || (holes.length > 0 && taken === undefined)
  if (isOpen && rate) assumed.push(...assumedTier(call, price, rate))
  const isTold = addFilledIn(costing, holes, rate, lines)
  return { lines, tokens: isTold ? length : undefined, length, first }
}

/** What is sent and does not stand in the source. @returns whether all its tokens are known, or assumed */
function addFilledIn(
  { call, price, tools, unknown, assumed }: Costing,
  holes: readonly Hole[],
  rate: Price | undefined,
  lines: Line[],
): boolean {
  if (call.input.length === 0) {
    unknown.push({ what: 'input', why: 'dynamic', at: call.location })
    lines.push(lineOf('Input', 'input token', undefined, rate, 'dynamic'))
    return false
  }
  const soundRate = price.rates['audio-input']?.price
  const heard = soundRate ? holes.filter(({ sound }) => sound) : []
  if (soundRate && heard.length > 0) {
    unknown.push({ what: 'tokens of the sound that is sent', why: 'usage', at: heard[0]!.at })
    lines.push(lineOf('Sound', soundRate.unit, undefined, soundRate, 'usage'))
  }
  const other = holes.filter((hole) => !heard.includes(hole))
  if (other.length === 0) return heard.length === 0
  const names = [...new Set(other.map((hole) => hole.name))]
  const label = `Input filled in at run time (${names.slice(0, 3).join(', ')}${names.length > 3 ? ', …' : ''})`
  const taken = tools.settings.assume.inputTokens
  if (taken === undefined) {
    unknown.push({ what: `tokens of ${names.join(', ')}`, why: 'dynamic', at: other[0]!.at })
    lines.push(lineOf(label, 'input token', undefined, rate, 'dynamic'))
    return false
  }
  assumed.push({ what: 'input tokens filled in at run time', value: String(taken), from: 'outlay.json' })
  lines.push(lineOf(label, 'input token', exactly(taken), rate))
  return true
}

type Hole = Extract<PromptPart, { is: 'hole' }>

/** Where the price depends on a length that is not known, the tier it was taken from is an assumption. */
function assumedTier(call: ModelCall, price: ModelPrice, taken: Price): readonly Assumption[] {
  const next = rateListed(call, price, 'input')?.tiers.find((tier) => tier.price.usd > taken.usd)
  if (!next) return []
  const value = say`at most ${next.above} tokens`
  return [{ what: 'length of the input', value, from: 'a longer one is billed at a higher price', at: call.location }]
}

/**
 * Tokens of the text that stands in the source. Texts are counted one by one, as they are sent.
 * @param ofTools how definitions of tools are counted: as they are billed, unless it is said
 */
export function fixedTokens(
  parts: readonly PromptPart[],
  model: string | undefined,
  tokens: TokenCounter,
  ofTools: typeof toolTokens = toolTokens,
): Band {
  const counts = wholeTexts(parts).map((part) => ofTools(part, model, tokens) ?? tokens.count(part.text, model))
  return sum(counts) ?? exactly(0)
}

type TextPart = Extract<PromptPart, { is: 'text' }>

function wholeTexts(parts: readonly PromptPart[]): readonly TextPart[] {
  const whole: TextPart[] = []
  for (const [i, part] of parts.entries()) {
    if (part.is !== 'text' || part.text === '') continue
    const last = whole.at(-1)
    if (last && part.continues && parts[i - 1]?.is === 'text')
      whole[whole.length - 1] = { ...last, text: last.text + part.text }
    else whole.push(part)
  }
  return whole
}

/** Tokens that frame the messages: a new one begins wherever the parameter, the role or the message changes. */
function framing(parts: readonly PromptPart[], model: string): Band {
  if (isCompletion(model)) return exactly(0)
  const messages = parts.filter(
    (part, i) =>
      isMessage(part, model) &&
      !(part.is === 'hole' && part.grows) &&
      (part.from !== parts[i - 1]?.from || part.role !== parts[i - 1]?.role || part.message !== parts[i - 1]?.message),
  ).length
  const speakers = parts.filter((part) => part.is === 'text' && part.speaker).length
  const { perMessage, perRequest } = chatOverhead(model)
  return plus(plus(scale(perMessage, messages), perRequest), exactly(speakers))
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
  const cache = { tokens, length, rate, read: tiered(cacheRead, length) }
  if (call.cached) return markedLine(call, price, cache, assumed)
  if (price.cacheNeedsMark) return lineOf('Input text', 'input token', tokens, rate)
  return cachedByItself(call, price, cache, assumed)
}

interface Cache {
  readonly tokens: Band
  readonly length: Band
  /** Of what is neither read nor written. */
  readonly rate: Price
  readonly read: Price
}

function cachedByItself(
  call: ModelCall,
  price: ModelPrice,
  { tokens, length, rate, read }: Cache,
  assumed: Assumption[],
): Line {
  const full = unitBand(rate)
  // Newer models bill what they write to a cache nobody asked for; of another tier no list says how much that is.
  const isStandard = price.rates.input !== undefined && rate === tiered(price.rates.input, length)
  const write = isStandard ? price.rates['cache-write'] : undefined
  const low = Math.min(unitBand(read).low, full.low)
  if (!write) return lineWith('Input text', 'input token', tokens, { ...full, low }, [rate, read])
  const written = tiered(write, length)
  assumed.push({
    what: 'prompt cache',
    value: 'likely neither read nor written',
    from: 'the provider caches by itself, and bills both',
    at: call.location,
  })
  const high = Math.max(full.high, unitBand(written).high)
  return lineWith('Input text', 'input token', tokens, { ...full, low, high }, [rate, read, written])
}

function markedLine(call: ModelCall, price: ModelPrice, { tokens, length, read }: Cache, assumed: Assumption[]): Line {
  const kept = call.cacheLife === '1h' ? price.rates['cache-write-1h'] : undefined
  const write = tiered(kept ?? price.rates['cache-write'] ?? price.rates.input!, length)
  assumed.push({
    what: 'prompt cache',
    value: 'read more often than written',
    from: 'the call marks its prompt as cached',
  })
  const { low, likely, high } = unitBand(read)
  const unit = { low, likely, high: Math.max(high, unitBand(write).high) }
  return lineWith('Input text, cached', 'input token', tokens, unit, [read, write])
}

const mostOf = ({ maxOutputElsewhere: least }: ModelPrice): string =>
  least === undefined
    ? 'the most the model can write'
    : say`the most the model can write, by one price list; another has ${least} tokens`

/** The answer, and what the model thinks before it where the call says for how much. */
export function outputLines(costing: Costing, length: Band): readonly Line[] {
  const { call, price, tools, unknown, assumed } = costing
  const rate = rateOf(call, price, 'output', length)
  const answer = answerOf(call, price, tools)
  const limit = answer?.high
  const n = bandOf(call.n)
  if (call.maxOutput.is === 'unknown') {
    const at = call.maxOutput.at ?? call.location
    if (limit === undefined) unknown.push({ what: 'output limit', why: call.maxOutput.why, at })
    else assumed.push({ what: 'output limit', value: say`${limit} tokens`, from: mostOf(price), at })
  }
  if (call.n.is === 'unknown')
    unknown.push({ what: 'answers per call', why: call.n.why, at: call.n.at ?? call.location })
  if (limit === undefined || answer === undefined || n === undefined)
    return [lineOf('Output', 'output token', undefined, rate, 'absent')]
  const typical = tools.settings.assume.outputTokens ?? typicalAnswer.tokens
  const from = tools.settings.assume.outputTokens === undefined ? typicalAnswer.from : 'outlay.json'
  const { likely } = answer
  const asked = valueOf(call.reasoning)
  // Google takes −1 for as much as the model likes.
  const budget = typeof asked === 'number' && asked > 0 ? asked : undefined
  const thought = budget !== undefined && thinks(call, price) ? thoughtIn(answer, budget) : undefined
  if (thinks(call, price)) {
    assumed.push({
      what: 'thinking',
      value: budget !== undefined ? say`at most ${budget} tokens` : 'between none and the output limit',
      from: 'no figure for it is published, so the likely output has none; it is billed as output',
      at: call.location,
    })
    if (call.reasoning.is !== 'unknown') unknown.push({ what: likelyThinking, why: 'usage', at: call.reasoning.at })
  }
  assumed.push({
    what: 'likely output tokens',
    value: String(likely),
    from: likely < typical ? 'the output limit' : from,
  })
  const spoken = call.asked?.sound ? price.rates['audio-output'] : undefined
  if (spoken) {
    unknown.push({ what: 'tokens of the sound that is answered', why: 'usage', at: call.location })
    const sound = lineOf('Sound answered', spoken.price.unit, undefined, spoken.price, 'usage')
    return [lineOf('Output', 'output token', times(answer, n), rate), sound]
  }
  if (!thought) return [lineOf('Output', 'output token', times(answer, n), rate)]
  const said = { ...answer, high: answer.high - thought.high }
  return [
    lineOf('Thinking', 'output token', times(thought, n), rate),
    lineOf('Output', 'output token', times(said, n), rate),
  ]
}

/** What is unknown of a call that asks for thinking: it has an amount, from none of it to all that it allows. */
export const likelyThinking = 'tokens of thinking'

/** Up to the budget, which is part of the output limit: together they reach it, and the likely answer is left its room. */
const thoughtIn = (answer: Band, budget: number): Band => ({
  low: 0,
  likely: 0,
  high: Math.max(0, Math.min(budget, answer.high - answer.likely)),
})

/**
 * Models that think where the call does not say: https://platform.openai.com/docs/guides/reasoning (GPT-5.1 and later do not),
 * https://ai.google.dev/gemini-api/docs/thinking
 */
const thinkers = /^(o[134]($|-)|gpt-5($|-(mini|nano|pro|codex)$)|gpt-oss-|gemini-(2\.5-(pro|flash)$|3))/

function thinks({ reasoning }: ModelCall, { id }: ModelPrice): boolean {
  if (reasoning.is === 'unknown') return reasoning.why !== 'absent' || thinkers.test(kindOf(id))
  const asked = valueOf(reasoning)
  return asked !== 0 && asked !== 'none' && asked !== 'disabled'
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
export function rateOf(
  call: ModelCall,
  price: ModelPrice,
  direction: 'input' | 'output',
  input: Band,
): Price | undefined {
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
