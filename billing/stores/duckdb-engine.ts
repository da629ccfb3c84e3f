// https://duckdb.org/docs/stable/clients/node_neo/overview
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'

/** A database in memory that never asks the network for an extension. */
export interface Engine {
  /** Over a connection of its own, so that it can be stopped and stops nobody else. */
  read<T>(signal: AbortSignal | undefined, work: (db: DuckDBConnection) => Promise<T>): Promise<T>
  /**
   * Over the one connection that holds the temporary tables of a load: one thing after the other. From `decide` on an abort
   * is not heard any more; it rejects where one came before.
   */
  write<T>(signal: AbortSignal | undefined, work: (db: DuckDBConnection, decide: () => void) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface EngineOptions {
  readonly memory?: string
  /** Where what does not fit into memory goes; left out: nowhere. */
  readonly spill?: string
}

export async function openEngine({ memory = '1GB', spill = '' }: EngineOptions = {}): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '2',
    memory_limit: memory,
    temp_directory: spill,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const writer = await connect()
  let last: Promise<unknown> = Promise.resolve()

  async function connect(): Promise<DuckDBConnection> {
    const db = await instance.connect()
    await db.run(`SET TimeZone = 'UTC'`)
    return db
  }

  return {
    async read(signal, work) {
      signal?.throwIfAborted()
      const db = await connect()
      try {
        return await stoppable(db, signal, work)
      } finally {
        db.closeSync()
      }
    },
    write(signal, work) {
      const done = last.then(() => stoppable(writer, signal, work))
      last = done.catch(() => undefined)
      return done
    },
    async close() {
      await last
      writer.closeSync()
      instance.closeSync()
    },
  }
}

/** An abort rejects with its reason, whatever the engine says of it. */
async function stoppable<T>(
  db: DuckDBConnection,
  signal: AbortSignal | undefined,
  work: (db: DuckDBConnection, decide: () => void) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted()
  let again: NodeJS.Timeout | undefined
  // An interrupt between two steps of the engine is lost: it is repeated until the work ends.
  const stop = () => {
    again ??= setInterval(() => db.interrupt(), 20)
    db.interrupt()
  }
  const deaf = () => {
    clearInterval(again)
    signal?.removeEventListener('abort', stop)
  }
  signal?.addEventListener('abort', stop)
  let isDecided = false
  try {
    const result = await work(db, () => {
      signal?.throwIfAborted()
      deaf()
      isDecided = true
    })
    // The work may have taken the interrupt for a fault of what it read.
    if (!isDecided) signal?.throwIfAborted()
    return result
  } catch (error) {
    if (!isDecided) signal?.throwIfAborted()
    throw error
  } finally {
    deaf()
  }
}
