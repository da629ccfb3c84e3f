import { expect, it } from 'vitest'
import type { Estimate, ModelCall, Resource, Result } from '../core/types.ts'
import { estimateView, partOf } from './panel-estimate.ts'

const exactly = (value: number) => ({ low: value, likely: value, high: value })
const at = { file: '/p/a', span: [0, 1] as const }
const none: Estimate = {
  per: 'call',
  status: 'unknown',
  usd: undefined,
  month: undefined,
  lines: [],
  unknown: [],
  assumed: [],
}
const price = (asOf: string) => ({
  usd: 0.1,
  per: 1,
  unit: 'GB-month',
  sku: 'gp2',
  region: 'us-east-1',
  source: 'AWS',
  asOf,
})
const result = (sites: Result['sites']): Result => ({
  file: '/p/a',
  version: 1,
  sites,
  findings: [],
  problems: [],
  approximate: false,
})

it('prints every amount itself, and leaves what is unknown without one', () => {
  const volume = {
    kind: 'resource',
    key: 'aws_ebs_volume.data',
    label: 'gp2 · 500 GiB',
    location: at,
  } as unknown as Resource
  const call = { kind: 'model-call', key: 'ask', label: 'model unknown', location: at } as unknown as ModelCall
  const line = {
    label: 'Storage',
    unit: 'GB-month',
    quantity: exactly(500),
    unitUsd: exactly(0.1),
    usd: exactly(50),
    prices: [price('2026-11-18'), price('2026-09-23')],
  }
  const files = [
    {
      name: 'infra/main.tf',
      lines: [4],
      result: result([
        { site: volume, estimate: { ...none, per: 'month', status: 'priced', usd: exactly(50), lines: [line] } },
      ]),
    },
    {
      name: 'app.py',
      lines: [8],
      result: result([{ site: call, estimate: { ...none, unknown: [{ what: 'model', why: 'dynamic' }] } }]),
    },
  ]
  expect(estimateView(files.map(partOf))).toEqual({
    month: '$50.00',
    asOf: '2026-09-23',
    counts: { priced: 1, partial: 0, unknown: 1, free: 0, unsupported: 0 },
    sites: [
      {
        file: 'infra/main.tf',
        key: 'aws_ebs_volume.data',
        line: 5,
        label: 'gp2 · 500 GiB',
        amount: '$50.00 a month',
        month: null,
        notes: [],
        prices: [
          { source: 'AWS', asOf: '2026-11-18' },
          { source: 'AWS', asOf: '2026-09-23' },
        ],
      },
      {
        file: 'app.py',
        key: 'ask',
        line: 9,
        label: 'model unknown',
        amount: null,
        month: null,
        notes: ['Not known: model (decided when the program runs).'],
        prices: [],
      },
    ],
  })
})
