import { afterEach, expect, test } from 'vitest'
import { collect } from '../runner.ts'
import contract from '../testing/contracts/anthropic-usage-cost.json' with { type: 'json' }
import { type Fake, type Heard, heldOutside, type Said, startFake } from '../testing/fake.ts'
import { contractOf } from '../testing/openapi.ts'
import { source } from './anthropic.ts'

const key = 'sk-ant-admin-not-a-real-key'
const range = { since: '2026-10-10', until: '2026-11-19' }
let fake: Fake
afterEach(() => fake.close())

const load = (scope = {}, given = key) =>
  collect(
    source,
    { credentials: { key: given }, base: fake.base, scope },
    range,
    heldOutside(),
    new AbortController().signal,
  )

const start = (answer: (request: Heard) => Said) => startFake({ answer, contract: contractOf(contract) })
const signedIn = (request: Heard) => request.headers['x-api-key'] === key

/** One day costs its number in cents; two days to a page. */
function analytics({ query }: Heard): Said {
  const end = Date.parse(query.get('ending_at')!)
  const first = Number(query.get('page') ?? Date.parse(query.get('starting_at')!))
  const days = [first, first + 86_400_000].filter((day) => day < end)
  const next = first + 2 * 86_400_000
  const iso = (time: number) => new Date(time).toISOString()
  const group = {
    workspace_id: 'wrkspc_1',
    api_key_id: 'apikey_1',
    model: 'claude-haiku-4-5',
    token_type: 'output_tokens',
  }
  const data = days.map((day) => ({
    starting_at: iso(day),
    ending_at: iso(day + 86_400_000),
    cost: { amount: String(new Date(day).getUTCDate()), list_amount: '100', currency: 'USD', requests: null },
    group: { ...empty, ...group },
  }))
  return {
    body: {
      data,
      has_more: next < end,
      next_page: next < end ? String(next) : null,
      data_refreshed_at: '2026-11-20T03:00:00Z',
    },
  }
}
const empty = Object.fromEntries(
  contract.components.schemas.BetaAnalyticsCostGroup.required.map((name) => [name, null]),
)

test('forty days are asked in parts of 31, page by page, and the sum is to the cent', async () => {
  fake = await start((request) => (signedIn(request) ? analytics(request) : { status: 401 }))
  const collected = await load()
  const rows = collected.is === 'rows' ? collected.rows : []
  expect(fake.violations).toEqual([])
  expect(rows).toHaveLength(40)
  // 10 + … + 31 of October and 1 + … + 18 of November, in cents
  expect(Math.round(rows.reduce((sum, { BilledCost }) => sum + BilledCost * 100, 0))).toBe(451 + 171)
  expect(new Set(fake.heard.map(({ query }) => query.get('starting_at')))).toEqual(
    new Set(['2026-10-10T00:00:00Z', '2026-11-10T00:00:00Z']),
  )
})

test('a scope of workspaces and keys is asked for, not filtered afterwards', async () => {
  fake = await start(analytics)
  await load({ projects: ['wrkspc_1'], keys: ['apikey_1', 'apikey_2'] })
  expect(fake.violations).toEqual([])
  expect(fake.heard[0]!.query.getAll('workspace_ids[]')).toEqual(['wrkspc_1'])
  expect(fake.heard[0]!.query.getAll('api_key_ids[]')).toEqual(['apikey_1', 'apikey_2'])
})

const older = (): Said => ({
  body: {
    data: [
      {
        starting_at: '2026-11-17T00:00:00Z',
        ending_at: '2026-11-18T00:00:00Z',
        results: [{ amount: '123.45', currency: 'USD', workspace_id: null, description: 'Claude Haiku 4.5 Usage' }],
      },
    ],
    has_more: false,
    next_page: null,
  },
})

test('an organisation without the newer report gets the older one', async () => {
  fake = await start((request) => (request.path.includes('/analytics/') ? { status: 404 } : older()))
  const collected = await load()
  expect(fake.violations).toEqual([])
  expect(collected).toMatchObject({ is: 'rows', rows: [{ BilledCost: 1.2345 }, { BilledCost: 1.2345 }] })
})

test('a scope of keys is not dropped for the older report, which knows none', async () => {
  fake = await start((request) => (request.path.includes('/analytics/') ? { status: 404 } : older()))
  expect(await load({ keys: ['apikey_1'] })).toMatchObject({
    is: 'failed',
    failure: { message: 'Anthropic answered 404: nothing was loaded.' },
  })
})

test('a wrong key is named, and is in no message', async () => {
  fake = await start((request) => (signedIn(request) ? analytics(request) : { status: 401 }))
  const failed = await load({}, 'sk-ant-wrong')
  expect(failed).toMatchObject({ is: 'failed', failure: { kind: 'key' } })
  expect(JSON.stringify(failed)).not.toContain('sk-ant-wrong')
})
