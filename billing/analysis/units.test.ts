import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Metric } from '../../core/config/spend-metric-schema.ts'
import type { SpendRow } from '../focus.ts'
import { daysOf } from '../range.ts'
import type { SpendStore } from '../store.ts'
import { openMemory } from '../stores/duckdb.ts'
import { charge, tags } from '../testing/charges.ts'
import { gpuUseOf } from './gpu-use.ts'
import { machineTimeOf } from './machine-time.ts'
import { readSeries } from './metric-file.ts'
import { tokensPer, tokenUseOf } from './token-use.ts'
import { unitsOf } from './units.ts'

let store: SpendStore
beforeEach(async () => {
  store = await openMemory()
})
afterEach(() => store.close())

const november = { since: '2026-11-01', until: '2026-12-01' }
const load = (rows: readonly SpendRow[]) => store.load(rows, { source: 'test' })
const days = (count: number, cost: number, more: Partial<SpendRow> = {}) =>
  daysOf({ since: '2026-11-01', until: `2026-11-${String(count + 1).padStart(2, '0')}` }).map((day) =>
    charge(day, cost, more),
  )
const series = (text: string) => {
  const read = readSeries('metric.csv', text, { name: 'requests', of: 'calls' })
  return read.is === 'series' ? read.days : undefined
}
const unit = async (metric: Metric, csv?: string) =>
  (await unitsOf(store.ask, [{ metric, ...(csv ? { series: series(csv) } : {}) }], november)).costs[0]!

test('cost per request: only days on which both are told; currencies and grades each by themselves', async () => {
  await load([...days(4, 10), charge('2026-11-02', 6, { BillingCurrency: 'EUR' })])
  const found = await unit(
    { name: 'requests', unit: 'request' },
    'day,requests\n2026-11-02,100\n2026-11-03,300\n2026-11-09,5\n',
  )
  expect(found).toMatchObject({
    name: 'requests',
    unit: 'request',
    quantity: 400,
    days: 2,
    since: '2026-11-02',
    until: '2026-11-03',
  })
  expect(found.costs.map(({ currency, effectiveCost, perUnit }) => [currency, effectiveCost, perUnit])).toEqual([
    ['EUR', 6, 0.015],
    ['USD', 20, 0.05],
  ])
  expect(found.costs[1]!.byDay).toEqual([
    { day: '2026-11-02', effectiveCost: 10, quantity: 100, perUnit: 0.1 },
    { day: '2026-11-03', effectiveCost: 10, quantity: 300, perUnit: 10 / 300 },
  ])
})

test('days before the first that a source tells are in no unit; one that begins later is said', async () => {
  const since = daysOf({ since: '2026-11-11', until: '2026-11-21' })
  await load(since.map((day) => charge(day, 30)))
  const requests: Metric = { name: 'requests', value: 100, per: 'day' }
  expect(await unit(requests)).toMatchObject({ quantity: 1000, days: 10, costs: [{ perUnit: expect.closeTo(0.3) }] })
  await store.load([charge('2026-11-15', 1, { x_Source: 'late' }), charge('2026-11-20', 1, { x_Source: 'late' })], {
    source: 'late',
  })
  expect(await unitsOf(store.ask, [], november)).toMatchObject({
    range: { since: '2026-11-11', until: '2026-11-21' },
    notes: ['late tells nothing before 2026-11-15: what was spent may be more.'],
  })
})

test('a constant a month counts by the day, a level as it is, users of a file by their mean', async () => {
  await load(days(10, 30))
  expect(await unit({ name: 'requests', value: 3000, per: 'month' })).toMatchObject({
    quantity: expect.closeTo(1000),
    costs: [{ effectiveCost: 300, perUnit: expect.closeTo(0.3) }],
  })
  expect(await unit({ name: 'customers', value: 60 })).toMatchObject({
    quantity: 60,
    costs: [{ perUnit: 5, byDay: [] }],
  })
  expect(await unit({ name: 'users', total: 'mean' }, '2026-11-01,10\n2026-11-02,20\n')).toMatchObject({
    quantity: 15,
    costs: [{ effectiveCost: 60, perUnit: 4 }],
  })
})

