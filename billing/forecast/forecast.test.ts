import { beforeAll, describe, expect, it } from 'vitest'
import { forecast, type Point } from './forecast.ts'
import type { Method } from './method.ts'
import { loadMstl } from './mstl.ts'
import { quantile } from './quantile.ts'

let mstl: Method
beforeAll(async () => {
  mstl = await loadMstl()
})

const historyOf = (values: readonly number[]): Point[] =>
  values.map((amount, i) => ({ day: new Date(Date.UTC(2026, 8, 1 + i)).toISOString().slice(0, 10), amount }))
const office = [100, 110, 105, 100, 95, 20, 15]
const weeks = (count: number) => Array.from({ length: 7 * count }, (_, i) => office[i % 7]!)

describe('by the length of the history', () => {
  it('three days: their mean, marked as early, with a wide band', () => {
    const { method, early, history, days, total } = forecast(historyOf([10, 20, 30]), 2)
    expect({ method, early, history }).toEqual({ method: 'run-rate', early: true, history: 3 })
    expect(days.map(({ day }) => day)).toEqual(['2026-09-04', '2026-09-05'])
    expect(days[0]!.amount.likely).toBeGreaterThan(17)
    expect(days[0]!.amount.likely).toBeLessThan(21)
    expect(days[0]!.amount.low).toBeLessThan(10)
    expect(days[0]!.amount.high).toBeGreaterThan(30)
    expect(total.low).toBeLessThan(total.likely)
  })

  it('three weeks: each day as a week before', () => {
    const { method, early, days, total } = forecast(historyOf(weeks(3)), 7)
    expect({ method, early }).toEqual({ method: 'seasonal-naive', early: false })
    expect(days.map(({ amount }) => Math.round(amount.likely))).toEqual(office)
    expect(Math.round(total.likely)).toBe(545)
  })

  it('what was wrong by a share while less was spent is wrong by that share of what is spent now', () => {
    const growing = Array.from({ length: 104 }, (_, i) => 100 * 1.03 ** i)
    const { method, total } = forecast(historyOf(growing.slice(0, 90)), 14)
    expect(method).toBe('seasonal-naive')
    const came = growing.slice(90).reduce((sum, value) => sum + value)
    expect(came).toBeGreaterThan(total.likely)
    expect(came).toBeLessThan(total.high)
  })

  it('twelve growing weeks: the model that learns is better in its trials, and is taken', () => {
    const growing = weeks(12).map((value, i) => value * 1.02 ** i)
    const { method, days } = forecast(historyOf(growing), 7, mstl)
    expect(method).toBe('mstl-ets')
    const ratios = days.map(({ amount }, i) => amount.likely / (office[i]! * 1.02 ** (84 + i)))
    for (const ratio of ratios) expect(Math.abs(ratio - 1)).toBeLessThan(0.1)
  })
})

describe('a level that changed', () => {
  const wavering = (i: number) => Math.exp(0.08 * Math.sin(i * 12.9898) + 0.05 * Math.sin(i * 4.1414))
  const stepped = (...levels: readonly number[]) =>
    weeks(13).map((value, i) => value * wavering(i) * levels[Math.floor((i * levels.length) / 91)]!)
  const width = (values: readonly number[]) => {
    const { days, levelSince } = forecast(historyOf(values), 14, mstl)
    const widest = Math.max(...days.map(({ amount }) => Math.log(amount.high / amount.likely)))
    return { levelSince, widest }
  }

  it('once and stayed: is named, and widens no band', () => {
    const { levelSince, widest } = width(stepped(1, 1, 1, 1, 2, 2, 2))
    expect(levelSince).toBe('2026-10-23')
    expect(widest).toBeLessThan(Math.LN2)
  })

  it('again and again: is how this series is', () => {
    const { levelSince, widest } = width(stepped(1, 2, 1, 2))
    expect(levelSince).toBeUndefined()
    expect(widest).toBeGreaterThan(Math.LN2)
  })

  it.each([
    ['last week: may not stay', stepped(...Array.from({ length: 13 }, (_, i) => (i < 12 ? 1 : 2)))],
    ['a growing series has none', weeks(13).map((value, i) => value * wavering(i) * 1.012 ** i)],
    ['a series without any noise has none', weeks(13)],
  ])('%s', (_, values) => expect(width(values).levelSince).toBeUndefined())
})

