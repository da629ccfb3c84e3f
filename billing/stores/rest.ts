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

type Failed = Extract<Fetched, { is: 'failed' }>
const isFailed = (answer: { readonly is: string }): answer is Failed => answer.is === 'failed'

/** Asks for one question: every failure is thrown as a sentence, an abort as the signal's reason. */
export interface Rest {
  page(request: Ask): Promise<Page>
  /** For what `io` was asked for. */
  told<A extends { readonly is: string }>(answer: A | Failed): A
  readonly io: SourceIo
}

export function restStore(warehouse: RestWarehouse, outside: Outside): SpendStore {
  const { asked, table, from, named, writing } = warehouse

  async function withRest<T>(signal: AbortSignal | undefined, work: (rest: Rest) => Promise<T>): Promise<T> {
    signal?.throwIfAborted()
    const connection = await signedIn(asked, warehouse.connection)
    if ('kind' in connection) throw new WarehouseError(connection.message)
    const io = ioOf(asked, connection, outside, signal ?? new AbortController().signal)
    if ('kind' in io) throw new WarehouseError(io.message)
    const told = <A extends { readonly is: string }>(answer: A | Failed): A => {
      signal?.throwIfAborted()
      if (isFailed(answer)) throw new WarehouseError(answer.failure.message)
      return answer
    }
    return work({ io, told, page: async (request) => told<Page>(await io.ask(request)) })
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