test('revenue: 200 a day over 50 of cost leaves 75 % and brings in 4 for each one; another currency has no margin', async () => {
  await load([...days(10, 50), charge('2026-11-01', 5, { BillingCurrency: 'EUR' })])
  const found = await unit({ name: 'revenue', is: 'revenue', value: 200, per: 'day' })
  expect(found).toMatchObject({ unit: 'USD', quantity: 2000 })
  expect(found.costs).toMatchObject([
    { currency: 'EUR', margin: null, returned: null, perUnit: null },
    { currency: 'USD', effectiveCost: 500, margin: 0.75, returned: 4, perUnit: null },
  ])
})

test('a million tokens on own GPUs: what they cost over the tokens that are told', async () => {
  await load([...days(2, 240, tags({ role: 'serving' })), ...days(2, 1000)])
  const metric: Metric = { name: 'served', is: 'tokens', where: { 'tag:role': 'serving' } }
  expect(await unit(metric, '2026-11-01,30000000\n2026-11-02,90000000\n')).toMatchObject({
    unit: 'million tokens',
    quantity: 120,
    costs: [{ effectiveCost: 480, perUnit: 4 }],
  })
})

test('10 of 24 paid hours worked, 2 started: what these and the others cost', async () => {
  const machine = { ConsumedQuantity: 24, ConsumedUnit: 'Hours' }
  await load([charge('2026-11-01', 48, machine), charge('2026-11-01', 7, { ServiceName: 'EBS' })])
  const hours = (is: 'busy-hours' | 'cold-start-hours', value: number) => ({
    metric: { name: is, is, value, per: 'day' } as const,
  })
  const range = { since: '2026-11-01', until: '2026-11-02' }
  const found = await machineTimeOf(store.ask, [hours('busy-hours', 10), hours('cold-start-hours', 2)], range)
  expect(found).toMatchObject([
    { is: 'busy-hours', effectiveCost: 48, paidHours: 24, cost: 20, rest: 28 },
    { is: 'cold-start-hours', cost: 4, share: 1 / 12 },
  ])
  expect(await machineTimeOf(store.ask, [hours('busy-hours', 30)], range)).toMatchObject([
    { paidHours: 24, cost: null, rest: null, share: null },
  ])
})

test('idle GPUs of a cluster, where its rows tell', async () => {
  const gpu = { SkuMeter: 'GPU' }
  await load([
    charge('2026-11-01', 60, { ...gpu, ResourceName: 'answers', ConsumedQuantity: 24, ConsumedUnit: 'GPU-Hours' }),
    charge('2026-11-01', 20, { ...gpu, ResourceName: '__idle__' }),
    charge('2026-11-01', 5, { SkuMeter: 'CPU', ResourceName: '__idle__' }),
  ])
  expect(await gpuUseOf(store.ask, november)).toEqual([
    { currency: 'USD', grade: 'invoice', effectiveCost: 80, idle: 20, idleShare: 0.25, hours: 24, perHour: 2.5 },
  ])
})

test('density is output over all input, the cache share what of the input was read from it', async () => {
  const tokens = (meter: string, count: number | undefined, unit = 'Tokens'): Partial<SpendRow> => ({
    x_ModelId: 'claude-sonnet-5',
    SkuMeter: meter,
    ConsumedQuantity: count,
    ConsumedUnit: unit,
  })
  await load([
    charge('2026-11-01', 3, tokens('Input Tokens', 1_000_000)),
    charge('2026-11-01', 0.9, tokens('Cache Read Input Tokens', 3, '1000000 Tokens')),
    charge('2026-11-01', 0.1, tokens('USE1-Claude-cache-write-input-token-count', 1000, '1K tokens')),
    charge('2026-11-01', 6, tokens('Output Tokens', 500_000)),
    charge('2026-11-01', 4, { ...tokens('Output Tokens', undefined), x_ModelId: 'untold' }),
    charge('2026-11-01', 2, { ConsumedQuantity: 1e6, ConsumedUnit: 'Tokens', x_ModelId: 'sum' }),
  ])
  const found = await tokenUseOf(store.ask, november)
  expect(found[0]).toEqual({
    model: 'claude-sonnet-5',
    currency: 'USD',
    grade: 'invoice',
    input: 1_000_000,
    cacheRead: 3_000_000,
    cacheWrite: 1_000_000,
    output: 500_000,
    undirected: null,
    requests: null,
    effectiveCost: 10,
    density: 0.1,
    cacheShare: 0.6,
    perMillion: expect.closeTo(10 / 5.5),
    perRequest: null,
  })
  expect(found.slice(1)).toMatchObject([
    { model: 'untold', output: null, density: null, perMillion: null },
    { model: 'sum', undirected: 1e6, density: null, cacheShare: null, perMillion: 2 },
  ])
})

