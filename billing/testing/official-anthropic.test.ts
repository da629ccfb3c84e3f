// Anthropic's own client reads the fake that our source is tested with: what both tell is the same.
import { Anthropic, AuthenticationError, PermissionDeniedError, RateLimitError } from '@anthropic-ai/sdk'
import { afterEach, expect, test } from 'vitest'
import { collect } from '../collect.ts'
import { source } from '../sources/anthropic.ts'
import { anthropic, anthropicRefusal } from './anthropic-reports.ts'
import contract from './contracts/anthropic-usage-cost.json' with { type: 'json' }
import { type Fake, type Heard, heldOutside, startFake } from './fake.ts'
import { contractOf } from './openapi.ts'

let fake: Fake
afterEach(() => fake.close())

const key = 'sk-ant-admin-not-a-real-key'
const start = async () => {
  fake = await startFake({ answer: anthropic(), contract: contractOf(contract) })
}
const load = () =>
  collect(
    source,
    { credentials: { key }, base: fake.base, scope: {} },
    { since: '2026-11-01', until: '2026-11-19' },
    heldOutside(),
    new AbortController().signal,
  )
const client = () => new Anthropic({ apiKey: key, baseURL: fake.base, maxRetries: 0 }).beta.organization
const days = {
  starting_at: '2026-11-01T00:00:00Z',
  ending_at: '2026-11-19T00:00:00Z',
  time_bucket_width: '1d',
  limit: 1000,
} as const

async function costsByClient(): Promise<number[]> {
  const cents: number[] = []
  const group_by = ['workspace_id', 'api_key_id', 'model', 'cost_type', 'token_type'] as const
  for await (const { cost } of client().analytics.cost.list({ ...days, group_by: [...group_by] }))
    cents.push(Number(cost.amount))
  return cents
}

/** The client sends the key as a bearer token, we as `x-api-key`: https://platform.claude.com/docs/en/manage-claude/authentication has both. */
const keyIn = ({ headers }: Heard) => headers['x-api-key'] ?? headers.authorization?.toString().replace('Bearer ', '')

/** Of a request, all that decides the answer. */
const told = (request: Heard) => ({
  path: request.path,
  query: [...request.query].sort(),
  version: request.headers['anthropic-version'],
  beta: request.headers['anthropic-beta'],
  key: keyIn(request),
})
const inOrder = (requests: readonly Heard[]) =>
  requests.map(told).sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))

test('its client pages to the same cents and requests, and says the same names', async () => {
  await start()
  const ours = await load()
  const rows = ours.is === 'rows' ? ours.rows : []
  const asked = fake.heard.splice(0)
  const cents = await costsByClient()
  let requests = 0
  const group_by = ['workspace_id', 'api_key_id', 'model', 'service_tier'] as const
  for await (const { usage } of client().analytics.usage.list({ ...days, group_by: [...group_by] }))
    requests += usage.requests ?? 0
  const names = [(await client().workspaces.retrieve('wrkspc_1')).name]
  for await (const each of client().apiKeys.list({ limit: 1000 })) names.push(each.name)

  expect(cents).toEqual(Array.from({ length: 18 }, (_, index) => index + 1))
  const charged = rows.filter(({ SkuMeter }) => SkuMeter !== 'Requests')
  expect(charged.map(({ BilledCost }) => Math.round(BilledCost * 100))).toEqual(cents)
  const counted = rows.filter(({ SkuMeter }) => SkuMeter === 'Requests')
  expect(counted.reduce((sum, { ConsumedQuantity }) => sum + (ConsumedQuantity ?? 0), 0)).toBe(requests)
  expect(requests).toBe(18 * 2 * 2)
  expect(rows[0]).toMatchObject({ SubAccountName: names[0], ResourceName: names[1] })
  expect(fake.violations).toEqual([])
  expect(inOrder(fake.heard)).toEqual(inOrder(asked))
})

test.each([
  [401, 'authentication_error', 'key', AuthenticationError],
  [403, 'permission_error', 'scope', PermissionDeniedError],
  [429, 'rate_limit_error', 'rate', RateLimitError],
])('%i %s is its client’s own error, and the kind %s to us', async (status, type, kind, error) => {
  await start()
  fake.faults = Array.from({ length: 6 }, () => anthropicRefusal(status, type))
  const refused: unknown = await costsByClient().catch((reason: unknown) => reason)
  expect(refused).toBeInstanceOf(error)
  expect(refused).toMatchObject({ status, type })
  expect(await load()).toMatchObject({ is: 'failed', failure: { kind } })
})
