// Azure's own client reads the fake that our source is tested with: what both tell is the same.
import { CostManagementClient, type QueryDefinition, type QueryResult } from '@azure/arm-costmanagement'
import { afterEach, expect, test } from 'vitest'
import { collect } from '../collect.ts'
import { signalSource as forecast, examples as forecastExamples } from '../signals/azure-forecast.ts'
import { collectSignals } from '../signals/collect.ts'
import { source } from '../sources/azure-cost-management.ts'
import { azureCosts, azureRefusal } from './azure-costs.ts'
import contract from './contracts/azure-cost-management.json' with { type: 'json' }
import { type Fake, heldOutside, startFake } from './fake.ts'
import { contractOf } from './openapi.ts'

let fake: Fake
afterEach(() => fake.close())

const account = '/subscriptions/7f3c'
const token = 'not-a-real-token'
const load = (waits: number[] = []) =>
  collect(
    source,
    { credentials: { token }, base: fake.base, scope: { accounts: [account] } },
    { since: '2026-11-01', until: '2026-11-19' },
    heldOutside(waits),
    new AbortController().signal,
  )
const start = async () => {
  fake = await startFake({ answer: azureCosts(() => fake.base), contract: contractOf(contract) })
}

const question = (type: QueryDefinition['type']): QueryDefinition => ({
  type,
  timeframe: 'Custom',
  timePeriod: { from: new Date('2026-11-01T00:00:00Z'), to: new Date('2026-11-18T23:59:59Z') },
  dataset: {
    granularity: 'Daily',
    aggregation: { totalCost: { name: 'Cost', function: 'Sum' } },
    grouping: ['ServiceName', 'ChargeType'].map((name) => ({ type: 'Dimension', name })),
  },
})

/** Its policy for tokens wants TLS, which a fake on this machine has not; one that does the same stands in its place. */
function clientAt(next: () => string | undefined): CostManagementClient {
  const credential = { getToken: () => Promise.resolve({ token, expiresOnTimestamp: Date.now() + 3_600_000 }) }
  const client = new CostManagementClient(credential, {
    $host: fake.base,
    endpoint: fake.base,
    allowInsecureConnection: true,
    retryOptions: { maxRetries: 0 },
  })
  client.pipeline.removePolicy({ name: 'bearerTokenAuthenticationPolicy' })
  client.pipeline.addPolicy({
    name: 'tokenOfTheTest',
    sendRequest(request, send) {
      request.headers.set('authorization', `Bearer ${token}`)
      request.url = next() ?? request.url
      return send(request)
    },
  })
  return client
}

/** This operation has no paginator: the question goes again to where the page says the next one is. */
async function costsByClient(type: QueryDefinition['type']): Promise<number[]> {
  let page: QueryResult | undefined
  const client = clientAt(() => page?.nextLink)
  const amounts: number[] = []
  do {
    page = await client.query.usage(account.slice(1), question(type))
    const cost = (page.columns ?? []).findIndex(({ name }) => name === 'Cost')
    amounts.push(...(page.rows ?? []).map((row) => Number(row[cost])))
  } while (page.nextLink)
  return amounts
}

test('its client pages to the same amounts, by the same address', async () => {
  await start()
  const ours = await load()
  const asked = fake.heard.splice(0)
  expect(await costsByClient('ActualCost')).toEqual([10, 2.5])
  expect(await costsByClient('AmortizedCost')).toEqual([8])
  expect(ours.is === 'rows' && ours.rows.map(({ BilledCost }) => BilledCost)).toEqual([10, 2.5, 0])
  expect(ours.is === 'rows' && ours.rows.map(({ EffectiveCost }) => EffectiveCost)).toEqual([0, 0, 8])
  expect(fake.violations).toEqual([])
  expect(fake.heard.map(({ path, headers }) => [path, headers.authorization])).toEqual(
    asked.map(({ path, headers }) => [path, headers.authorization]),
  )
})

test('of a session that has ended it is said that it may have', async () => {
  await start()
  fake.faults = [azureRefusal(401, 'ExpiredAuthenticationToken')]
  expect(await load([])).toMatchObject({
    failure: { kind: 'key', message: expect.stringMatching(/the session has ended: sign in again$/) },
  })
})

test.each([
  [401, 'InvalidAuthenticationToken', 'key'],
  [403, 'AuthorizationFailed', 'scope'],
  [429, '429', 'rate'],
])('%i %s is its client’s own error, and the kind %s to us', async (status, code, kind) => {
  await start()
  const refusal = azureRefusal(status, code, { 'x-ms-ratelimit-microsoft.costmanagement-entity-retry-after': '4' })
  fake.faults = Array.from({ length: 6 }, () => refusal)
  await expect(costsByClient('ActualCost')).rejects.toMatchObject({ name: 'RestError', statusCode: status, code })
  const waits: number[] = []
  expect(await load(waits)).toMatchObject({ is: 'failed', failure: { kind } })
  expect(new Set(waits)).toEqual(new Set(status === 429 ? [4000] : []))
})

test('the forecast: its client reads the same day and amount', async () => {
  const { page, signals } = forecastExamples[0]!
  fake = await startFake({ answer: () => ({ body: page.body }), contract: contractOf(contract) })
  const { rows = [] } = await clientAt(() => undefined).forecast.usage(account.slice(1), {
    type: 'ActualCost',
    timeframe: 'Custom',
    timePeriod: { from: new Date('2026-11-20T00:00:00Z'), to: new Date('2026-12-01T00:00:00Z') },
    dataset: { granularity: 'Daily', aggregation: { totalCost: { name: 'Cost', function: 'Sum' } } },
    includeActualCost: false,
    includeFreshPartialCost: false,
  })
  expect(rows).toContainEqual([12.25, 20261121, 'Forecast', 'EUR'])
  const heard = await collectSignals(
    forecast,
    { credentials: { token }, base: fake.base, scope: { accounts: [account] } },
    { since: '2026-11-20', until: '2026-12-01' },
    heldOutside(),
    new AbortController().signal,
  )
  expect(heard).toMatchObject({ signals })
  expect(signals).toMatchObject([{ since: '2026-11-21', expected: { amount: 12.25, currency: 'EUR' } }])
  expect(fake.violations).toEqual([])
})
