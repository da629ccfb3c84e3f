import { expect, test } from 'vitest'
import type { SourceInfo } from '../../billing/describe.ts'
import { dueAt, hoursBetween, newRange, wholeRange } from './cadence.ts'

const free: SourceInfo = {
  id: 'a',
  name: 'A',
  reads: 'A',
  needs: { fields: [], scope: '', link: '' },
  isOwn: false,
  byAccount: false,
  tells: [],
}
const account = { id: 'a', source: 'a', values: {} }
const dear: SourceInfo = { ...free, askCosts: { usd: 0.01, source: '' }, renews: { hours: 24, source: '' } }
const now = Date.parse('2026-11-22T18:00:00Z')

test('a source is read as often as it has something new, or as the user says', () => {
  expect(hoursBetween(free, account, undefined)).toBe(6)
  expect(hoursBetween({ ...free, renews: { hours: 8, source: '' } }, account, undefined)).toBe(8)
  expect(hoursBetween(free, account, 1)).toBe(1)
  expect(hoursBetween(free, account, 0)).toBeUndefined()
})

test('one that costs money to ask is read by itself only where that is allowed', () => {
  expect(hoursBetween(dear, account, undefined)).toBeUndefined()
  expect(hoursBetween(dear, { ...account, byItself: true }, undefined)).toBe(24)
  expect(hoursBetween(dear, account, 12)).toBe(12)
  expect(hoursBetween({ ...free, asking: 'warehouse time' }, account, undefined)).toBeUndefined()
})

test('what was never read is due at once, what was read after its hours', () => {
  expect(dueAt(undefined, 6)).toBe(0)
  expect(dueAt(now, 6)).toBe(now + 6 * 3_600_000)
  expect(dueAt(undefined, undefined)).toBeUndefined()
})

test('ninety days are read at first, then the months that may still change', () => {
  expect(wholeRange(now)).toEqual({ since: '2026-08-25', until: '2026-11-23' })
  expect(newRange(now, '2026-11-22T06:00:00Z', '2026-11-21')).toEqual({ since: '2026-11-01', until: '2026-11-23' })
  expect(newRange(now, '2026-11-05T06:00:00Z', null)).toEqual({ since: '2026-10-01', until: '2026-11-23' })
  expect(newRange(now, '2026-11-22T06:00:00Z', '2026-10-30')).toEqual({ since: '2026-10-30', until: '2026-11-23' })
  expect(newRange(now, '2026-01-01T06:00:00Z', null)).toEqual({ since: '2026-08-25', until: '2026-11-23' })
})
