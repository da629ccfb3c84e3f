import { expect, it } from 'vitest'
import { money } from './table.ts'

it('money has two digits, and what is little is not nothing', () => {
  expect([1234.5, 0, 0.005, 0.004, -0.004, -3.5].map(money)).toEqual([
    '1,234.50',
    '0.00',
    '0.01',
    '<0.01',
    '>-0.01',
    '-3.50',
  ])
})
