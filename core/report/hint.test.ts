import { describe, expect, it } from 'vitest'
import { nothingKnown as none } from '../estimate/nothing-known.fixture.ts'
import { unknown } from '../known.ts'
import type { Estimate, ModelCall, Resource } from '../types.ts'
import { hintLabel, hintLimit, isBelow } from './hint.ts'

const at = { file: 'a.py', span: [0, 1] as const }
const call = {
  kind: 'model-call',
  key: 'k',
  label: 'chat',
  location: at,
  model: unknown('dynamic'),
} as unknown as ModelCall
const resource = { kind: 'resource', key: 'r', label: 'gpu', location: at } as unknown as Resource
const band = (low: number, likely: number, high: number) => ({ low, likely, high })

describe('the hint at the end of a line', () => {
  it('gives a resource its month', () => {
    const estimate: Estimate = { ...none, per: 'month', status: 'priced', usd: band(16029.34, 16029.34, 16029.34) }
    expect(hintLabel({ site: resource, estimate })).toBe('$16,029/mo')
  })

  it('is not there for a quiet resource without an amount, though it has unit prices', () => {
    const lines = [
      { label: 'Storage', unit: 'GB', quantity: undefined, unitUsd: band(1, 1, 1), usd: undefined, prices: [] },
    ]
    const quiet = { ...resource, quiet: true as const }
    expect(hintLabel({ site: quiet, estimate: { ...none, status: 'partial', lines } })).toBeUndefined()
    expect(hintLabel({ site: resource, estimate: { ...none, status: 'partial', lines } })).toBe('$1.00/GB')
    const told: Estimate = { ...none, per: 'month', status: 'priced', usd: band(4, 4, 4) }
    expect(hintLabel({ site: quiet, estimate: told })).toBe('$4.00/mo')
  })

  it('has both prices where the run pays one of two, and none between them', () => {
    const list = { per: 1e6, unit: 'input token', region: undefined, source: 'a list', asOf: '2026-09-23' }
    const line = {
      label: 'Input',
      unit: 'input token',
      quantity: undefined,
      unitUsd: band(0.59e-6, 1.545e-6, 2.5e-6),
      usd: undefined,
      prices: [
        { ...list, usd: 2.5, sku: 'gpt-4o' },
        { ...list, usd: 0.59, sku: 'llama-3.3-70b-versatile' },
      ],
    }
    expect(hintLabel({ site: call, estimate: { ...none, status: 'partial', lines: [line] } })).toBe(
      '$0.59–2.50/1M input',
    )
  })

  it('marks the likely figure of a wide band', () => {
    const estimate: Estimate = { ...none, status: 'priced', usd: band(0.001, 0.0042, 0.01) }
    expect(hintLabel({ site: call, estimate })).toBe('≈ $0.0042/call')
  })

  it('shows a tilde while tokens are estimated', () => {
    const estimate: Estimate = { ...none, status: 'priced', usd: band(0.001, 0.0042, 0.01) }
    expect(hintLabel({ site: call, estimate }, true)).toBe('~$0.0042/call')
  })

  it('shows the month where the volume is known', () => {
    const month = { usd: band(100, 126, 200), calls: band(30000, 30000, 30000), from: 'outlay.json' }
    expect(
      hintLabel({ site: call, estimate: { ...none, status: 'priced', usd: band(0.001, 0.0042, 0.01), month } }),
    ).toBe('≈ $126.00/mo')
  })

  it('says that a monthly figure is not all of it', () => {
    const lines = [
      { label: 'Input', unit: 'input token', quantity: undefined, unitUsd: band(1, 1, 1), usd: undefined, prices: [] },
    ]
    const month = { usd: band(800, 829.08, 900), calls: band(120000, 120000, 120000), from: 'outlay.json' }
    expect(hintLabel({ site: call, estimate: { ...none, status: 'partial', usd: band(1, 1, 1), month, lines } })).toBe(
      '≈ $829.08/mo + input',
    )
  })

  it('names the part that has no amount', () => {
    const lines = [
      {
        label: 'Input filled in at run time (question)',
        unit: 'input token',
        quantity: undefined,
        unitUsd: band(1, 1, 1),
        usd: undefined,
        prices: [],
      },
      {
        label: 'Output',
        unit: 'output token',
        quantity: band(1, 1, 1),
        unitUsd: band(1, 1, 1),
        usd: band(0.0004, 0.0004, 0.0004),
        prices: [],
      },
    ]
    const estimate: Estimate = { ...none, status: 'partial', usd: band(0.0004, 0.0004, 0.0004), lines }
    expect(hintLabel({ site: call, estimate })).toBe('$0.0004/call + input')
  })

  it('gives the unit price where no quantity is known', () => {
    const lines = [
      {
        label: 'Storage',
        unit: 'GB-month',
        quantity: undefined,
        unitUsd: band(0.023, 0.023, 0.023),
        usd: undefined,
        prices: [],
      },
    ]
    expect(hintLabel({ site: resource, estimate: { ...none, per: 'month', status: 'partial', lines } })).toBe(
      '$0.023/GB-month',
    )
  })

  it('says which part a unit price is of, where what comes first has none; where there is no room, what is not known', () => {
    const machine = {
      label: 'Instance',
      unit: 'hour',
      quantity: undefined,
      unitUsd: undefined,
      usd: undefined,
      prices: [],
    }
    const unitUsd = band(0.08, 0.08, 0.08)
    const disk = { label: 'Disk', unit: 'GB-month', quantity: undefined, unitUsd, usd: undefined, prices: [] }
    const unknown = [{ what: 'Instance', why: 'dynamic' as const }]
    const labelled = (label: string) =>
      hintLabel({
        site: resource,
        estimate: { ...none, per: 'month', status: 'partial', lines: [machine, { ...disk, label }], unknown },
      })
    expect(labelled('Disk')).toBe('Disk $0.08/GB-month')
    expect(labelled('Boot disk storage')).toBe('Instance unknown')
  })

  it('gives token prices per million', () => {
    const lines = [
      {
        label: 'Input',
        unit: 'input token',
        quantity: undefined,
        unitUsd: band(1.5e-7, 1.5e-7, 1.5e-7),
        usd: undefined,
        prices: [],
      },
    ]
    expect(hintLabel({ site: call, estimate: { ...none, status: 'partial', lines } })).toBe('$0.15/1M input')
  })

  it('says an unknown model is unknown, never $0', () => {
    const estimate: Estimate = { ...none, unknown: [{ what: 'model', why: 'dynamic' }] }
    expect(hintLabel({ site: call, estimate })).toBe('model unknown')
  })

  it('says a missing price is unknown', () => {
    const estimate: Estimate = { ...none, unknown: [{ what: 'price of gpt-99 at openai', why: 'no-price' }] }
    expect(hintLabel({ site: call, estimate })).toBe('price unknown')
  })

  it('is silent where nothing is billed, or nothing is known to be', () => {
    expect(hintLabel({ site: call, estimate: { ...none, status: 'free' } })).toBeUndefined()
    expect(hintLabel({ site: call, estimate: { ...none, status: 'unsupported' } })).toBeUndefined()
  })

  it('never grows past its limit', () => {
    const lines = [
      {
        label: 'Data transferred between regions',
        unit: 'GB',
        quantity: undefined,
        unitUsd: undefined,
        usd: undefined,
        prices: [],
      },
    ]
    const estimate: Estimate = { ...none, per: 'month', status: 'partial', usd: band(1e6, 2e6, 3e6), lines }
    const label = hintLabel({ site: resource, estimate })
    expect(label).toBe('≈ $2,000,000/mo + more')
    expect(label!.length).toBeLessThanOrEqual(hintLimit)
  })
})

