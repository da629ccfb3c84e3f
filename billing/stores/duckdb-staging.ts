import { mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { StoreError } from '../store-error.ts'
import { parquet, quote } from './duckdb-file.ts'
import { noRoom } from './no-room.ts'

// The rows of a load wait until all of them are read: what is there of them is `staged`, and what of it counts `incoming`, both
// views. Of a file, which may have a hundred million rows, they wait in Parquet files of a month each: in the engine a row takes
// three hundred bytes, ten times as much, and each month that is written then looks through all of them.

/** `folder`: one of their own for files, made here; left out: they wait in the engine. Until `unstage`, or the next. */
export async function stage(db: DuckDBConnection, select: string, folder?: string): Promise<void> {
  await unstage(db)
  const files = folder === undefined ? [] : await writeByMonth(db, select, folder)
  if (files.length > 0) await db.run(`CREATE TEMP VIEW staged AS SELECT * FROM ${parquet(files)}`)
  else {
    await db.run(`CREATE TEMP TABLE waiting AS SELECT * FROM (${select})${folder === undefined ? '' : ' LIMIT 0'}`)
    await db.run('CREATE TEMP VIEW staged AS SELECT * FROM waiting')
  }
  await accept(db, 'TRUE')
}

/** From now on `incoming` is only what fits the test. */
export const accept = (db: DuckDBConnection, test: string) =>
  db.run(`CREATE OR REPLACE TEMP VIEW incoming AS SELECT * FROM staged WHERE ${test}`)

/** What `stage` has made in the engine goes; its files are the caller's. */
export async function unstage(db: DuckDBConnection): Promise<void> {
  for (const each of ['VIEW incoming', 'VIEW staged', 'TABLE waiting'])
    await db.run(`DROP ${each.replace(' ', ' IF EXISTS ')}`)
}

async function writeByMonth(db: DuckDBConnection, select: string, folder: string): Promise<string[]> {
  const month = `strftime("ChargePeriodStart", '%Y-%m') AS "month"`
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await db.run(
      `COPY (SELECT *, ${month} FROM (${select})) TO ${quote(folder)} (FORMAT parquet, COMPRESSION lz4, PARTITION_BY ("month"), OVERWRITE_OR_IGNORE)`,
    )
  } catch (error) {
    throw String(error).includes(folder) || noRoom(error) === 'disk' ? unwritable(folder, error) : error
  }
  const files = await readdir(folder, { recursive: true })
  return files.filter((file) => file.endsWith('.parquet')).map((file) => join(folder, file))
}

function unwritable(folder: string, cause: unknown): StoreError {
  const why = noRoom(cause) === 'disk' ? 'the disk is full' : String(cause).split('\n')[0]
  return new StoreError(
    `The rows cannot be written to ${dirname(folder)} while they are read: ${why}. Nothing was loaded.`,
    { cause },
  )
}
