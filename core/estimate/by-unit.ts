// Lines of what is billed by the picture, the second, the character, the search, the page or the training token.
import { exactly, sum, times } from '../band.ts'
import { bandOf, valueOf } from '../known.ts'
import type { RateId, UnitId } from '../prices/book.ts'
import { unitBand } from '../prices/range.ts'
import { type UnitAsk, unitPrices } from '../prices/units.ts'
import type { Band, Known, Line, Price, Why } from '../types.ts'
import { documentedDefaults } from './assumptions.ts'
import type { Costed, Costing } from './costing.ts'
import { inputLines, rateOf } from './token-lines.ts'

/** What a call is billed by where it is not, or not only, text in and text out; undefined where it is. */
export function linesByUnit(costing: Costing): Costed | undefined {
  const { call, price } = costing
  const { api } = call
  if (api === 'image' || (api === 'chat' && price.mode === 'image')) return pictures(costing)
  if (api === 'speech' || (api === 'chat' && price.mode === 'speech')) return speech(costing)
  if (api === 'transcribe' || price.mode === 'transcribe') return heard(costing)
  if (api === 'rerank') return ranked(costing)
  if (api === 'video') return filmed(costing)
  if (api === 'fine-tune') return tuned(costing)
  if (api === 'moderate') return moderated(costing)
  if (price.mode === 'ocr' && price.units.length > 0) return pages(costing)
  if (price.mode === 'realtime') return spoken(costing)
  return undefined
}

function pictures(costing: Costing): Costed {
  const { call, price, unknown } = costing
  const sent = inputTokens(costing)
  const n = bandOf(call.n)
  if (!n) unknown.push({ what: 'images per call', why: whyOf(call.n), at: call.n.at ?? call.location })
  const line = unitLine(costing, 'Images', 'image', n, asked(costing))
  if (line) return { lines: [...sent, line] }
  const made = rateLine(costing, 'Images', price.rates['image-output'] ? 'image-output' : 'output')
  return { lines: [...sent, ...made] }
}

function speech(costing: Costing): Costed {
  const { call, price, unknown } = costing
  if (price.units.some(({ id }) => id === 'character')) {
    // The voice is told how to speak by another parameter, which is not spoken.
    const said = call.input.filter(({ from }) => from !== 'instructions')
    const texts = said.flatMap((part) => (part.is === 'text' ? [part.text] : []))
    const hole = said.find((part) => part.is === 'hole')
    if (hole || said.length === 0)
      unknown.push({ what: 'characters that are spoken', why: 'dynamic', at: hole?.at ?? call.location })
    const written = texts.reduce((all, text) => all + [...text].length, 0)
    const quantity = hole || said.length === 0 ? undefined : exactly(written)
    const fixed = quantity || written === 0 ? undefined : unitLine(costing, 'Text', 'character', exactly(written))
    const label = quantity ? 'Text' : 'Text filled in at run time'
    return { lines: [fixed, unitLine(costing, label, 'character', quantity)].filter((line) => line !== undefined) }
  }
  const spokenRate = price.rates['audio-output'] ? 'audio-output' : 'output'
  return { lines: [...inputTokens(costing), ...rateLine(costing, 'Speech', spokenRate)] }
}

function heard(costing: Costing): Costed {
  const { price } = costing
  const bySecond = unitLine(costing, 'Sound', 'input-second', secondsOf(costing))
  if (bySecond) {
    if (!bySecond.usd) costing.unknown.push({ what: 'seconds of sound', why: 'usage', at: costing.call.location })
    return { lines: [bySecond] }
  }
  const sound = rateLine(costing, 'Sound', price.rates['audio-input'] ? 'audio-input' : 'input')
  return { lines: [...inputTokens(costing, 'input', true), ...sound, ...rateLine(costing, 'Text', 'output', false)] }
}

/**
 * A search is one query over up to 100 documents: https://cohere.com/pricing (and https://docs.aws.amazon.com/bedrock/latest/userguide/rerank-pricing.html). Where tokens are billed, the
 * query is read again with each document: https://docs.voyageai.com/docs/faq (total number of tokens)
 */
