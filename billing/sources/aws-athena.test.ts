import { afterEach, expect, test } from 'vitest'
import { collect } from '../collect.ts'
import { recordIn } from '../json.ts'
import { athena, results } from '../testing/athena.ts'
import { awsContract, isSigned } from '../testing/aws-json.ts'
import contract from '../testing/contracts/aws-athena.json' with { type: 'json' }
import { type Fake, type Heard, heldOutside, type Said, startFake } from '../testing/fake.ts'
import { source } from './aws-athena.ts'

const secret = 'not/a/real/secret'
let fake: Fake
afterEach(() => fake.close())

const credentials = {
  accessKeyId: 'AKIDNOTREAL',
  secretAccessKey: secret,
  region: 'eu-central-1',
  database: 'bill',
  table: 'focus',
}
const load = (settings: object = {}, scope: object = {}, waits: number[] = []) =>
  collect(
    source,
    { credentials: { ...credentials, ...settings }, base: fake.base, scope },
    { since: '2026-11-01', until: '2026-11-20' },
    heldOutside(waits),
    new AbortController().signal,
  )

const focus = [
  'billedcost',
  'effectivecost',
  'chargeperiodstart',
  'billingcurrency',
  'tags',
  'billing_period',
  'providername',
]
const cur = [
  'line_item_unblended_cost',
  'line_item_line_item_type',
  'line_item_usage_start_date',
  'line_item_currency_code',
  'product',
]
const start = async (answer: (request: Heard) => Said) => {
  fake = await startFake({ answer, contract: awsContract(contract) })
}
const asked = () =>
  fake.heard.flatMap(({ body }) =>
    recordIn(body).QueryString === undefined ? [] : [String(recordIn(body).QueryString)],
  )

test('columns first, then the sums, waited for and read page by page, each request signed', async () => {
  await start(athena(focus))
  const waits: number[] = []
  const collected = await load({}, {}, waits)
  expect(fake.violations).toEqual([])
  expect(collected).toMatchObject({
    is: 'rows',
    problems: ['Athena read 0.0 MiB for this.'],
    rows: [
      { BilledCost: 4.5, EffectiveCost: 4, ServiceProviderName: 'AWS' },
      { BilledCost: -1, ChargePeriodStart: '2026-11-03T00:00:00.000Z' },
    ],
  })
  expect(waits).toEqual([100, 100])
  const host = new URL(fake.base).host
  expect(fake.heard.every((request) => isSigned({ ...request, host }, secret))).toBe(true)
  expect(asked()[1]).toBe(
    `SELECT CAST(BillingCurrency AS VARCHAR) AS BillingCurrency, json_format(CAST(Tags AS JSON)) AS Tags, providername AS ServiceProviderName, substr(CAST(chargeperiodstart AS VARCHAR), 1, 10) || 'T00:00:00Z' AS ChargePeriodStart, SUM(CAST(BilledCost AS DOUBLE)) AS BilledCost, SUM(CAST(EffectiveCost AS DOUBLE)) AS EffectiveCost
FROM "bill"."focus" WHERE billing_period >= '2026-11' AND substr(CAST(chargeperiodstart AS VARCHAR), 1, 10) >= '2026-11-01' AND substr(CAST(chargeperiodstart AS VARCHAR), 1, 10) < '2026-11-20' GROUP BY 1, 2, 3, 4`,
  )
})

test('what is so much an hour is summed by day, and a tag of the scope is found however AWS writes it', async () => {
  await start(athena([...focus, 'commitmentdiscountquantity', 'pricingcurrencyeffectivecost', 'listunitprice']))
  await load({}, { tags: { team: "o'neill" } })
  const [, query] = asked()
  expect(query).toContain('SUM(CAST(CommitmentDiscountQuantity AS DOUBLE)) AS CommitmentDiscountQuantity')
  expect(query).toContain('SUM(CAST(PricingCurrencyEffectiveCost AS DOUBLE)) AS PricingCurrencyEffectiveCost')
  expect(query).toContain('CAST(ListUnitPrice AS VARCHAR) AS ListUnitPrice')
  expect(query).toContain(
    `COALESCE(element_at(tags, 'user_team'), element_at(tags, 'user:team'), element_at(tags, 'team')) = 'o''neill'`,
  )
})

