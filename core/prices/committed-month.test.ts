import { expect, it } from 'vitest'
import { exactly } from '../band.ts'
import type { Discount, PriceBook } from './book.ts'
import { committedMonths } from './committed-month.ts'

const rate = (kind: string, subject: string, median: number): Discount => ({
  kind,
  cloud: 'aws',
  subject,
  median,
  p10: undefined,
  p90: undefined,
  n: 12,
  source: 'a list',
  asOf: '2026-07-05',
})

const book = (discounts: readonly Discount[]) => ({ discounts: () => discounts }) as PriceBook

it('a machine of $100 a month is $60 when a year is paid at once and $40 for three: spread over the months, not $0', () => {
  const rates = book([rate('ri_saving.3yr_all_upfront', 'm5', 0.6), rate('ri_saving.1yr_all_upfront', 'm5', 0.4)])
  const months = committedMonths(rates, 'aws', 'm5.large', exactly(100))
  expect(months.map(({ years, how, month }) => [years, how, month.likely])).toEqual([
    [1, 'paid at once', 60],
    [3, 'paid at once', 40],
  ])
})

it('without a rate for the type or its cloud nothing is said; nor of a machine that costs nothing; a rate of all or nothing is none', () => {
  const rates = book([rate('ri_saving.1yr_all_upfront', 'm5', 1)])
  expect(committedMonths(rates, 'aws', 'm5.large', exactly(100))).toEqual([])
  expect(committedMonths(book([]), 'aws', 'm5.large', exactly(100))).toEqual([])
  const one = book([rate('ri_saving.1yr_all_upfront', 'm5', 0.4)])
  expect(committedMonths(one, 'aws', 'm5.large', exactly(0))).toEqual([])
  expect(committedMonths(one, 'gcp', 'm5.large', exactly(100))).toEqual([])
})
