import { expect, it } from 'vitest'
import { nothingKnown as none } from '../core/estimate/nothing-known.fixture.ts'
import { gistOf } from '../core/report/gist.ts'
import { totalOf } from '../core/report/total.ts'
import type { ModelCall, Resource, Result } from '../core/types.ts'
import { type EstimatedFile, estimateView } from './panel-estimate.ts'

const exactly = (value: number) => ({ low: value, likely: value, high: value })
const at = { file: '/p/a', span: [0, 1] as const }
const price = (asOf: string) => ({
  usd: 0.1,
  per: 1,
  unit: 'GB-month',
  sku: 'gp2',
  region: 'us-east-1',
  source: 'AWS',
  asOf,
})
const file = (name: string, line: number, sites: Result['sites'], looked?: () => void): EstimatedFile => ({
  name: () => name,
  gist: gistOf({ sites }),
  month: totalOf([{ sites }]).month,
  result() {
    looked?.()
    return { sites }
  },
  line: () => line,
})

it('prints every amount itself, and leaves what is unknown without one', async () => {
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
    file('app.py', 8, [{ site: call, estimate: { ...none, unknown: [{ what: 'model', why: 'dynamic' }] } }]),
    file('infra/main.tf', 4, [
      { site: volume, estimate: { ...none, per: 'month', status: 'priced', usd: exactly(50), lines: [line] } },
    ]),
  ]
  expect(await estimateView(files, (work) => work())).toEqual({
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
    more: 0,
  })
})

it('shows the dearest of thousands, and looks into no other file', async () => {
  let looked = 0
  const files = Array.from({ length: 2000 }, (_, i) => {
    const site = { kind: 'resource', type: 'disk', key: `${i}`, label: `${i}`, location: at } as unknown as Resource
    const usd = exactly((i * 7919) % 2000)
    return file(`${i}.tf`, 0, [{ site, estimate: { ...none, per: 'month', status: 'priced', usd } }], () => looked++)
  })
  const { sites, more, counts } = await estimateView(files, (work) => work())
  expect(sites.slice(0, 3).map(({ amount }) => amount)).toEqual(['$1,999 a month', '$1,998 a month', '$1,997 a month'])
  expect({ listed: sites.length, more, priced: counts.priced, looked }).toEqual({
    ...{ listed: 50, more: 1950, priced: 2000, looked: 50 },
  })
})
