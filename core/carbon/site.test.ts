import { describe, expect, it } from 'vitest'
import { exactly } from '../band.ts'
import { known, unknown } from '../known.ts'
import type { Estimate, Line, Location, ModelCall, Resource } from '../types.ts'
import { fakeBook } from './fake-book.ts'
import { withCarbon } from './site.ts'

const at: Location = { file: 'main.tf', span: [0, 1] }
const book = fakeBook({
  specs: {
    'm5.large': { vcpu: 2, memoryGiB: 8 },
    'inf2.xlarge': { vcpu: 4, memoryGiB: 16, accelerator: 'Inferentia2', accelerators: 1 },
  },
  regions: { 'us-east-1': { gCO2ePerKWh: 396.25, pue: 1.15 }, 'eu-north-1': { gCO2ePerKWh: 24.71, pue: 1.1 } },
})
const line = (label: string, unit: string, quantity: number | undefined, sku: string | undefined): Line => ({
  label,
  unit,
  quantity: quantity === undefined ? undefined : exactly(quantity),
  unitUsd: undefined,
  usd: undefined,
  prices:
    sku === undefined ? [] : [{ usd: 1, per: 1, unit, sku, region: 'us-east-1', source: 'test', asOf: '2026-01-01' }],
})
const month = (...lines: Line[]): Estimate => ({
  per: 'month',
  status: 'priced',
  usd: exactly(1),
  month: undefined,
  lines,
  unknown: [],
  assumed: [],
})
const resource = (change: Partial<Resource> = {}) =>
  ({
    kind: 'resource',
    cloud: 'aws',
    region: known('us-east-1', at),
    shape: { instanceType: known('m5.large', at) },
    location: at,
    ...change,
  }) as Resource
const carbonOf = (site: Resource | ModelCall, estimate: Estimate) => withCarbon(site, estimate, book).estimate.carbon

describe('a resource', () => {
  it('is its machines’ hours and its volumes’ GB, as many as its lines have', () => {
    const carbon = carbonOf(
      resource(),
      month(line('Instance', 'hour', 1460, 'm5.large'), line('Root volume storage', 'GB-month', 800, 'ebs gp3')),
    )
    // Two machines: 2 × 5.38448 kWh; 800 GB: 1.4016 kWh (machine.test.ts); (10.76896 + 1.4016) × PUE 1.15.
    expect(carbon?.kWh?.likely).toBeCloseTo(13.996144, 6)
  })

  it('leaves its money as it was', () => {
    const estimate = month(line('Instance', 'hour', 730, 'm5.large'))
    const { carbon, ...rest } = withCarbon(resource(), estimate, book).estimate
    expect(carbon).toBeDefined()
    expect(rest).toEqual(estimate)
  })

  it('without a price still has its electricity', () => {
    expect(carbonOf(resource(), month(line('Instance', 'hour', 730, undefined)))?.kWh?.likely).toBeCloseTo(6.192152, 6)
  })

  it('with a disk of unknown size counts the rest and says so', () => {
    const lines = [
      line('Instance', 'hour', 730, 'm5.large'),
      line('Root volume storage', 'GB-month', undefined, 'ebs gp3'),
    ]
    const carbon = carbonOf(resource(), month(...lines))
    expect(carbon?.kWh?.likely).toBeCloseTo(6.192152, 6)
    expect(carbon?.missing[0]).toEqual({ what: 'Root volume storage', because: 'how many GB-months is not known' })
  })

  it('with a machine whose power is not published is not known, whatever its disk takes', () => {
    const lines = [
      line('Instance', 'hour', 730, 'inf2.xlarge'),
      line('Root volume storage', 'GB-month', 100, 'ebs gp3'),
    ]
    expect(carbonOf(resource(), month(...lines))).toMatchObject({
      kWh: undefined,
      kgCO2e: undefined,
      missing: [{ what: 'Instance', because: 'no power is published for Inferentia2' }],
    })
  })

  it('in one of two regions emits between the two', () => {
    const region = { is: 'oneOf', among: ['us-east-1', 'eu-north-1'], at } as const
    const carbon = carbonOf(resource({ region }), month(line('Instance', 'hour', 730, 'm5.large')))
    // Low: idle in Stockholm, 1.0804 × 1.1 × 0.02471; high: full load in Virginia, 8.509172 × 0.39625.
    expect(carbon?.kgCO2e?.low).toBeCloseTo(0.0293664, 6)
    expect(carbon?.kgCO2e?.high).toBeCloseTo(3.371759, 5)
  })

  it('without a region has no emissions', () => {
    const carbon = carbonOf(resource({ region: unknown('absent') }), month(line('Instance', 'hour', 730, 'm5.large')))
    expect(carbon?.kgCO2e).toBeUndefined()
    expect(carbon?.missing).toContainEqual({ what: 'kgCO2e', because: 'the region is not known' })
  })

  it('that is neither a machine nor data has nothing', () => {
    expect(carbonOf(resource({ shape: {} }), month(line('Gateway', 'hour', 730, 'nat hour')))).toBeUndefined()
  })

  it('that is not priced yet has nothing', () => {
    expect(carbonOf(resource(), { ...month(), status: 'unsupported' })).toBeUndefined()
  })
})

describe('a model call', () => {
  const call = (provider: ModelCall['provider'], model: ModelCall['model']) =>
    ({ kind: 'model-call', provider, model, api: 'chat' }) as ModelCall
  const estimate: Estimate = { ...month(), per: 'call', outputTokens: { low: 1, likely: 200, high: 1000 } }

  it('is the band of its output', () => {
    const carbon = carbonOf(call('bedrock', known('meta.llama3-3-70b-instruct-v1:0', at)), estimate)
    // 0.62467 Wh per 1,000 tokens, from 0.31402 to 3.78686 (tokens.test.ts).
    expect(carbon?.kWh?.low).toBeCloseTo(3.1402e-7, 10)
    expect(carbon?.kWh?.likely).toBeCloseTo(1.24934e-4, 8)
    expect(carbon?.kWh?.high).toBeCloseTo(3.78686e-3, 8)
  })

  it('of a closed model is not known; the vendor’s own figure only stands beside it', () => {
    expect(carbonOf(call('google', known('gemini-2.5-pro', at)), estimate)).toMatchObject({
      kWh: undefined,
      kgCO2e: undefined,
      waterL: undefined,
      missing: [{ what: 'kWh', because: 'the number of parameters of gemini-2.5-pro is not published' }],
      published: { wh: 0.24, gCO2e: 0.03, waterMl: 0.26, date: '2025-08-21' },
    })
  })

  it('of one of two models is not known as soon as one is not', () => {
    const either = { is: 'oneOf', among: ['meta.llama3-3-70b-instruct-v1:0', 'amazon.nova-lite-v1:0'], at } as const
    expect(carbonOf(call('bedrock', either), estimate)?.kWh).toBeUndefined()
  })
})
