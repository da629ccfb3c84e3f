import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createBillingClient, memoryReturned } from '../../billing/client.ts'
import { disk } from '../../billing/stores/folder/disk.ts'
import { openFolder } from '../../billing/stores/folder/store.ts'
import { show } from './measure.ts'
import { billOf, cache } from './spend-rows.ts'

/** Rows of the store that is asked. `OUTLAY_BENCH_SPEND_ROWS=100000000`: made once. */
const rows = Number(process.env.OUTLAY_BENCH_SPEND_ROWS ?? 10_000_000)
const asOf = '2026-11-20T08:00:00.000Z'

/** Import, start of the process, and questions over the store: the best of seven, wall and processor time. */
export async function spendStore(): Promise<string[]> {
  const memory = rows > 10_000_000 ? '2GB' : '1GB'
  const [imported, folder] = [await importOf(1_000_000), await storeOf(rows, memory)]
  const asked = spawnSync(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('spend-ask.ts', import.meta.url)), folder, memory],
    { encoding: 'utf8', env: { ...process.env, ...memoryReturned } },
  )
  if (asked.status !== 0) return [`spend: ${asked.stderr.trim().split('\n').at(-1)}`]
  const { rss = 0, open = 0, ...figures } = JSON.parse(asked.stdout) as Record<string, number>
  const names = Object.keys(figures).filter((name) => !name.endsWith(', processor'))
  return [
    imported,
    `spend: the process answers its first question after ${show(await startOf(folder))} ms, of these ${show(open)} ms for the store`,
    `spend: questions over ${rows.toLocaleString('en')} rows, memory of all of them ${rss.toFixed(0)} MB:`,
    ...names.map(
      (name) => `  ${name}: ${show(figures[name]!)} ms, processor ${show(figures[`${name}, processor`]!)} ms`,
    ),
  ]
}

async function importOf(count: number): Promise<string> {
  const file = await billOf(count, 'csv')
  const folder = mkdtempSync(join(tmpdir(), 'outlay-bench-'))
  const [from, before] = [performance.now(), process.cpuUsage()]
  const store = await openFolder({ is: 'folder', folder, tags: ['team'] })
  await store.importFocus(file, { source: 'file:bill.csv' }, asOf)
  const { user, system } = process.cpuUsage(before)
  await store.close()
  rmSync(folder, { recursive: true })
  const [wall, busy] = [performance.now() - from, (user + system) / 1000]
  return `spend: import of ${count.toLocaleString('en')} CSV rows ${(wall / 1000).toFixed(1)} s, processor ${(busy / 1000).toFixed(1)} s`
}

/** Made where the cache has none. */
async function storeOf(count: number, memory: string): Promise<string> {
  const folder = join(cache, `store-${count}`)
  if (existsSync(join(folder, 'manifest.json'))) return folder
  const store = await openFolder({ is: 'folder', folder, tags: ['team'] }, { disk, now: () => new Date(), memory })
  const loaded = await store.importFocus(await billOf(count, 'parquet'), { source: 'file:bill' }, asOf)
  await store.close()
  if (loaded.is === 'refused') throw new Error(loaded.message)
  return folder
}

/** From the built process, as the editor starts it; not there where nothing was built. */
async function startOf(folder: string): Promise<number> {
  const entry = fileURLToPath(new URL('../../dist/billing.mjs', import.meta.url))
  const times: number[] = []
  for (let i = 0; i < 3; i++) {
    const from = performance.now()
    const client = createBillingClient(entry, [], { is: 'folder', folder })
    await client.loads()
    times.push(performance.now() - from)
    client.stop()
  }
  return Math.min(...times)
}
