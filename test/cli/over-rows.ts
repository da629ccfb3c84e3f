import { onTestFinished } from 'vitest'
import type { BillingClient } from '../../billing/client.ts'
import type { SpendRow } from '../../billing/focus.ts'
import { openMemory } from '../../billing/stores/duckdb.ts'
import type { Exit, Out } from '../../cli/output.ts'
import type { Reading, SpendTools } from '../../cli/spend/read.ts'
import { noSpendSettings, type SpendSettings } from '../../core/config/spend.ts'
import { folderWith, listener } from './folder.ts'

export const november = { since: '2026-11-01', until: '2026-11-30', where: [] }

/** A command over a store in this process; the process that holds it elsewhere has tests of its own. Today is 2026-11-20. */
export async function overRows(
  rows: readonly SpendRow[],
  command: (base: Reading, tools: SpendTools, out: Out) => Promise<Exit>,
  settings: Partial<SpendSettings> = {},
) {
  const store = await openMemory()
  onTestFinished(() => store.close())
  await store.load(rows, { source: 'test' })
  const client = {
    ask: store.ask,
    loads: store.loads,
    importFile: async () => ({ is: 'loaded', id: 1, source: 'test', rows: rows.length, problems: [], unread: [] }),
  } as unknown as BillingClient
  const { out, printed, told } = listener()
  const tools = {
    env: {},
    client,
    scopeOf: () => ({}),
    settings: { ...noSpendSettings, ...settings },
    today: '2026-11-20',
  }
  const exit = await command({ cwd: folderWith({ 'bill.csv': '' }), source: ['bill.csv'], address: [] }, tools, out)
  // As of when it is, is told first; the test of spend says how.
  return { exit, printed: printed(), told: told().replace(/^test: as of .* UTC\n/m, '') }
}
