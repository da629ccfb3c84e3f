import { DuckDBInstance } from '@duckdb/node-api'
import { afterEach, expect, test } from 'vitest'
import { collect } from '../collect.ts'
import contract from '../testing/contracts/databricks-sql.json' with { type: 'json' }
import { type Fake, heldOutside, type Said, startFake } from '../testing/fake.ts'
import { contractOf } from '../testing/openapi.ts'
import { source } from './databricks.ts'

let fake: Fake
let waits: number[]
afterEach(() => fake.close())

const range = { since: '2026-11-01', until: '2026-11-19' }
const read = (scope = {}) => {
  waits = []
  const credentials = { token: 'dapi-not-real', warehouse: 'wh-1' }
  const connection = { credentials, base: fake.base, scope }
  return collect(source, connection, range, heldOutside(waits), new AbortController().signal)
}
const start = (answer: Parameters<typeof startFake>[0]['answer']) =>
  startFake({ answer, contract: contractOf(contract) })

const columns = ['usage_date', 'sku_name', 'currency_code', 'cost'].map((name, position) => ({ name, position }))
const statement = '/api/2.0/sql/statements/01ef'
const day = (number: number) => [`2026-11-${String(number).padStart(2, '0')}`, 'JOBS', 'USD', String(number)]
const asleep: Said = { body: { statement_id: '01ef', status: { state: 'PENDING' } } }
const done = (data_array: string[][], next?: string): Said => ({
  body: {
    statement_id: '01ef',
    status: { state: 'SUCCEEDED' },
    manifest: { format: 'JSON_ARRAY', schema: { columns } },
    result: { data_array, ...(next ? { next_chunk_internal_link: next } : {}) },
  },
})

test('a warehouse is waited for while it wakes; the parts of the answer add up', async () => {
  const looks: Said[] = [asleep, asleep, done([day(1), day(2)], `${statement}/result/chunks/1?row_offset=2`)]
  fake = await start(({ path }) =>
    path.includes('/chunks/') ? { body: { chunk_index: 1, data_array: [day(3)] } } : (looks.shift() ?? asleep),
  )
  const collected = await read({ projects: ['ws-1', 'ws-2'] })
  expect(fake.violations).toEqual([])
  expect(collected).toMatchObject({ is: 'rows', pages: 2, problems: [] })
  expect(collected.is === 'rows' && collected.rows.map(({ BilledCost }) => BilledCost)).toEqual([1, 2, 3])
  expect(waits).toEqual([100, 200])
  expect(fake.heard[0]!.body).toMatchObject({
    statement: expect.stringContaining('u.workspace_id IN (:workspace0, :workspace1)'),
    parameters: [
      { name: 'since', value: '2026-11-01' },
      { name: 'until', value: '2026-11-19' },
      { name: 'workspace0', value: 'ws-1' },
      { name: 'workspace1', value: 'ws-2' },
    ],
  })
})

test('a warehouse that never wakes ends after ten minutes, and is told so', async () => {
  fake = await start(() => asleep)
  expect(await read()).toMatchObject({
    failure: { message: expect.stringMatching(/^Databricks was still at work after ten minutes/) },
  })
  expect(waits.reduce((sum, ms) => sum + ms, 0)).toBe(600_000)
  expect(fake.heard.at(-1)).toMatchObject({ method: 'POST', path: `${statement}/cancel` })
  expect(fake.violations).toEqual([])
})

test('cancelling while a warehouse wakes ends at once, here and there', async () => {
  fake = await start(() => asleep)
  const controller = new AbortController()
  const outside = { ...heldOutside(), sleep: async () => controller.abort() }
  const connection = { credentials: { token: 'dapi-not-real', warehouse: 'wh-1' }, base: fake.base }
  expect(await collect(source, connection, range, outside, controller.signal)).toEqual({
    is: 'failed',
    failure: { kind: 'cancelled', message: 'Reading from Databricks was cancelled: nothing was loaded.' },
  })
  while (fake.heard.length < 2) await new Promise((soon) => setImmediate(soon))
  expect(fake.heard.map(({ path }) => path)).toEqual(['/api/2.0/sql/statements', `${statement}/cancel`])
})

