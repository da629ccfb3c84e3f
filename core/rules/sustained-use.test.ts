import { expect, it } from 'vitest'
import { shareOfMonth } from './sustained-use.ts'

it('without a discount a share of the month costs that share', () => {
  expect(shareOfMonth(0.3)).toBeCloseTo(0.3)
  expect(shareOfMonth(1)).toBeCloseTo(1)
})

// N1: quarters at 100 %, 80 %, 60 % and 40 % of the list price; the whole month is 70 % of it
it('the first quarter of a month is at list price, of which all of it is less', () => {
  expect(shareOfMonth(0.25, 0.3)).toBeCloseTo(0.25 / 0.7)
  expect(shareOfMonth(0.5, 0.3)).toBeCloseTo(0.45 / 0.7)
  expect(shareOfMonth(1, 0.3)).toBeCloseTo(1)
})
