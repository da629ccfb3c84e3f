import { tmpdir } from 'node:os'
import type { DuckDBConnection } from '@duckdb/node-api'
import { stateAfter, withState } from '../load-state.ts'
import type { Loaded, LoadOptions, LoadState, Replaces, SpendStore } from '../store.ts'
import { StoreError } from '../store-error.ts'
import { validateFocus } from '../validate/validate.ts'
import { ask } from './duckdb-ask.ts'
import { duckdbDialect } from './duckdb-dialect.ts'
import { openEngine } from './duckdb-engine.ts'
import { exportRows } from './duckdb-export.ts'
import { quote } from './duckdb-file.ts'
import { replaced, type Staged, schema, stageFile, stageRows } from './duckdb-load.ts'
import { unstage } from './duckdb-staging.ts'
import { noRoom } from './no-room.ts'
import { openSpill } from './spill.ts'

/** In memory, in this process; what does not fit waits on the disk. `memory`: DuckDB's memory_limit. */
export async function openMemory({ memory }: { readonly memory?: string } = {}): Promise<SpendStore> {
  const spill = openSpill()
  const engine = await openEngine({ memory, spill: spill.folder })
  await engine.write(undefined, (db) => db.run(`CREATE TABLE spend (${schema})`))
  let loads: readonly LoadState[] = []

  function load(
    replaces: Replaces,
    { problems = [], signal, origin, rest }: LoadOptions,
    stage: (db: DuckDBConnection) => Promise<Loaded>,
  ): Promise<Loaded> {
    return engine.write(signal, async (db, decide) => {
      const staged = await stage(db)
      if (staged.is === 'refused') return staged
      decide()
      try {
        await swap(db, replaces)
      } catch (error) {
        throw wanting(error)
      }
      const told = [...problems, ...staged.problems]
      const last = loads.find(({ source }) => source === replaces.source)
      const at = new Date().toISOString()
      loads = withState(loads, stateAfter(last, replaces, { problems: told, origin, rest, at }))
      return { ...staged, problems: told } satisfies Staged
    })
  }

  return {
    load: (rows, replaces, more = {}) => load(replaces, more, (db) => stageRows(db, rows, replaces)),
    importFocus: (path, replaces, asOf, more = {}) =>
      load(replaces, more, (db) => stageFile(db, path, { replaces, asOf, signal: more.signal })),
    validate: (path) => engine.write(undefined, (db) => validateFocus(db, path)),
    loads: async () => loads,
    forget: (source) =>
      engine.write(undefined, async (db) => {
        await db.run('DELETE FROM spend WHERE "x_Source" = $source', { source })
        loads = loads.filter((each) => each.source !== source)
      }),
    erase: () =>
      engine.write(undefined, async (db) => {
        await db.run('DELETE FROM spend')
        loads = []
      }),
    exportTo: (to, format, within, signal) =>
      engine.read(signal, (db) => exportRows(db, duckdbDialect, { to, format, within }).catch(refuse)),
    ask: (question, signal) => ask(engine, question, duckdbDialect, signal).catch(refuse),
    close: () => engine.close().finally(spill.remove),
  }
}

function refuse(error: unknown): never {
  throw wanting(error)
}

/** What to do, where there was no room. */
const wanting = (error: unknown) =>
  noRoom(error)
    ? new StoreError(
        `What was read needs more room than there is, in the memory that Outlay allows itself and in the folder for temporary files (${tmpdir()}). Free some of that disk, or read fewer days.`,
        { cause: error },
      )
    : error

/** The source's rows for the incoming ones, in one transaction. */
async function swap(db: DuckDBConnection, replaces: Replaces): Promise<void> {
  await db.run('BEGIN')
  try {
    await db.run(`DELETE FROM spend WHERE "x_Source" = ${quote(replaces.source)} AND ${replaced(replaces)}`)
    await db.run('INSERT INTO spend BY NAME SELECT * FROM incoming')
    await db.run('COMMIT')
  } catch (error) {
    await db.run('ROLLBACK')
    throw error
  }
  await unstage(db)
}
