import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createBillingClient, memoryReturned } from '../../billing/client.ts'
import { show } from './measure.ts'
import { billOf, cache } from './spend-rows.ts'

/** Rows of the store that is asked. `OUTLAY_BENCH_SPEND_ROWS=100000000`: made once. */
const rows = Number(process.env.OUTLAY_BENCH_SPEND_ROWS ?? 10_000_000)

/** Import, start of the process, and questions over the store: the best of seven, wall and processor time. */
export async function spendStore(): Promise<string[]> {
  const folder = join(cache, `store-${rows}`)
  const imports = [await importOf(1_000_000), ...(await storeOf(rows, folder))]
  const { rss = 0, open = 0, ...figures } = run('spend-ask.ts', folder, rows > 10_000_000 ? '2GB' : '1GB')
  const names = Object.keys(figures).filter((name) => !name.endsWith(', processor'))
  return [
    ...imports,
    `spend: the process answers its first question after ${show(await startOf(folder))} ms, of these ${show(open)} ms for the store`,
    `spend: questions over ${rows.toLocaleString('en')} rows, memory of all of them ${rss.toFixed(0)} MB:`,
    ...names.map(
      (name) => `  ${name}: ${show(figures[name]!)} ms, processor ${show(figures[`${name}, processor`]!)} ms`,
    ),
  ]
}

async function importOf(count: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'outlay-bench-'))
  try {
    return await imported(await billOf(count, 'csv'), folder, `${count.toLocaleString('en')} CSV rows`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Made where the cache has none. @returns what it took to make, if so */
async function storeOf(count: number, folder: string): Promise<string[]> {
  if (existsSync(join(folder, 'manifest.json'))) return []
  return [await imported(await billOf(count, 'parquet'), folder, `${count.toLocaleString('en')} Parquet rows`)]
}

/** In a process of its own, with the memory and the allocator that the billing process has. */
async function imported(file: string, folder: string, what: string): Promise<string> {
  const { wall, busy, rss } = run('spend-import.ts', file, folder)
  return `spend: import of ${what} ${show(wall! / 1000)} s, processor ${show(busy! / 1000)} s, memory ${rss!.toFixed(0)} MB`
}

/** A script of this folder that prints its figures as JSON. */
function run(script: string, ...given: readonly string[]): Readonly<Record<string, number>> {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const ran = spawnSync(process.execPath, ['--import', 'tsx', path, ...given], {
    encoding: 'utf8',
    env: { ...process.env, ...memoryReturned },
  })
  if (ran.status !== 0) throw new Error(`${script}: ${ran.stderr.trim().split('\n').at(-1)}`)
  return JSON.parse(ran.stdout)
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