describe('a hint below the least that is shown', () => {
  const costs = (per: Estimate['per'], high: number, more: Partial<Estimate> = {}) => ({
    site: resource,
    estimate: { ...none, per, status: 'priced', usd: band(0, 0, high), ...more } as Estimate,
  })

  it('is one of a cost that is surely less a month: of hours 730, of calls a thousand', () => {
    expect(isBelow(5, [costs('month', 4.99)])).toBe(true)
    expect(isBelow(5, [costs('month', 5)])).toBe(false)
    expect(isBelow(8, [costs('hour', 0.01)])).toBe(true)
    expect(isBelow(7, [costs('hour', 0.01)])).toBe(false)
    expect(isBelow(5, [costs('call', 0.004)])).toBe(true)
    expect(isBelow(5, [costs('call', 0.006)])).toBe(false)
  })

  it('goes by the volume where one is told, and by the sum of a line', () => {
    const month = { usd: band(1, 2, 3), calls: band(9, 9, 9), from: 'outlay.json' } as unknown as Estimate['month']
    expect(isBelow(5, [costs('call', 1, { month })])).toBe(true)
    expect(isBelow(5, [costs('month', 3), costs('month', 3)])).toBe(false)
  })

  it('is none of what is not known all of, of a run that nobody counts, and where everything is shown', () => {
    expect(isBelow(5, [costs('month', 1, { status: 'partial' })])).toBe(false)
    expect(isBelow(5, [costs('month', 1, { status: 'unknown', usd: undefined })])).toBe(false)
    expect(isBelow(5, [costs('run', 1)])).toBe(false)
    expect(isBelow(0, [costs('month', 0.01)])).toBe(false)
  })
})