test('a right that lacks is named, the provider’s own words are not repeated', async () => {
  const message = '[INSUFFICIENT_PERMISSIONS] User a@harbour.example does not have SELECT on system.billing.usage'
  fake = await start(() => ({ body: { statement_id: '01ef', status: { state: 'FAILED', error: { message } } } }))
  expect(await read()).toEqual({
    is: 'failed',
    failure: {
      kind: 'scope',
      message:
        'Databricks could not read the billing tables (INSUFFICIENT_PERMISSIONS): the token’s owner needs SELECT on system.billing.usage and system.billing.list_prices, and CAN USE on the warehouse.',
    },
  })
})

test('the statement, run: corrections are summed, each hour has its own price, use without a price has no cost', async () => {
  fake = await start(() => done([]))
  await read()
  const { statement: sent } = fake.heard[0]!.body as { statement: string }
  // The same text on another engine: it keeps `system` and `default` for itself and writes parameters in its own way.
  const text = sent
    .replaceAll('system.billing.', 'billing.')
    .replaceAll('.default', '."default"')
    .replace(/:(since|until)/g, (_, name: string) => `$${name}`)
  const db = await (await DuckDBInstance.create(':memory:')).connect()
  await db.run(`CREATE SCHEMA billing;
    CREATE TABLE billing.usage (usage_date DATE, usage_end_time TIMESTAMP, account_id VARCHAR, workspace_id VARCHAR, sku_name VARCHAR, cloud VARCHAR,
      usage_unit VARCHAR, billing_origin_product VARCHAR, custom_tags JSON, usage_quantity DECIMAL(38,18),
      usage_metadata STRUCT(endpoint_name VARCHAR, job_id VARCHAR, warehouse_id VARCHAR, cluster_id VARCHAR));
    CREATE TABLE billing.list_prices (sku_name VARCHAR, cloud VARCHAR, usage_unit VARCHAR, currency_code VARCHAR, price_start_time TIMESTAMP,
      price_end_time TIMESTAMP, pricing STRUCT(effective_list STRUCT("default" DECIMAL(38,18))));
    INSERT INTO billing.list_prices VALUES
      ('JOBS', 'AWS', 'DBU', 'USD', '2026-01-01', '2026-11-17 12:00:00', {effective_list: {'default': 0.10}}),
      ('JOBS', 'AWS', 'DBU', 'USD', '2026-11-17 12:00:00', NULL, {effective_list: {'default': 0.20}})`)
  const used = (end: string, sku: string, quantity: number) =>
    `(DATE '2026-11-17', TIMESTAMP '2026-11-17 ${end}', 'a', 'w', '${sku}', 'AWS', 'DBU', 'JOBS', '{}', ${quantity}, {endpoint_name: NULL, job_id: 'j', warehouse_id: NULL, cluster_id: NULL})`
  await db.run(
    `INSERT INTO billing.usage VALUES ${[
      used('10:00:00', 'JOBS', 100), // the original record,
      used('10:00:00', 'JOBS', -100), // its retraction,
      used('10:00:00', 'JOBS', 40), // and what stands in its place
      used('12:00:00', 'JOBS', 10),
      used('13:00:00', 'NEW', 5),
    ].join(', ')}`,
  )
  const reader = await db.runAndReadAll(text, { since: '2026-11-01', until: '2026-11-19' })
  const found = reader.getRowObjectsJS().map(({ sku_name, resource, quantity, cost }) => ({
    ...{ sku_name, resource },
    ...{ quantity: Number(quantity), cost: cost === null ? null : Number(cost) },
  }))
  db.closeSync()
  expect(found.sort((a, b) => String(a.sku_name).localeCompare(String(b.sku_name)))).toEqual([
    { sku_name: 'JOBS', resource: 'j', quantity: 50, cost: 6 },
    { sku_name: 'NEW', resource: 'j', quantity: 5, cost: null },
  ])
})
