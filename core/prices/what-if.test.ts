import { expect, it } from 'vitest'
import { exactly } from '../band.ts'
import { unknown } from '../known.ts'
import type { Line, Resource } from '../types.ts'
import type { Discount, PriceBook } from './book.ts'
import { committedMonths, whatIf } from './what-if.ts'

const rate = (kind: string, subject: string, median: number, cloud = 'aws'): Discount => ({
  kind,
  cloud,
  subject,
  median,
  p10: undefined,
  p90: undefined,
  n: 12,
  source: 'a list',
  asOf: '2026-07-05',
})

const book = (discounts: readonly Discount[]) => ({ discounts: () => discounts }) as PriceBook
const m5 = { service: 'ec2', family: 'm5' }

it('a machine of $100 a month is $60 when a year is paid at once, $720 ahead, and $40 for three: never $0', () => {
  const rates = book([rate('ri_saving.3yr_all_upfront', 'm5', 0.6), rate('ri_saving.1yr_all_upfront', 'm5', 0.4)])
  const months = committedMonths(rates, 'aws', m5, exactly(100))
  expect(
    months.map(({ years, how, month, paidAhead, saves }) => [
      years,
      how,
      month.likely,
      paidAhead?.likely,
      saves.likely,
    ]),
  ).toEqual([
    [1, 'paid at once', 60, 720, 40],
    [3, 'paid at once', 40, 1440, 60],
  ])
})

it('what is paid monthly, or partly ahead by an amount nobody lists, has no sum that is paid ahead', () => {
  const rates = book([rate('commitment.rds.1yr.monthly', 'm6g', 0.36), rate('commitment.rds.3yr.partly', 'm6g', 0.59)])
  const months = committedMonths(rates, 'aws', { service: 'rds', family: 'm6g' }, exactly(100))
  expect(months.map(({ how, paidAhead }) => [how, paidAhead])).toEqual([
    ['paid monthly', undefined],
    ['partly paid at once', undefined],
  ])
})

it('without a rate for the family or its cloud nothing is said; nor of what costs nothing; a rate of all or nothing is none', () => {
  const rates = book([rate('ri_saving.1yr_all_upfront', 'm5', 1)])
  expect(committedMonths(rates, 'aws', m5, exactly(100))).toEqual([])
  expect(committedMonths(book([]), 'aws', m5, exactly(100))).toEqual([])
  const one = book([rate('ri_saving.1yr_all_upfront', 'm5', 0.4)])
  expect(committedMonths(one, 'aws', m5, exactly(0))).toEqual([])
  expect(committedMonths(one, 'gcp', m5, exactly(100))).toEqual([])
})

it('a flexible commitment is off the list, without sustained use: $100 list, $70 net of 30 %, is $54 for three years and not cheaper for one', () => {
  const rates = book([
    rate('commitment.compute.1yr.flexible', 'n1', 0.28, 'gcp'),
    rate('commitment.compute.3yr.flexible', 'n1', 0.46, 'gcp'),
  ])
  const months = committedMonths(rates, 'gcp', { service: 'compute', family: 'n1' }, exactly(70), { sustained: 0.3 })
  expect(months.map(({ years, month }) => [years, month.likely])).toEqual([[3, expect.closeTo(54, 9)]])
})

it('a rate of the region comes before that of the family, for its own term', () => {
  const rates = book([
    rate('commitment.ec2.1yr.monthly', 'm5', 0.3),
    rate('commitment.ec2.3yr.monthly', 'm5', 0.5),
    rate('commitment.ec2.1yr.monthly', 'm5 sa-east-1', 0.4),
  ])
  const monthsIn = (region?: string) =>
    committedMonths(rates, 'aws', m5, exactly(100), { region }).map(({ years, month }) => [years, month.likely])
  expect(monthsIn('sa-east-1')).toEqual([
    [1, 60],
    [3, 50],
  ])
  expect(monthsIn('us-east-1')).toEqual([
    [1, 70],
    [3, 50],
  ])
})

const line = (label: string, usd: number | undefined, more: Partial<Line> = {}): Line => ({
  label,
  unit: 'hour',
  quantity: exactly(730),
  unitUsd: exactly(1),
  usd: usd === undefined ? undefined : exactly(usd),
  prices: [],
  ...more,
})

const costed = (lines: readonly Line[], per: 'month' | 'hour' = 'month') => ({
  site: { kind: 'resource', cloud: 'aws', shape: {}, region: unknown('absent') } as unknown as Resource,
  estimate: { per, status: 'priced', usd: undefined, month: undefined, lines, unknown: [], assumed: [] } as const,
})

const large = { type: 'm5.large', purchase: 'on-demand' } as const

it('is told of machines on demand by their own month: not of disks, nor of what is spot, has no price, or is rented by the hour', () => {
  const rates = book([rate('ri_saving.1yr_all_upfront', 'm5', 0.4)])
  const lines = [
    line('Instances on demand', 100, { machine: large }),
    line('Spot instances', 50, { machine: { type: 'm5.large', purchase: 'spot' } }),
    line('Other instances', undefined, { machine: large }),
    line('Public IPv4 address', 4),
  ]
  const told = whatIf(costed(lines), rates).committed
  expect(
    told.map(({ what, onDemand, instead }) => [what, onDemand.likely, instead.map(({ month }) => month.likely)]),
  ).toEqual([['m5.large', 100, [60]]])
  expect(whatIf(costed(lines, 'hour'), rates).committed).toEqual([])
})

it('an instance of a database is none of EC2: only what its service says may be committed to is', () => {
  const rates = book([
    rate('ri_saving.1yr_all_upfront', 'all types us-east-1', 0.4),
    rate('commitment.rds.1yr.monthly', 'm6g', 0.36),
  ])
  const committable = { service: 'rds', family: 'm6g', what: 'db.m6g.large' }
  expect(whatIf(costed([line('Instance', 100)]), rates).committed).toEqual([])
  const [told] = whatIf(costed([line('Instance', 100, { committable })]), rates).committed
  expect([told?.what, told?.instead.map(({ how, month }) => [how, month.likely])]).toEqual([
    'db.m6g.large',
    [['paid monthly', 64]],
  ])
})

it('parts that are committed to together are one', () => {
  const rates = book([rate('commitment.cloud-sql.1yr.committed', 'vCPUs and memory', 0.25)])
  const committable = { service: 'cloud-sql', family: 'vCPUs and memory', what: 'vCPUs and memory' }
  const lines = [line('vCPUs', 60, { committable }), line('Memory', 20, { committable }), line('Storage', 17)]
  const told = whatIf(costed(lines), rates).committed
  expect(told.map(({ onDemand, instead }) => [onDemand.likely, instead[0]?.month.likely])).toEqual([[80, 60]])
})

it('a licence that may be brought along is told by its month, and its own price is not said to be nothing', () => {
  const own = line('Windows licence', 134.32, { ownLicence: 'Azure Hybrid Benefit' })
  expect(whatIf(costed([own, line('Instance', 140)]), book([])).licences).toEqual([
    { what: 'Windows licence', by: 'Azure Hybrid Benefit', month: exactly(134.32) },
  ])
})
