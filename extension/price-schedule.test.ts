import { expect, it } from 'vitest'
import { untilDue } from './price-schedule.ts'

const now = Date.parse('2026-11-21T12:00:00Z')
const hour = 3_600_000

it.each([
  ['never read', 'daily', undefined, undefined, 0],
  ['read an hour ago', 'daily', '2026-11-21T11:00:00Z', undefined, 23 * hour],
  ['read a day ago', 'daily', '2026-11-20T12:00:00Z', undefined, 0],
  ['read six days ago', 'weekly', '2026-11-15T12:00:00Z', undefined, 24 * hour],
  ['read 31 days ago', 'monthly', '2026-10-21T12:00:00Z', undefined, 0],
  ['tried half an hour ago, in vain', 'daily', undefined, now - hour / 2, hour / 2],
  ['read and tried long ago', 'weekly', '2026-01-01T00:00:00Z', now - 48 * hour, 0],
  ['read in the future by a wrong clock', 'weekly', '2027-11-21T12:00:00Z', undefined, 0],
] as const)('%s', (_, schedule, checked, attempted, wait) => {
  expect(untilDue(schedule, now, { checked, attempted })).toBe(wait)
})
