import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Budget } from '../../core/config/spend-budget-schema.ts'
import type { SpendRow } from '../focus.ts'
import { daysOf } from '../range.ts'
import type { SpendStore } from '../store.ts'
import { openMemory } from '../stores/duckdb.ts'
import { charge } from '../testing/charges.ts'
import { budgetsOf } from './budgets.ts'
import { periodAround } from './period.ts'

let store: SpendStore
beforeEach(async () => {
  store = await openMemory()
})
afterEach(() => store.close())

const today = '2026-11-20'
/** Ten a day, from the first of September to the day before today. */
const tenADay = (more: Partial<SpendRow> = {}, since = '2026-09-01', until = today) =>
  daysOf({ since, until }).map((day) => charge(day, 10, more))
const month = (more: Partial<Budget> = {}): Budget => ({ name: 'all', amount: 250, period: 'month', ...more })

async function state(rows: readonly SpendRow[], budget: Budget) {
  await store.load(rows, { source: 'test' })
  const [found] = await budgetsOf(store.ask, [budget], { today })
  return found!
}

test('ten a day, 19 days of November: 190 of 250 are spent, 300 are expected, reached on the 25th', async () => {
  const found = await state(tenADay(), month({ thresholds: { actual: [50, 80], forecast: [100, 150] } }))
  expect(found).toEqual({
    name: 'all',
    amount: 250,
    currency: 'USD',
    measure: 'effective',
    period: { since: '2026-11-01', until: '2026-12-01' },
    states: [
      {
        grade: 'invoice',
        actual: 190,
        expected: { low: expect.closeTo(300), likely: expect.closeTo(300), high: expect.closeTo(300) },
        used: 0.76,
        crossed: [
          { of: 'actual', percent: 50, on: '2026-11-13' },
          { of: 'forecast', percent: 100, on: '2026-11-25' },
        ],
      },
    ],
    uncounted: [],
    notes: [],
  })
})

test('without thresholds, all of it is the threshold of both', async () => {
  const { states } = await state(tenADay(), month({ amount: 190 }))
  expect(states[0]!.crossed).toEqual([
    { of: 'actual', percent: 100, on: '2026-11-19' },
    { of: 'forecast', percent: 100, on: '2026-11-19' },
  ])
})

test('a quarter, by filter; what is billed is another measure than what is used', async () => {
  const prepaid = charge('2026-10-01', 0, { ServiceName: 'S3', ChargeCategory: 'Purchase', BilledCost: 600 })
  const rows = [...tenADay(), prepaid, ...tenADay({ ServiceName: 'S3', BilledCost: 0 })]
  const budget = month({ period: 'quarter', where: { service: 'S3' }, amount: 1000 })
  const effective = await state(rows, budget)
  expect(effective.period).toEqual({ since: '2026-10-01', until: '2027-01-01' })
  expect(effective.states).toMatchObject([{ actual: 500, used: 0.5, crossed: [] }])
  expect((await state(rows, { ...budget, cost: 'billed' })).states).toMatchObject([{ actual: 600 }])
})

test('days that may still change count as spent, and are expected anew; other grades and currencies stand apart', async () => {
  const found = await state(
    [
      ...tenADay({}, '2026-09-01', '2026-11-18'),
      charge('2026-11-18', 2, { x_Estimated: true }),
      charge('2026-11-19', 1, { x_Estimated: true }),
      charge('2026-11-10', 7, { x_Grade: 'metered' }),
      charge('2026-11-10', 9, { BillingCurrency: 'EUR' }),
    ],
    month(),
  )
  expect(found.states).toMatchObject([
    { grade: 'invoice', actual: 173, expected: { likely: expect.closeTo(300) } },
    { grade: 'metered', actual: 7 },
  ])
  expect(found.uncounted).toEqual([{ currency: 'EUR', grade: 'invoice', amount: 9 }])
})

test('what a source does not tell is said, not taken for zero', async () => {
  const found = await state(tenADay({}, '2026-11-05', '2026-11-11'), month())
  expect(found.states).toMatchObject([{ actual: 60, expected: { likely: expect.closeTo(260) } }])
  expect(found.notes).toEqual([
    'test tells nothing before 2026-11-05: what was spent since 2026-11-01 may be more.',
    'test tells nothing after 2026-11-10: what was spent since is expected, not known.',
  ])
})

test('nothing known is not nothing spent: a source that ended long ago is named, and that there is none is said', async () => {
  expect(await state([], month())).toMatchObject({
    states: [],
    notes: ['No source tells anything: what was spent is not known.'],
  })
  const ended = 'test tells nothing after 2026-03-31: what was spent since is expected, not known.'
  const old = tenADay({}, '2026-03-01', '2026-04-01')
  expect(await state(old, month())).toMatchObject({ states: [], notes: [ended] })
  await store.load(tenADay({ x_Source: 'other' }), { source: 'other' })
  expect(await state(old, month())).toMatchObject({ states: [{ actual: 190 }], notes: [ended] })
  const [filtered] = await budgetsOf(store.ask, [month({ where: { source: 'other' } })], { today })
  expect(filtered).toMatchObject({ states: [{ actual: 190 }], notes: [] })
})

test('a service that is switched off is expected to cost nothing, its source tells of later days', async () => {
  const rows = [...tenADay({ ServiceName: 'EKS' }, '2026-09-01', '2026-11-01'), ...tenADay()]
  const { states } = await state(rows, month({ where: { service: 'EKS' } }))
  expect(states).toMatchObject([{ actual: 0, expected: { likely: expect.closeTo(0) } }])
})

test('calendar periods', () => {
  expect(periodAround('2026-02-28', 'month')).toEqual({ since: '2026-02-01', until: '2026-03-01' })
  expect(periodAround('2026-12-31', 'quarter')).toEqual({ since: '2026-10-01', until: '2027-01-01' })
  expect(periodAround('2026-05-05', 'year')).toEqual({ since: '2026-01-01', until: '2027-01-01' })
})

test('a charge of the whole month does not tell of its days: those of late are expected, not zero', async () => {
  const fee = charge('2026-11-01', 5, { ServiceName: 'Support', ChargePeriodEnd: '2026-12-01T00:00:00.000Z' })
  const { states, notes } = await state([...tenADay({}, '2026-09-01', '2026-11-16'), fee], month({ amount: 1000 }))
  expect(notes).toEqual(['test tells nothing after 2026-11-15: what was spent since is expected, not known.'])
  expect(states).toMatchObject([{ actual: 155, expected: { likely: expect.closeTo(305, 0) } }])
})
