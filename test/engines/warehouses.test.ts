import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { SpendStore } from '../../billing/store.ts'
import { openMemory } from '../../billing/stores/duckdb.ts'
import { stageRows } from '../../billing/stores/duckdb-load.ts'
import { openWarehouse } from '../../billing/stores/warehouse.ts'
import { isSigned } from '../../billing/testing/aws-json.ts'
import { googleRefusal } from '../../billing/testing/bigquery.ts'
import { heldOutside } from '../../billing/testing/fake.ts'
import type { WarehousePlace } from '../../billing/warehouse.ts'
import { answersBy, asked, differences } from './asked.ts'
import { quarter } from './spend-rows.ts'
import type { Spoken } from './spoken.ts'
import { type FakeWarehouse, startWarehouse } from './warehouse-fakes.ts'

// No account of these exists here: a fake per warehouse keeps to its contract and runs what it is sent over the same rows in DuckDB.

type Settings = Omit<WarehousePlace['settings'], 'kind'>
const places: Readonly<Record<Spoken, { readonly settings: Settings; readonly credentials: Record<string, string> }>> =
  {
    athena: {
      settings: { region: 'eu-central-1', database: 'billing', table: 'focus', workgroup: 'finops' },
      credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'marked-secret' },
    },
    bigquery: { settings: { table: 'billing.export.focus' }, credentials: { token: 'marked-secret' } },
    databricks: { settings: { warehouse: 'w1', table: 'billing.focus' }, credentials: { token: 'marked-secret' } },
    snowflake: {
      settings: { table: 'BILLING.FOCUS', warehouse: 'XS', role: 'FINOPS' },
      credentials: { token: 'marked-secret' },
    },
  }

const rows = quarter('aws', 5).filter(({ ChargePeriodStart }) => ChargePeriodStart >= '2026-10-20')
// All is of one source there.
const alike = asked.filter(([, question]) => !/"source"|sources|overlaps/.test(JSON.stringify(question)))

let instance: DuckDBInstance
let db: DuckDBConnection
let expected: ReadonlyMap<string, readonly unknown[]>
beforeAll(async () => {
  const reference = await openMemory()
  await reference.load(rows, { source: 'aws' })
  expected = await answersBy(reference, alike)
  await reference.close()
  instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  db = await instance.connect()
  await db.run(`SET TimeZone = 'UTC'`)
  await stageRows(db, rows, { source: 'aws' })
  const kept = `SELECT * EXCLUDE ("x_Source", "x_FetchedAt", "ServiceProviderName", "Tags", "BilledCost"), "ServiceProviderName" AS "ProviderName", CAST("BilledCost" AS DOUBLE) AS "BilledCost"`
  await db.run(
    `CREATE TABLE "focus" AS ${kept}, CAST(CAST("Tags" AS JSON) AS MAP(VARCHAR, VARCHAR)) AS "Tags" FROM incoming`,
  )
  await db.run(`CREATE TABLE "billing.export.focus" AS ${kept}, "Tags" FROM incoming`)
  await db.run(`CREATE SCHEMA "billing"; CREATE VIEW "billing"."focus" AS SELECT * FROM main."focus"`)
}, 60_000)
afterAll(() => {
  db.closeSync()
  instance.closeSync()
})

