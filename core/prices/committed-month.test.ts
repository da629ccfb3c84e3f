import { expect, it } from 'vitest'
import { exactly } from '../band.ts'
import { known } from '../known.ts'
import type { Line, Resource } from '../types.ts'
import type { Discount, PriceBook } from './book.ts'
import { committedFor, committedMonths } from './committed-month.ts'

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

const hours = (label: string, usd: number | undefined, machine?: Line['machine']): Line => ({
  label,
  unit: 'hour',
  quantity: exactly(730),
  unitUsd: exactly(1),
  usd: usd === undefined ? undefined : exactly(usd),
  prices: [],
  ...(machine ? { machine } : {}),
})

const group = (lines: readonly Line[], site: Partial<Resource> = {}) => ({
  site: { kind: 'resource', cloud: 'aws', shape: {}, ...site } as Resource,
  estimate: {
    per: 'month',
    status: 'priced',
    usd: undefined,
    month: undefined,
    lines,
    unknown: [],
    assumed: [],
  } as const,
})

it('is told of machines on demand by their own month: not of disks, nor of what is spot, nor of what has no price', () => {
  const rates = book([rate('ri_saving.1yr_all_upfront', 'm5', 0.4)])
  const large = { type: 'm5.large', purchase: 'on-demand' } as const
  const lines = [
    hours('Instances on demand', 100, large),
    hours('Spot instances', 50, { type: 'm5.large', purchase: 'spot' }),
    hours('Other instances', undefined, large),
    hours('Public IPv4 address', 4),
  ]
  const told = committedFor(group(lines), rates)
  expect(
    told.map(({ type, onDemand, instead }) => [type, onDemand.likely, instead.map(({ month }) => month.likely)]),
  ).toEqual([['m5.large', 100, [60]]])
})

it('is told of a block that is one machine, and not of one whose type is open', () => {
  const rates = book([rate('ri_saving.1yr_all_upfront', 'm5', 0.4)])
  const one = group([hours('Instance', 100)], {
    purchase: 'on-demand',
    shape: { instanceType: known('m5.large', { file: 'main.tf', span: [0, 1] }) },
  })
  expect(committedFor(one, rates).map(({ type }) => type)).toEqual(['m5.large'])
  expect(committedFor(group([hours('Instance', 100)], { purchase: 'on-demand' }), rates)).toEqual([])
})