function ranked(costing: Costing): Costed {
  const { call, price, unknown } = costing
  const documents = call.asked?.documents && bandOf(call.asked.documents)
  const each = unitLine(costing, 'Searches', 'search', documents && searches(documents))
  if (each) {
    if (!each.usd) unknown.push({ what: 'documents', why: 'dynamic', at: call.location })
    return { lines: [each] }
  }
  const filled = call.input.some((part) => part.is === 'hole') || call.input.length === 0 || !documents
  if (filled) return { lines: rateLine(costing, 'Query and documents', 'input', true, 'dynamic') }
  const query = { ...call, input: call.input.filter(({ from }) => from === 'query') }
  const rest = { ...call, input: call.input.filter(({ from }) => from !== 'query') }
  const read = times(inputLines({ ...costing, call: query }).length, documents)
  const tokens = sum([read, inputLines({ ...costing, call: rest }).length])
  const rate = rateOf(call, price, 'input', tokens ?? exactly(0))
  return { lines: rate ? [lineFrom('Query and documents', tokens, [rate])] : [], inputTokens: tokens }
}

const searches = (documents: Band): Band => {
  const of = (count: number) => Math.max(1, Math.ceil(count / 100))
  return { low: of(documents.low), likely: of(documents.likely), high: of(documents.high) }
}

function filmed(costing: Costing): Costed {
  const { call, unknown } = costing
  const seconds = secondsOf(costing)
  const n = bandOf(call.n) ?? exactly(1)
  if (!seconds) unknown.push({ what: 'seconds of film', why: 'usage', at: call.location })
  const line = unitLine(costing, 'Film', 'output-second', seconds && times(seconds, n), asked(costing))
  return { lines: line ? [line] : rateLine(costing, 'Film', 'video-output') }
}

function tuned(costing: Costing): Costed {
  const { call, unknown } = costing
  const what = 'tokens of the training file in all epochs'
  const byToken = unitLine(costing, 'Training', 'training-token', undefined)
  const byHour = byToken ? undefined : unitLine(costing, 'Training', 'training-hour', undefined)
  unknown.push({ what: byToken || !byHour ? what : 'hours of training', why: 'usage', at: call.location })
  return { lines: [byToken ?? byHour].filter((line) => line !== undefined) }
}

function moderated(costing: Costing): Costed {
  const request = unitLine(costing, 'Request', 'request', exactly(1))
  return request ? { lines: [request] } : { lines: inputTokens(costing) }
}

function pages(costing: Costing): Costed {
  costing.unknown.push({ what: 'pages', why: 'usage', at: costing.call.location })
  const line = unitLine(costing, 'Pages', 'page', undefined)
  return { lines: line ? [line] : [] }
}

/** A session is billed by what is said in it, after the call that opens it. */
function spoken(costing: Costing): Costed {
  const kinds: readonly (readonly [string, RateId])[] = [
    ['Sound heard', 'audio-input'],
    ['Sound spoken', 'audio-output'],
    ['Text read', 'input'],
    ['Text written', 'output'],
  ]
  costing.unknown.push({ what: 'what is said in the session', why: 'usage', at: costing.call.location })
  return { lines: kinds.flatMap(([label, rate]) => rateLine(costing, label, rate, false)) }
}

/** Fees on top of the tokens of a chat call: for the call itself, and for searches the model makes. */
export function feeLines(costing: Costing): readonly Line[] {
  const { call, price, unknown } = costing
  if (call.api !== 'chat') return []
  const fee = unitLine(costing, 'Request fee', 'request', exactly(1))
  const always = /-search-(preview|api)/.test(price.id)
  const offered = call.input.some((part) => part.is === 'text' && isSearch.test(part.text))
  const found =
    always || offered ? unitLine(costing, 'Web searches', 'web-search', always ? exactly(1) : undefined) : undefined
  if (found && !always) unknown.push({ what: 'web searches the model makes', why: 'usage', at: call.location })
  const apart = [
    ...rateLine(costing, 'Thinking', 'reasoning-output'),
    ...rateLine(costing, 'Cited sources', 'citation'),
  ]
  return [fee, found, ...apart].filter((line) => line !== undefined)
}

