import { expect, test } from 'vitest'
import { around, daysOf, joined, months, without } from './range.ts'

const days = (text: string) => {
  const [since, until] = text.split('..')
  return { since: `2026-${since}`, until: `2026-${until}` }
}

test('stretches that touch or overlap are one; an empty one is none', () => {
  expect(joined(['03-05..03-07', '03-01..03-03', '03-03..03-04', '03-06..03-06'].map(days))).toEqual(
    ['03-01..03-04', '03-05..03-07'].map(days),
  )
})

test('what is taken is cut out of the middle, and of the ends', () => {
  expect(without([days('03-01..03-10')], ['03-03..03-04', '02-01..03-02', '03-09..04-01'].map(days))).toEqual(
    ['03-02..03-03', '03-04..03-09'].map(days),
  )
  expect(without([days('03-01..03-10')], [days('02-01..04-01')])).toEqual([])
  expect(without([days('03-01..03-10')], [days('03-05..03-05')])).toEqual([days('03-01..03-10')])
})

test('from the first day of all to the last', () => {
  expect(around(['03-05..03-07', '03-01..03-03'].map(days))).toEqual(days('03-01..03-07'))
  expect(around([])).toBeUndefined()
})

test('months have the days of the range, each once, also over the turn of a year', () => {
  const range = { since: '2025-11-20', until: '2026-03-02' }
  const parts = months(range)
  expect(parts.map(({ since, until }) => `${since}..${until}`)).toEqual([
    '2025-11-20..2025-12-01',
    '2025-12-01..2026-01-01',
    '2026-01-01..2026-02-01',
    '2026-02-01..2026-03-01',
    '2026-03-01..2026-03-02',
  ])
  expect(parts.flatMap(daysOf)).toEqual(daysOf(range))
})