describe.each(Object.keys(places) as Spoken[])('%s', (kind) => {
  let fake: FakeWarehouse
  let store: SpendStore
  const open = (more: Partial<Settings> = {}, credentials = places[kind].credentials) =>
    openWarehouse(
      { is: 'warehouse', settings: { kind, address: fake.base, ...places[kind].settings, ...more }, credentials },
      heldOutside(),
    )
  const says = async (work: Promise<unknown>) =>
    work.then(
      () => 'answered',
      (error: Error) => `${error.name}: ${error.message}`,
    )

  beforeAll(async () => {
    fake = await startWarehouse(kind, db)
    store = await open()
  })
  afterAll(async () => {
    await store.close()
    await fake.close()
  })
  afterEach(() => {
    expect(fake.violations.splice(0)).toEqual([])
    for (const { text } of fake.heard) expect(text).not.toContain('marked-secret')
  })

  test('every question is answered as by DuckDB, over pages and within the contract', async () => {
    expect(differences(expected, await answersBy(store, alike))).toEqual([])
    expect(await store.ask({ ask: 'sources' })).toMatchObject([{ source: kind, rows: rows.length }])
    expect(await store.load([], { source: 'aws' })).toMatchObject({ is: 'refused' })
  }, 60_000)

  test('another key, a table that is not there, a column that is not there', async () => {
    fake.faults.push({ status: 401, body: {} })
    expect(await says(store.ask({ ask: 'totals' }))).toMatch(/^WarehouseError: .* refused the key \(401\)/)
    fake.faults.push({ status: 403, body: {} })
    expect(await says(store.ask({ ask: 'totals' }))).toMatch(/^WarehouseError: .*\(403\)/)
    const table = places[kind].settings.table!.replace(/focus$/i, 'gone')
    expect(await says((await open({ table })).ask({ ask: 'totals' }))).toMatch(
      /^WarehouseError: .*(no such table|no table|Snowflake could not read)/,
    )
    expect(await says((await open({ columns: { ServiceName: 'product' } })).ask({ ask: 'totals' }))).toMatch(
      /^WarehouseError: .* has no column "product", which spend\.store of outlay\.json names for ServiceName: it has /,
    )
    expect(await says(open({ table: 'a; DROP TABLE b' }))).toMatch(/is no name of a table/)
  })

  test('a busy server is asked again, a torn answer is not half an answer', async () => {
    fake.faults.push({ status: 429, headers: { 'retry-after': '1' } }, 'trouble', 'truncated')
    expect(await store.ask({ ask: 'totals' })).toEqual(expected.get('totals'))
    fake.faults.push('malformed')
    expect(await says(store.ask({ ask: 'totals' }))).toContain('not JSON')
  })

  test('a question that is called off ends at once, here and there', async () => {
    const controller = new AbortController()
    const reason = new Error('enough')
    fake.state.stuck = true
    const before = fake.heard.length
    const answer = expect(store.ask({ ask: 'totals' }, controller.signal)).rejects.toBe(reason)
    while (fake.heard.length < before + (kind === 'bigquery' ? 3 : 2)) await new Promise((soon) => setImmediate(soon))
    controller.abort(reason)
    await answer
    while (fake.state.cancelled.length === 0) await new Promise((soon) => setImmediate(soon))
    expect(fake.state.cancelled).toEqual([expect.stringMatching(/^job-\d+$/)])
    fake.state.stuck = false
    expect(await store.ask({ ask: 'totals' })).toEqual(expected.get('totals'))
  })

  if (kind === 'athena')
    test('every request is signed', () => {
      const host = new URL(fake.base).host
      for (const request of fake.heard.slice(0, 3)) expect(isSigned({ ...request, host }, 'marked-secret')).toBe(true)
    })

  if (kind === 'athena')
    test('a question that reads more than is allowed is stopped', async () => {
      fake.state.bytes = 11 * 2 ** 30
      const before = fake.state.cancelled.length
      expect(await says(store.ask({ ask: 'totals' }))).toBe(
        'WarehouseError: Amazon Athena had read 11.0 GiB, more than the 10.0 GiB allowed, and was stopped. Ask for fewer days, or raise "maxGigabytes" of spend.store in outlay.json.',
      )
      while (fake.state.cancelled.length === before) await new Promise((soon) => setImmediate(soon))
      expect(await (await open({ maxGigabytes: 12 })).ask({ ask: 'totals' })).toEqual(expected.get('totals'))
      fake.state.bytes = 2 ** 30
    })

  if (kind === 'bigquery')
    test('a limit that is answered with 403, as BigQuery does, is asked again', async () => {
      fake.faults.push(googleRefusal(403, 'rateLimitExceeded'))
      expect(await store.ask({ ask: 'totals' })).toEqual(expected.get('totals'))
    })

  if (kind === 'bigquery')
    test('a question that would read more than is allowed is not asked', async () => {
      fake.state.bytes = 11 * 2 ** 30
      const before = fake.heard.length
      expect(await says(store.ask({ ask: 'totals' }))).toBe(
        'WarehouseError: Google BigQuery would read 11.0 GiB for this question, more than the 10 allowed: nothing was asked. Ask for fewer days, or raise "maxGigabytes" of spend.store in outlay.json.',
      )
      expect(fake.heard.slice(before).map(({ body }) => (body as { dryRun?: boolean }).dryRun)).toEqual([true])
      expect(await (await open({ maxGigabytes: 12 })).ask({ ask: 'totals' })).toEqual(expected.get('totals'))
    })
})
