// https://parquet.apache.org/docs/file-format/ by hyparquet, on the disk and in a browser: dist/parts/parquet.js.
import { type FileMetaData, parquetMetadata, parquetReadObjects, type SchemaElement } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'

/** Texts of the cells of one row, in the order of the columns asked for. */
export type TextRow = readonly (string | undefined)[]

export interface ParquetFile {
  /** Of the columns, as they stand in the file. */
  readonly names: readonly string[]
  readonly rows: number
  /** A group of rows at a time: only that is unpacked. */
  groups(columns: readonly string[]): AsyncIterable<readonly TextRow[]>
}

/** Rows as the daily cube has them: times in microseconds, since a Date would lose what lies under a millisecond. */
export async function readCube(file: ArrayBuffer, columns: string[]): Promise<Record<string, unknown>[]> {
  const parsers = { timestampFromMicroseconds: (micros: bigint) => micros }
  return parquetReadObjects({ file, columns, compressors, parsers })
}

/** Throws what hyparquet says of a file that is cut short or damaged. */
export function openParquet(file: ArrayBuffer): ParquetFile {
  const told = parquetMetadata(file)
  const top = topLevel(told.schema)
  const scales = new Map(top.filter(isDecimal).map(({ name, scale = 0 }) => [name, scale]))
  const metadata: FileMetaData = { ...told, schema: told.schema.map((one) => (isDecimal(one) ? bare(one) : one)) }

  async function* groups(columns: readonly string[]): AsyncGenerator<readonly TextRow[]> {
    let start = 0
    for (const { num_rows } of metadata.row_groups) {
      const rowStart = start
      start += Number(num_rows)
      const wanted = { file, metadata, columns: [...columns], compressors, parsers, utf8: false }
      const rows = await parquetReadObjects({ ...wanted, rowStart, rowEnd: start })
      yield rows.map((row) => columns.map((name) => textOf(row[name], scales.get(name))))
    }
  }

  return { names: top.map(({ name }) => name), rows: Number(told.num_rows), groups }
}

/** The root comes first; what lies in a column is not a column. */
function topLevel(schema: readonly SchemaElement[]): SchemaElement[] {
  const found: SchemaElement[] = []
  const after = (at: number): number => {
    let next = at + 1
    for (let child = 0; child < (schema[at]!.num_children ?? 0); child++) next = after(next)
    return next
  }
  for (let at = 1; at < schema.length; at = after(at)) found.push(schema[at]!)
  return found
}

const isDecimal = ({ converted_type, logical_type }: SchemaElement) =>
  converted_type === 'DECIMAL' || logical_type?.type === 'DECIMAL'

/** Whole, as it is kept: hyparquet would make a binary fraction of it, which is no longer the amount. */
const bare = ({ converted_type: _, logical_type: __, ...element }: SchemaElement): SchemaElement => element

const decoder = new TextDecoder()
const micros = (value: bigint) =>
  `${new Date(Number(value / 1000n)).toISOString().slice(0, 19)}.${String(((value % 1_000_000n) + 1_000_000n) % 1_000_000n).padStart(6, '0')}Z`
const parsers = {
  timestampFromMilliseconds: (value: bigint) => new Date(Number(value)).toISOString(),
  timestampFromMicroseconds: micros,
  timestampFromNanoseconds: (value: bigint) => micros(value / 1000n),
  dateFromDays: (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10),
  jsonFromBytes: (bytes: Uint8Array) => bytes && decoder.decode(bytes),
}

function textOf(value: unknown, scale: number | undefined): string | undefined {
  if (value === undefined || value === null) return undefined
  if (scale !== undefined) return decimal(value as number | bigint | Uint8Array, scale)
  return value instanceof Uint8Array ? decoder.decode(value) : String(value)
}

function decimal(value: number | bigint | Uint8Array, scale: number): string {
  const units = value instanceof Uint8Array ? bigEndian(value) : BigInt(value)
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  return `${units < 0n ? '-' : ''}${whole}.${digits.slice(digits.length - scale)}`
}

/** Two's complement. */
function bigEndian(bytes: Uint8Array): bigint {
  const units = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  return BigInt.asIntN(bytes.length * 8, units)
}
