import { describe, expect, it } from 'vitest'
import { assumed, known, unknown } from '../known.ts'
import type { PriceBook } from '../prices/book.ts'
import { defineResource } from '../resource.ts'
import type { Known, Location, Resource } from '../types.ts'
import { estimateResource } from './resource.ts'
import { fact, line, monthOf, numberFact, priceFor } from './resource-line.ts'

const at: Location = { file: 'main.tf', span: [0, 10] }

const hourly: Readonly<Record<string, number>> = { small: 1, big: 3 }

/** Only `instance` is asked for: `small` costs $1 and `big` $3 an hour, in one region. */
const prices = {
  instance: (_cloud, type, region) => {
    const usd = region === 'here' ? hourly[type] : undefined
    return usd === undefined
      ? undefined
      : { usd, per: 1, unit: 'hour', sku: type, region, source: 'test', asOf: '2026-01-01' }
  },
  storage: () => undefined,
  models: () => [],
  types: () => ['small', 'big'],
  regions: () => ['here'],
} as Partial<PriceBook> as PriceBook

const machine = defineResource({
  id: 'test/machine',
  cloud: 'aws',
  docs: '',
  shape: { type: '', hours: '' },
  lines: (resource, book) => [
    line(
      'Instance',
      'hour',
      monthOf(resource),
      priceFor(resource, [fact(resource, 'type')], (region, type) => book.instance('aws', type, region, 'on-demand')),
    ),
    ...(resource.shape.hours === undefined
      ? []
      : [
          line(
            'Extra',
            'hour',
            numberFact(resource, 'hours'),
            priceFor(resource, [], (region) => book.instance('aws', 'small', region, 'on-demand')),
          ),
        ]),
  ],
  from: {},
})

function resource(change: Partial<Resource> = {}): Resource {
  return {
    kind: 'resource',
    key: 'machine.a',
    label: 'a',
    location: at,
    hints: [],
    cloud: 'aws',
    type: 'machine',
    address: 'machine.a',
    region: known('here', at),
    count: known(1, at),
    purchase: 'on-demand',
    definition: 'test/machine',
    shape: { type: known('small', at) },
    source: { body: at, values: {}, blocks: [] },
    module: undefined,
    tags: {},
    ...change,
  }
}

const estimate = (change: Partial<Resource> = {}) => estimateResource(resource(change), machine, prices)

