import { afterEach, expect, test } from 'vitest'
import { collect } from '../collect.ts'
import { analytics, anthropic, usage } from '../testing/anthropic-reports.ts'
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

const start = (costs: (request: Heard) => Said) =>
  startFake({
    answer: anthropic(costs, (request) => (signedIn(request) ? usage(request) : { status: 401 })),
    contract: contractOf(contract),
  })
const signedIn = (request: Heard) => request.headers['x-api-key'] === key

test('forty days are asked in parts of 31, page by page, and the sum is to the cent', async () => {
  fake = await start((request) => (signedIn(request) ? analytics(request) : { status: 401 }))
  const collected = await load()
  const rows = collected.is === 'rows' ? collected.rows.filter(({ SkuMeter }) => SkuMeter !== 'Requests') : []
  expect(fake.violations).toEqual([])
  expect(rows).toHaveLength(40)
  // 10 + … + 31 of October and 1 + … + 18 of November, in cents
  expect(Math.round(rows.reduce((sum, { BilledCost }) => sum + BilledCost * 100, 0))).toBe(451 + 171)
  expect(new Set(fake.heard.map(({ query }) => query.get('starting_at')))).toEqual(
    new Set(['2026-10-10T00:00:00Z', '2026-11-10T00:00:00Z', null]),
  )
})

test('tokens stand in the row of their money, all tiers together; requests by tier add none', async () => {
  fake = await start(analytics)
  const collected = await load()
  const rows = collected.is === 'rows' ? collected.rows : []
  const [asked, charged] = [true, false].map((is) => rows.filter(({ SkuMeter }) => (SkuMeter === 'Requests') === is))
  expect(fake.violations).toEqual([])
  expect(collected).toMatchObject({ is: 'rows', problems: [] })
  expect(new Set(charged!.map(({ ConsumedQuantity, ConsumedUnit }) => `${ConsumedQuantity} ${ConsumedUnit}`))).toEqual(
    new Set(['2000 Tokens']),
  )
  expect(asked!.reduce((sum, { ConsumedQuantity }) => sum + ConsumedQuantity!, 0)).toBe(40 * 2 * 2)
  expect(asked!.every(({ BilledCost, EffectiveCost }) => BilledCost === 0 && EffectiveCost === 0)).toBe(true)
  expect(new Set(asked!.map(({ SkuPriceDetails }) => SkuPriceDetails))).toEqual(
    new Set(['{"x_ServiceTier":"standard"}', '{"x_ServiceTier":"batch"}']),
  )
  expect(new Set(rows.map(({ SubAccountName, ResourceName }) => `${SubAccountName}/${ResourceName}`))).toEqual(
    new Set(['Answers/production']),
  )
})

test('where the usage report is refused, costs are whole and what is missing is told', async () => {
  fake = await startFake({
    answer: (request) => (request.path.endsWith('/analytics/cost') ? analytics(request) : { status: 403 }),
    contract: contractOf(contract),
  })
  const collected = await load()
  expect(collected).toMatchObject({
    is: 'rows',
    problems: [
      expect.stringMatching(/^Anthropic’s costs are complete, tokens and requests are not: /),
      expect.anything(),
    ],
  })
  expect(collected.is === 'rows' && collected.rows).toHaveLength(40)
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

test('the older report is kept to the workspaces of the scope', async () => {
  fake = await start((request) => (request.path.includes('/analytics/') ? { status: 404 } : older()))
  expect(await load({ projects: ['wrkspc_1'] })).toMatchObject({ is: 'rows', rows: [] })
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
