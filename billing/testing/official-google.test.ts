// Google's own client reads the fake that our source is tested with: what both tell is the same.
import { BigQuery } from '@google-cloud/bigquery'
import { OAuth2Client } from 'google-auth-library'
import { afterEach, expect, test } from 'vitest'
import { collect } from '../collect.ts'
import { source } from '../sources/google-bigquery.ts'
import { bigQuery, googleRefusal } from './bigquery.ts'
import contract from './contracts/google-bigquery.json' with { type: 'json' }
import { type Fake, heldOutside, startFake } from './fake.ts'
import { contractOf } from './openapi.ts'

let fake: Fake
afterEach(() => fake.close())

const token = 'not-a-real-token'
const start = async () => {
  fake = await startFake({ answer: bigQuery('2097152'), contract: contractOf(contract) })
}
const load = () =>
  collect(
    source,
    { credentials: { token, table: 'harbour-billing.bill.gcp_billing_export_v1' }, base: fake.base, scope: {} },
    { since: '2026-11-01', until: '2026-11-20' },
    heldOutside(),
    new AbortController().signal,
  )

function client(): BigQuery {
  const authClient = new OAuth2Client()
  authClient.setCredentials({ access_token: token })
  return new BigQuery({ projectId: 'harbour-billing', apiEndpoint: fake.base, authClient, autoRetry: false })
}
const costsByClient = async () => {
  const [rows] = await client().query({ query: 'SELECT 1', parameterMode: 'NAMED' })
  return (rows as { cost: string; credit: string | null }[]).map(({ cost, credit }) => [Number(cost), credit])
}

test('its client waits for the query as we do, and pages to the same amounts', async () => {
  await start()
  expect(await costsByClient()).toEqual([
    [4.25, null],
    [-1.5, 'Trial'],
  ])
  expect(fake.heard.every(({ headers }) => headers.authorization === `Bearer ${token}`)).toBe(true)
  expect(fake.violations).toEqual([])
  await fake.close()
  await start()
  expect(await load()).toMatchObject({
    rows: [
      { BilledCost: 4.25, ChargeCategory: 'Usage' },
      { BilledCost: -1.5, ChargeDescription: 'Trial' },
    ],
  })
})

test.each([
  [401, 'authError', 'key'],
  [403, 'accessDenied', 'scope'],
  [403, 'rateLimitExceeded', 'rate'],
  [403, 'userRateLimitExceeded', 'rate'],
  [403, 'quotaExceeded', 'answer'],
  [429, 'rateLimitExceeded', 'rate'],
])('%i %s is its client’s own error, and the kind %s to us', async (code, reason, kind) => {
  await start()
  fake.faults = Array.from({ length: 6 }, () => googleRefusal(code, reason))
  await expect(costsByClient()).rejects.toMatchObject({ name: 'Error', code, errors: [{ reason }] })
  expect(await load()).toMatchObject({ is: 'failed', failure: { kind } })
})
