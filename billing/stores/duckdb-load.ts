import type { DuckDBConnection } from '@duckdb/node-api'
import { findFiles } from '../files/find-files.ts'
import { noneUsable, notAskedFor, unreadableCells } from '../files/sentences.ts'
import { type Column, type ColumnKind, columns, countable, essential, grades, type SpendRow } from '../focus.ts'
import type { Loaded, Replaces } from '../store.ts'
import { StoreError } from '../store-error.ts'
import { checkGzip, quote, read, unreadable } from './duckdb-file.ts'
import { accept, stage } from './duckdb-staging.ts'
import { formatOf, viewsOf, zoneless } from './duckdb-view.ts'

export const sqlTypes: Readonly<Record<ColumnKind, string>> = {
  text: 'VARCHAR',
  time: 'TIMESTAMP',
  money: 'DECIMAL(38,12)',
  number: 'DECIMAL(38,12)',
  json: 'VARCHAR',
  flag: 'BOOLEAN',
}

export const all = Object.entries(columns) as [Column, ColumnKind][]
export const nullOf = (column: Column, kind: ColumnKind) => `CAST(NULL AS ${sqlTypes[kind]}) AS "${column}"`
export const schema = all.map(([column, kind]) => `"${column}" ${sqlTypes[kind]}`).join(', ')

/** Columns that no row is without, or that have a value where nothing is told. */
const always: readonly Column[] = [...essential, 'x_Source', 'x_FetchedAt', 'x_Grade', 'x_Estimated']

/**
 * Rows that wait as `incoming`, those left out that no total can hold, until `unstage`. It has only the columns that are told
 * of: of the others every cell would take time and memory.
 */
export type Staged = Extract<Loaded, { is: 'loaded' }>

/** From text in `raw` to the column's type; what cannot be read becomes null and is counted by `settle`. */
function typed(column: Column, raw: string): string {
  if (column === 'x_Grade')
    return `CASE WHEN ${raw} IN (${grades.map(quote).join(', ')}) THEN ${raw} ELSE 'invoice' END`
  const kind = columns[column]
  // ISO 8601 only: the engine would read 1/2/26 as a day of the year 1. By its number an instant loses its zone, UTC, in a
  // tenth of the time of a cast, which asks the calendar.
  if (kind === 'time')
    return `CASE WHEN regexp_matches(${raw}, '^[0-9]{4}-[0-9]{2}-[0-9]{2}') THEN make_timestamp(epoch_us(TRY_CAST(${raw} AS TIMESTAMPTZ))) END`
  if (kind === 'flag') return `COALESCE(TRY_CAST(${raw} AS BOOLEAN), FALSE)`
  if (kind === 'text' || kind === 'json') return raw
  // Text becomes 18 digits about ten times as fast as 38, and hardly an amount has more.
  return `COALESCE(CAST(TRY_CAST(${raw} AS DECIMAL(18,12)) AS ${sqlTypes[kind]}), TRY_CAST(${raw} AS ${sqlTypes[kind]}))`
}

/** Rows already mapped by a source go the same way as a file: as text, then typed. */
export async function stageRows(
  db: DuckDBConnection,
  rows: readonly SpendRow[],
  replaces: Replaces,
): Promise<Staged | Refused> {
  const told = all
    .map(([column]) => column)
    .filter((column) => always.includes(column) || rows.some((row) => row[column] !== undefined))
  await db.run(`CREATE OR REPLACE TEMP TABLE raw (${told.map((column) => `"${column}" VARCHAR`).join(', ')})`)
  const appender = await db.createAppender('raw', 'main', 'temp')
  for (const row of rows) {
    for (const column of told) {
      const value = row[column]
      if (value === undefined) appender.appendNull()
      else appender.appendVarchar(String(value))
    }
    appender.endRow()
  }
  appender.closeSync()
  const selected = told.map((column) => `${typed(column, `"${column}"`)} AS "${column}"`)
  await stage(db, `SELECT ${selected.join(', ')} FROM raw`)
  await db.run('DROP TABLE raw')
  return settle(db, replaces, 'rows')
}

type Refused = Extract<Loaded, { is: 'refused' }>

export interface FileToStage {
  readonly replaces: Replaces
  /** ISO instant. */
  readonly asOf: string
  /** A folder where rows wait; left out: in the engine. */
  readonly waiting?: string
  readonly signal?: AbortSignal
}

