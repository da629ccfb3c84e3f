import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Question } from '../../billing/questions.ts'
import type { SpendStore } from '../../billing/store.ts'
import { openFolder } from '../../billing/stores/folder/store.ts'
import { openWarehouse } from '../../billing/stores/warehouse.ts'
import { clickHousePlace, hasClickHouse, startClickHouse } from '../engines/clickhouse.ts'
import { outside } from '../engines/outside.ts'
import { show } from './measure.ts'
import { billOf } from './spend-rows.ts'

const month = { since: '2026-09-01', until: '2026-10-01' }
/** Of the rows: no daily sum answers them. */
const questions: Readonly<Record<string, Question>> = {
  'day × service': { ask: 'spend', by: ['day', 'service'], since: '2025-05-01', until: '2026-10-22T12:00:00Z' },
  'resources of a month': { ask: 'spend', by: ['resource'], ...month },
  'a month by a tag': { ask: 'spend', by: ['service', 'tag:env'], ...month },
}
const rounds = 5

/** The same bill in DuckDB on the disk and in ClickHouse on this machine, the same questions. */
export async function besideClickHouse(rows = 1_000_000): Promise<string[]> {
  if (!hasClickHouse()) return ['spend, beside ClickHouse: missing, `npm test -- --only ClickHouse` fetches it']
  const bill = await billOf(rows, 'parquet')
  const folder = mkdtempSync(join(tmpdir(), 'outlay-bench-stores-'))
  const server = await startClickHouse()
  const engines: readonly (readonly [string, SpendStore])[] = [
    ['DuckDB', await openFolder({ is: 'folder', folder })],
    ['ClickHouse', await openWarehouse(clickHousePlace(server), outside)],
  ]
  const load: string[] = []
  const times = new Map<string, string[]>(Object.keys(questions).map((name) => [name, []]))
  for (const [engine, store] of engines) {
    const from = performance.now()
    await store.importFocus(bill, { source: 'file:bill.parquet' }, '2026-10-23T00:00:00Z')
    load.push(`${engine} ${show((performance.now() - from) / 1000)} s`)
    for (const [name, question] of Object.entries(questions))
      times.get(name)!.push(`${engine} ${show(await best(store, question))} ms`)
    await store.close()
  }
  await server.stop()
  rmSync(folder, { recursive: true })
  const count = `${(rows / 1e6).toFixed(0)} M rows`
  return [
    `spend, ${count}: imported, ${load.join(', ')}`,
    ...[...times].map(([name, of]) => `spend, ${count}: ${name}, ${of.join(', ')}`),
  ]
}

async function best(store: SpendStore, question: Question): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const from = performance.now()
    await store.ask(question)
    least = Math.min(least, performance.now() - from)
  }
  return least
}
