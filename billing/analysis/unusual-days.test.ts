import { afterEach, beforeEach, expect, test } from 'vitest'
import { daysOf } from '../range.ts'
import type { SpendStore } from '../store.ts'
import { openMemory } from '../stores/duckdb.ts'
import { charge } from '../testing/charges.ts'
import { unusualDaysOf } from './unusual-days.ts'

let store: SpendStore
beforeEach(async () => {
  store = await openMemory()
})
afterEach(() => store.close())

const range = { since: '2026-09-01', until: '2026-11-20' }
/** Of a history that is long enough. */
async function unusualIn(...asked: Parameters<typeof unusualDaysOf>) {
  const unusual = await unusualDaysOf(...asked)
  if (typeof unusual === 'string') throw new Error(unusual)
  expect(unusual.looked.until).toBe(range.until)
  return unusual.found
}

const usual = daysOf(range).flatMap((day) => [
  charge(day, 40, { RegionId: 'eu-west-1', ResourceName: 'web' }),
  charge(day, 20 + ((Date.parse(day) / 86_400_000) % 3), { RegionId: 'us-east-1', ResourceName: 'jobs' }),
])

test('the day a new machine ran: its region and the machine itself are named, the region that did as always is not', async () => {
  const odd = charge('2026-11-18', 300, { RegionId: 'us-east-1', ResourceName: 'p5' })
  await store.load([...usual, odd], { source: 'test' })
  const found = await unusualIn(store.ask, range)
  expect(found).toMatchObject([{ day: '2026-11-18', dimension: 'service', value: 'EC2', currency: 'USD' }])
  expect(found[0]!.causes).toEqual([
    {
      dimension: 'region',
      value: 'us-east-1',
      amount: expect.closeTo(321, -1),
      usual: expect.closeTo(21, -1),
      share: expect.closeTo(1, 1),
      kind: 'grown',
    },
    { dimension: 'resource', value: 'p5', amount: 300, usual: 0, share: expect.closeTo(1, 1), kind: 'new' },
  ])
})

test('what stops is gone; where nothing is unusual nothing is found', async () => {
  await store.load(usual, { source: 'test' })
  expect(await unusualIn(store.ask, range)).toEqual([])
  const stopped = usual.filter((row) => row.ResourceName !== 'web' || row.ChargePeriodStart < '2026-11-19')
  await store.load(stopped, { source: 'test' })
  const found = await unusualIn(store.ask, range)
  expect(found).toMatchObject([{ day: '2026-11-19', dimension: 'service' }])
  expect(found[0]!.causes).toMatchObject([
    { dimension: 'region', value: 'eu-west-1', amount: 0, usual: 40, kind: 'gone' },
    { dimension: 'resource', value: 'web', kind: 'gone' },
  ])
})

test('causes are looked for among what was asked for only', async () => {
  const mine = usual.map((row) => ({ ...row, BillingAccountId: 'mine' }))
  const others = charge('2026-11-18', 900, { RegionId: 'eu-west-1', ResourceName: 'other', BillingAccountId: 'theirs' })
  const odd = charge('2026-11-18', 300, { RegionId: 'us-east-1', ResourceName: 'p5', BillingAccountId: 'mine' })
  await store.load([...mine, others, odd], { source: 'test' })
  const found = await unusualIn(store.ask, range, undefined, [{ dimension: 'account', among: ['mine'] }])
  expect(found.find(({ dimension }) => dimension === 'service')!.causes).toMatchObject([
    { dimension: 'region', value: 'us-east-1' },
    { dimension: 'resource', value: 'p5' },
  ])
})
