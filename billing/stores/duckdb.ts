// https://duckdb.org/docs/stable/clients/node_neo/overview
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { SpendRow } from '../focus.ts'
import { type Answers, type Question, sqlOf } from '../questions.ts'
import { type ValidationAnswer, validateFocus } from '../validate/validate.ts'
import { read } from './duckdb-file.ts'
import { importFocus, type Loaded, loadRows, type Replaces, schema } from './duckdb-load.ts'

export interface SpendStore {
  /** Rows already mapped by a source. */
  load(rows: readonly SpendRow[], replaces: Replaces): Promise<Loaded>
  /** A FOCUS file, CSV (also gzipped) or Parquet. `asOf`: ISO instant its content is from. */
  importFocus(path: string, replaces: Replaces, asOf: string): Promise<Loaded>
  /** Checks a file against the rules of FOCUS 1.2; nothing is loaded. */
  validate(path: string): Promise<ValidationAnswer>
  forget(source: string): Promise<void>
  ask<Q extends Question>(question: Q): Promise<readonly Answers[Q['ask']][]>
  close(): void
}

/** In memory, in this process. Never asks the network for an extension. */
export async function openStore(): Promise<SpendStore> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '1GB' })
  const db = await instance.connect()
  await db.run(`SET TimeZone = 'UTC'; SET autoinstall_known_extensions = false; SET autoload_known_extensions = false`)
  await db.run(`CREATE TABLE spend (${schema})`)
  return {
    load: (rows, replaces) => loadRows(db, rows, replaces),
    importFocus: (path, replaces, asOf) => importFocus(db, path, replaces, asOf),
    validate: (path) => validateFocus(db, path),
    forget: async (source) => void (await db.run('DELETE FROM spend WHERE "x_Source" = $source', { source })),
    ask: (question) => ask(db, question),
    close: () => {
      db.closeSync()
      instance.closeSync()
    },
  }
}

async function ask<Q extends Question>(db: DuckDBConnection, question: Q): Promise<readonly Answers[Q['ask']][]> {
  const { text, parameters } = sqlOf(question)
  const rows = await read(db, text, parameters)
  return rows.map((row) => shaped(question, row)) as unknown as readonly Answers[Q['ask']][]
}

type Raw = Readonly<Record<string, unknown>>
const lines = (value: unknown) => String(value).split('\n').sort()

function shaped(question: Question, row: Raw): Raw {
  if (question.ask === 'sources') return { ...row, providers: lines(row.providers) }
  if (question.ask === 'overlaps') return { ...row, sources: lines(row.sources) }
  if (question.ask === 'totals') return row
  const { currency, grade, billedCost, effectiveCost, estimated } = row
  const dimensions = Object.fromEntries(question.by.map((dimension, index) => [dimension, row[`key${index}`]]))
  return { dimensions, currency, grade, billedCost, effectiveCost, estimated }
}
