import { expect, test } from 'vitest'
import { brokenOff, notRead } from './analysis/coverage.ts'
import { daysToRead } from './incremental.ts'
import { stateAfter, stateFrom } from './load-state.ts'
import type { Range } from './source.ts'

const today = '2026-11-20'
const load = stateAfter(
  undefined,
  { source: 'openai', since: '2026-08-01', until: '2026-11-18' },
  { problems: [], at: '2026-11-17T09:00:00.000Z' },
)

const broken = { ...load, due: [{ since: '2026-02-01', until: '2026-08-01' }] }

test.each([
  ['nothing was read', { today }, '2026-07-24'],
  ['nothing was read, and a first day is named', { today, since: '2026-01-01' }, '2026-01-01'],
  ['the last days are read again', { today, load, state: { estimatedSince: null } }, '2026-11-15'],
  ['a month that the provider has not closed', { today, load, state: { estimatedSince: '2026-11-01' } }, '2026-11-01'],
  ['no more is read again than was read', { today, load, state: { estimatedSince: '2026-01-01' } }, '2026-08-01'],
  ['earlier days are wanted', { today, load, since: '2026-02-01' }, '2026-02-01'],
  ['earlier days are wanted again, and are due', { today, load: broken, since: '2026-02-01' }, '2026-11-15'],
  ['later days are wanted: none is left out in between', { today, load, since: '2026-11-19' }, '2026-11-15'],
])('%s', (_, known, since) => {
  expect(daysToRead(known)).toEqual({ since, until: '2026-11-21' })
})

test('days that touch grow together, and what is between others is not taken for read', () => {
  const told = { problems: [], at: '2026-11-20T09:00:00.000Z' }
  const next = (since: string, until: string) => stateAfter(load, { source: 'openai', since, until }, told).covers
  expect(next('2026-11-15', '2026-11-21')).toEqual([{ since: '2026-08-01', until: '2026-11-21' }])
  expect(next('2026-02-01', '2026-08-01')).toEqual([{ since: '2026-02-01', until: '2026-11-18' }])
  expect(next('2026-11-19', '2026-11-21')).toEqual([
    { since: '2026-08-01', until: '2026-11-18' },
    { since: '2026-11-19', until: '2026-11-21' },
  ])
  expect(stateAfter(load, { source: 'file:a.csv' }, told).covers).toBeUndefined()
})

test('what a reading asked for and did not get is due, also days that were read before, until they come', () => {
  const at = '2026-11-20T09:00:00.000Z'
  const after = (before: typeof load, since: string, until: string, rest: readonly Range[] = []) =>
    stateAfter(before, { source: 'openai', since, until }, { problems: [], rest, at })
  const first = after(load, '2026-11-20', '2026-11-21', [{ since: '2026-11-15', until: '2026-11-20' }])
  expect(first.due).toEqual([{ since: '2026-11-15', until: '2026-11-20' }])
  expect(notRead([first], { since: '2026-11-01', until: '2026-11-21' })).toEqual([
    'openai was not read for 2026-11-18 to 2026-11-19: these days are not in the totals.',
    'openai was to be read anew for 2026-11-15 to 2026-11-17, and the reading broke off: these days are as they were before.',
  ])
  expect(brokenOff([first])).toEqual([
    'openai is not read yet for 2026-11-18 to 2026-11-19, as the reading broke off: these days are not in the totals. The next reading goes on there.',
    'openai was to be read anew for 2026-11-15 to 2026-11-17, and the reading broke off: these days are as they were before.',
  ])
  const second = after(first, '2026-11-18', '2026-11-20')
  expect(second.due).toEqual([{ since: '2026-11-15', until: '2026-11-18' }])
  const third = after(second, '2026-11-15', '2026-11-18')
  expect([third.due, third.covers]).toEqual([undefined, [{ since: '2026-08-01', until: '2026-11-21' }]])
  expect([...notRead([third], { since: '2026-08-01', until: '2026-11-21' }), ...brokenOff([third])]).toEqual([])
})

test('a store that was written before had one stretch of days', () => {
  const covers = { since: '2026-08-01', until: '2026-11-18' }
  expect(stateFrom({ source: 'openai', at: '', problems: [], covers }).covers).toEqual([covers])
})

test('of very many problems the first hundred are kept, and how many more there were', () => {
  const problems = Array.from({ length: 250 }, (_, i) => `Row ${i} has no amount.`)
  const kept = stateAfter(undefined, { source: 'openai' }, { problems, at: '2026-11-20T09:00:00.000Z' }).problems
  expect([kept.length, kept[99], kept[100]]).toEqual([101, 'Row 99 has no amount.', 'And 150 more of the kind.'])
})
