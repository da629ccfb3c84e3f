import { expect, it } from 'vitest'
import type { Spend } from '../questions.ts'
import { dailyOf } from './days.ts'
import { monthEnd } from './month-end.ts'

const row = (day: string, effectiveCost: number, estimated = false, currency = 'USD'): Spend => ({
  dimensions: { day },
  currency,
  grade: 'invoice',
  billedCost: effectiveCost,
  effectiveCost,
  estimated,
})
const days = (count: number) => Array.from({ length: count }, (_, i) => `2026-11-${String(i + 1).padStart(2, '0')}`)

it('days without a charge are zero, days that may change stand apart, currencies are never mixed', () => {
  const rows = [
    row('2026-11-01', 5),
    row('2026-11-03', 7),
    row('2026-11-04', 1, true),
    row('2026-11-01', 9, false, 'EUR'),
  ]
  expect(dailyOf(rows)).toEqual([
    {
      currency: 'USD',
      grade: 'invoice',
      complete: [
        { day: '2026-11-01', amount: 5 },
        { day: '2026-11-02', amount: 0 },
        { day: '2026-11-03', amount: 7 },
      ],
      estimated: [{ day: '2026-11-04', amount: 1 }],
    },
    { currency: 'EUR', grade: 'invoice', complete: [{ day: '2026-11-01', amount: 9 }], estimated: [] },
  ])
})

it('the month: what is known and what is expected of the rest, the half-known day among it', () => {
  const rows = [...days(20).map((day) => row(day, 10)), row('2026-11-21', 2, true)]
  const end = monthEnd(dailyOf(rows)[0]!, '2026-11-21')!
  expect(end).toMatchObject({ month: '2026-11', actual: 200, history: 20, method: 'seasonal-naive' })
  expect(end.expected.likely).toBeCloseTo(300)
  expect(end.days).toHaveLength(30)
  expect(end.days[20]).toMatchObject({ day: '2026-11-21', amount: { likely: expect.closeTo(10) } })
})

it('a bill that ended last month is carried over the gap, and only this month’s days are counted', () => {
  const rows = Array.from({ length: 28 }, (_, i) => row(`2026-10-${String(i + 1).padStart(2, '0')}`, 10))
  const end = monthEnd(dailyOf(rows)[0]!, '2026-11-02')!
  expect(end).toMatchObject({ month: '2026-11', actual: 0 })
  expect(end.days.map(({ day }) => day)).toEqual(days(30))
  expect(end.expected.likely).toBeCloseTo(300)
})
