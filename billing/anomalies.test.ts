import { expect, it } from 'vitest'
import { anomaliesOf } from './anomalies.ts'

const office = [100, 110, 105, 100, 95, 20, 15]
/** Eight weeks, wavering by some percent, with some days changed. */
const daily = (changed: Readonly<Record<number, number>> = {}) => ({
  currency: 'USD',
  grade: 'invoice' as const,
  complete: Array.from({ length: 56 }, (_, i) => ({
    day: new Date(Date.UTC(2026, 8, 7 + i)).toISOString().slice(0, 10),
    amount: changed[i] ?? office[i % 7]! * (1 + 0.03 * Math.sin(i * 2.7)),
  })),
  estimated: [],
})

it('weeks like weeks before hold nothing odd', () => {
  expect(anomaliesOf(daily())).toEqual([])
})

it('a day at four times its usual amount is found, with what was expected; the days after it are not', () => {
  const [found, ...others] = anomaliesOf(daily({ 50: 430 }))
  expect(others).toEqual([])
  expect(found).toMatchObject({ day: '2026-10-27', currency: 'USD', actual: 430 })
  expect(Math.round(found!.expected.likely)).toBeGreaterThan(100)
  expect(Math.round(found!.expected.likely)).toBeLessThan(120)
})

it('a quiet Sunday is no anomaly, a Sunday like a Monday is', () => {
  expect(anomaliesOf(daily({ 55: 100 })).map(({ day }) => day)).toEqual(['2026-11-01'])
})

it('a few dollars are nobody’s matter', () => {
  const small = {
    ...daily(),
    complete: daily({ 50: 500 }).complete.map(({ day, amount }) => ({ day, amount: amount / 100 })),
  }
  expect(anomaliesOf(small)).toEqual([])
})

it('three weeks are too short to say what is usual', () => {
  const short = daily({ 20: 900 })
  expect(anomaliesOf({ ...short, complete: short.complete.slice(0, 21) })).toEqual([])
})
