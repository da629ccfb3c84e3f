// Prices of what is not text, beside those of lists and pages the book was not made from; see pins.test.ts for what a pin is.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import type { Price, Provider } from '../types.ts'
import type { ModelPrice, RateId, UnitId } from './book.ts'
import { unitPrices, unitsOf } from './units.ts'

const book = loadPriceBook(undefined, '2026-11-21')

interface Pin {
  readonly provider: Provider
  readonly model: string
  readonly what: string
  readonly ask: { readonly size?: string; readonly quality?: string }
  readonly usd: number
  readonly per: number
  readonly source: string
}

const [, ...lines] = readFileSync(new URL('./pins/modalities.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
const pins = lines.map((line): Pin => {
  const [provider, model, what, size, quality, usd, per, source] = line.split('\t')
  const ask = { ...(size ? { size } : {}), ...(quality ? { quality } : {}) }
  const numbers = { usd: Number(usd), per: Number(per) }
  return { provider: provider as Provider, model: model!, what: what!, ask, ...numbers, source: source! }
})

function pricesOf({ provider, model, what, ask }: Pin): readonly Price[] {
  const found = book.model(provider, model)
  if (found === undefined) return []
  if (Object.hasOwn(unitsOf, what)) return unitPrices(found, what as UnitId, ask)
  const rate = found.rates[what as RateId]
  return rate === undefined ? [] : [rate.price]
}

/** Lists round a price per second to four digits. */
const near = (a: number, b: number) => Math.abs(a / b - 1) < 0.001

describe('prices of images, sound, film, pages, searches and tuned models', () => {
  it('are pinned 60 times and more, for 10 providers and more', () => {
    expect(pins.length).toBeGreaterThanOrEqual(60)
    expect(new Set(pins.map(({ provider }) => provider)).size).toBeGreaterThanOrEqual(10)
  })

  it.each([...new Set(pins.map(({ what }) => what))])('by %s are those of a second source', (what) => {
    const missed = pins
      .filter((pin) => pin.what === what)
      .flatMap((pin) => {
        const found = pricesOf(pin)
        if (found.length === 1 && near(found[0]!.usd / found[0]!.per, pin.usd / pin.per)) return []
        return [
          `${pin.model} ${JSON.stringify(pin.ask)}: ${found.map(({ usd, per }) => `${usd} per ${per}`).join(', ')}`,
        ]
      })
    expect(missed).toEqual([])
  })

  it('are never pinned to the list they were read from', () => {
    for (const pin of pins) expect(pin.source, pin.model).not.toContain(pricesOf(pin)[0]!.source)
  })
})

describe('what a call leaves open', () => {
  const model = (id: string) => book.model('openai', id)!
  const usd = (of: ModelPrice, id: UnitId, ask = {}) => unitPrices(of, id, ask).map((price) => price.usd)

  it('is every price it can have, cheapest first; auto says nothing', () => {
    expect(usd(model('dall-e-3'), 'image', { quality: 'hd' })).toEqual([0.08, 0.12, 0.12])
    expect(usd(model('gpt-image-1'), 'image', { size: '1024x1024', quality: 'auto' })).toEqual([0.011, 0.042, 0.167])
  })

  it('is one price where size and quality decide, and none for a size that has none', () => {
    expect(usd(model('dall-e-3'), 'image', { size: '1024x1792', quality: 'standard' })).toEqual([0.08])
    expect(usd(model('dall-e-3'), 'image', { size: '4096x4096' })).toEqual([])
  })

  it('is the price for any size where that size is not listed by itself', () => {
    expect(usd(model('sora-2-pro'), 'output-second', { size: '1280x720' })).toEqual([0.3])
    expect(usd(model('sora-2-pro'), 'output-second', { size: '1792x1024' })).toEqual([0.5])
  })

  it('is nothing where the model does not bill by that', () => {
    expect(usd(model('gpt-4o'), 'image')).toEqual([])
  })
})

it('says what a model is called for', () => {
  const modes = [
    ['openai', 'gpt-4o'],
    ['openai', 'text-embedding-3-small'],
    ['openai', 'gpt-image-1'],
    ['openai', 'tts-1'],
    ['groq', 'whisper-large-v3'],
    ['cohere', 'rerank-v3.5'],
    ['google', 'veo-3.1-generate-preview'],
    ['openai', 'omni-moderation-latest'],
    ['openai', 'gpt-realtime'],
    ['mistral', 'mistral-ocr-latest'],
    ['voyage', 'voyage-3.5'],
  ] as const
  expect(modes.map(([provider, id]) => book.model(provider, id)!.mode)).toEqual([
    'chat',
    'embed',
    'image',
    'speech',
    'transcribe',
    'rerank',
    'video',
    'moderate',
    'realtime',
    'ocr',
    'embed',
  ])
})

it('has moderation at $0, because its maker says that it is free', () => {
  const [price] = unitPrices(book.model('openai', 'omni-moderation-latest')!, 'request')
  expect(price).toMatchObject({ usd: 0, per: 1000, unit: 'request', asOf: '2026-09-24' })
  expect(price!.source).toContain('free')
})

it('has vector databases and the tools of model providers as services, each with its source', () => {
  const service = (...[seller, name, item]: [Parameters<typeof book.service>[0], string, string]) =>
    book.service(seller, name, item, 'global')
  // usagepricing.com and docs.pinecone.io, 2026-06-09
  expect(service('pinecone', 'serverless', 'read units')).toMatchObject({ usd: 16, per: 1e6, unit: 'read unit' })
  expect(service('pinecone', 'serverless', 'write units')).toMatchObject({ usd: 4, per: 1e6, unit: 'write unit' })
  expect(service('pinecone', 'serverless', 'storage')).toMatchObject({ usd: 0.33, per: 1, unit: 'GB-month' })
  // usagepricing.com, vector storage pricing
  expect(service('weaviate', 'flex', 'vector dimensions')).toMatchObject({ usd: 0.00465, per: 1e6 })
  // hivebook.wiki, OpenAI vector stores, 2026-05
  expect(service('openai', 'file-search', 'storage')).toMatchObject({ usd: 0.1, per: 1, unit: 'GB-day' })
  expect(service('turbopuffer', 'launch', 'writes')?.weak).toContain('no date')
  expect(service('pinecone', 'serverless', 'pods')).toBeUndefined()
})
