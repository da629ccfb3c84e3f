import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { DuckDBConnection } from '@duckdb/node-api'
import { splitHeader } from '../files/header.ts'
import { brokenLine, cutShort, damaged, mixedLineEnds, noRoomFor, notGzip, notRead } from '../files/sentences.ts'
import { noRoom } from './no-room.ts'

export const quote = (text: string) => `'${text.replaceAll("'", "''")}'`
/** A file that is read: the engine would take these characters of its name, or of a folder's, for wildcards. */
const exactly = (path: string) => quote(path.replaceAll(/[*?[]/g, '[$&]'))
export const name = (text: string) => `"${text.replaceAll('"', '""')}"`

export async function read(db: DuckDBConnection, sql: string, parameters?: Readonly<Record<string, string>>) {
  const reader = await db.runAndReadAll(sql, parameters)
  return reader.getRowObjectsJS()
}

/** CSV, Parquet or JSON files on disk that have the same columns. */
export interface DataFile {
  readonly is: Kind
  readonly paths: readonly string[]
  readonly names: readonly string[]
  /** What stands after FROM. */
  readonly from: string
  /** The text of a column, by its place; an empty cell and `NULL` are null. */
  cell(index: number): string
  /** The same as FOCUS writes it: what the file keeps as an instant or as a number has no text that could be wrong. */
  written(index: number): string
}

type Kind = 'CSV' | 'Parquet' | 'JSON'

const kindOf = (path: string): Kind => (/\.parquet$/i.test(path) ? 'Parquet' : /\.json$/i.test(path) ? 'JSON' : 'CSV')

/** A column as the engine describes it. */
interface FileColumn {
  readonly name: string
  readonly type: string
}

function columnsIn(db: DuckDBConnection, is: Kind, path: string): Promise<FileColumn[]> {
  if (is === 'CSV') return csvColumns(db, path)
  return columnsOf(
    db,
    is === 'JSON' ? `read_json([${exactly(path)}], format = 'array', sample_size = -1)` : parquet([path]),
  )
}

/** Reads the header. Throws what the engine says of a file that cannot be read: `unreadable` puts it into words. */
export async function openFile(db: DuckDBConnection, path: string): Promise<DataFile> {
  const is = kindOf(path)
  return dataFile(is, [path], await columnsIn(db, is, path))
}

/** Files with the same columns are read as one, unless `apart` says something else of them. Throws as `openFile` does. */
export async function openFiles(
  db: DuckDBConnection,
  paths: readonly string[],
  apart: (path: string) => string,
): Promise<DataFile[]> {
  const groups = new Map<string, DataFile>()
  for (const path of paths) {
    const is = kindOf(path)
    const columns = await columnsIn(db, is, path)
    const key = JSON.stringify([is, columns, apart(path)])
    groups.set(key, dataFile(is, [...(groups.get(key)?.paths ?? []), path], columns))
  }
  return [...groups.values()]
}

function dataFile(is: Kind, paths: readonly string[], columns: readonly FileColumn[]): DataFile {
  const names = columns.map((column) => column.name)
  const list = `[${paths.map(exactly).join(', ')}]`
  const filled = (text: string) => `NULLIF(NULLIF(${text}, 'NULL'), '')`
  const read = (from: string, cell: DataFile['cell'], written = cell) => ({ is, paths, names, from, cell, written })
  if (is === 'CSV') return read(csv(list, names.length), (index) => `"c${index}"`)
  if (is === 'JSON') return read(json(list, names), (index) => filled(name(names[index]!)))
  return read(
    parquet(paths, true),
    (index) => filled(textOf(columns[index]!)),
    (index) => filled(writtenText(columns[index]!)),
  )
}

const scalar = /^(VARCHAR|BOOLEAN|DATE|TIMESTAMP.*|U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DECIMAL\(.*\)|FLOAT|DOUBLE)$/

/** A map or a list as JSON. By way of JSON a text would take five times as long. */
const textOf = (column: FileColumn) =>
  scalar.test(column.type)
    ? `CAST(${name(column.name)} AS VARCHAR)`
    : `CAST(to_json(${name(column.name)}) ->> '$' AS VARCHAR)`

/** https://focus.finops.org/#datetimeformat and https://focus.finops.org/#numericformat, which knows no `e+`. */
function writtenText(column: FileColumn): string {
  if (column.type.startsWith('TIMESTAMP'))
    return `rtrim(rtrim(strftime(${name(column.name)}, '%Y-%m-%dT%H:%M:%S.%f'), '0'), '.') || 'Z'`
  return /^(FLOAT|DOUBLE)$/.test(column.type) ? `replace(${textOf(column)}, 'e+', 'e')` : textOf(column)
}

/** The engine reads a gzip that was cut short as far as it goes, without a word: a total would be short. */
export async function checkGzip(paths: readonly string[], signal?: AbortSignal): Promise<void> {
  for (const path of paths.filter((each) => /\.gz$/i.test(each)))
    await pipeline(
      createReadStream(path),
      createGunzip(),
      new Writable({ write: (_chunk, _encoding, done) => done() }),
      { signal },
    ).catch((error: unknown) => Promise.reject(new Error(`Gzip ended: '${path}'`, { cause: error })))
}

// All as text: an amount that the engine takes for a binary fraction is no longer the one that was written.
const json = (list: string, names: readonly string[]) =>
  `read_json(${list}, format = 'array', columns = {${names.map((each) => `${quote(each)}: 'VARCHAR'`).join(', ')}})`

// The number of columns is given, never sniffed: the sniffer skips lines that do not fit and a total would be short.
const csv = (list: string, width: number) =>
  `read_csv(${list}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = ['NULL', ''], max_line_size = 8000000,
   columns = {${Array.from({ length: width }, (_, index) => `'c${index}': 'VARCHAR'`).join(', ')}})`

async function csvColumns(db: DuckDBConnection, path: string): Promise<FileColumn[]> {
  const [first] = await read(
    db,
    `SELECT line FROM read_csv(${exactly(path)}, auto_detect = false, header = false, delim = chr(1), quote = '', escape = '', max_line_size = 8000000, columns = {'line': 'VARCHAR'}) LIMIT 1`,
  )
  return splitHeader(String(first?.line ?? '')).map((each) => ({ name: each, type: 'VARCHAR' }))
}

/** What stands after FROM. `byName`: files may have other columns than the first. */
export const parquet = (paths: readonly string[], byName = false) =>
  `read_parquet([${paths.map(exactly).join(', ')}], hive_partitioning = false${byName ? ', union_by_name = true' : ''})`

/** Of what stands after FROM. */
async function columnsOf(db: DuckDBConnection, from: string): Promise<FileColumn[]> {
  const described = await read(db, `DESCRIBE SELECT * FROM ${from}`)
  return described.map((column) => ({ name: String(column.column_name), type: String(column.column_type) }))
}

export const columnNames = async (db: DuckDBConnection, from: string) =>
  (await columnsOf(db, from)).map((column) => column.name)

/** The database's own words run over many lines and name its options: the file and the line are what the user needs. */
export function unreadable(path: string, error: unknown): string {
  // The files it names then are its own.
  if (noRoom(error)) return noRoomFor(basename(path))
  const text = error instanceof Error ? error.message : String(error)
  const named = /(?:file = |GZIP stream: |['"])(\/[^'"\n]+|[A-Za-z]:[^'"\n]+)/.exec(text)?.[1] ?? path
  const file = basename(named.replaceAll(/\[([*?[])\]/g, '$1'))
  if (/No files found|Cannot open file|No such file/i.test(text)) return `${file} cannot be opened. Was it moved?`
  if (/not a GZIP stream/i.test(text)) return notGzip(file)
  if (/state machine reached an invalid state/i.test(text)) return mixedLineEnds(file)
  if (/No magic bytes found at end|too small to be a Parquet|Gzip ended/i.test(text)) return cutShort(file)
  if (/Failed to read file|Snappy|decompress|TProtocol|Invalid Parquet/i.test(text)) return damaged(file)
  const line = /CSV Error on Line: (\d+)/.exec(text)?.[1]
  const what = /Expected Number of Columns: \d+ Found: \d+|not utf-8|quote/i.exec(text)?.[0]
  return line ? brokenLine(file, line, what?.toLowerCase()) : notRead(file, text.split('\n')[0]!.replace(/\.$/, ''))
}
