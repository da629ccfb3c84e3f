import { answersOf } from '../answers.ts'
import { sqlOf } from '../question-sql.ts'
import type { Loaded, LoadOptions, Replaces, SpendStore } from '../store.ts'
import { WarehouseError } from '../warehouse.ts'
import type { ClickHouse } from './clickhouse-client.ts'
import { clickhouseDialect, clickhouseValues } from './clickhouse-dialect.ts'
import {
  eraseScope,
  loadStates,
  newLoad,
  partSql,
  partsThatCount,
  publish,
  sweep,
  withdraw,
} from './clickhouse-load.ts'
import { columnsThere, liveRows, statementsFor } from './clickhouse-tables.ts'

type Fill = Parameters<typeof import('./duckdb-parquet.ts')['throughParquet']>[0]

/** Rows and files are read, typed and checked by DuckDB, so that every store counts the same. */
const embedded = () =>
  Promise.all([import('./duckdb-parquet.ts'), import('./duckdb-load.ts')]).catch((cause: unknown) => {
    throw new WarehouseError('Loading into ClickHouse needs DuckDB, which is not in this build of Outlay.', { cause })
  })

/** What somebody else has published meanwhile is taken over anew. */
const attempts = 4

/** Spend of a scope in tables of Outlay's own, made where they are not there. */
export function ownTables(db: ClickHouse, scope: string): SpendStore {
  const own = { db, scope }
  const dialect = clickhouseDialect(liveRows, 'json')
  let made = false

  async function tablesMade(signal?: AbortSignal): Promise<void> {
    if (made) return
    const there = (await db.rows(columnsThere, {}, signal)).map(
      ([table, column]) => [String(table), String(column)] as const,
    )
    for (const sql of statementsFor(there)) await db.run(sql, {}, signal)
    made = true
  }

  async function load(replaces: Replaces, more: LoadOptions, fill: Fill): Promise<Loaded> {
    const { signal, problems = [] } = more
    await tablesMade(signal)
    const [{ throughParquet }] = await embedded()
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const name = newLoad(new Date())
      let isPublished = false
      const loaded = await throughParquet(fill, { x_Part: partSql(name) }, signal, async (ready) => {
        isPublished = await publish(own, name, ready, replaces, more)
      })
      if (loaded.is === 'refused') return loaded
      if (!isPublished) continue
      await sweep(db, new Date())
      return { ...loaded, problems: [...problems, ...loaded.problems] }
    }
    throw new WarehouseError(
      `${replaces.source} was loaded into ClickHouse by someone else at the same time, and more than once: load it again.`,
    )
  }

  return {
    load: (rows, replaces, more = {}) =>
      load(replaces, more, async (duckdb) => (await embedded())[1].stageRows(duckdb, rows, replaces)),
    importFocus: (path, replaces, asOf, more = {}) =>
      load(replaces, more, async (duckdb, waiting) =>
        (await embedded())[1].stageFile(duckdb, path, { replaces, asOf, waiting, signal: more.signal }),
      ),
    validate: async (path) => (await import('./duckdb-validate.ts')).validateFile(path),
    loads: async () => {
      await tablesMade()
      return loadStates(own)
    },
    forget: async (source) => {
      await tablesMade()
      await withdraw(own, source)
    },
    erase: async () => {
      await tablesMade()
      await eraseScope(own)
      await sweep(db, new Date())
    },
    ask: async (question, signal) => {
      await tablesMade(signal)
      const parts = (await partsThatCount(own, signal)).map(({ name }) => name)
      const sql = sqlOf(question, dialect)
      return answersOf(question, await db.rows(sql.text, { ...clickhouseValues(sql), parts }, signal))
    },
    close: () => db.close(),
  }
}
