import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Loaded } from '../store.ts'
import { openEngine } from './duckdb-engine.ts'
import { quote, read } from './duckdb-file.ts'

/** Rows made ready for another engine: typed, checked and counted as the embedded store does it. */
export interface Ready {
  readonly loaded: Extract<Loaded, { is: 'loaded' }>
  /** A file that is gone when `use` has ended. */
  readonly parquet: string
  /** UTC months that have rows: 202611. */
  readonly months: readonly number[]
}

/** `stage` leaves `incoming`; files may wait in `waiting`. `extra`: columns that the file has besides, as SQL over the row. */
export async function throughParquet(
  stage: (db: DuckDBConnection, waiting: string) => Promise<Loaded>,
  extra: Readonly<Record<string, string>>,
  signal: AbortSignal | undefined,
  use: (ready: Ready) => Promise<void>,
): Promise<Loaded> {
  const folder = await mkdtemp(join(tmpdir(), 'outlay-load-'))
  const engine = await openEngine({ spill: join(folder, 'spill') })
  try {
    const parquet = join(folder, 'rows.parquet')
    const months: number[] = []
    const loaded = await engine.write(signal, async (db) => {
      const staged = await stage(db, join(folder, 'incoming'))
      if (staged.is === 'refused') return staged
      const more = Object.entries(extra).map(([name, sql]) => `, ${sql} AS "${name}"`)
      await db.run(`COPY (SELECT *${more.join('')} FROM incoming) TO ${quote(parquet)} (FORMAT parquet)`)
      const month = `CAST(strftime("ChargePeriodStart", '%Y%m') AS INTEGER)`
      for (const row of await read(db, `SELECT DISTINCT ${month} AS "month" FROM incoming`))
        months.push(Number(row.month))
      return staged
    })
    if (loaded.is === 'loaded') await use({ loaded, parquet, months })
    return loaded
  } finally {
    await engine.close()
    await rm(folder, { recursive: true, force: true })
  }
}
