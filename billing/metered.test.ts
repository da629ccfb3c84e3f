import { expect, test } from 'vitest'
import type { PriceBook } from '../core/prices/book.ts'
import { meteredRows, meteredSource } from './metered.ts'
import { signalSources } from './registry.gen.ts'
import type { ModelUse } from './signals/signal.ts'

const at = '2026-11-20T08:00:00.000Z'
const price = (usd: number) => ({ price: { usd, per: 1_000_000 } })
const book = {
  model: (provider: string, id: string) =>
    provider === 'bedrock' && id === 'priced' ? { rates: { input: price(3), output: price(15) } } : undefined,
} as unknown as PriceBook
const use: ModelUse = {
  is: 'use',
  source: 'aws-bedrock-metrics',
  at,
  day: '2026-11-18',
  provider: 'bedrock',
  model: 'priced',
  region: 'eu-central-1',
}

test('tokens at the list price are metered, never invoiced; requests alone are no money', () => {
  const { rows, problems } = meteredRows([{ ...use, input: 2_000_000, output: 100_000, requests: 7 }], book)
  expect(problems).toEqual([])
  expect(rows).toMatchObject([
    {
      SkuMeter: 'Input Tokens',
      ConsumedQuantity: 2_000_000,
      BilledCost: 6,
      x_Grade: 'metered',
      x_ModelId: 'priced',
      x_Estimated: false,
    },
    { SkuMeter: 'Output Tokens', ConsumedQuantity: 100_000, BilledCost: 1.5, x_Grade: 'metered' },
  ])
})

test('what has no price is told with its sum and makes no row', () => {
  const { rows, problems } = meteredRows(
    [
      { ...use, model: 'own', input: 10 },
      { ...use, model: 'own', day: '2026-11-20', input: 5 },
      { ...use, day: '2026-11-20', input: 1_000_000, cacheRead: 3 },
    ],
    book,
  )
  expect(rows).toMatchObject([{ BilledCost: 3, x_Estimated: true }])
  expect(problems).toEqual([
    '15 input tokens of own have no price in the list: they are not in the totals.',
    '3 cache read input tokens of priced have no price in the list: they are not in the totals.',
  ])
})

test('what CloudWatch counts is a source of spend like others: a page makes rows, and what was not whole is told', () => {
  const source = signalSources.find(({ id }) => id === 'aws-bedrock-metrics')!
  const page = {
    is: 'page',
    at,
    about: 'eu-central-1',
    names: { m0: 'InputTokenCount priced' },
    body: {
      MetricDataResults: [
        { Id: 'm0', Timestamps: [Date.parse('2026-11-18') / 1000], Values: [2_000_000], StatusCode: 'PartialData' },
      ],
    },
  } as const
  const { rows, problems } = meteredSource(source, book).rows(page)
  expect(rows).toMatchObject([{ x_Source: 'aws-bedrock-metrics', ConsumedQuantity: 2_000_000, BilledCost: 6 }])
  expect(problems).toEqual(['Amazon CloudWatch says that some of its counts are not whole: the uses may be too low.'])
})
