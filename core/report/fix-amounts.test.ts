import { expect, it } from 'vitest'
import { exactly } from '../band.ts'
import type { Fix } from '../types.ts'
import { fixAmounts } from './fix-amounts.ts'

const fix = (before: Fix['before'], after: Fix['after'], per?: string): Fix => ({
  title: 'Change it',
  safety: 'suggestion',
  edits: [],
  before,
  after,
  ...(per === undefined ? {} : { per }),
})
const unit = { per: 'GB-month', before: 0.1, after: 0.08 }

it('tells the estimate before and after, and what is saved', () => {
  expect(fixAmounts(fix(exactly(50), exactly(40), 'month'), { unit: undefined })).toEqual({
    before: '$50.00',
    after: '$40.00',
    per: 'month',
    saves: '$10.00',
  })
})

it('tells bands as bands', () => {
  const [before, after] = [
    { low: 1, likely: 2, high: 4 },
    { low: 0.5, likely: 1, high: 2 },
  ]
  expect(fixAmounts(fix(before, after, 'call'), { unit: undefined })).toMatchObject({
    before: '$1.00–4.00',
    after: '$0.50–2.00',
    saves: '$1.00',
  })
})

it('tells the most it may cost where the fix bounds that', () => {
  const before = { low: 0.001, likely: 0.005, high: 0.164 }
  expect(fixAmounts(fix(before, { ...before, high: 0.0102 }, 'call'), { unit: undefined })).toEqual({
    before: '$0.164',
    after: '$0.0102',
    per: 'call',
    saves: undefined,
  })
})

it('tells unit prices where the quantity is not known', () => {
  expect(fixAmounts(fix(undefined, undefined, 'GB-month'), { unit })).toEqual({
    before: '$0.10',
    after: '$0.08',
    per: 'GB-month',
    saves: '$0.02',
  })
})

it('tells nothing of a fix that claims nothing', () => {
  expect(fixAmounts(fix(exactly(50), exactly(40)), { unit })).toBeUndefined()
  expect(fixAmounts(fix(undefined, undefined, 'month'), { unit })).toBeUndefined()
})