/** `path`: a file, or a folder or a glob whose files are the parts of one export. */
export async function stageFile(
  db: DuckDBConnection,
  path: string,
  { replaces, asOf, waiting, signal }: FileToStage,
): Promise<Staged | Refused> {
  const found = await findFiles(path)
  if (found.is === 'none') return { is: 'refused', message: found.message }
  try {
    const views = await viewsOf(db, found.paths)
    if (typeof views === 'string') return { is: 'refused', message: views }
    const ours = new Map<Column, string>([
      ['x_Source', quote(replaces.source)],
      ['x_FetchedAt', `CAST(${quote(asOf)} AS TIMESTAMP)`],
    ])
    const isTold = (column: Column) => views.some(({ header, file }) => header.value(column, file.cell) !== undefined)
    const told = all.map(([column]) => column).filter((column) => always.includes(column) || isTold(column))
    const selects = views.map(({ file, header, where }) => {
      const raw = (column: Column) => header.value(column, file.cell) ?? 'CAST(NULL AS VARCHAR)'
      const selected = told.map((column) => `${ours.get(column) ?? typed(column, raw(column))} AS "${column}"`)
      return `SELECT ${selected.join(',\n  ')} FROM ${file.from}${where === undefined ? '' : ` WHERE ${where}`}`
    })
    // Both to their end: the connection is free then, and a file that is cut short is called that, whatever its last line is.
    const [staged, gzip] = await Promise.allSettled([
      stage(db, selects.join('\nUNION ALL '), waiting),
      checkGzip(found.paths, signal),
    ])
    for (const each of [gzip, staged]) if (each.status === 'rejected') throw each.reason
    const notes = [...new Set(views.flatMap(({ header }) => header.notes)), ...(await zoneless(db, views))]
    const settled = await settle(db, replaces, formatOf(views))
    return settled.is === 'loaded' ? { ...settled, problems: [...settled.problems, ...notes] } : settled
  } catch (error) {
    if (error instanceof StoreError) return { is: 'refused', message: error.message }
    return { is: 'refused', message: unreadable(found.paths[0]!, error) }
  }
}

const timestamp = (text: string) => `CAST(${quote(text)} AS TIMESTAMP)`

/** True for rows of the days that a load replaces. */
export function replaced({ since, until }: Replaces): string {
  const tests = [
    ...(since === undefined ? [] : [`"ChargePeriodStart" >= ${timestamp(since)}`]),
    ...(until === undefined ? [] : [`"ChargePeriodStart" < ${timestamp(until)}`]),
  ]
  return tests.length > 0 ? tests.join(' AND ') : 'TRUE'
}

/**
 * Takes out of `incoming` what no total can hold, and counts it: rows without an amount or a day, and rows of days that
 * were not asked for, which the next load of the same days would not replace.
 */
async function settle(db: DuckDBConnection, replaces: Replaces, format: string): Promise<Staged | Refused> {
  const usable = countable.map((column) => `"${column}" IS NOT NULL`).join(' AND ')
  const counts = [
    'COUNT(*) AS "all"',
    ...countable.map((column) => `COUNT(*) FILTER (WHERE "${column}" IS NULL) AS "${column}"`),
    `COUNT(*) FILTER (WHERE ${usable} AND NOT (${replaced(replaces)})) AS "elsewhere"`,
    `COUNT(*) FILTER (WHERE ${usable} AND ${replaced(replaces)}) AS "kept"`,
  ]
  const [row = {}] = await read(db, `SELECT ${counts.join(', ')} FROM incoming`)
  const count = (name: string) => Number(row[name])
  const unread = countable
    .filter((column) => count(column) > 0)
    .map((column) => unreadableCells(replaces.source, column, count(column)))
  if (count('kept') === 0 && unread.length > 0) return { is: 'refused', message: noneUsable(unread) }
  const elsewhere = count('elsewhere') > 0 ? [notAskedFor(replaces.source, count('elsewhere'))] : []
  if (count('kept') < count('all')) await accept(db, `${usable} AND ${replaced(replaces)}`)
  return { is: 'loaded', rows: count('kept'), problems: [...unread, ...elsewhere], unread, format }
}
