import {
  AthenaClient,
  GetQueryExecutionCommand,
  paginateGetQueryResults,
  StartQueryExecutionCommand,
} from '@aws-sdk/client-athena'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { BigQuery } from '@google-cloud/bigquery'
import { OAuth2Client } from 'google-auth-library'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type FakeWarehouse, startWarehouse } from './warehouse-fakes.ts'

// The fakes that our stores ask are asked by the warehouses' own clients: a hundred charges, on three pages.

let instance: DuckDBInstance
let db: DuckDBConnection
let fake: FakeWarehouse
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  db = await instance.connect()
  await db.run(
    `CREATE TABLE "billing.export.focus" AS SELECT 'service ' || i AS "ServiceName", CAST(i * 0.25 AS DOUBLE) AS "BilledCost" FROM range(100) t(i);
     CREATE SCHEMA "billing"; CREATE VIEW "billing"."focus" AS SELECT * FROM main."billing.export.focus"`,
  )
})
afterEach(() => fake.close())
afterAll(() => {
  db.closeSync()
  instance.closeSync()
})

const charges = Array.from({ length: 100 }, (_, index) => [`service ${index}`, index * 0.25])

function bigQuery(): BigQuery {
  const authClient = new OAuth2Client()
  authClient.setCredentials({ access_token: 'marked-secret' })
  return new BigQuery({ projectId: 'billing', apiEndpoint: fake.base, authClient, autoRetry: false })
}

test('BigQuery’s client waits, pages to the end and reads numbers as numbers', async () => {
  fake = await startWarehouse('bigquery', db)
  const query = 'SELECT ServiceName, BilledCost FROM `billing.export.focus` WHERE ServiceName <> @other ORDER BY 2'
  const [rows] = await bigQuery().query({ query, params: { other: 'x' }, maximumBytesBilled: '1073741824' })
  expect(rows.map(({ ServiceName, BilledCost }) => [ServiceName, BilledCost])).toEqual(charges)
  expect(fake.violations).toEqual([])
})

test('BigQuery’s client is told of a table that is not there', async () => {
  fake = await startWarehouse('bigquery', db)
  const asked = bigQuery().query({ query: 'SELECT 1 FROM `billing.export.gone`', maximumBytesBilled: '1' })
  await expect(asked).rejects.toMatchObject({ code: 400, errors: [{ reason: 'invalidQuery' }] })
})

test('Athena’s client sees the query at work, then done, and pages to the end', async () => {
  fake = await startWarehouse('athena', db)
  const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'marked-secret' }
  const client = new AthenaClient({ endpoint: fake.base, region: 'eu-central-1', credentials, maxAttempts: 1 })
  const QueryString = 'SELECT ServiceName, BilledCost FROM "billing"."focus" ORDER BY 2'
  const { QueryExecutionId } = await client.send(new StartQueryExecutionCommand({ QueryString }))
  const look = async () =>
    (await client.send(new GetQueryExecutionCommand({ QueryExecutionId }))).QueryExecution?.Status?.State
  expect([await look(), await look()]).toEqual(['RUNNING', 'SUCCEEDED'])
  const rows: (string | undefined)[][] = []
  for await (const { ResultSet } of paginateGetQueryResults({ client }, { QueryExecutionId }))
    rows.push(...(ResultSet?.Rows ?? []).map(({ Data = [] }) => Data.map(({ VarCharValue }) => VarCharValue)))
  expect(rows.slice(1).map(([name, cost]) => [name, Number(cost)])).toEqual(charges)
  expect(fake.violations).toEqual([])
})
