import { expect, test } from 'vitest'
import { type Counted, readSeries } from './metric-file.ts'

const nanos = (time: string) => `${Date.parse(time)}000000`
const attributes = (of: Readonly<Record<string, string>>) =>
  Object.entries(of).map(([key, value]) => ({ key, value: { stringValue: value } }))

const resourced = (metrics: readonly object[], host = 'a') => ({
  resourceMetrics: [{ resource: { attributes: attributes({ 'host.name': host }) }, scopeMetrics: [{ metrics }] }],
})
const point = (start: string | undefined, time: string, asInt: number, of: Readonly<Record<string, string>> = {}) => ({
  ...(start && { startTimeUnixNano: nanos(start) }),
  timeUnixNano: nanos(time),
  asInt: String(asInt),
  attributes: attributes(of),
})
const delta = (name: string, ...dataPoints: readonly object[]) => ({
  name,
  sum: { aggregationTemporality: 1, isMonotonic: true, dataPoints },
})
const cumulative = (name: string, ...dataPoints: readonly object[]) => ({
  name,
  sum: { aggregationTemporality: 'AGGREGATION_TEMPORALITY_CUMULATIVE', isMonotonic: true, dataPoints },
})

const orders: Counted = { name: 'orders', of: 'calls' }
function daysOf(documents: readonly object[], counted = orders) {
  const read = readSeries('m.jsonl', documents.map((each) => JSON.stringify(each)).join('\n'), counted)
  return read.is === 'series' ? [...read.days] : read.message
}

test('a sum of what came since the last time: added up by the day it began on, over all series, and no other metric', () => {
  const documents = [
    resourced([
      delta('orders', point('2026-11-01T00:00:00Z', '2026-11-01T12:00:00Z', 30, { shop: 'north' })),
      delta('visits', point('2026-11-01T00:00:00Z', '2026-11-01T12:00:00Z', 999)),
    ]),
    resourced([delta('orders', point('2026-11-01T12:00:00Z', '2026-11-02T00:00:00Z', 12, { shop: 'south' }))]),
    resourced([delta('orders', point('2026-11-02T00:00:00Z', '2026-11-03T00:00:00Z', 8))]),
  ]
  expect(daysOf(documents)).toEqual([
    ['2026-11-01', 42],
    ['2026-11-02', 8],
  ])
})

test('a sum since a start: what it grew by, from 0 again after a start; the day it had begun to count before is not known', () => {
  const of = (host: string, ...points: readonly object[]) => resourced([cumulative('orders', ...points)], host)
  const [boot, again] = ['2026-10-01T00:00:00Z', '2026-11-02T18:00:00Z']
  const documents = [
    of('a', point(boot, '2026-11-01T23:59:00Z', 1000), point(boot, '2026-11-02T12:00:00Z', 1010)),
    of('a', point(again, '2026-11-02T20:00:00Z', 5), point(again, '2026-11-03T20:00:00Z', 25)),
    of('b', point('2026-11-03T00:00:00Z', '2026-11-03T10:00:00Z', 7)),
  ]
  expect(daysOf(documents)).toEqual([
    ['2026-11-02', 15],
    ['2026-11-03', 27],
  ])
  expect(daysOf(documents.slice(0, 1).map(() => of('a', point(boot, '2026-11-01T23:59:00Z', 1000))))).toBe(
    'm.jsonl: orders tells of no whole day: its counting began before its first point.',
  )
})

test('a gauge: the mean of what was read on a day; a sum that also falls: of each series, and these added', () => {
  const gauge = {
    name: 'users',
    gauge: {
      dataPoints: [
        { timeUnixNano: nanos('2026-11-01T06:00:00Z'), asDouble: 10 },
        { timeUnixNano: nanos('2026-11-01T18:00:00Z'), asDouble: 20 },
        { timeUnixNano: nanos('2026-11-02T18:00:00Z'), asDouble: 40 },
      ],
    },
  }
  expect(daysOf([resourced([gauge])], { ...orders, name: 'users' })).toEqual([
    ['2026-11-01', 15],
    ['2026-11-02', 40],
  ])
  const open = (shop: string, value: number) => point('2026-10-01T00:00:00Z', '2026-11-01T06:00:00Z', value, { shop })
  const falling = {
    name: 'carts',
    sum: { aggregationTemporality: 2, isMonotonic: false, dataPoints: [open('north', 3), open('south', 4)] },
  }
  expect(daysOf([resourced([falling])], { ...orders, name: 'carts' })).toEqual([['2026-11-01', 7]])
})

