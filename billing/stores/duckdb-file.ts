import { basename } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { splitHeader } from '../sources/focus-file.ts'

export const quote = (text: string) => `'${text.replaceAll("'", "''")}'`
export const name = (text: string) => `"${text.replaceAll('"', '""')}"`

export async function read(db: DuckDBConnection, sql: string, parameters?: Readonly<Record<string, string>>) {
  const reader = await db.runAndReadAll(sql, parameters)
  return reader.getRowObjectsJS()
}

/** A CSV or Parquet file on disk. */
export interface DataFile {
  readonly is: 'CSV' | 'Parquet'
  readonly names: readonly string[]
  /** What stands after FROM. */
  readonly from: string
  /** The text of a column, by its place; an empty cell and `NULL` are null. */
  cell(index: number): string
}

/** Reads the header. Throws what the engine says of a file that cannot be read: `unreadable` puts it into words. */
export async function openFile(db: DuckDBConnection, path: string): Promise<DataFile> {
  if (/\.parquet$/i.test(path)) {
    const names = await parquetNames(db, path)
    const cell = (index: number) => `CAST(to_json(${name(names[index]!)}) ->> '$' AS VARCHAR)`
    return { is: 'Parquet', names, from: `read_parquet(${quote(path)})`, cell }
  }
  const names = await csvNames(db, path)
  return { is: 'CSV', names, from: csv(path, names.length), cell: (index) => `"c${index}"` }
}

// The number of columns is given, never sniffed: the sniffer skips lines that do not fit and a total would be short.
const csv = (path: string, width: number) =>
  `read_csv(${quote(path)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = ['NULL', ''], max_line_size = 8000000,
   columns = {${Array.from({ length: width }, (_, index) => `'c${index}': 'VARCHAR'`).join(', ')}})`

async function csvNames(db: DuckDBConnection, path: string): Promise<string[]> {
  const [first] = await read(
    db,
    `SELECT line FROM read_csv(${quote(path)}, auto_detect = false, header = false, delim = chr(1), quote = '', escape = '', max_line_size = 8000000, columns = {'line': 'VARCHAR'}) LIMIT 1`,
  )
  return splitHeader(String(first?.line ?? ''))
}

async function parquetNames(db: DuckDBConnection, path: string): Promise<string[]> {
  const described = await read(db, `DESCRIBE SELECT * FROM read_parquet(${quote(path)})`)
  return described.map((column) => String(column.column_name))
}

/** The database's own words run over many lines and name its options: the line number is what the user needs. */
export function unreadable(path: string, error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  const file = basename(path)
  if (/No files found|Cannot open file|No such file/i.test(text)) return `${file} cannot be opened. Was it moved?`
  const line = /CSV Error on Line: (\d+)/.exec(text)?.[1]
  const what = /Expected Number of Columns: \d+ Found: \d+|not utf-8|quote/i.exec(text)?.[0]
  if (line)
    return `${file} cannot be read: line ${line} is broken${what ? ` (${what.toLowerCase()})` : ''}. Nothing was loaded.`
  return `${file} cannot be read: ${text.split('\n')[0]}. Nothing was loaded.`
}
