import { expect, it } from 'vitest'
import { exactly } from '../band.ts'
import { committedSentences } from './committed.ts'

const rate = { source: 'a list', asOf: '2026-07-05', types: 8 } as const

it('says the month, what it saves, how that was measured, and the sum that is paid at once', () => {
  const once = { ...rate, years: 3, less: 0.624, over: 'g5', how: 'paid at once', month: exactly(276.13) } as const
  expect(committedSentences([{ type: 'g5.xlarge', onDemand: exactly(734.38), instead: [once] }])).toEqual([
    'g5.xlarge for 3 years: $276.13 per month instead of $734.38, saves $458.25 (62.4 % less, the middle of 8 types, g5; a list, 2026-07-05; $9,941 paid at once, spread over 36 months)',
  ])
})

it('says nothing of a sum where a commitment is paid month by month', () => {
  const monthly = { ...rate, years: 1, less: 0.37, over: 'g2', how: 'committed use', month: exactly(63) } as const
  expect(committedSentences([{ type: 'g2-standard-4', onDemand: exactly(100), instead: [monthly] }])).toEqual([
    'g2-standard-4 for 1 year: $63.00 per month instead of $100.00, saves $37.00 (37 % less, the middle of 8 types, g2; a list, 2026-07-05)',
  ])
})
