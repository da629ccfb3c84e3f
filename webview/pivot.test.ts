import { expect, test } from 'vitest'
import { pivot } from './pivot.ts'
import type { SpendView } from './protocol.ts'

const day = (
  date: string,
  service: string | null,
  effectiveCost: number,
  estimated = false,
): SpendView['days'][number] => ({
  ...{ dimensions: { day: date, service }, currency: 'USD', grade: 'invoice', billedCost: 0, effectiveCost, estimated },
})
const spend = (days: SpendView['days']): SpendView => ({
  demo: false,
  totals: [],
  sources: [],
  overlaps: [],
  problems: [],
  days,
})
const usd = { currency: 'USD', grade: 'invoice' }

test('a column per service, the dearest first; no charge is not a charge of 0; every day stands', () => {
  const days = [day('2026-11-01', 'S3', 1), day('2026-11-01', 'EC2', 2), day('2026-11-03', 'EC2', 0, true)]
  expect(pivot(spend(days), usd, 10)).toEqual({
    columns: ['EC2', 'S3'],
    rows: [
      { key: '2026-11-01', cells: [2, 1], total: 3, estimated: false },
      { key: '2026-11-02', cells: [undefined, undefined], total: 0, estimated: false },
      { key: '2026-11-03', cells: [0, undefined], total: 0, estimated: true },
    ],
    sums: [2, 1],
    total: 3,
  })
})

test('months are sums of their days, without binary dust', () => {
  const days = [day('2026-10-31', 'S3', 0.1), day('2026-11-01', 'S3', 0.1), day('2026-11-02', 'S3', 0.2)]
  expect(pivot(spend(days), usd, 7).rows).toEqual([
    { key: '2026-10', cells: [0.1], total: 0.1, estimated: false },
    { key: '2026-11', cells: [0.3], total: 0.3, estimated: false },
  ])
})

test('the seventh service and those behind it share a column that says how many they are', () => {
  const days = ['A', 'B', 'C', 'D', 'E', 'F', null].map((service, index) => day('2026-11-01', service, 10 - index))
  expect(pivot(spend(days), usd, 10)).toMatchObject({
    columns: ['A', 'B', 'C', 'D', 'E', '2 other services'],
    rows: [{ cells: [10, 9, 8, 7, 6, 9], total: 49 }],
  })
})

test('another currency and another grade stay out', () => {
  const days = [
    day('2026-11-01', 'S3', 1),
    { ...day('2026-11-01', 'S3', 5), currency: 'EUR' },
    { ...day('2026-11-01', 'S3', 7), grade: 'metered' as const },
  ]
  expect(pivot(spend(days), usd, 10).total).toBe(1)
})
