import { mkdtemp, readdir, rm, watch, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { billingProcess } from '../../../test/billing-process.ts'
import { type BillingClient, createBillingClient } from '../../client.ts'
import { disk } from './disk.ts'
import { filesOf, readManifest } from './manifest.ts'

// Real processes over one folder, as two windows of an editor are.
const demo = fileURLToPath(new URL('../../../samples/billing/focus-2026-08-21_2026-11-18.csv', import.meta.url))
const header =
  'ProviderName,ServiceName,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,BillingCurrency,BilledCost,EffectiveCost\n'
const line = (cost: number) => `AWS,S3,2026-11-01T00:00:00Z,2026-11-02T00:00:00Z,Usage,USD,${cost},${cost}\n`

let folder: string
let store: string
let clients: BillingClient[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outlay-shared-'))
  store = join(folder, 'store')
  clients = []
})
afterEach(async () => {
  for (const client of clients) client.stop()
  await rm(folder, { recursive: true })
})

function client(): BillingClient {
  const started = createBillingClient(billingProcess.file, billingProcess.execArgv, { is: 'folder', folder: store })
  clients.push(started)
  return started
}

async function bill(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), header + text)
  return join(folder, name)
}

test('what two processes load at once is all there, for both and for the next', async () => {
  const [one, other] = [client(), client()]
  const bills = [await bill('a.csv', line(1)), await bill('b.csv', line(2)), await bill('c.csv', line(4))]
  await Promise.all([one.importFile(bills[0]!), other.importFile(bills[1]!), one.importFile(bills[2]!)])
  const totals = [{ billedCost: 7, rows: 3 }]
  expect(await one.ask({ ask: 'totals' })).toMatchObject(totals)
  expect(await other.ask({ ask: 'totals' })).toMatchObject(totals)
  expect(await client().summary()).toMatchObject({ totals, overlaps: [{ days: 1 }] })
  expect(await other.forget()).toBeUndefined()
  expect(await one.ask({ ask: 'totals' })).toEqual([])
})

test('an import that is killed leaves the last good state, and the next goes on without a wait', async () => {
  await client().importFile(await bill('bill.csv', line(1)))
  const large = await bill('bill.csv', line(2).repeat(60_000))
  const killed = client()
  const appeared = begun(store)
  const loading = killed.importFile(large)
  await appeared
  killed.stop()
  // All of it or nothing: where the kill came too late, it is all.
  const whole = (await loading).is === 'loaded'
  const next = client()
  expect(await next.ask({ ask: 'totals' })).toMatchObject([{ rows: whole ? 60_000 : 1 }])
  await next.importFile(await bill('bill.csv', line(4)))
  expect(await next.ask({ ask: 'totals' })).toMatchObject([{ billedCost: 4, rows: 1 }])
  const { partitions, retired } = await readManifest(store, disk)
  const named = [...partitions.flatMap(filesOf), ...retired.map(({ file }) => file)]
  expect((await readdir(store)).filter((name) => /\.parquet$|^incoming-/.test(name)).sort()).toEqual(named.sort())
})

/** Resolves when a load has begun to write rows. */
async function begun(path: string): Promise<void> {
  for await (const { filename } of watch(path)) if (filename?.endsWith('.parquet')) return
}

test('the demo is never written into the folder', async () => {
  const one = client()
  await one.importFile(await bill('a.csv', line(1)))
  const before = await readdir(store)
  expect(await one.demo(demo)).toMatchObject({ is: 'loaded' })
  expect(await one.summary()).toMatchObject({ demo: true, sources: [{ source: 'demo' }] })
  expect(await readdir(store)).toEqual(before)
  expect(await client().summary()).toMatchObject({ demo: false, totals: [{ billedCost: 1 }] })
})