/** Tools of OpenAI, Anthropic and Google that search the web. */
const isSearch = /^\[?.*"(type|name)": "web_search|^\[?.*"(google_?[sS]earch(_retrieval|Retrieval)?)": /

/** Tokens that are sent beside; none where the price has no rate for them. */
function inputTokens(costing: Costing, rate: RateId = 'input', optional = false): readonly Line[] {
  const { call, price } = costing
  if (!price.rates[rate] || (optional && call.input.length === 0)) return []
  return inputLines(costing).lines
}

function secondsOf({ call, price, assumed }: Costing): Band | undefined {
  const given = call.asked?.seconds
  if (given) {
    const written = valueOf(given)
    // Some APIs take `8s`.
    const number = Number(typeof written === 'string' ? written.replace(/s$/, '') : written)
    return written !== undefined && Number.isFinite(number) ? exactly(number) : undefined
  }
  const usual = call.api === 'video' ? documentedDefaults(price) : undefined
  if (usual?.seconds === undefined) return undefined
  assumed.push({ what: 'seconds of film', value: String(usual.seconds), from: usual.source, at: call.location })
  return exactly(usual.seconds)
}

/** What the call says of size and quality; what it leaves out is as the provider documents it. */
function asked({ call, price, assumed }: Costing): UnitAsk {
  const usual = documentedDefaults(price)
  const of = (name: 'size' | 'quality'): string | undefined => {
    const given = call.asked?.[name]
    if (given) return valueOf(given)
    const value = usual?.[name]
    if (value !== undefined) assumed.push({ what: name, value, from: usual!.source, at: call.location })
    return value
  }
  const [size, quality] = [of('size'), of('quality')]
  return { ...(size === undefined ? {} : { size }), ...(quality === undefined ? {} : { quality }) }
}

/** One line at the prices that the call leaves open; undefined where the list has none of that unit. */
function unitLine(
  { call, price, assumed }: Costing,
  label: string,
  id: UnitId,
  quantity: Band | undefined,
  ask: UnitAsk = {},
): Line | undefined {
  if (!price.units.some((each) => each.id === id)) return undefined
  const prices = unitPrices(price, id, ask)
  const { unit } = price.units.find((each) => each.id === id)!.price
  if (prices.length === 0) return { label, unit, quantity, unitUsd: undefined, usd: undefined, why: 'no-price', prices }
  const amounts = new Set(prices.map(({ usd, per }) => usd / per))
  if (amounts.size > 1)
    assumed.push({
      what: `price of one ${unit}`,
      value: 'from the cheapest to the dearest that is listed',
      from: 'the call does not say the size or the quality',
      at: call.location,
    })
  return lineFrom(label, quantity, prices)
}

/** From the cheapest of the prices to the dearest; the one in the middle is taken as the likely one. */
function lineFrom(label: string, quantity: Band | undefined, prices: readonly Price[], why: Why = 'usage'): Line {
  const bands = prices.map(unitBand)
  const unitUsd = {
    low: Math.min(...bands.map(({ low }) => low)),
    likely: bands[Math.floor((bands.length - 1) / 2)]!.likely,
    high: Math.max(...bands.map(({ high }) => high)),
  }
  const { unit } = prices[0]!
  if (!quantity) return { label, unit, quantity, unitUsd, usd: undefined, why, prices }
  return { label, unit, quantity, unitUsd, usd: times(quantity, unitUsd), prices }
}

/** A rate whose tokens nobody can count beforehand. */
function rateLine(
  { call, price, unknown }: Costing,
  label: string,
  id: RateId,
  says = true,
  why: Why = 'usage',
): readonly Line[] {
  const rate = price.rates[id]?.price
  if (!rate) return []
  if (says) unknown.push({ what: `tokens of ${label.toLowerCase()}`, why, at: call.location })
  return [lineFrom(label, undefined, [rate], why)]
}

const whyOf = (value: Known<unknown>): Why => (value.is === 'unknown' ? value.why : 'dynamic')