describe('a day that stood alone', () => {
  const wavering = weeks(8).map((value, i) => value * (1 + 0.04 * Math.sin(i * 12.9898)))
  const spiked = wavering.map((value, i) => (i === 52 ? value * 9 : value))

  it.each([
    ['the week before repeated', undefined],
    ['what learns', () => mstl],
  ])('is named and not expected again: %s', (_, trained) => {
    const { days, oneOffs, total } = forecast(historyOf(spiked), 14, trained?.())
    const calm = forecast(historyOf(wavering), 14, trained?.())
    expect(oneOffs).toEqual([{ first: '2026-10-23', last: '2026-10-23' }])
    for (const [i, { amount }] of days.entries())
      expect(Math.abs(amount.likely / calm.days[i]!.amount.likely - 1)).toBeLessThan(0.15)
    expect(total.high).toBeGreaterThan(total.likely)
  })
})

it('a fleet of a week that ended widens the band of no day, only that of their sum', () => {
  const fleet = weeks(12).map((value, i) => value + (i >= 40 && i < 47 ? 900 : 0) + Math.sin(i * 12.9898))
  const { days, oneOffs, total } = forecast(historyOf(fleet), 14, mstl)
  expect(oneOffs).toEqual([{ first: '2026-10-11', last: '2026-10-17' }])
  for (const { amount } of days) expect(amount.high).toBeLessThan(1.5 * amount.likely)
  expect(total.high).toBeGreaterThan(total.likely + 1000)
})

it('a credit below zero and days without spend are no trouble', () => {
  const values = weeks(8).map((value, i) => (i === 20 ? -500 : i % 7 === 6 ? 0 : value))
  for (const { amount } of forecast(historyOf(values), 14, mstl).days) {
    expect(Number.isFinite(amount.low) && Number.isFinite(amount.high)).toBe(true)
    expect(amount.low).toBeLessThanOrEqual(amount.likely)
    expect(amount.likely).toBeLessThanOrEqual(amount.high)
  }
})

it('what never fell below zero is not expected to', () => {
  const spiky = Array.from({ length: 80 }, (_, i) => (i % 9 === 0 ? 900 : 3))
  const { days, total } = forecast(historyOf(spiky), 14, mstl)
  expect(Math.min(total.low, ...days.map(({ amount }) => amount.low))).toBeGreaterThanOrEqual(0)
})

it('nothing was ever spent: nothing is expected', () => {
  const { total } = forecast(historyOf(Array.from({ length: 60 }, () => 0)), 10, mstl)
  expect(total).toEqual({ low: 0, likely: 0, high: 0 })
})

it('no history is no forecast', () => {
  expect(() => forecast([], 5)).toThrow(new RangeError('there is no history to forecast from'))
})

it.each([
  [[1, 2, 3, 4], 0.5, 2.5],
  [[5], 0.975, 5],
  [[3, 1], 1, 3],
])('the quantile of %j at %d is %d', (values, at, result) => expect(quantile(values, at)).toBe(result))

it.each([
  [3, 30],
  [14, 40],
  [60, 300],
])('%d days of history tell of the next %d: a band for each, none of no width', (history, horizon) => {
  const points = Array.from({ length: history }, (_, i) => ({
    day: new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10),
    amount: 100 + (i % 7) * 5 + Math.sin(i),
  }))
  const { days, total } = forecast(points, horizon)
  for (const { low, likely, high } of [...days.map(({ amount }) => amount), total])
    expect(low < likely && likely < high).toBe(true)
})
