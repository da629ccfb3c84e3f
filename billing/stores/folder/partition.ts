import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type Column, essential } from '../../focus.ts'
import type { Replaces } from '../../store.ts'
import { cubeKeys } from '../cube.ts'
import { cubeOf, tagColumns } from '../cube-sql.ts'
import { columnNames, name, parquet, quote, read } from '../duckdb-file.ts'
import { all, nullOf, replaced, sqlTypes } from '../duckdb-load.ts'
import type { Disk } from './disk.ts'
import type { Partition } from './manifest.ts'

export interface Writing {
  readonly db: DuckDBConnection
  readonly folder: string
  readonly disk: Disk
  readonly tags: readonly string[]
}

/** What the cube is made of. */
const always: ReadonlySet<Column> = new Set<Column>([...essential, ...cubeKeys, 'Tags', 'x_FetchedAt', 'x_Estimated'])

/** Changes when a column does: partitions of another shape are read by name. */
const shape = fingerprint(all.map(([column, kind]) => `${column} ${sqlTypes[kind]}`).join())

/** Months that `incoming` has rows of. */
export async function incomingMonths(db: DuckDBConnection): Promise<string[]> {
  const months = `SELECT DISTINCT date_trunc('month', "ChargePeriodStart") AS "month" FROM incoming`
  const rows = await read(db, `SELECT strftime("month", '%Y-%m') AS "month" FROM (${months}) ORDER BY 1`)
  return rows.map(({ month }) => String(month))
}

/**
 * Writes a source's month anew: what `incoming` has of it, and what of `before` is not replaced. @returns undefined where no row is left
 */
export async function writePartition(
  { db, folder, disk, tags }: Writing,
  month: string,
  replaces: Replaces,
  before: Partition | undefined,
): Promise<Partition | undefined> {
  const range = `"ChargePeriodStart" >= TIMESTAMP ${quote(`${month}-01`)} AND "ChargePeriodStart" < TIMESTAMP ${quote(monthAfter(month))}`
  const parts = [await partOf(db, 'incoming', range)]
  if (before && !coversMonth(replaces, month))
    parts.push(await partOf(db, parquet([join(folder, before.rows)]), `NOT (${replaced(replaces)})`))
  const told = all.filter(([column]) => always.has(column) || parts.some(({ there }) => there.has(column)))
  const selects = parts.map(({ table, there, where }) => {
    const cells = told.map(([column, kind]) => (there.has(column) ? name(column) : nullOf(column, kind)))
    return `SELECT ${cells.join(', ')} FROM ${table} WHERE ${where}`
  })
  const stem = `${slug(replaces.source)}-${month}-${randomUUID().slice(0, 13)}`
  const [rows, cube] = [`${stem}.parquet`, `${stem}.cube.parquet`]
  const sorted = `SELECT ${['*', ...tagColumns(tags)].join(', ')} FROM (${selects.join(' UNION ALL ')}) ORDER BY "ChargePeriodStart"`
  const count = await copy(db, sorted, join(folder, rows))
  if (count === 0) {
    await disk.remove(join(folder, rows))
    return undefined
  }
  await copy(db, cubeOf(parquet([join(folder, rows)]), tags), join(folder, cube))
  const bytes = await Promise.all([rows, cube].map((file) => settled(join(folder, file), disk)))
  const columns = told.map(([column]) => column)
  return { source: replaces.source, month, rows, cube, count, bytes: bytes[0]! + bytes[1]!, tags, shape, columns }
}

async function partOf(db: DuckDBConnection, table: string, where: string) {
  return { table, where, there: new Set<string>(await columnNames(db, table)) }
}

async function copy(db: DuckDBConnection, select: string, path: string): Promise<number> {
  const result = await db.run(`COPY (${select}) TO ${quote(path)} (FORMAT parquet, COMPRESSION zstd)`)
  return Number(result.rowsChanged)
}

/** @returns its bytes */
async function settled(path: string, disk: Disk): Promise<number> {
  await disk.flush(path)
  return (await stat(path)).size
}

const coversMonth = ({ since, until }: Replaces, month: string) =>
  (since === undefined || since <= `${month}-01`) && (until === undefined || until >= monthAfter(month))

/** `2026-12` → `2027-01-01`. */
function monthAfter(month: string): string {
  const [year, index] = month.split('-').map(Number)
  return new Date(Date.UTC(year!, index!, 1)).toISOString().slice(0, 10)
}

/** Whether a load may take something away from a month. */
export const touches = ({ since, until }: Replaces, month: string) =>
  (since === undefined || since < monthAfter(month)) && (until === undefined || until > `${month}-01`)

const slug = (source: string) => source.replace(/[^A-Za-z0-9.-]+/g, '_').slice(0, 60)

/** FNV-1a, 32 bits: tells shapes apart, guards nothing. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(16)
}
