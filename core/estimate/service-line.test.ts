import { expect, test } from 'vitest'
import { assumed, unknown } from '../known.ts'
import { noPrices } from '../prices/none.fixture.ts'
import type { Known, Location, Resource } from '../types.ts'
import { tierLines } from './service-line.ts'

const at: Location = { file: 'main.tf', span: [0, 10] }

const machine: Resource = {
  kind: 'resource',
  key: 'machine.a',
  label: 'a',
  location: at,
  hints: [],
  cloud: 'aws',
  type: 'machine',
  address: 'machine.a',
  region: { is: 'known', value: 'here', at, via: 'literal' },
  count: { is: 'known', value: 1, at, via: 'literal' },
  purchase: 'on-demand',
  definition: 'test/machine',
  shape: {},
  source: { attributes: {} } as never,
  module: undefined,
  tags: {},
}

const usd: Readonly<Record<string, number>> = { 'first 1000': 4, 'next 9000': 3, rest: 1 }

const prices = {
  ...noPrices,
  service: (_cloud: string, _service: string, item: string, region: string) => ({
    usd: usd[item]!,
    per: 1,
    unit: 'request',
    sku: item,
    region,
    source: 'test',
    asOf: '2026-01-01',
  }),
}

const tiers = [
  { service: 'machine', item: 'first 1000', upTo: 1000 },
  { service: 'machine', item: 'next 9000', upTo: 10_000 },
  { service: 'machine', item: 'rest', upTo: Number.POSITIVE_INFINITY },
]

const linesOf = (quantity: Known<number>) =>
  tierLines(machine, prices, 'Requests', 'request', quantity, tiers).map((line) => [
    line.label,
    line.quantity?.likely,
    line.unitUsd?.likely,
    line.usd?.likely,
    line.why,
  ])

test('each tier bills what of the quantity lies in it', () => {
  expect(linesOf(assumed(12_000, at))).toEqual([
    ['Requests', 1000, 4, 4000, undefined],
    ['Requests over 1,000', 9000, 3, 27_000, undefined],
    ['Requests over 10,000', 2000, 1, 2000, undefined],
  ])
})

test('a tier that is not reached has no line', () => {
  expect(linesOf(assumed(1000, at))).toEqual([['Requests', 1000, 4, 4000, undefined]])
})

test('what nobody knows is shown at the price of its first unit', () => {
  expect(linesOf(unknown('usage'))).toEqual([['Requests', undefined, 4, undefined, 'usage']])
})

test('a band reaches a tier with its high end alone', () => {
  expect(linesOf({ is: 'range', low: 500, likely: 800, high: 1500, at })).toEqual([
    ['Requests', 800, 4, 3200, undefined],
    ['Requests over 1,000', 0, 3, 0, undefined],
  ])
})
