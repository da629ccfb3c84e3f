import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type BillingClient, createBillingClient } from '../../billing/client.ts'
import type { StorePlace } from '../../billing/store.ts'
import { runSpend } from '../../cli/commands/spend.ts'
import { choiceOf, commandPlace } from '../../cli/spend/store.ts'
import { billingProcess } from '../billing-process.ts'
import { type FakeWarehouse, startWarehouse } from '../engines/warehouse-fakes.ts'
import { folderWith, listener } from './folder.ts'
import { documentOf } from './spend-documents.ts'

const token = 'dapi-not-a-real-token'

let instance: DuckDBInstance
let db: DuckDBConnection
let fake: FakeWarehouse
let place: StorePlace
let client: BillingClient
beforeEach(async () => {
  instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  db = await instance.connect()
  await db.run(`CREATE SCHEMA "billing"; CREATE TABLE "billing"."focus" AS SELECT 'AWS' AS "ProviderName", 'EC2' AS product, 'Usage' AS "ChargeCategory",
    TIMESTAMP '2026-11-17' AS "ChargePeriodStart", TIMESTAMP '2026-11-18' AS "ChargePeriodEnd", 'USD' AS "BillingCurrency",
    CAST(2.5 AS DOUBLE) AS "BilledCost", CAST(2 AS DOUBLE) AS "EffectiveCost"`)
  fake = await startWarehouse('databricks', db)
  place = { is: 'memory' }
  client = createBillingClient(billingProcess.file, billingProcess.execArgv, () => place)
})
afterEach(async () => {
  client.stop()
  await fake.close()
  db.closeSync()
  instance.closeSync()
})

async function spend(env: Record<string, string>, format: 'csv' | 'json' = 'csv') {
  const { out, printed, told } = listener()
  const store = {
    kind: 'databricks' as const,
    address: fake.base,
    warehouse: 'w1',
    table: 'billing.focus',
    columns: { ServiceName: 'product' },
  }
  const settings = { budgets: [], allocation: [], metrics: [], store }
  const storeAt = (folder: string | undefined) => {
    const chosen = commandPlace(folder, '/', { spend: settings }, env)
    return choiceOf(chosen, () => {
      place = chosen
    })
  }
  const command = {
    cwd: folderWith({}),
    source: [],
    by: ['provider', 'service'],
    address: [],
    where: [],
    format,
  }
  const tools = { env, client, scopeOf: () => ({}), settings, today: '2026-11-20', storeAt }
  return { exit: await runSpend(command, tools, out), printed: printed(), told: told() }
}

it('outlay.json names a warehouse: it answers, with the token from the environment', async () => {
  const { exit, printed, told } = await spend({ DATABRICKS_TOKEN: token })
  expect(told).toBe('')
  expect(printed).toContain('AWS,EC2,2.5,2,USD,invoice')
  expect(exit).toBe(0)
  expect(fake.violations).toEqual([])
  expect(fake.heard[0]?.headers.authorization).toBe(`Bearer ${token}`)
})

it('charges of the warehouse that no total can hold are counted and told', async () => {
  await db.run(`INSERT INTO "billing"."focus" SELECT * REPLACE (NULL AS "BillingCurrency") FROM "billing"."focus"`)
  const { printed, told } = await spend({ DATABRICKS_TOKEN: token })
  expect(printed).toContain('AWS,EC2,2.5,2,USD,invoice')
  expect(told).toContain(
    `Databricks's table billing.focus: 1 row has no readable BillingCurrency, not in the totals.\n`,
  )
})

it('what a warehouse answers is the same document', async () => {
  const { printed } = await spend({ DATABRICKS_TOKEN: token }, 'json')
  expect(documentOf('spend', printed)).toMatchObject({
    rows: [{ provider: 'AWS', service: 'EC2', billedCost: 2.5, effectiveCost: 2 }],
    problems: [],
  })
})

it('a missing token is a sentence that names its variable', async () => {
  expect(await spend({})).toEqual({
    exit: 2,
    printed: '',
    told: 'Databricks needs a personal access or OAuth token (DATABRICKS_TOKEN): it is missing.\n',
  })
  expect(fake.heard).toEqual([])
})