describe('the estimate of a resource', () => {
  it('is a month of 730 hours', () => {
    const { per, status, usd, unknown: missing } = estimate()
    expect({ per, status, usd, missing }).toEqual({
      per: 'month',
      status: 'priced',
      usd: { low: 730, likely: 730, high: 730 },
      missing: [],
    })
  })

  it('counts every instance', () => {
    const { usd, lines } = estimate({ count: known(3, at) })
    expect(usd).toEqual({ low: 2190, likely: 2190, high: 2190 })
    expect(lines[0]!.quantity).toEqual({ low: 2190, likely: 2190, high: 2190 })
    expect(lines[0]!.unitUsd).toEqual({ low: 1, likely: 1, high: 1 })
  })

  it('spans what the count may be', () => {
    expect(estimate({ count: { is: 'oneOf', among: [0, 1], at } }).usd).toEqual({ low: 0, likely: 365, high: 730 })
    expect(estimate({ count: { is: 'range', low: 1, likely: 2, high: 4, at } }).usd).toEqual({
      low: 730,
      likely: 1460,
      high: 2920,
    })
  })

  it('keeps the unit price where the count is unknown, and claims no amount', () => {
    const { status, usd, lines, unknown: missing } = estimate({ count: unknown('dynamic', at) })
    expect({ status, usd, missing }).toEqual({
      status: 'partial',
      usd: undefined,
      missing: [{ what: 'count', why: 'dynamic', at }],
    })
    expect(lines[0]).toMatchObject({
      quantity: undefined,
      usd: undefined,
      why: 'dynamic',
      unitUsd: { low: 1, likely: 1, high: 1 },
    })
  })

  it('spans what a fact may be', () => {
    const { usd, lines, status } = estimate({ shape: { type: { is: 'oneOf', among: ['small', 'big'], at } } })
    expect(usd).toEqual({ low: 730, likely: 1460, high: 2190 })
    expect(lines).toHaveLength(1)
    expect(lines[0]!.prices.map((price) => price.sku)).toEqual(['small', 'big'])
    expect(status).toBe('priced')
  })

  it('has no amount where one of the things it may be has no price', () => {
    const {
      usd,
      status,
      unknown: missing,
    } = estimate({ shape: { type: { is: 'oneOf', among: ['small', 'odd'], at } } })
    expect({ usd, status, missing }).toEqual({
      usd: undefined,
      status: 'partial',
      missing: [{ what: 'Instance', why: 'no-price' }],
    })
  })

  it('gives up on more alternatives than a person can read', () => {
    const among = Array.from({ length: 17 }, (_, i) => `t${i}`)
    expect(estimate({ shape: { type: { is: 'oneOf', among, at } } }).unknown).toEqual([
      { what: 'Instance', why: 'limit' },
    ])
  })

  it('asks for the region first: without it nothing has a price', () => {
    const { usd, status, unknown: missing } = estimate({ region: unknown('absent', at) })
    expect({ usd, status, missing }).toEqual({
      usd: undefined,
      status: 'unknown',
      missing: [{ what: 'region', why: 'absent', at }],
    })
  })

  it('never takes a neighbour’s price', () => {
    expect(estimate({ region: known('there', at) })).toMatchObject({
      usd: undefined,
      status: 'unknown',
      unknown: [{ what: 'Instance', why: 'no-price' }],
    })
  })

  it('is partial where one line is known and another is not', () => {
    const { usd, status, unknown: missing } = estimate({ shape: { type: known('small', at), hours: unknown('usage') } })
    expect({ usd, status, missing }).toEqual({
      usd: { low: 730, likely: 730, high: 730 },
      status: 'partial',
      missing: [{ what: 'Extra', why: 'usage' }],
    })
  })

  it('reads a number that is written as text', () => {
    const hours: Known<string> = known('10', at)
    expect(estimate({ shape: { type: known('small', at), hours } }).usd).toEqual({ low: 740, likely: 740, high: 740 })
    expect(estimate({ shape: { type: known('small', at), hours: known('ten', at) } }).unknown).toEqual([
      { what: 'Extra', why: 'unsupported' },
    ])
  })

  it('names what it rests on', () => {
    const { assumed: rests } = estimateResource(
      resource({ region: assumed('here', at, 'config'), shape: { type: assumed('small', at) } }),
      { ...machine, assumes: [{ what: 'operating system', value: 'Linux', from: 'a citation' }] },
      prices,
    )
    expect(rests).toEqual([
      { what: 'region', value: 'here', from: 'outlay.json', at },
      { what: 'type', value: 'small', from: 'provider default', at },
      { what: 'operating system', value: 'Linux', from: 'a citation' },
    ])
  })

  it('says that a type is not priced yet, and that one is free', () => {
    expect(estimateResource(resource({ definition: undefined }), undefined, prices)).toMatchObject({
      status: 'unsupported',
      usd: undefined,
      lines: [],
    })
    expect(estimateResource(resource(), { ...machine, lines: () => [] }, prices)).toMatchObject({
      status: 'free',
      usd: undefined,
      lines: [],
    })
  })
})

it('what is not made at all is free: no amount of $0, and nothing unknown', () => {
  const none = resource({ count: known(0, at), shape: { type: known('small', at), hours: unknown('usage') } })
  expect(estimateResource(none, machine, prices)).toMatchObject({
    status: 'free',
    usd: undefined,
    lines: [],
    unknown: [],
  })
})
