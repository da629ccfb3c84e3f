import type { Cell } from '../answers.ts'
import type { Dialect, Sql } from '../dialect.ts'
import { type Connection, ioOf, type Outside } from '../runner.ts'
import { signedIn } from '../sign-in/sign-in.ts'
import type { Ask, Asked, Fetched, Page, SourceIo } from '../source.ts'
import type { SpendStore } from '../store.ts'
import { WarehouseError } from '../warehouse.ts'
import { focusTable, type TableColumn, type Writing } from './focus-table.ts'
import { readOnly } from './read-only.ts'

/** A warehouse that answers statements over HTTP. */
export interface RestWarehouse {
  readonly asked: Asked
  readonly connection: Connection
  /** As the user names it. */
  readonly table: string
  /** After FROM, identifiers in double quotes. */
  readonly from: string
  readonly named?: Readonly<Record<string, string>>
  readonly writing: Writing
  dialect(table: string, tags: TableColumn | undefined): Dialect
  /** The table's columns. */
  describe(rest: Rest): Promise<readonly TableColumn[]>
  run(rest: Rest, sql: Sql): Promise<readonly (readonly Cell[])[]>
}

/** Asks for one question: every failure is thrown as a sentence, an abort as the signal's reason. */
export interface Rest extends Pick<SourceIo, 'wait'> {
  page(request: Ask): Promise<Page>
  /** Once the question is over: where it was called off, this is asked for, and its answer not waited for. */
  onAbort(request: () => Ask | undefined): void
  /** For what was fetched by `io`. */
  told(fetched: Fetched): Page
  readonly io: SourceIo
}

const farewell = 5000 // ms for the request that ends a statement

export function restStore(warehouse: RestWarehouse, outside: Outside): SpendStore {
  const { asked, table, from, named, writing } = warehouse

  async function withRest<T>(signal: AbortSignal | undefined, work: (rest: Rest) => Promise<T>): Promise<T> {
    signal?.throwIfAborted()
    const connection = await signedIn(asked, warehouse.connection)
    if ('kind' in connection) throw new WarehouseError(connection.message)
    const ioFor = (until: AbortSignal) => {
      const io = ioOf(asked, connection, outside, until)
      if ('kind' in io) throw new WarehouseError(io.message)
      return io
    }
    const never = new AbortController().signal
    const io = ioFor(signal ?? never)
    let last: () => Ask | undefined = () => undefined
    const end = () => {
      const request = last()
      if (request) void ioFor(AbortSignal.timeout(farewell)).ask(request)
    }
    signal?.addEventListener('abort', end, { once: true })
    const told = (fetched: Fetched): Page => {
      signal?.throwIfAborted()
      if (fetched.is === 'failed') throw new WarehouseError(fetched.failure.message)
      return fetched
    }
    try {
      return await work({
        io,
        wait: io.wait,
        told,
        page: async (request) => told(await io.ask(request)),
        onAbort: (request) => {
          last = request
        },
      })
    } finally {
      signal?.removeEventListener('abort', end)
    }
  }

  return readOnly({
    id: asked.id,
    name: asked.name,
    table,
    describe: (signal) =>
      withRest(signal, async (rest) => {
        const columns = await warehouse.describe(rest)
        const { sql, tags, uncounted } = focusTable(
          { engine: asked.name, source: asked.id, name: table, from, columns, named },
          writing,
        )
        return { dialect: warehouse.dialect(sql, tags), uncounted }
      }),
    rows: (sql, signal) => withRest(signal, (rest) => warehouse.run(rest, sql)),
    close: async () => undefined,
  })
}

/** Cells as they come in JSON: digits and texts, and null. */
export const cellsIn = (rows: unknown): readonly (readonly Cell[])[] =>
  Array.isArray(rows) ? (rows as unknown[]).map((row) => (Array.isArray(row) ? (row as Cell[]) : [])) : []
