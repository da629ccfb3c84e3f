import type { Loaded } from '../store.ts'
import type { CubeRow } from '../stores/cube-answers.ts'
import { BrokenLine, createCsvReader } from './csv.ts'
import { createSums, type Sums, summed } from './focus-sums.ts'
import { focusPlaces, readHeader } from './header.ts'
import type { ParquetFile } from './parquet.ts'
import { brokenLine, cutShort, damaged, notGzip, notUtf8, zonelessTimes } from './sentences.ts'

/** A file of somebody's, as a browser has it: in memory. */
export interface BillFile {
  /** Without its folder. */
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** ISO instant it was written. */
  readonly asOf: string
}

export interface ReadTools {
  readonly openParquet: (file: ArrayBuffer) => ParquetFile
  readonly signal: AbortSignal
}

export type ReadBill =
  | (Extract<Loaded, { is: 'loaded' }> & { readonly cube: readonly CubeRow[] })
  | Extract<Loaded, { is: 'refused' }>

/** Most that is read of a packed file, unpacked. Bytes. */
const mostText = 512 * 1024 * 1024
/** Most rows of a Parquet file, whose columns are packed by what is alike in them. */
const mostRows = 5_000_000

/**
 * Reads a FOCUS file, CSV (also gzipped) or Parquet, without an engine: the same rows count, and in the same words the others
 * are told of. Rejects with the signal's reason.
 */
export async function readFocus(file: BillFile, source: string, tools: ReadTools): Promise<ReadBill> {
  const refused = (message: string): ReadBill => ({ is: 'refused', message })
  if (/\.json$/i.test(file.name)) return refused(notFor(file.name, 'is JSON'))
  const sums = createSums()
  const isParquet = /\.parquet$/i.test(file.name)
  try {
    const release = await (isParquet ? addParquet(file, sums, tools) : addCsv(file, sums, tools.signal))
    const found = sums.end(source, file.asOf)
    if (found.is === 'none') return refused(found.message)
    const { rows, cube, unread } = found
    const time = isParquet ? undefined : sums.zoneless()
    const problems = [...unread, ...(time === undefined ? [] : [zonelessTimes(file.name, time)])]
    return { is: 'loaded', rows, problems, unread, format: `${release} ${isParquet ? 'Parquet' : 'CSV'}`, cube }
  } catch (error) {
    tools.signal.throwIfAborted()
    if (error instanceof NotRead) return refused(error.message)
    if (error instanceof BrokenLine) return refused(brokenLine(file.name, error.line, error.what))
    throw error
  }
}

/** What the user is told. */
class NotRead extends Error {}

const notFor = (name: string, what: string) =>
  `${name} ${what}: in a browser Outlay reads FOCUS files as CSV or Parquet. Open it in desktop VS Code or a remote window, or use the command line. Nothing was loaded.`
const tooLarge = (name: string, size: string) =>
  `${name} has ${size}: more than a browser can hold. Open it in desktop VS Code or a remote window, or use the command line. Nothing was loaded.`

/** @returns `FOCUS 1.2`. Throws a NotRead where the file is something else. */
function releaseOf(name: string, names: readonly string[]): string {
  const header = readHeader(name, names)
  if (header.is === 'unknown') throw new NotRead(header.message)
  if (!header.format.startsWith('FOCUS')) throw new NotRead(notFor(name, `is an export of the kind ${header.format}`))
  return header.format
}

async function addCsv(file: BillFile, sums: Sums, signal: AbortSignal): Promise<string> {
  let release: string | undefined
  let places: Readonly<Record<string, readonly number[]>> = {}
  const reader = createCsvReader((cells) => {
    if (release !== undefined) return sums.add((column) => firstOf(cells, places[column]!))
    release = releaseOf(file.name, cells)
    const at = focusPlaces(cells)
    places = Object.fromEntries(summed.map((column) => [column, at(column)]))
  })
  for await (const text of textOf(file)) {
    signal.throwIfAborted()
    reader.push(text)
  }
  reader.end()
  return release ?? releaseOf(file.name, [''])
}

const isEmpty = (cell: string | undefined) => cell === undefined || cell === '' || cell === 'NULL'
const firstOf = (cells: readonly (string | undefined)[], places: readonly number[]) =>
  places.map((place) => cells[place]).find((cell) => !isEmpty(cell))

/** A piece at a time. */
async function* textOf({ name, bytes }: BillFile): AsyncGenerator<string> {
  const isPacked = /\.gz$/i.test(name)
  if (isPacked && (bytes[0] !== 0x1f || bytes[1] !== 0x8b)) throw new NotRead(notGzip(name))
  const stored = new Blob([bytes]).stream()
  const unpacked = isPacked ? stored.pipeThrough(new DecompressionStream('gzip')) : stored
  const reader = (unpacked as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decoded = (piece?: Uint8Array) => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
    } catch {
      throw new NotRead(notUtf8(name))
    }
  }
  let size = 0
  for (;;) {
    const { value, done } = await reader.read().catch(() => {
      throw new NotRead(cutShort(name))
    })
    if (done) break
    size += value.length
    if (size > mostText) throw new NotRead(tooLarge(name, `more than ${mostText / 1024 / 1024} MiB of text`))
    yield decoded(value)
  }
  yield decoded()
}

async function addParquet({ name, bytes }: BillFile, sums: Sums, { openParquet, signal }: ReadTools): Promise<string> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  const parquet = opened(name, () => openParquet(file))
  const release = releaseOf(name, parquet.names)
  if (parquet.rows > mostRows) throw new NotRead(tooLarge(name, `${parquet.rows} rows`))
  const at = focusPlaces(parquet.names)
  const columns = [...new Set(summed.flatMap((column) => at(column)))]
  const places = Object.fromEntries(summed.map((column) => [column, at(column).map((place) => columns.indexOf(place))]))
  const names = columns.map((place) => parquet.names[place]!)
  try {
    for await (const rows of parquet.groups(names)) {
      for (const cells of rows) sums.add((column) => firstOf(cells, places[column]!))
      // Whoever calls it off is heard between two groups.
      await new Promise<void>((go) => setTimeout(go, 0))
      signal.throwIfAborted()
    }
  } catch (error) {
    signal.throwIfAborted()
    throw new NotRead(damaged(name), { cause: error })
  }
  return release
}

/** A file ends with where its parts are: one that is cut short has no such end. */
function opened(name: string, open: () => ParquetFile): ParquetFile {
  try {
    return open()
  } catch (error) {
    throw new NotRead(cutShort(name), { cause: error })
  }
}