test('tokens and requests told beside the amounts: the amounts are theirs, and nothing is free because they stand elsewhere', async () => {
  const model = { x_ModelId: 'gpt-5' }
  const used = (meter: string, count: number, unit: string) =>
    charge('2026-11-01', 0, { ...model, SkuMeter: meter, ConsumedQuantity: count, ConsumedUnit: unit })
  await load([
    charge('2026-11-01', 9, model),
    charge('2026-11-01', 5, { ...model, SkuMeter: 'Images', ConsumedQuantity: 3, ConsumedUnit: 'Images' }),
    used('Input Tokens', 2e6, 'Tokens'),
    used('Output Tokens', 1e6, 'Tokens'),
    used('Requests', 300, 'Requests'),
    { ...used('Output Tokens', 4e6, 'Tokens'), x_ModelId: 'elsewhere' },
    charge('2026-11-01', 8, { ServiceName: 'S3', ConsumedQuantity: 100, ConsumedUnit: 'Requests' }),
  ])
  expect(await tokenUseOf(store.ask, november)).toMatchObject([
    { model: 'gpt-5', effectiveCost: 9, requests: 300, density: 0.5, perMillion: 3, perRequest: 0.03 },
    { model: 'elsewhere', effectiveCost: 0, output: 4e6, perMillion: null, perRequest: null },
  ])
})

test.each([
  ['Tokens', 1],
  ['1000 Tokens', 1000],
  ['1K tokens', 1000],
  ['1M Tokens', 1e6],
  ['Hours', undefined],
  [null, undefined],
])('a unit of %s is %s tokens', (written, count) => expect(tokensPer(written)).toBe(count))

const span = (name: string, day: string, attributes: Record<string, string>) => ({
  name,
  startTimeUnixNano: `${Date.parse(day)}000000`,
  attributes: Object.entries(attributes).map(([key, value]) => ({ key, value: { stringValue: value } })),
})
const lineOf = (...spans: object[]) => JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans }] }] })

test('spans of model calls count once, with the tokens in and out; what is around a call does not', () => {
  const tokens = { 'gen_ai.usage.input_tokens': '1200', 'gen_ai.usage.output_tokens': '80' }
  const text = [
    lineOf(
      span('ai.generateText', '2026-11-01', tokens),
      span('ai.generateText.doGenerate', '2026-11-01', tokens),
      span('chat gpt-5', '2026-11-02', {
        'gen_ai.operation.name': 'chat',
        'gen_ai.usage.prompt_tokens': '10',
        'gen_ai.usage.completion_tokens': '5',
      }),
    ),
    '{"resourceSp',
  ].join('\n')
  const calls = readSeries('spans.jsonl', text, { name: 'requests', of: 'calls' })
  expect(calls).toMatchObject({ problems: ['spans.jsonl: 1 line is no OTLP JSON.'] })
  expect(calls.is === 'series' && [...calls.days]).toEqual([
    ['2026-11-01', 1],
    ['2026-11-02', 1],
  ])
  const sums = readSeries('spans.json', text.split('\n')[0]!, { name: 'requests', of: 'tokens' })
  expect(sums.is === 'series' && [...sums.days]).toEqual([
    ['2026-11-01', 1280],
    ['2026-11-02', 15],
  ])
})

test.each([
  [
    '2026-11-01,12\n2026-11-02,many\n',
    'm.csv, line 2: expected a day and a number (2026-11-01,1200), found "2026-11-02,many".',
  ],
  [
    '2026-11-01,12\n2026-11-01,13\n',
    'm.csv, line 2: expected a day and a number (2026-11-01,1200), found 2026-11-01 a second time.',
  ],
  ['11/1/26;12\n', 'm.csv, line 1: expected a day and a number (2026-11-01,1200), found "11/1/26;12".'],
  ['day,users\n', 'm.csv has no line with a day and a number.'],
])('%j is told in a sentence', (text, message) => {
  expect(readSeries('m.csv', text, { name: 'requests', of: 'calls' })).toEqual({ is: 'wrong', message })
})

test('a byte order mark, CRLF, quotes, semicolons and a header are no trouble', () => {
  expect([...(series('\uFEFF"day";"users"\r\n"2026-11-01";"12.5"\r\n\r\n') ?? [])]).toEqual([['2026-11-01', 12.5]])
})
