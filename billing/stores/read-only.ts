import { answersOf, type Cell } from '../answers.ts'
import type { Dialect, Sql } from '../dialect.ts'
import { countable } from '../focus.ts'
import { quoted, sqlOf } from '../question-sql.ts'
import type { Loaded, LoadState, SpendStore } from '../store.ts'
import { WarehouseError } from '../warehouse.ts'

/** A table as it is asked. */
export interface Described {
  readonly dialect: Dialect
  /** As `focusTable` writes it. */
  readonly uncounted: string
}

/** A warehouse that is only asked. Every error of it is a sentence. */
export interface Reader {
  /** What stands in `x_Source`. */
  readonly id: string
  /** In a sentence. */
  readonly name: string
  /** As the user names it. */
  readonly table: string
  /** Looks at the table; asked once, and again where it failed. */
  describe(signal: AbortSignal | undefined): Promise<Described>
  rows(sql: Sql, signal: AbortSignal | undefined): Promise<readonly (readonly Cell[])[]>
  close(): Promise<void>
}

export function readOnly(reader: Reader): SpendStore {
  let known: Described | undefined
  let loads: readonly LoadState[] | undefined
  const refused: Loaded = {
    is: 'refused',
    message: `${reader.name} is only read: what is spent is written there by those who keep the table. Nothing was loaded.`,
  }
  const refuse = async (): Promise<never> => {
    throw new WarehouseError(`${reader.name} is only read: nothing is removed there.`)
  }
  const leftOut = async (): Promise<readonly LoadState[]> => {
    known ??= await reader.describe(undefined)
    const text = quoted(known.uncounted, known.dialect)
    const [counts = []] = await reader.rows({ text, parameters: [] }, undefined)
    const problems = countable.flatMap((column, index) => {
      const count = Number(counts[index])
      const some = count === 1 ? '1 row has' : `${count} rows have`
      return count > 0
        ? [`${reader.name}'s table ${reader.table}: ${some} no readable ${column}, not in the totals.`]
        : []
    })
    return problems.length > 0 ? [{ source: reader.id, at: new Date().toISOString(), problems }] : []
  }
  return {
    ask: async (question, signal) => {
      signal?.throwIfAborted()
      // All of it is of one source: nothing can be there twice.
      if (question.ask === 'overlaps') return []
      known ??= await reader.describe(signal)
      return answersOf(question, await reader.rows(sqlOf(question, known.dialect), signal))
    },
    load: async () => refused,
    importFocus: async () => refused,
    validate: async (path) => (await import('./duckdb-validate.ts')).validateFile(path),
    // Nothing was loaded: only what the table has and no total can hold is told. It is looked through once.
    loads: async () => (loads ??= await leftOut()),
    forget: refuse,
    erase: refuse,
    close: () => reader.close(),
  }
}
