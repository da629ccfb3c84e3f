import { expect, it } from 'vitest'
import { oneOffs } from './one-off.ts'

const office = [4.7, 4.8, 4.7, 4.6, 4.6, 3, 2.7]
const weeks = (count: number) =>
  Array.from({ length: 7 * count }, (_, i) => office[i % 7]! + 0.1 * Math.sin(i * 12.9898))
const days = (from: number, count: number, step = 1) => Array.from({ length: count }, (_, i) => from + i * step)
const by = (size: number, at: readonly number[]) => Object.fromEntries(at.map((i) => [i, size]))
const changed = (at: Readonly<Record<number, number>>, count = 10) =>
  weeks(count).map((value, i) => value + (at[i] ?? 0))

it('a day far above the same days of the weeks around, and one far below', () => {
  const series = changed({ 23: 2, 57: -3 })
  const { events, calm } = oneOffs(series)
  expect(events).toEqual([[23], [57]])
  for (const day of [23, 57]) expect(Math.abs(calm[day]! - weeks(10)[day]!)).toBeLessThan(0.3)
  const others = (values: readonly number[]) => values.filter((_, i) => i !== 23 && i !== 57)
  expect(others(calm)).toEqual(others(series))
})

it.each([
  ['two days', days(30, 2)],
  ['a week', days(33, 7)],
])('%s in a row are one event', (_, run) => expect(oneOffs(changed(by(2, run))).events).toEqual([run]))

it.each([
  ['nothing stands out', {}],
  ['the last day: it may stay', by(2, [69])],
  ['working days, and then a weekend: they may go on', by(2, days(63, 5))],
  ['more than a week is a level', by(2, days(30, 9))],
  ['what came again a week later is a season', by(2, [50, 57])],
  ['what comes every ten days comes again', by(2, days(10, 6, 10))],
  ['half as much again is no event', by(0.4, [30])],
  ['a level that changed', by(1, days(40, 30))],
])('none: %s', (_, at) => {
  const series = changed(at)
  expect(oneOffs(series)).toEqual({ events: [], calm: series })
})

it('a few weeks say nothing of what is usual', () => expect(oneOffs(changed({ 10: 3 }, 3)).events).toEqual([]))
