import { expect, it } from 'vitest'
import { unitsFor } from './table-modes.ts'

it('a unit serves a request a second, and no more of it is used than may be', () => {
  expect(unitsFor(730 * 3600 * 7, 0.7)).toBe(10)
  expect(unitsFor(0, 0.7)).toBe(1)
})
