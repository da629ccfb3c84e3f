import { afterEach, expect, test } from 'vitest'
import { collect } from '../collect.ts'
import { recordIn } from '../json.ts'
import { bigQuery, schema } from '../testing/bigquery.ts'
import contract from '../testing/contracts/google-bigquery.json' with { type: 'json' }
import { type Fake, type Heard, heldOutside, type Said, startFake } from '../testing/fake.ts'
import { contractOf } from '../testing/openapi.ts'
import { source } from './google-bigquery.ts'

let fake: Fake
afterEach(() => fake.close())

const table = 'harbour-billing.bill.gcp_billing_export_v1_010101_F0FFF0_10X10X'
const load = (settings: object = {}, scope: object = {}, waits: number[] = []) =>
  collect(
    source,
    { credentials: { token: 'not-a-real-token', table, ...settings }, base: fake.base, scope },
    { since: '2026-11-01', until: '2026-11-20' },
    heldOutside(waits),
    new AbortController().signal,
  )
const start = async (answer: (request: Heard) => Said) => {
  fake = await startFake({ answer, contract: contractOf(contract) })
}

test('a dry run first, then at most the allowed bytes; waits for the job, reads its pages; credits apart', async () => {
  await start(bigQuery('2097152'))
  const waits: number[] = []
  const collected = await load({ maxBytes: '4194304' }, {}, waits)
  expect(fake.violations).toEqual([])
  expect(collected).toMatchObject({
    is: 'rows',
    problems: ['Google BigQuery reads 2.0 MiB for this, of 4.0 MiB allowed.'],
    rows: [
      { ChargeCategory: 'Usage', BilledCost: 4.25, BillingCurrency: 'EUR' },
      { ChargeCategory: 'Credit', BilledCost: -1.5, ChargeDescription: 'Trial' },
    ],
  })
  expect(waits).toEqual([100, 200, 400])
  const asked = fake.heard.filter(({ method }) => method === 'POST').map(({ body }) => recordIn(body))
  expect(asked.map(({ dryRun, maximumBytesBilled }) => [dryRun, maximumBytesBilled])).toEqual([
    [true, undefined],
    [true, undefined],
    [undefined, '4194304'],
  ])
  expect(String(asked[2]!.query)).toContain('_PARTITIONTIME >=')
  expect(fake.heard.at(-1)!.query.get('location')).toBe('EU')
})

test('more bytes than allowed: nothing is asked, and it says how many', async () => {
  await start(bigQuery(String(20 * 2 ** 30)))
  expect(await load()).toEqual({
    is: 'failed',
    failure: {
      kind: 'scope',
      message:
        'Google BigQuery would read 20.0 GiB for these days, more than the 10.0 GiB allowed: nothing was asked. Ask for fewer days, or raise the limit.',
    },
  })
  expect(fake.heard).toHaveLength(2)
})

test('projects and labels of the project are asked for as parameters, never as text of the query', async () => {
  await start(bigQuery('1'))
  await load({}, { projects: ["har'bour"], tags: { team: 'search' } })
  expect(fake.violations).toEqual([])
  const { query, queryParameters } = recordIn(fake.heard[1]!.body)
  expect(query).not.toContain("har'bour")
  expect(queryParameters).toEqual([
    { name: 'since', parameterType: { type: 'STRING' }, parameterValue: { value: '2026-11-01' } },
    { name: 'until', parameterType: { type: 'STRING' }, parameterValue: { value: '2026-11-20' } },
    {
      name: 'projects',
      parameterType: { type: 'ARRAY', arrayType: { type: 'STRING' } },
      parameterValue: { arrayValues: [{ value: "har'bour" }] },
    },
    { name: 'key0', parameterType: { type: 'STRING' }, parameterValue: { value: 'team' } },
    { name: 'value0', parameterType: { type: 'STRING' }, parameterValue: { value: 'search' } },
  ])
})

test('of the FOCUS export only the columns it has are asked for, by day', async () => {
  const focus = schema('BilledCost', 'EffectiveCost', 'BillingCurrency', 'ChargePeriodStart', 'ProviderName', 'Tags')
  await start(bigQuery('1', focus))
  await load()
  expect(recordIn(fake.heard[1]!.body).query).toBe(
    `SELECT CAST(BillingCurrency AS STRING) AS BillingCurrency, TO_JSON_STRING(Tags) AS Tags, CAST(ProviderName AS STRING) AS ServiceProviderName, FORMAT_TIMESTAMP('%FT00:00:00Z', ChargePeriodStart) AS ChargePeriodStart, SUM(BilledCost) AS BilledCost, SUM(EffectiveCost) AS EffectiveCost
FROM \`${table}\` WHERE ChargePeriodStart >= TIMESTAMP(@since) AND ChargePeriodStart < TIMESTAMP(@until) GROUP BY 1, 2, 3, 4`,
  )
})

test.each([
  [
    { table: 'bill; DROP' },
    'The table of the billing export is written project.dataset.table: take it from the BigQuery console.',
  ],
  [{ maxBytes: 'much' }, 'The most bytes Google BigQuery may read is a whole number, as 10737418240 for 10 GiB.'],
])('a setting that cannot be right is a sentence, and nothing is asked: %o', async (settings, message) => {
  await start(bigQuery('1'))
  expect(await load(settings)).toEqual({ is: 'failed', failure: { kind: 'scope', message } })
  expect(fake.heard).toEqual([])
})

test('another table than a bill, and one that is not there, are sentences', async () => {
  await start(bigQuery('1', schema('name', 'age')))
  expect(await load()).toMatchObject({ failure: { message: expect.stringMatching(/is no export of Cloud Billing/) } })
  fake.faults = [{ status: 404 }]
  expect(await load()).toEqual({
    is: 'failed',
    failure: {
      kind: 'scope',
      message: `Google BigQuery finds no table ${table}: is its name right, and is the export switched on? Nothing was loaded.`,
    },
  })
})
