import { describe, expect, it } from 'vitest'
import type { Price } from '../types.ts'
import { changed, rangedLike, unitBand, withQuotes } from './range.ts'

const price: Price = {
  usd: 2,
  per: 1_000_000,
  unit: 'input token',
  sku: 'm',
  region: undefined,
  source: 'genai-prices',
  asOf: '2026-09-23',
}
const quote = (usd: number, source: string, asOf = '2026-08-05') => ({ usd, source, asOf })

describe('two lists on one price', () => {
  it('make a range of it where they differ by more than 2 %, both with their dates; the kept price stays', () => {
    expect(withQuotes(price, [quote(1.25, 'llm-prices')])).toEqual({
      ...price,
      range: {
        low: { usd: 1.25, source: 'llm-prices', asOf: '2026-08-05' },
        high: { usd: 2, source: 'genai-prices', asOf: '2026-09-23' },
      },
    })
    expect(withQuotes(price, [quote(2.5, 'llm-prices')]).range).toMatchObject({ low: { usd: 2 }, high: { usd: 2.5 } })
  })

  it('change nothing where they are within 2 % of each other, both ways', () => {
    expect(withQuotes(price, [quote(2.04, 'llm-prices'), quote(1.961, 'models.dev')])).toEqual(price)
  })

  it.each([
    ['gives 0, which is how lists say that they do not know', quote(0, 'llm-prices')],
    ['is the same list', quote(1, 'genai-prices')],
    ['is more than 120 days older', quote(1, 'llm-prices', '2026-05-25')],
  ])('are one where the other %s', (_, other) => {
    expect(withQuotes(price, [other])).toEqual(price)
  })

  it('are two also where the other is much newer than the price', () => {
    expect(withQuotes(price, [quote(1, 'models.dev', '2027-05-01')]).range?.low.usd).toBe(1)
  })
})

describe('three lists on one price', () => {
  const ranged = withQuotes(price, [quote(1.25, 'llm-prices')])

  it('span from the lowest to the highest', () => {
    expect(withQuotes(ranged, [quote(3, 'models.dev', '2026-10-01')]).range).toEqual({
      low: { usd: 1.25, source: 'llm-prices', asOf: '2026-08-05' },
      high: { usd: 3, source: 'models.dev', asOf: '2026-10-01' },
    })
  })

  it('name the newer of two that give the same', () => {
    const older = quote(1.25, 'models.dev', '2026-07-02')
    expect(withQuotes(price, [older, quote(1.25, 'llm-prices')]).range?.low.source).toBe('llm-prices')
    expect(withQuotes(price, [quote(1.25, 'llm-prices'), older]).range?.low.source).toBe('llm-prices')
  })

  it.each(['2026-10-01', '2026-07-02'])('are at one again where one of %s confirms the price', (asOf) => {
    expect(withQuotes(ranged, [quote(2, 'models.dev', asOf)])).toEqual(price)
  })

  it('still differ where the one that confirms is more than 60 days older than the one that does not', () => {
    expect(withQuotes(ranged, [quote(2, 'models.dev', '2026-06-05')]).range?.low.usd).toBe(1.25)
  })
})

it('is the same share of both ends that a discount or a tier of service takes', () => {
  const ranged = withQuotes(price, [quote(1.25, 'llm-prices')])
  expect(unitBand(ranged)).toEqual({ low: 1.25e-6, likely: 2e-6, high: 2e-6 })
  expect(unitBand(price)).toEqual({ low: 2e-6, likely: 2e-6, high: 2e-6 })
  expect(unitBand(changed(ranged, (usd) => usd / 2))).toEqual({ low: 0.625e-6, likely: 1e-6, high: 1e-6 })
  const batch = { ...price, usd: 1, source: 'LiteLLM' }
  expect(unitBand(rangedLike(batch, ranged))).toEqual({ low: 0.625e-6, likely: 1e-6, high: 1e-6 })
  expect(rangedLike(batch, price)).toEqual(batch)
})
