import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { Loaded } from '../store.ts'
import { quote, read } from './duckdb-file.ts'
import { schema } from './duckdb-load.ts'

/** Rows made ready for another engine: typed, checked and counted as the embedded store does it. */
export interface Ready {
  readonly loaded: Extract<Loaded, { is: 'loaded' }>
  /** A file that is gone when `use` has ended. */
  readonly parquet: string
  /** UTC months that have rows: 202611. */
  readonly months: readonly number[]
}

/** A database of its own, in memory, for one piece of work. */
export async function withDuckdb<T>(work: (db: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '1GB' })
  try {
    const db = await instance.connect()
    await db.run(
      `SET TimeZone = 'UTC'; SET autoinstall_known_extensions = false; SET autoload_known_extensions = false`,
    )
    return await work(db)
  } finally {
    instance.closeSync()
  }
}

/** `fill` loads into the empty table `spend`. `extra`: columns that the file has besides, as SQL over the row. */
export async function throughParquet(
  fill: (db: DuckDBConnection) => Promise<Loaded>,
  extra: Readonly<Record<string, string>>,
  use: (ready: Ready) => Promise<void>,
): Promise<Loaded> {
  const folder = await mkdtemp(join(tmpdir(), 'outlay-load-'))
  try {
    return await withDuckdb(async (db) => {
      await db.run(`CREATE TABLE spend (${schema})`)
      const loaded = await fill(db)
      if (loaded.is === 'refused') return loaded
      const parquet = join(folder, 'rows.parquet')
      const more = Object.entries(extra).map(([name, sql]) => `, ${sql} AS "${name}"`)
      await db.run(`COPY (SELECT *${more.join('')} FROM spend) TO ${quote(parquet)} (FORMAT parquet)`)
      const months = await read(
        db,
        `SELECT DISTINCT CAST(strftime("ChargePeriodStart", '%Y%m') AS INTEGER) AS "month" FROM spend`,
      )
      await use({ loaded, parquet, months: months.map(({ month }) => Number(month)) })
      return loaded
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
