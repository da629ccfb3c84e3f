import { describe, expect, it } from 'vitest'
import { exactly, times } from '../band.ts'
import { unitBand, withQuotes } from '../prices/range.ts'
import type { Band, Estimate, Line, Price } from '../types.ts'
import { isComparable, sameAnswer, surelyCheaper, surelySaved } from './ranged.ts'

const price = (sku: string, usd: number, other?: number): Price =>
  withQuotes(
    {
      usd,
      per: 1_000_000,
      unit: 'input token',
      sku,
      region: undefined,
      source: 'genai-prices',
      asOf: '2026-09-23',
    },
    other === undefined ? [] : [{ usd: other, source: 'llm-prices', asOf: '2026-08-05' }],
  )

function estimate(of: Price, quantity: Band | undefined = exactly(1_000_000)): Estimate {
  const unitUsd = unitBand(of)
  const usd = quantity && times(quantity, unitUsd)
  const line: Line = { label: 'Input', unit: of.unit, quantity, unitUsd, usd, prices: [of] }
  return { per: 'call', status: 'priced', usd, month: undefined, lines: [line], unknown: [], assumed: [] }
}

describe('what another model saves where lists differ on a price', () => {
  it('is at least what is left by the lists that favour it least, at most by those that favour it most', () => {
    expect(surelySaved(estimate(price('large', 2, 1.25)), estimate(price('small', 0.5, 1)))).toEqual({
      low: 0.25,
      likely: 1.5,
      high: 1.5,
    })
  })

  it('is nothing to speak of where by one list the other model costs as much', () => {
    const [large, small] = [estimate(price('large', 2, 1.25)), estimate(price('small', 1, 1.5))]
    expect(surelySaved(large, small)).toBeUndefined()
    expect(surelyCheaper(large, small)).toBe(false)
    expect(surelyCheaper(estimate(price('large', 2), undefined), estimate(price('small', 0.5, 1), undefined))).toBe(
      true,
    )
  })

  it('pairs like with like on the price of one thing: fewer tokens save by every list', () => {
    const long = estimate(price('large', 2, 1.25), exactly(2_000_000))
    expect(surelySaved(long, estimate(price('large', 2, 1.25)))).toEqual({ low: 1.25, likely: 2, high: 2 })
  })

  it('is what it was where the lists agree', () => {
    const [large, small] = [estimate(price('large', 2)), estimate(price('small', 1))]
    expect(surelySaved(large, small)).toEqual(exactly(1))
  })
})

describe('what another model saves where nothing limits the answer', () => {
  const answer = (sku: string, usd: number, high: number, likely = 250_000) =>
    estimate({ ...price(sku, usd), unit: 'output token' }, { low: 0, likely, high })
  const saves = (before: Estimate, after: Estimate) => surelySaved(before, sameAnswer(before, after))

  it('is of answers as long as the first may give, though the other may write more', () => {
    expect(saves(answer('large', 2, 1_000_000), answer('small', 1, 4_000_000))).toEqual({
      low: 0,
      likely: 0.25,
      high: 1,
    })
  })

  it.each([
    ['an answer that may be no longer', answer('small', 1, 500_000)],
    ['one that is likely longer', answer('wordy', 1, 4_000_000, 2_000_000)],
    ['input, which is what it is', estimate(price('small', 1), exactly(4_000_000))],
  ])('%s stays as it is', (_, after) => expect(sameAnswer(answer('large', 2, 1_000_000), after)).toEqual(after))
})

describe('two estimates of one call', () => {
  it('can be compared where the same is counted in both', () => {
    const [large, small] = [estimate(price('large', 2)), estimate(price('small', 1))]
    expect(isComparable(large, small)).toBe(true)
    expect(isComparable({ ...large, lines: [] }, small)).toBe(true)
  })

  it('cannot where what the one counts is of unknown quantity in the other', () => {
    const [large, small] = [estimate(price('large', 2)), estimate(price('small', 1))]
    const uncounted = { ...small, lines: small.lines.map((line) => ({ ...line, quantity: undefined, usd: undefined })) }
    expect(isComparable(large, uncounted)).toBe(false)
    expect(isComparable(uncounted, uncounted)).toBe(true)
  })
})
