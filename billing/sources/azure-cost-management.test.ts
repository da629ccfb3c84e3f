import { afterEach, expect, test } from 'vitest'
import { collect } from '../collect.ts'
import { azureCosts, table } from '../testing/azure-costs.ts'
import contract from '../testing/contracts/azure-cost-management.json' with { type: 'json' }
import { type Fake, type Heard, heldOutside, type Said, startFake } from '../testing/fake.ts'
import { contractOf } from '../testing/openapi.ts'
import { source } from './azure-cost-management.ts'

let fake: Fake
afterEach(() => fake.close())

const account = '/subscriptions/7f3c'
const load = (scope: object = { accounts: [account] }, waits: number[] = []) =>
  collect(
    source,
    { credentials: { token: 'not-a-real-token' }, base: fake.base, scope },
    { since: '2026-11-01', until: '2026-11-19' },
    heldOutside(waits),
    new AbortController().signal,
  )
const start = (answer: (request: Heard) => Said) => startFake({ answer, contract: contractOf(contract) })

test('what is invoiced and what was consumed are two sums; the second page is asked with the same question', async () => {
  fake = await start(azureCosts(() => fake.base))
  const collected = await load()
  expect(fake.violations).toEqual([])
  const rows = collected.is === 'rows' ? collected.rows : []
  expect(rows.map(({ BilledCost, EffectiveCost, x_Estimated }) => [BilledCost, EffectiveCost, x_Estimated])).toEqual([
    [10, 0, false],
    [2.5, 0, false],
    [0, 8, false],
  ])
  expect(fake.heard[1]!.body).toEqual(fake.heard[0]!.body)
})

test('of several limits the longest wait is kept', async () => {
  fake = await start(() => ({ body: table([]) }))
  const limit = 'x-ms-ratelimit-microsoft.costmanagement'
  fake.faults = [
    {
      status: 429,
      headers: { [`${limit}-qpu-retry-after`]: '5', [`${limit}-entity-retry-after`]: '40', 'retry-after': '10' },
    },
  ]
  const waits: number[] = []
  expect(await load(undefined, waits)).toMatchObject({ is: 'rows' })
  expect(waits).toEqual([40_000])
})

test('no content is no cost', async () => {
  fake = await start(() => ({ status: 204 }))
  expect(await load()).toMatchObject({ is: 'rows', rows: [], problems: [] })
})

test('a next page on another server is not followed with the token', async () => {
  fake = await start(() => ({ body: table([], 'https://elsewhere.example/query') }))
  expect(await load()).toMatchObject({
    is: 'failed',
    failure: { message: 'Azure Cost Management names a next page on another server: nothing was loaded.' },
  })
})

test('without a subscription nothing is asked, and it is said what is missing', async () => {
  fake = await start(() => ({ body: table([]) }))
  expect(await load({})).toMatchObject({
    is: 'failed',
    failure: {
      message:
        'Azure Cost Management needs to know whose cost to read: write subscriptions into spend.scope, as /subscriptions/<id>.',
    },
  })
  expect(fake.heard).toEqual([])
})
