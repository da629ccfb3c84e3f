import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AllocationRule } from '../../core/config/spend-allocation-schema.ts'
import type { SpendRow } from '../focus.ts'
import type { SpendStore } from '../store.ts'
import { openMemory } from '../stores/duckdb.ts'
import { charge, tags } from '../testing/charges.ts'
import { allocationOf } from './allocation.ts'
import { split } from './split.ts'
import { untaggedOf } from './untagged.ts'

let store: SpendStore
beforeEach(async () => {
  store = await openMemory()
})
afterEach(() => store.close())

const november = { since: '2026-11-01', until: '2026-12-01' }
const team = (name: string): Partial<SpendRow> => tags({ team: name })
const support: Partial<SpendRow> = { ServiceName: 'AWS Support' }
const shared = { where: { service: 'AWS Support' }, to: 'tag:team' } as const

async function allocate(rows: readonly SpendRow[], ...rules: AllocationRule[]) {
  await store.load(rows, { source: 'test' })
  return allocationOf(store.ask, rules, november)
}
const given = (shares: readonly { value: string; effectiveCost: number }[]) =>
  Object.fromEntries(shares.map(({ value, effectiveCost }) => [value, effectiveCost]))

test('even: 100 among three is 33.34, 33.33 and 33.33, marked as allocated and what it was', async () => {
  const { own, shares, unallocated } = await allocate(
    [
      charge('2026-11-01', 100, support),
      charge('2026-11-01', 10, team('a')),
      charge('2026-11-01', 60, team('b')),
      charge('2026-11-01', 30, team('c')),
      charge('2026-11-01', 5),
    ],
    { name: 'support', ...shared, by: 'even' },
  )
  expect(given(shares)).toEqual({ a: 33.34, b: 33.33, c: 33.33 })
  expect(shares[0]).toEqual({
    rule: 'support',
    to: 'tag:team',
    value: 'a',
    currency: 'USD',
    grade: 'allocated',
    from: 'invoice',
    billedCost: 33.34,
    effectiveCost: 33.34,
    share: 1 / 3,
    estimated: false,
  })
  expect(own.map(({ value, effectiveCost, grade }) => [value, effectiveCost, grade])).toEqual([
    ['a', 10, 'invoice'],
    ['b', 60, 'invoice'],
    ['c', 30, 'invoice'],
    [null, 5, 'invoice'],
  ])
  expect(unallocated).toEqual([])
})

test('proportional: as each spends itself, or as each spends on what the rule names; currencies each by their own', async () => {
  const rows = [
    charge('2026-11-01', 50, support),
    charge('2026-11-01', 9, { ...support, BillingCurrency: 'EUR' }),
    charge('2026-11-01', 10, team('a')),
    charge('2026-11-01', 30, team('b')),
    charge('2026-11-01', 60, { ...team('a'), ServiceName: 'S3' }),
    charge('2026-11-01', 1, { ...team('b'), BillingCurrency: 'EUR' }),
  ]
  const { shares } = await allocate(rows, { name: 'support', ...shared, by: 'proportional' })
  expect(shares.map(({ value, effectiveCost, currency }) => [value, effectiveCost, currency])).toEqual([
    ['b', 9, 'EUR'],
    ['a', 35, 'USD'],
    ['b', 15, 'USD'],
  ])
  const byMachines = await allocate(rows, { name: 'support', ...shared, by: 'proportional', of: { service: 'EC2' } })
  expect(given(byMachines.shares.filter(({ currency }) => currency === 'USD'))).toEqual({ a: 12.5, b: 37.5 })
})

test('fixed percentages; a purchase is billed and not yet used, each is split by itself', async () => {
  const { shares } = await allocate([charge('2026-11-01', 120, { ...support, EffectiveCost: 10.01 })], {
    name: 'support',
    ...shared,
    by: 'fixed',
    shares: { a: 62.5, b: 37.5 },
  })
  expect(shares.map(({ value, billedCost, effectiveCost }) => [value, billedCost, effectiveCost])).toEqual([
    ['a', 75, 6.26],
    ['b', 45, 3.75],
  ])
})

test('what an earlier rule takes a later one does not see, and none is anybody’s own', async () => {
  const { own, shares } = await allocate(
    [charge('2026-11-01', 10, support), charge('2026-11-01', 20), charge('2026-11-01', 1, team('a'))],
    { name: 'support', ...shared, by: 'even' },
    { name: 'the rest', where: { 'tag:team': null }, to: 'tag:team', by: 'fixed', shares: { a: 50, b: 50 } },
  )
  expect(shares.map(({ rule, value, effectiveCost }) => [rule, value, effectiveCost])).toEqual([
    ['support', 'a', 10],
    ['the rest', 'a', 10],
    ['the rest', 'b', 10],
  ])
  expect(own.map(({ value, effectiveCost }) => [value, effectiveCost])).toEqual([['a', 1]])
})

test('where nobody spends anything of the kind, nobody is given a share, and that is said', async () => {
  const { shares, unallocated } = await allocate(
    [charge('2026-11-01', 10, support), charge('2026-11-01', 5, { ...team('a'), x_Grade: 'metered' })],
    { name: 'support', ...shared, by: 'proportional' },
  )
  expect(shares).toEqual([])
  expect(unallocated).toMatchObject([
    {
      effectiveCost: 10,
      grade: 'invoice',
      because: 'nothing of the same currency and grade is spent by tag:team itself',
    },
  ])
})

test.each([
  [100, [1, 1, 1], 2, [33.34, 33.33, 33.33]],
  [-0.05, [1, 1], 2, [-0.03, -0.02]],
  [0.01, [1, 1, 1], 2, [0.01, 0, 0]],
  [1000, [1, 2, 4], 0, [143, 286, 571]],
  [0, [1], 2, [0]],
])('%d by %j in %d digits', (amount, weights, digits, shares) => {
  expect(split(amount, weights, digits)).toEqual(shares)
})

test('whatever the weights, the cents of the shares are those of the amount', () => {
  for (let i = 1; i < 200; i++) {
    const amount = ((i * 104_729) % 100_000) / 7
    const weights = Array.from({ length: 1 + (i % 9) }, (_, k) => ((i * (k + 1) * 31) % 17) + 0.1)
    const cents = split(amount, weights, 2).reduce((sum, share) => sum + Math.round(share * 100), 0)
    expect(cents).toBe(Math.round(amount * 100))
  }
})

test('untagged is a share of money, not of rows; an empty value is none', async () => {
  const rows = [
    charge('2026-11-01', 70, team('a')),
    charge('2026-11-01', 20),
    charge('2026-11-01', 10, team('')),
    charge('2026-11-01', -3, { x_Grade: 'metered' }),
  ]
  await store.load(rows, { source: 'test' })
  expect(await untaggedOf(store.ask, ['team'], november)).toEqual([
    { key: 'team', currency: 'USD', grade: 'invoice', billedCost: 30, effectiveCost: 30, share: 0.3 },
    { key: 'team', currency: 'USD', grade: 'metered', billedCost: -3, effectiveCost: -3, share: null },
  ])
})
