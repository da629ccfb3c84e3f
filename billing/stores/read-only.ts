import { answersOf, type Cell } from '../answers.ts'
import type { Dialect, Sql } from '../dialect.ts'
import { sqlOf } from '../question-sql.ts'
import type { Loaded, SpendStore } from '../store.ts'
import { WarehouseError } from '../warehouse.ts'

/** A warehouse that is only asked. Every error of it is a sentence. */
export interface Reader {
  /** In a sentence. */
  readonly name: string
  /** Looks at the table; asked once, and again where it failed. */
  describe(signal: AbortSignal | undefined): Promise<Dialect>
  rows(sql: Sql, signal: AbortSignal | undefined): Promise<readonly (readonly Cell[])[]>
  close(): Promise<void>
}

export function readOnly(reader: Reader): SpendStore {
  let known: Dialect | undefined
  const refused: Loaded = {
    is: 'refused',
    message: `${reader.name} is only read: what is spent is written there by those who keep the table. Nothing was loaded.`,
  }
  const refuse = async (): Promise<never> => {
    throw new WarehouseError(`${reader.name} is only read: nothing is removed there.`)
  }
  return {
    ask: async (question, signal) => {
      signal?.throwIfAborted()
      // All of it is of one source: nothing can be there twice.
      if (question.ask === 'overlaps') return []
      known ??= await reader.describe(signal)
      return answersOf(question, await reader.rows(sqlOf(question, known), signal))
    },
    load: async () => refused,
    importFocus: async () => refused,
    validate: async (path) => (await import('./duckdb-validate.ts')).validateFile(path),
    loads: async () => [],
    forget: refuse,
    erase: refuse,
    close: () => reader.close(),
  }
}
