import { expect, it } from 'vitest'
import { exactly } from '../band.ts'
import { whatIfSentences } from './what-if.ts'

const rate = { source: 'a list', asOf: '2026-07-05', types: 8 } as const

it('says the month, what it saves, how that was measured, the sum that is paid at once, and where the rates are from', () => {
  const once = {
    ...rate,
    years: 3,
    less: 0.624,
    over: 'g5',
    how: 'paid at once',
    month: exactly(276.13),
    saves: exactly(458.25),
    paidAhead: exactly(9940.68),
  } as const
  const committed = [{ what: 'g5.xlarge', onDemand: exactly(734.38), instead: [once] }]
  expect(whatIfSentences({ committed, licences: [] })).toEqual([
    'g5.xlarge for 3 years, paid at once: $276.13 per month instead of $734.38, saves $458.25 (62.4 % less, the middle of 8 types, g5; $9,941 paid at once, spread over 36 months)',
    'Rates from a list, 2026-07-05',
  ])
})

it('says what a rate is stated of, and nothing of a sum where a commitment is paid month by month', () => {
  const monthly = {
    ...rate,
    types: undefined,
    years: 1,
    less: 0.25,
    over: 'vCPUs and memory',
    how: 'committed use',
    month: exactly(75),
    saves: exactly(25),
    paidAhead: undefined,
  } as const
  const committed = [{ what: 'vCPUs and memory', onDemand: exactly(100), instead: [monthly] }]
  expect(whatIfSentences({ committed, licences: [] })).toEqual([
    'vCPUs and memory for 1 year, committed use: $75.00 per month instead of $100.00, saves $25.00 (25 % less, stated of vCPUs and memory)',
    'Rates from a list, 2026-07-05',
  ])
})

it('says what a licence costs a month, and that what one already has is not free', () => {
  const licences = [{ what: 'Windows licence', by: 'Azure Hybrid Benefit', month: exactly(134.32) }]
  expect(whatIfSentences({ committed: [], licences })).toEqual([
    'Windows licence: $134.32 per month less with Azure Hybrid Benefit, for licences one has: what those cost is not counted',
  ])
})
