import { expect, it } from 'vitest'
import { minutesOf } from './cron.ts'

const at = (day: number, hour: number, minute = 0) => (day * 24 + hour) * 60 + minute

it('minutes of a week: lists, ranges, steps and names of days, Sunday as 0 and as 7', () => {
  expect(minutesOf('0 8 * * 1-2')).toEqual([at(1, 8), at(2, 8)])
  expect(minutesOf('30 6,18 * * SAT')).toEqual([at(6, 6, 30), at(6, 18, 30)])
  expect(minutesOf('*/20 0 * * 7')).toEqual([at(0, 0), at(0, 0, 20), at(0, 0, 40)])
  expect(minutesOf('0 12 * * 0')).toEqual([at(0, 12)])
  expect(minutesOf('0 0 * * *')).toHaveLength(7)
})

it('what goes by the day of the month or the month has no typical week, and what is no such line has none', () => {
  expect(minutesOf('0 8 1 * *')).toBeUndefined()
  expect(minutesOf('0 8 * 6 *')).toBeUndefined()
  expect(minutesOf('0 25 * * *')).toBeUndefined()
  expect(minutesOf('0 8 * *')).toBeUndefined()
  expect(minutesOf('0 8 * * * *')).toBeUndefined()
  expect(minutesOf('*/0 8 * * *')).toBeUndefined()
  expect(minutesOf('@daily')).toBeUndefined()
})
