import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SpendRow } from '../focus.ts'
import type { SpendStore } from '../store.ts'
import { openMemory } from '../stores/duckdb.ts'
import { charge } from '../testing/charges.ts'
import { changeOf } from './change.ts'
import { previous } from './period.ts'

let store: SpendStore
beforeEach(async () => {
  store = await openMemory()
})
afterEach(() => store.close())

const october = { since: '2026-10-01', until: '2026-11-01' }
const november = { since: '2026-11-01', until: '2026-12-01' }

const hours = (quantity: number): Partial<SpendRow> => ({
  SkuMeter: 'BoxUsage:m5.large',
  ConsumedQuantity: quantity,
  ConsumedUnit: 'Hours',
})

async function change(rows: readonly SpendRow[], by: 'service' | 'model' = 'service') {
  await store.load(rows, { source: 'test' })
  return changeOf(store.ask, { by, now: november, before: october })
}

test('10 hours at 2 became 20 at 3: 20 more by quantity, 20 more by price', async () => {
  const found = await change([charge('2026-10-05', 20, hours(10)), charge('2026-11-05', 60, hours(20))])
  const drivers = { arrived: 0, left: 0, quantity: 20, price: 20, untold: 0 }
  expect(found).toEqual([
    {
      currency: 'USD',
      grade: 'invoice',
      before: 20,
      now: 60,
      change: 40,
      drivers,
      movers: [{ value: 'EC2', kind: 'grown', before: 20, now: 60, change: 40, drivers, estimated: false }],
      estimated: false,
    },
  ])
})

test('what is new, gone, and not told by quantity; what moved most stands first', async () => {
  const found = await change([
    charge('2026-10-05', 50, { ServiceName: 'S3' }),
    charge('2026-11-05', 45, { ServiceName: 'S3' }),
    charge('2026-10-05', 30, { ServiceName: 'Glue' }),
    charge('2026-11-05', 100, { ServiceName: 'EKS' }),
  ])
  expect(found[0]!.movers.map(({ value, kind, change }) => [value, kind, change])).toEqual([
    ['EKS', 'new', 100],
    ['Glue', 'gone', -30],
    ['S3', 'shrunk', -5],
  ])
  expect(found[0]!.drivers).toEqual({ arrived: 100, left: -30, quantity: 0, price: 0, untold: -5 })
  expect(found[0]!.change).toBe(65)
})

test('tokens that stand in rows of their own, beside the amounts, are the quantity of these', async () => {
  const meter = { x_ModelId: 'claude-sonnet-5', SkuMeter: 'Output Tokens' }
  const tokens = (quantity: number) => ({ ...meter, ConsumedQuantity: quantity, ConsumedUnit: 'Tokens' })
  const found = await change([
    charge('2026-10-05', 30, meter),
    charge('2026-10-05', 0, tokens(2e6)),
    charge('2026-11-05', 60, meter),
    charge('2026-11-05', 0, tokens(5e6)),
  ])
  expect(found[0]!.drivers).toEqual({ arrived: 0, left: 0, quantity: 45, price: -15, untold: 0 })
})

test('a quantity that one row of the sum does not tell makes no unit price', async () => {
  const found = await change([
    charge('2026-10-05', 20, hours(10)),
    charge('2026-11-05', 40, hours(20)),
    charge('2026-11-06', 10, { ...hours(1), ConsumedQuantity: undefined }),
  ])
  expect(found[0]!.drivers).toEqual({ arrived: 0, left: 0, quantity: 0, price: 0, untold: 30 })
})

test('a model that replaces another inside a service is arrived and left, no change of price', async () => {
  const tokens = (model: string) => ({ x_ModelId: model, ConsumedQuantity: 1e6, ConsumedUnit: 'Tokens' })
  const found = await change([charge('2026-10-05', 15, tokens('large')), charge('2026-11-05', 3, tokens('small'))])
  expect(found[0]!.drivers).toEqual({ arrived: 3, left: -15, quantity: 0, price: 0, untold: 0 })
  expect(found[0]!.movers).toMatchObject([{ value: 'EC2', kind: 'shrunk', change: -12 }])
})

test('currencies and grades stand apart, the drivers of each add up to its change', async () => {
  // Any numbers will do: a row of each of four services on each of sixty days, some with quantities.
  const rows = Array.from({ length: 240 }, (_, i) =>
    charge(`2026-${i % 2 ? '10' : '11'}-${String(1 + (i % 28)).padStart(2, '0')}`, ((i * 7919) % 1000) / 7 - 20, {
      ServiceName: ['EC2', 'S3', 'EKS', 'Glue'][i % 4],
      BillingCurrency: i % 5 ? 'USD' : 'EUR',
      x_Grade: i % 7 ? 'invoice' : 'metered',
      ...(i % 3 ? hours((i * 31) % 50) : {}),
    }),
  )
  const found = await change(rows)
  expect(found.map(({ currency, grade }) => `${currency} ${grade}`)).toEqual([
    'EUR invoice',
    'EUR metered',
    'USD invoice',
    'USD metered',
  ])
  for (const { change, now, before, drivers, movers } of found) {
    expect(Object.values(drivers).reduce((a, b) => a + b)).toBeCloseTo(change, 8)
    expect(now - before).toBeCloseTo(change, 8)
    for (const mover of movers)
      expect(Object.values(mover.drivers).reduce((a, b) => a + b)).toBeCloseTo(mover.change, 8)
  }
})

test('a whole month is compared with the month before, other ranges with as many days', () => {
  expect(previous(november)).toEqual(october)
  expect(previous({ since: '2026-01-01', until: '2026-04-01' })).toEqual({ since: '2025-10-01', until: '2026-01-01' })
  expect(previous({ since: '2026-11-16', until: '2026-11-23' })).toEqual({ since: '2026-11-09', until: '2026-11-16' })
})
