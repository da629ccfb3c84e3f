import { expect, it } from 'vitest'
import { oneOffs, withoutOneEvent, withoutOneOffs } from './one-off.ts'

const office = [4.7, 4.8, 4.7, 4.6, 4.6, 3, 2.7]
const weeks = (count: number) =>
  Array.from({ length: 7 * count }, (_, i) => office[i % 7]! + 0.1 * Math.sin(i * 12.9898))
const days = (series: readonly number[]) => [...oneOffs(series).keys()]
const changed = (at: Readonly<Record<number, number>>, count = 10) =>
  weeks(count).map((value, i) => value + (at[i] ?? 0))

it('a day far above the same days of the weeks around, and one far below', () => {
  const series = changed({ 23: 2, 57: -3 })
  expect(days(series)).toEqual([23, 57])
  const mended = withoutOneOffs(series)
  for (const day of [23, 57]) expect(Math.abs(mended[day]! - weeks(10)[day]!)).toBeLessThan(0.3)
  expect(mended.filter((_, i) => i !== 23 && i !== 57)).toEqual(series.filter((_, i) => i !== 23 && i !== 57))
})

it('two days in a row are still one event', () => expect(days(changed({ 30: 2, 31: 1.5 }))).toEqual([30, 31]))

it.each([
  ['nothing stands out', {}],
  ['the last day: it may stay', { 69: 2 }],
  ['the last two: they may stay', { 68: 2, 69: 2 }],
  ['days in a row are no single event', { 30: 2, 31: 2, 32: 2, 33: 2 }],
  ['what comes every ten days comes again', { 10: 2, 20: 2, 30: 2, 40: 2, 50: 2, 60: 2 }],
  ['half as much again is no event', { 30: 0.4 }],
])('none: %s', (_, at) => expect(days(changed(at))).toEqual([]))

it('none: a level that changed', () => expect(days(weeks(10).map((value, i) => value + (i < 40 ? 0 : 1)))).toEqual([]))

it('a few weeks say nothing of what is usual', () => expect(days(changed({ 10: 3 }, 3))).toEqual([]))

it('one event, of a day or two, is left out of what may come again; several are not', () => {
  const pair = changed({ 30: 2, 31: 2 })
  expect(withoutOneEvent(pair)).toEqual(withoutOneOffs(pair))
  expect(withoutOneEvent(pair)).not.toEqual(pair)
  const several = changed({ 23: 2, 57: 2 })
  expect(withoutOneEvent(several)).toEqual(several)
  const none = changed({})
  expect(withoutOneEvent(none)).toEqual(none)
})