test('what is not there, or tells no amount, is a sentence that says what is there', () => {
  const histogram = { name: 'orders', histogram: { dataPoints: [] } }
  const no =
    'm.jsonl: orders does not tell how much it was: a gauge does, and a sum, unless it also falls and is told by its changes.'
  expect(daysOf([resourced([histogram])])).toBe(no)
  const changes = { name: 'orders', sum: { aggregationTemporality: 1, isMonotonic: false, dataPoints: [] } }
  expect(daysOf([resourced([changes])])).toBe(no)
  const others = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => delta(name))
  expect(daysOf([resourced(others)])).toBe(
    'm.jsonl has no metric named orders: it has a, b, c, d, e and 1 more. Say which under "metric" in outlay.json.',
  )
  expect(daysOf([{ resourceSpans: [] }])).toBe('m.jsonl has no span of a model call, and no metric.')
})

test('a month of readings every few seconds is no work', () => {
  const dataPoints = Array.from({ length: 250_000 }, (_, i) => ({
    timeUnixNano: nanos(new Date(Date.UTC(2026, 10, 1) + i * 10_000).toISOString()),
    asInt: '5',
  }))
  const before = process.cpuUsage()
  expect(daysOf([resourced([{ name: 'users', gauge: { dataPoints } }])], { ...orders, name: 'users' })).toHaveLength(29)
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(5000)
})

test('a time that no date is of makes no day', () => {
  const call = span('2026-11-01', { 'gen_ai.operation.name': 'chat' }, { startTimeUnixNano: '9'.repeat(26) })
  expect(daysOf([call])).toBe('m.jsonl has no span of a model call, and no metric.')
})

const span = (day: string, of: Readonly<Record<string, string>>, more: object = {}) => ({
  resourceSpans: [
    {
      scopeSpans: [
        {
          spans: [{ name: 'call', startTimeUnixNano: nanos(`${day}T10:00:00Z`), attributes: attributes(of), ...more }],
        },
      ],
    },
  ],
})
const tokens: Counted = { name: 'served', of: 'tokens' }

test('model calls by the names of OpenInference and OpenLLMetry; a chain around them is none', () => {
  const documents = [
    span('2026-11-01', {
      'openinference.span.kind': 'LLM',
      'llm.token_count.prompt': '100',
      'llm.token_count.completion': '20',
    }),
    span('2026-11-01', { 'openinference.span.kind': 'CHAIN', 'llm.token_count.prompt': '100' }),
    span('2026-11-02', {
      'llm.request.type': 'chat',
      'gen_ai.usage.prompt_tokens': '7',
      'gen_ai.usage.completion_tokens': '3',
    }),
  ]
  expect(daysOf(documents, tokens)).toEqual([
    ['2026-11-01', 120],
    ['2026-11-02', 10],
  ])
})

test('a day on which a call does not tell its tokens has no number of them; one that failed used none', () => {
  const chat = { 'gen_ai.operation.name': 'chat' }
  const documents = [
    span('2026-11-01', { ...chat, 'gen_ai.usage.input_tokens': '50' }),
    span('2026-11-01', chat),
    span('2026-11-02', { ...chat, 'gen_ai.usage.input_tokens': '50' }),
    span('2026-11-02', chat, { status: { code: 2 } }),
  ]
  const text = documents.map((each) => JSON.stringify(each)).join('\n')
  expect(readSeries('s.jsonl', text, tokens)).toEqual({
    is: 'series',
    days: new Map([['2026-11-02', 50]]),
    problems: ['s.jsonl: calls on 1 day do not tell their tokens, so that it is left out.'],
  })
  expect(daysOf(documents)).toEqual([
    ['2026-11-01', 2],
    ['2026-11-02', 2],
  ])
  expect(daysOf(documents.slice(0, 2), tokens)).toBe('m.jsonl: no day tells the tokens of all its calls.')
})