test('CUR 2.0: commitments are spread over use; what the project names cannot break out of the query', async () => {
  await start(athena(cur))
  await load({}, { accounts: ["1' OR '1'='1"] })
  expect(asked()[1]).toContain(`line_item_usage_account_id IN ('1'' OR ''1''=''1')`)
  expect(asked()[1]).toContain(`WHEN 'SavingsPlanCoveredUsage' THEN savings_plan_savings_plan_effective_cost`)
})

test('a query whose start is not heard of is not run twice: all tries name the same one', async () => {
  await start(athena(focus))
  fake.faults = ['truncated', { status: 500 }]
  expect(await load()).toMatchObject({ is: 'rows' })
  const names = fake.heard.flatMap(({ body }) => recordIn(body).ClientRequestToken ?? [])
  expect(names).toHaveLength(4)
  expect(names.slice(0, 3)).toEqual([names[0], names[0], names[0]])
  expect(names[3]).not.toBe(names[0])
  expect(fake.violations).toEqual([])
})

test('a query that scans more than allowed is stopped', async () => {
  await start(athena(focus, 2 ** 31))
  expect(await load({ maxBytes: '1073741824' })).toEqual({
    is: 'failed',
    failure: {
      kind: 'scope',
      message:
        'Amazon Athena had read 2.0 GiB, more than the 1.0 GiB allowed, and was stopped. Ask for fewer days, or raise the limit.',
    },
  })
  expect(fake.heard.at(-1)!.headers['x-amz-target']).toBe('AmazonAthena.StopQueryExecution')
})

test.each([
  [['name', 'age'], 'bill.focus is neither a FOCUS nor a CUR 2.0 export: its columns are missing. Nothing was loaded.'],
  [[], 'Athena finds no table bill.focus: is its name right, and the region? Nothing was loaded.'],
])('another table is a sentence: %o', async (columns, message) => {
  await start(athena(columns))
  const answer = athena(columns)
  if (columns.length === 0) {
    await fake.close()
    await start((request) =>
      String(request.headers['x-amz-target']).endsWith('GetQueryResults')
        ? results(['column_name'], [['column_name']])
        : answer(request),
    )
  }
  expect(await load()).toMatchObject({ failure: { message } })
})

test('a reading that is cancelled stops the query, which is paid for by what it scans', async () => {
  await start(athena(focus))
  const controller = new AbortController()
  const outside = { ...heldOutside(), sleep: async () => controller.abort() }
  const connection = { credentials, base: fake.base }
  expect(
    await collect(source, connection, { since: '2026-11-01', until: '2026-11-20' }, outside, controller.signal),
  ).toMatchObject({ failure: { kind: 'cancelled' } })
  while (fake.heard.length < 3) await new Promise((soon) => setImmediate(soon))
  expect(fake.heard[2]).toMatchObject({ body: { QueryExecutionId: 'q1' } })
  expect(fake.heard[2]!.headers['x-amz-target']).toBe('AmazonAthena.StopQueryExecution')
})

test('a query that fails, and a name that is none, are sentences', async () => {
  const answer = athena(focus)
  await start((request) =>
    String(request.headers['x-amz-target']).endsWith('GetQueryExecution')
      ? {
          body: {
            QueryExecution: { Status: { State: 'FAILED', StateChangeReason: 'TABLE_NOT_FOUND: line 1:8: arn:secret' } },
          },
        }
      : answer(request),
  )
  expect(await load()).toMatchObject({
    failure: {
      message:
        'Amazon Athena has no such table (TABLE_NOT_FOUND): are the names of the database and the table right, and the region?',
    },
  })
  expect(await load({ table: 'x"; DROP' })).toMatchObject({
    failure: { message: expect.stringMatching(/plain names/) },
  })
})
