// One call, and the book it is priced by: figures that can be checked by hand.
import { assumed, known, unknown } from '../known.ts'
import type { ModelPrice, PriceBook, Rate, RateId } from '../prices/book.ts'
import { noSettings, type Settings } from '../settings.ts'
import type { TokenCounter } from '../tokens/counter.ts'
import type { Estimate, Location, ModelCall, PromptPart } from '../types.ts'
import { estimateModelCall } from './model-call.ts'

export const at: Location = { file: 'app.py', span: [0, 10] }

export const rate = (usd: number, unit: string, tiers: Rate['tiers'] = []): Rate => ({
  price: { usd, per: 1_000_000, unit, sku: 'test', region: undefined, source: 'test', asOf: '2026-01-01' },
  tiers,
})

export const large: ModelPrice = {
  provider: 'anthropic',
  id: 'large',
  name: 'Large',
  mode: 'chat',
  units: [],
  rates: {
    input: rate(3, 'input token'),
    output: rate(15, 'output token'),
    'cache-read': rate(0.3, 'input token'),
    'cache-write': rate(3.75, 'input token'),
    'cache-write-1h': rate(6, 'input token'),
    'batch-input': rate(1.5, 'input token'),
    'batch-output': rate(7.5, 'output token'),
  } satisfies Partial<Record<RateId, Rate>>,
  context: 200_000,
  maxOutput: 8000,
  minCacheable: 1000,
  cacheNeedsMark: true,
  retired: undefined,
}
const small: ModelPrice = {
  ...large,
  id: 'small',
  rates: { input: rate(1, 'input token'), output: rate(5, 'output token') },
}
/** Caches by itself, and bills what it writes. */
const unasked: ModelPrice = { ...large, id: 'unasked', cacheNeedsMark: false }

const all = [large, small, unasked]
const prices = {
  model: (_provider, id) => all.find((model) => model.id === id),
  models: () => all,
} as Partial<PriceBook> as PriceBook

/** A token a word; no band, so that every figure below can be checked by hand. */
export const tokens: TokenCounter = {
  exact: true,
  count(text) {
    const words = text.split(/\s+/).filter(Boolean).length
    return { low: words, likely: words, high: words }
  },
  method: () => 'words',
}

export const text = (words: number, role = 'user'): PromptPart => ({
  is: 'text',
  text: 'word '.repeat(words),
  at,
  role,
  from: 'messages',
})
export const hole = (name: string): PromptPart => ({ is: 'hole', name, at, role: 'user', from: 'messages' })

export const call = (change: Partial<ModelCall> = {}): ModelCall => ({
  kind: 'model-call',
  key: 'k',
  label: 'l',
  location: at,
  hints: [],
  sdk: 'anthropic',
  provider: 'anthropic',
  api: 'chat',
  call: 'anthropic.messages.create',
  model: known('large', at),
  maxOutput: known(100, at),
  input: [text(1000)],
  n: assumed(1, at),
  cached: false,
  batch: false,
  tier: unknown('absent'),
  reasoning: unknown('absent'),
  stream: false,
  repeats: [],
  source: { call: 0, parameters: {}, arguments: {} },
  ...change,
})

export const estimate = (change: Partial<ModelCall> = {}, settings: Partial<Settings> = {}): Estimate =>
  estimateModelCall(call(change), { prices, tokens, settings: { ...noSettings, ...settings } })
