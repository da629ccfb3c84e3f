import { describe, expect, it } from 'vitest'
import type { Estimate } from '../types.ts'
import { nothing, printChange, printTotal, totalOf } from './total.ts'

const exactly = (usd: number) => ({ low: usd, likely: usd, high: usd })
const none: Estimate = {
  per: 'month',
  status: 'unknown',
  usd: undefined,
  month: undefined,
  lines: [],
  unknown: [],
  assumed: [],
}
const sites = (...estimates: Partial<Estimate>[]) => [
  { sites: estimates.map((estimate) => ({ site: undefined as never, estimate: { ...none, ...estimate } })) },
]

describe('the total of some files', () => {
  it('adds months, and keeps calls without a volume apart', () => {
    const month = { usd: exactly(126), calls: exactly(30000), from: 'outlay.json' }
    const total = totalOf(
      sites(
        { status: 'priced', usd: exactly(16029) },
        { per: 'call', status: 'priced', usd: exactly(0.0042), month },
        { per: 'call', status: 'priced', usd: exactly(0.01) },
      ),
    )
    expect(printTotal(total)).toBe('$16,155/mo + $0.01/call')
  })

  it('counts what has no amount instead of leaving it out', () => {
    expect(printTotal(totalOf(sites({ status: 'priced', usd: exactly(12) }, {}, {})))).toBe('$12.00/mo + 2 unknown')
  })

  it('counts a unit price without a quantity as unknown', () => {
    expect(printTotal(totalOf(sites({ status: 'partial' })))).toBe('1 unknown')
  })

  it('has nothing to print for files that cost nothing', () => {
    expect(printTotal(totalOf(sites({ status: 'free' })))).toBeUndefined()
  })
})

describe('the change against HEAD', () => {
  const priced = (usd: number) => totalOf(sites({ status: 'priced', usd: exactly(usd) }))

  it('carries its sign', () => {
    expect(printChange(priced(7779), priced(23812))).toBe('+$16,033')
    expect(printChange(priced(20), priced(8))).toBe('-$12.00')
  })

  it('counts a new file in full', () => {
    expect(printChange(nothing, priced(5))).toBe('+$5.00')
  })

  it('is not printed where nothing changed', () => {
    expect(printChange(priced(5), priced(5))).toBeUndefined()
  })

  it('is unknown where only one side could be priced, so that a lost price never looks like a saving', () => {
    expect(printChange(priced(5), totalOf(sites({})))).toBe('change unknown')
  })
})
