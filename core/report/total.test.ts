import { describe, expect, it } from 'vitest'
import { nothingKnown } from '../estimate/nothing-known.fixture.ts'
import { known } from '../known.ts'
import type { CostedSite, CostSite, Estimate } from '../types.ts'
import { differenceOf, printDifference, printTotal, totalOf } from './total.ts'

const exactly = (usd: number) => ({ low: usd, likely: usd, high: usd })
const none: Estimate = { ...nothingKnown, per: 'month' }
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

  it('says that there is more where a site is known in part', () => {
    expect(printTotal(totalOf(sites({ status: 'partial', usd: exactly(12) }, {})))).toBe('$12.00/mo + more + 1 unknown')
  })

  it('counts a unit price without a quantity as unknown', () => {
    expect(printTotal(totalOf(sites({ status: 'partial' })))).toBe('1 unknown')
  })

  it('has nothing to print for files that cost nothing', () => {
    expect(printTotal(totalOf(sites({ status: 'free' })))).toBeUndefined()
  })
})

describe('the change against HEAD', () => {
  const at = { file: 'main.tf', span: [0, 1] } as const
  const site = (key: string, count: number, estimate: Partial<Estimate>) => ({
    site: {
      kind: 'resource',
      key,
      location: at,
      count: known(count, at),
      region: known('here', at),
      shape: {},
      type: 't',
    } as unknown as CostSite,
    estimate: { ...none, ...estimate },
  })
  const priced = (usd: number, key = 'a') => site(key, usd, { status: 'priced', usd: exactly(usd) })
  const print = (before: readonly CostedSite[], after: readonly CostedSite[]) => {
    const difference = differenceOf(before, after)
    return difference && printDifference(difference)
  }

  it('carries its sign', () => {
    expect(print([priced(7779)], [priced(23812)])).toBe('+$16,033/mo')
    expect(print([priced(20)], [priced(8)])).toBe('-$12.00/mo')
  })

  it('counts a new site in full', () => {
    expect(print([], [priced(5)])).toBe('+$5.00/mo')
  })

  it('is not printed where nothing changed', () => {
    expect(print([priced(5)], [priced(5)])).toBeUndefined()
  })

  it('is unknown where only one side could be priced, so that a lost price never looks like a saving', () => {
    expect(print([priced(5)], [site('a', 1, {})])).toBe('change unknown')
  })

  it('is unknown site by site: one price lost and another found do not make up for each other', () => {
    const lost = [priced(5, 'a'), site('b', 1, {})]
    const found = [site('a', 1, {}), priced(7, 'b')]
    expect(print(lost, found)).toBe('change unknown')
  })

  it('says how much of it is unknown', () => {
    expect(print([priced(5)], [priced(9), site('b', 1, {})])).toBe('+$4.00/mo + 1 unknown')
  })
})
