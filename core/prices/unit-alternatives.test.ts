import { expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { alternativesTo } from './alternatives.ts'
import type { ModelPrice, PriceBook, UnitPrice } from './book.ts'
import { unitAlternatives } from './unit-alternatives.ts'

const book = loadPriceBook(undefined, '2026-11-21')

function alternatives(what: string) {
  const found = alternativesTo(book, what, { regions: [] }, '2026-11-21')
  if (found === undefined || 'error' in found) throw new Error(`nothing named ${what}`)
  return found.alternatives.map(({ provider, what: id, saves, lost }) => [provider, id, saves.usd, saves.per, ...lost])
}

const changed = 'another model of the line: results must be checked'

it.each([
  ['whisper-1', ['openai', 'gpt-transcribe', 0.0015, 'minute of audio', changed]],
  ['tts-1-hd', ['openai', 'tts-1', 15, '1M characters', changed]],
  ['rerank-v4.0-pro', ['cohere', 'rerank-v3.5', 0.5, '1,000 search units', changed]],
  ['openai/gpt-image-1', ['openai', 'gpt-image-1.5', 0.002, 'image 1024x1024 low', changed]],
])('%s is compared by its unit with the line of its maker', (what, first) => {
  expect(alternatives(what)[0]).toEqual(first)
})

it.each(['dall-e-3', 'tts-1', 'rerank-v3.5'])('of %s nobody publishes that anything cheaper does the same', (what) => {
  expect(alternatives(what)).toEqual([])
})

const image = (usd: number, size: string, weak?: string): UnitPrice => ({
  id: 'image',
  size,
  price: {
    usd,
    per: 1,
    unit: 'image',
    sku: 'x',
    region: undefined,
    source: 'the list',
    asOf: '2026-05-01',
    ...(weak === undefined ? {} : { weak }),
  },
})
const model = (provider: ModelPrice['provider'], id: string, units: readonly UnitPrice[]): ModelPrice => ({
  provider,
  id,
  name: id,
  mode: 'image',
  rates: {},
  units,
  context: undefined,
  maxOutput: undefined,
  minCacheable: undefined,
  cacheNeedsMark: false,
  retired: undefined,
})
const of = model('openai', 'dall-e-3', [image(4, '1x1'), image(8, '2x2')])
const sellers = (...others: readonly ModelPrice[]) =>
  unitAlternatives({ models: () => [of, ...others] } as Partial<PriceBook> as PriceBook, of, () => true)

it('another seller of the same model is compared size by size, and what it does not sell is said', () => {
  expect(sellers(model('azure-openai', 'dall-e-3', [image(3, '1x1')]))).toMatchObject([
    {
      provider: 'azure-openai',
      saves: { per: 'image 1x1', usd: 1 },
      lost: ['azure-openai: another account, API and terms', 'has no price for image 2x2'],
    },
  ])
})

it('a seller that is dearer for one size, has a weak price, or sells another size only is not offered', () => {
  expect(
    sellers(
      model('azure-openai', 'dall-e-3', [image(3, '1x1'), image(9, '2x2')]),
      model('fal', 'dall-e-3', [image(3, '1x1', 'old')]),
      model('replicate', 'dall-e-3', [image(1, '9x9')]),
    ),
  ).toEqual([])
})
