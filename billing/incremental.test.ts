import { expect, test } from 'vitest'
import { daysToRead } from './incremental.ts'
import { stateAfter } from './load-state.ts'

const today = '2026-11-20'
const load = stateAfter(
  undefined,
  { source: 'openai', since: '2026-08-01', until: '2026-11-18' },
  { problems: [], at: '2026-11-17T09:00:00.000Z' },
)

test.each([
  ['nothing was read', { today }, '2026-07-24'],
  ['nothing was read, and a first day is named', { today, since: '2026-01-01' }, '2026-01-01'],
  ['the last days are read again', { today, load, state: { estimatedSince: null } }, '2026-11-15'],
  ['a month that the provider has not closed', { today, load, state: { estimatedSince: '2026-11-01' } }, '2026-11-01'],
  ['no more is read again than was read', { today, load, state: { estimatedSince: '2026-01-01' } }, '2026-08-01'],
  ['earlier days are wanted', { today, load, since: '2026-02-01' }, '2026-02-01'],
  ['later days are wanted: none is left out in between', { today, load, since: '2026-11-19' }, '2026-11-15'],
])('%s', (_, known, since) => {
  expect(daysToRead(known)).toEqual({ since, until: '2026-11-21' })
})

test('days that touch grow together; days apart are not taken for one stretch', () => {
  const told = { problems: [], at: '2026-11-20T09:00:00.000Z' }
  const next = (since: string, until: string) => stateAfter(load, { source: 'openai', since, until }, told).covers
  expect(next('2026-11-15', '2026-11-21')).toEqual({ since: '2026-08-01', until: '2026-11-21' })
  expect(next('2026-02-01', '2026-08-01')).toEqual({ since: '2026-02-01', until: '2026-11-18' })
  expect(next('2026-11-19', '2026-11-21')).toEqual({ since: '2026-11-19', until: '2026-11-21' })
  expect(stateAfter(load, { source: 'file:a.csv' }, told).covers).toBeUndefined()
})

test('of very many problems the first hundred are kept, and how many more there were', () => {
  const problems = Array.from({ length: 250 }, (_, i) => `Row ${i} has no amount.`)
  const kept = stateAfter(undefined, { source: 'openai' }, { problems, at: '2026-11-20T09:00:00.000Z' }).problems
  expect([kept.length, kept[99], kept[100]]).toEqual([101, 'Row 99 has no amount.', 'And 150 more of the kind.'])
})
