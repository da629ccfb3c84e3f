import { afterEach, beforeEach, expect, test } from 'vitest'
import { collect } from './collect.ts'
import type { Outside } from './runner.ts'
import { source } from './sources/openai.ts'
import { type Cost, type OpenAiCosts, startOpenAiCosts } from './testing/openai-costs-server.ts'

const key = 'sk-admin-not-a-real-key'
const range = { since: '2026-11-01', until: '2026-11-19' }
const cost = (day: string, usd: number, lineItem = 'gpt-4.1-2025-04-14, input'): Cost => ({
  day,
  lineItem,
  project: 'proj_answers',
  usd,
  tokens: usd * 500_000,
})
const costs = [
  cost('2026-11-01', 1.5),
  cost('2026-11-09', 2.25),
  cost('2026-11-09', 0.5, 'text-embedding-3-small, input'),
  cost('2026-11-18', 4),
]

let server: OpenAiCosts
let waits: number[]
let outside: Outside
beforeEach(async () => {
  server = await startOpenAiCosts(costs, key)
  waits = []
  outside = {
    fetch,
    sleep: async (ms) => void waits.push(ms),
    now: () => new Date('2026-11-20T08:00:00Z'),
    random: () => 0.5,
  }
})
afterEach(() => server.close())

const run = (options: { key?: string; base?: string; signal?: AbortSignal } = {}) =>
  collect(
    source,
    { credentials: { key: options.key ?? key }, base: options.base ?? server.base },
    range,
    outside,
    options.signal ?? new AbortController().signal,
  )

test('three pages become rows whose sum is what the provider holds, within its contract', async () => {
  const collected = await run()
  expect(collected).toMatchObject({ is: 'rows', problems: [], pages: 3 })
  const rows = collected.is === 'rows' ? collected.rows : []
  expect(rows.map((row) => [row.ChargePeriodStart.slice(0, 10), row.x_ModelId, row.BilledCost])).toEqual([
    ['2026-11-01', 'gpt-4.1-2025-04-14', 1.5],
    ['2026-11-09', 'gpt-4.1-2025-04-14', 2.25],
    ['2026-11-09', 'text-embedding-3-small', 0.5],
    ['2026-11-18', 'gpt-4.1-2025-04-14', 4],
  ])
  expect(server.violations).toEqual([])
  expect(server.requests[0]!.getAll('group_by')).toEqual(['line_item', 'project_id', 'api_key_id'])
})

test('Retry-After is obeyed to the second', async () => {
  server.faults = [{ retryAfter: 17 }]
  expect(await run()).toMatchObject({ is: 'rows', pages: 3 })
  expect(waits).toEqual([17_000])
})

test('without Retry-After the waits double', async () => {
  server.faults = ['limit', 'trouble', 'limit']
  expect(await run()).toMatchObject({ is: 'rows', pages: 3 })
  expect(waits).toEqual([1000, 2000, 4000])
})

test('five refusals end in one sentence and no rows', async () => {
  server.faults = ['limit', 'limit', 'limit', 'limit', 'limit']
  expect(await run()).toEqual({
    is: 'failed',
    failure: { kind: 'rate', message: 'OpenAI limits the rate of requests (429), also after 5 tries. Retry later.' },
  })
})

test('a wait of ten minutes is told, not waited for', async () => {
  server.faults = [{ retryAfter: 600 }]
  expect(await run()).toEqual({
    is: 'failed',
    failure: { kind: 'rate', message: 'OpenAI asks to wait 10 minutes. Retry then.' },
  })
  expect(waits).toEqual([])
})

test('a wrong key is named as such; the key is in no message though the provider repeats it', async () => {
  expect(await run({ key: 'sk-wrong-key' })).toEqual({
    is: 'failed',
    failure: {
      kind: 'key',
      message:
        'OpenAI refused the key (401). Reading costs needs an admin key (sk-admin-…), made at https://platform.openai.com/settings/organization/admin-keys',
    },
  })
})

test('a key that no header can carry is refused before anything is sent', async () => {
  const collected = await run({ key: 'sk-admin\nsecret' })
  expect(collected).toEqual({
    is: 'failed',
    failure: {
      kind: 'key',
      message: 'What was given as an admin key (sk-admin-…) for OpenAI holds characters none has: paste it again.',
    },
  })
  expect(server.requests).toEqual([])
})

test('half an answer loads nothing', async () => {
  server.faults = ['malformed']
  expect(await run()).toEqual({
    is: 'failed',
    failure: {
      kind: 'answer',
      message: 'OpenAI sent an answer that is not JSON: nothing was loaded. A proxy may stand in between.',
    },
  })
})

test('cancelling ends a request that hangs', async () => {
  server.faults = ['silence']
  const controller = new AbortController()
  server.heard = () => controller.abort()
  expect(await run({ signal: controller.signal })).toEqual({
    is: 'failed',
    failure: { kind: 'cancelled', message: 'Reading from OpenAI was cancelled: nothing was loaded.' },
  })
})

test('nobody listening is a sentence with the address', async () => {
  await server.close()
  const collected = await run()
  const host = new URL(server.base).host
  expect(collected).toEqual({
    is: 'failed',
    failure: {
      kind: 'network',
      message: `OpenAI could not be reached at ${host} (ECONNREFUSED). Check the connection and retry.`,
    },
  })
  expect(waits, 'a second try would find the same').toEqual([])
  server = await startOpenAiCosts([], key)
})

test.each(['http://example.com/v1', 'ftp://127.0.0.1', 'nonsense', 'https://user:pass@example.com'])(
  'the key is not sent to %s',
  async (base) => {
    expect(await run({ base })).toEqual({
      is: 'failed',
      failure: {
        kind: 'network',
        message: 'The address of the billing API must start with https://: the key was not sent.',
      },
    })
  },
)

test('a page of many rows is read whole', async () => {
  const [one] = source.rows({
    is: 'page',
    at: '2026-11-20T08:00:00.000Z',
    body: {
      data: [
        {
          start_time: 1794873600,
          end_time: 1794960000,
          results: [{ object: 'organization.costs.result', amount: { value: 1, currency: 'usd' } }],
        },
      ],
    },
  }).rows
  const large = { ...source, rows: () => ({ rows: Array.from({ length: 300_000 }, () => one!), problems: [] }) }
  const collected = await collect(
    large,
    { credentials: { key }, base: server.base },
    range,
    outside,
    new AbortController().signal,
  )
  expect(collected).toMatchObject({ is: 'rows' })
})
