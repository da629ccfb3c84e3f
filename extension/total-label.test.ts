import { expect, it } from 'vitest'
import { totalLabel } from './total-label.ts'

const cents = { low: 0.01, likely: 0.01, high: 0.01 }
const nothing = { month: undefined, once: undefined, calls: 0, partial: 0, unknown: 0 }

it('marks an amount that rests on the estimator, and no count', () => {
  expect(totalLabel({ ...nothing, once: cents, calls: 1 }, true)).toBe('~$0.01/call')
  expect(totalLabel({ ...nothing, once: cents, calls: 1 }, false)).toBe('$0.01/call')
  expect(totalLabel({ ...nothing, unknown: 2 }, true)).toBe('2 unknown')
})
