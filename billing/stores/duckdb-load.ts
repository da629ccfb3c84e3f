import type { DuckDBConnection } from '@duckdb/node-api'
import { findFiles } from '../files/find-files.ts'
import { type Column, type ColumnKind, columns, countable, grades, type SpendRow } from '../focus.ts'
import type { Loaded, Replaces } from '../store.ts'
import { checkGzip, quote, read, unreadable } from './duckdb-file.ts'
import { formatOf, viewsOf, zoneless } from './duckdb-view.ts'

const sqlTypes: Readonly<Record<ColumnKind, string>> = {
  text: 'VARCHAR',
  time: 'TIMESTAMP',
  money: 'DECIMAL(38,12)',
  number: 'DECIMAL(38,12)',
  json: 'VARCHAR',
  flag: 'BOOLEAN',
}

const all = Object.entries(columns) as [Column, ColumnKind][]
export const schema = all.map(([column, kind]) => `"${column}" ${sqlTypes[kind]}`).join(', ')

/** From text in `raw` to the column's type; what cannot be read becomes null and is counted by `merge`. */
function typed(column: Column, raw: string): string {
  if (column === 'x_Grade')
    return `CASE WHEN ${raw} IN (${grades.map(quote).join(', ')}) THEN ${raw} ELSE 'invoice' END`
  const kind = columns[column]
  // ISO 8601 only: the engine would read 1/2/26 as a day of the year 1.
  if (kind === 'time')
    return `CASE WHEN regexp_matches(${raw}, '^[0-9]{4}-[0-9]{2}-[0-9]{2}') THEN CAST(TRY_CAST(${raw} AS TIMESTAMPTZ) AS TIMESTAMP) END`
  if (kind === 'flag') return `COALESCE(TRY_CAST(${raw} AS BOOLEAN), FALSE)`
  return kind === 'text' || kind === 'json' ? raw : `TRY_CAST(${raw} AS ${sqlTypes[kind]})`
}

/** Rows already mapped by a source go the same way as a file: as text, then typed. */
export async function loadRows(db: DuckDBConnection, rows: readonly SpendRow[], replaces: Replaces): Promise<Loaded> {
  await db.run(`CREATE OR REPLACE TEMP TABLE raw (${all.map(([column]) => `"${column}" VARCHAR`).join(', ')})`)
  const appender = await db.createAppender('raw', 'main', 'temp')
  for (const row of rows) {
    for (const [column] of all) {
      const value = row[column]
      if (value === undefined) appender.appendNull()
      else appender.appendVarchar(String(value))
    }
    appender.endRow()
  }
  appender.closeSync()
  await stage(db, 'raw', (column) => typed(column, `"${column}"`))
  return merge(db, replaces, rows.length, 'rows')
}

/** `path`: a file, or a folder or a glob whose files are the parts of one export. */
export async function importFocus(
  db: DuckDBConnection,
  path: string,
  replaces: Replaces,
  asOf: string,
): Promise<Loaded> {
  const found = await findFiles(path)
  if (found.is === 'none') return { is: 'refused', message: found.message }
  try {
    const views = await viewsOf(db, found.paths)
    if (typeof views === 'string') return { is: 'refused', message: views }
    const ours = new Map<Column, string>([
      ['x_Source', quote(replaces.source)],
      ['x_FetchedAt', `CAST(${quote(asOf)} AS TIMESTAMP)`],
    ])
    const selects = views.map(({ file, header, where }) => {
      const raw = (column: Column) => header.value(column, file.cell) ?? 'CAST(NULL AS VARCHAR)'
      const selected = all.map(([column]) => `${ours.get(column) ?? typed(column, raw(column))} AS "${column}"`)
      return `SELECT ${selected.join(',\n  ')} FROM ${file.from}${where === undefined ? '' : ` WHERE ${where}`}`
    })
    await Promise.all([
      db.run(`CREATE OR REPLACE TEMP TABLE incoming AS ${selects.join('\nUNION ALL ')}`),
      checkGzip(found.paths),
    ])
    const [counted] = await read(db, 'SELECT CAST(COUNT(*) AS INTEGER) AS "rows" FROM incoming')
    const notes = [...new Set(views.flatMap(({ header }) => header.notes)), ...(await zoneless(db, views))]
    return noted(await merge(db, replaces, Number(counted?.rows), formatOf(views)), notes)
  } catch (error) {
    return { is: 'refused', message: unreadable(found.paths[0]!, error) }
  }
}

const noted = (loaded: Loaded, notes: readonly string[]): Loaded =>
  loaded.is === 'loaded' ? { ...loaded, problems: [...loaded.problems, ...notes] } : loaded

async function stage(db: DuckDBConnection, from: string, expression: (column: Column) => string): Promise<void> {
  const selected = all.map(([column]) => `${expression(column)} AS "${column}"`).join(',\n  ')
  await db.run(`CREATE OR REPLACE TEMP TABLE incoming AS SELECT ${selected} FROM ${from}`)
}

/** Swaps the source's rows for the incoming ones in one transaction. A row without what every total needs is counted, not loaded. */
async function merge(db: DuckDBConnection, replaces: Replaces, count: number, format: string): Promise<Loaded> {
  const problems = await missing(db)
  const usable = countable.map((column) => `"${column}" IS NOT NULL`).join(' AND ')
  const [kept] = await read(db, `SELECT CAST(COUNT(*) AS INTEGER) AS "rows" FROM incoming WHERE ${usable}`)
  const rows = Number(kept?.rows)
  if (rows === 0 && count > 0)
    return { is: 'refused', message: `None of the ${count} rows can be used: ${problems.join(' ')}` }
  const days = [
    replaces.since === undefined ? '' : ` AND "ChargePeriodStart" >= CAST(${quote(replaces.since)} AS TIMESTAMP)`,
    replaces.until === undefined ? '' : ` AND "ChargePeriodStart" < CAST(${quote(replaces.until)} AS TIMESTAMP)`,
  ]
  await db.run('BEGIN')
  try {
    await db.run(`DELETE FROM spend WHERE "x_Source" = ${quote(replaces.source)}${days.join('')}`)
    await db.run(`INSERT INTO spend SELECT * FROM incoming WHERE ${usable}`)
    await db.run('COMMIT')
  } catch (error) {
    await db.run('ROLLBACK')
    throw error
  }
  return { is: 'loaded', rows, problems, format }
}

async function missing(db: DuckDBConnection): Promise<string[]> {
  const counts = countable.map(
    (column) => `CAST(COUNT(*) FILTER (WHERE "${column}" IS NULL) AS INTEGER) AS "${column}"`,
  )
  const [row = {}] = await read(db, `SELECT ${counts.join(', ')} FROM incoming`)
  return countable
    .filter((column) => Number(row[column]) > 0)
    .map(
      (column) =>
        `${Number(row[column])} ${row[column] === 1 ? 'row has' : 'rows have'} no readable ${column}: not in the totals.`,
    )
}
