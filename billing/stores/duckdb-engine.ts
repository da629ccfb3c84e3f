// https://duckdb.org/docs/stable/clients/node_neo/overview
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'

/** A database in memory that never asks the network for an extension. */
export interface Engine {
  /** Over a connection of its own, so that it can be stopped and stops nobody else. Rejects with the abort. */
  read<T>(signal: AbortSignal | undefined, work: (db: DuckDBConnection) => Promise<T>): Promise<T>
  /**
   * Over the one connection that holds the temporary tables of a load: one thing after the other. Rejects with the abort, also
   * while others are at work; the next begins when this one has come to its end. From `decide` on an abort is not heard any
   * more; it throws where one came before.
   */
  write<T>(signal: AbortSignal | undefined, work: (db: DuckDBConnection, decide: () => void) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface EngineOptions {
  readonly memory?: string
  /** Where what does not fit into memory goes; left out: nowhere. */
  readonly spill?: string
  /** DuckDB's max_temp_directory_size; left out: nine tenths of what the disk has left. */
  readonly room?: string
}

export async function openEngine({ memory = '1GB', spill = '', room }: EngineOptions = {}): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '2',
    memory_limit: memory,
    temp_directory: spill,
    ...(room === undefined ? {} : { max_temp_directory_size: room }),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const writer = await connect()
  let last: Promise<unknown> = Promise.resolve()
  const reading = new Set<Promise<unknown>>()

  async function connect(): Promise<DuckDBConnection> {
    const db = await instance.connect()
    await db.run(`SET TimeZone = 'UTC'`)
    return db
  }

  return {
    read: (signal, work) =>
      atOnce(signal, () => {
        const done = connect().then((db) => stoppable(db, signal, () => work(db)).finally(() => db.closeSync()))
        const ended = done.then(forgotten, forgotten).finally(() => reading.delete(ended))
        reading.add(ended)
        return done
      }),
    write: (signal, work) =>
      atOnce(signal, (deaf) => {
        const decide = () => {
          signal?.throwIfAborted()
          deaf()
        }
        const done = last.then(() =>
          stoppable(writer, signal, (decided) =>
            work(writer, () => {
              decide()
              decided()
            }),
          ),
        )
        last = done.then(forgotten, forgotten)
        return done
      }),
    async close() {
      await Promise.all([last, ...reading])
      writer.closeSync()
      instance.closeSync()
    },
  }
}

/** Its outcome is whoever asked for it's to know. */
const forgotten = () => undefined

/** Rejects when the signal aborts, and does not wait for what is begun to wind down. From `deaf` on it does not listen. */
function atOnce<T>(signal: AbortSignal | undefined, begin: (deaf: () => void) => Promise<T>): Promise<T> {
  if (!signal) return begin(() => undefined)
  if (signal.aborted) return Promise.reject(signal.reason)
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    const deaf = () => signal.removeEventListener('abort', stop)
    signal.addEventListener('abort', stop)
    begin(deaf).then(resolve, reject).finally(deaf)
  })
}

/** An abort ends what the engine is at, and rejects with its reason, whatever the engine says of it. */
async function stoppable<T>(
  db: DuckDBConnection,
  signal: AbortSignal | undefined,
  work: (decided: () => void) => Promise<T>,
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
    const result = await work(() => {
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
