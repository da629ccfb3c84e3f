// https://duckdb.org/docs/stable/clients/node_neo/overview
import { DuckDBInstance } from '@duckdb/node-api'
import type { Loaded, LoadOptions, LoadState, Replaces, SpendStore, StorePlace } from '../store.ts'
import { validateFocus } from '../validate/validate.ts'
import { ask } from './duckdb-ask.ts'
import { importFocus, loadRows, schema } from './duckdb-load.ts'

export async function openStore(place: StorePlace = { is: 'memory' }): Promise<SpendStore> {
  if (place.is === 'memory') return openMemory()
  return openMemory()
}

/** In memory, in this process. Never asks the network for an extension. */
export async function openMemory(): Promise<SpendStore> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '1GB' })
  const db = await instance.connect()
  await db.run(`SET TimeZone = 'UTC'; SET autoinstall_known_extensions = false; SET autoload_known_extensions = false`)
  await db.run(`CREATE TABLE spend (${schema})`)
  const loads = new Map<string, LoadState>()
  let writing: Promise<unknown> = Promise.resolve()

  /** The connection that writes has one thing to do at a time. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = writing.then(work)
    writing = done.catch(() => undefined)
    return done
  }

  function load(
    replaces: Replaces,
    { problems = [], signal, origin }: LoadOptions,
    work: () => Promise<Loaded>,
  ): Promise<Loaded> {
    return inTurn(async () => {
      signal?.throwIfAborted()
      const loaded = await work()
      if (loaded.is === 'refused') return loaded
      const all = [...problems, ...loaded.problems]
      const { source } = replaces
      loads.set(source, { source, at: new Date().toISOString(), problems: all, ...(origin && { origin }) })
      return { ...loaded, problems: all }
    })
  }

  return {
    load: (rows, replaces, more = {}) => load(replaces, more, () => loadRows(db, rows, replaces)),
    importFocus: (path, replaces, asOf, more = {}) => load(replaces, more, () => importFocus(db, path, replaces, asOf)),
    validate: (path) => inTurn(() => validateFocus(db, path)),
    loads: async () => [...loads.values()].sort((a, b) => (a.source < b.source ? -1 : 1)),
    forget: (source) =>
      inTurn(async () => {
        await db.run('DELETE FROM spend WHERE "x_Source" = $source', { source })
        loads.delete(source)
      }),
    erase: () =>
      inTurn(async () => {
        await db.run('DELETE FROM spend')
        loads.clear()
      }),
    ask: (question, signal) => ask(instance, question, signal),
    close: async () => {
      await writing
      db.closeSync()
      instance.closeSync()
    },
  }
}
