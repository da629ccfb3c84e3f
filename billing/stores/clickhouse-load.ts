import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stateAfter } from '../load-state.ts'
import type { LoadOptions, LoadState, Replaces } from '../store.ts'
import { WarehouseError } from '../warehouse.ts'
import type { ClickHouse } from './clickhouse-client.ts'
import { liveParts, loadsTable, partsTable, rowColumns, rowsTable } from './clickhouse-tables.ts'
import type { Ready } from './duckdb-parquet.ts'

/** A part and what it holds. */
interface Part {
  readonly source: string
  /** 202611 */
  readonly month: number
  readonly name: string
}

export async function partsThatCount(db: ClickHouse, signal?: AbortSignal): Promise<readonly Part[]> {
  const rows = await db.rows(`SELECT "Source", "Month", "Live" FROM (${liveParts}) AS "live"`, {}, signal)
  return rows.map(([source, month, name]) => ({ source: String(source), month: Number(month), name: String(name) }))
}

/** The name of a month's part in a load begins with the time of the load. */
export const newLoad = (now: Date) => `${now.toISOString()}~${randomUUID().slice(0, 8)}`
const partOf = (load: string, month: number) => `${load}~${month}`
/** The same in DuckDB, over a row. */
export const partSql = (load: string) => `'${load}~' || strftime("ChargePeriodStart", '%Y%m')`

/**
 * Writes a load beside what counts, takes over what it does not replace, then publishes all its months in one insert. What was there
 * counts until then, also where the process is killed in between.
 */
export async function publish(
  db: ClickHouse,
  load: string,
  ready: Ready,
  replaces: Replaces,
  signal?: AbortSignal,
): Promise<void> {
  await db.insertParquet(`"${rowsTable}"`, [...rowColumns, 'x_Part'], createReadStream(ready.parquet), signal)
  const before = (await partsThatCount(db, signal)).filter(({ source }) => source === replaces.source)
  const months = new Set([
    ...ready.months,
    ...before.map(({ month }) => month).filter((month) => touches(month, replaces)),
  ])
  const touched = before.filter(({ month }) => months.has(month))
  if (touched.length > 0 && (replaces.since !== undefined || replaces.until !== undefined))
    await takeOver(db, load, touched, replaces, signal)
  signal?.throwIfAborted()
  const now = (await partsThatCount(db, signal)).filter(
    ({ source, month }) => source === replaces.source && months.has(month),
  )
  if (
    now
      .map(({ name }) => name)
      .sort()
      .join() !==
    touched
      .map(({ name }) => name)
      .sort()
      .join()
  )
    throw new WarehouseError(
      `${replaces.source} was loaded into ClickHouse by someone else at the same time: load it again.`,
    )
  await publishParts(
    db,
    replaces.source,
    [...months].map((month) => ({ month, name: partOf(load, month) })),
  )
}

const touches = (month: number, { since = '', until = '9' }: Replaces) => {
  const first = `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}`
  return first >= since.slice(0, 7) && `${first}-01` < until
}

/** The rows of the touched months outside the days that are replaced. */
async function takeOver(
  db: ClickHouse,
  load: string,
  parts: readonly Part[],
  { since, until }: Replaces,
  signal?: AbortSignal,
) {
  const instant = (name: string) => `parseDateTime64BestEffort({${name}:String}, 6, 'UTC')`
  const kept = [
    since === undefined ? 'FALSE' : `"ChargePeriodStart" < ${instant('since')}`,
    until === undefined ? 'FALSE' : `"ChargePeriodStart" >= ${instant('until')}`,
  ]
  await db.run(
    `INSERT INTO "${rowsTable}" SELECT * REPLACE (concat({load:String}, '~', toString(toYYYYMM("ChargePeriodStart"))) AS "x_Part")
FROM (SELECT * FROM "${rowsTable}" WHERE "x_Part" IN {parts:Array(String)} AND (${kept.join(' OR ')})) AS "kept"`,
    { load, parts: parts.map(({ name }) => name), since: since ?? '', until: until ?? '' },
    signal,
  )
}

/** One block of one INSERT: all of it counts, or nothing. */
async function publishParts(db: ClickHouse, source: string, parts: readonly Omit<Part, 'source'>[]): Promise<void> {
  if (parts.length === 0) return
  await db.run(
    `INSERT INTO "${partsTable}" SELECT {source:String}, "month", "name", now64(6, 'UTC')
FROM (SELECT arrayJoin(arrayZip({months:Array(UInt32)}, {names:Array(String)})) AS "pair", "pair".1 AS "month", "pair".2 AS "name") AS "parts"`,
    { source, months: parts.map(({ month }) => month), names: parts.map(({ name }) => name) },
  )
}

/** From now on no row of the source counts. */
export async function withdraw(db: ClickHouse, source: string): Promise<void> {
  const parts = (await partsThatCount(db)).filter((part) => part.source === source)
  await publishParts(
    db,
    source,
    parts.map(({ month }) => ({ month, name: '' })),
  )
  await note(db, source, '')
}

export async function remember(
  db: ClickHouse,
  replaces: Replaces,
  problems: readonly string[],
  { origin }: LoadOptions,
): Promise<void> {
  const before = (await loadStates(db)).find(({ source }) => source === replaces.source)
  const { source, ...state } = stateAfter(before, replaces, { problems, origin, at: new Date().toISOString() })
  await note(db, source, JSON.stringify(state))
}

const note = (db: ClickHouse, source: string, state: string) =>
  db.run(`INSERT INTO "${loadsTable}" SELECT {source:String}, now64(6, 'UTC'), {state:String}`, { source, state })

export async function loadStates(db: ClickHouse): Promise<readonly LoadState[]> {
  const rows = await db.rows(
    `SELECT "Source", argMax("State", "At") AS "Last" FROM "${loadsTable}" GROUP BY 1 HAVING "Last" != '' ORDER BY 1`,
  )
  return rows.map(([source, state]) => ({
    source: String(source),
    ...(JSON.parse(String(state)) as Omit<LoadState, 'source'>),
  }))
}

const grace = 10 * 60_000 // ms: a question that began before a load may still read what the load replaced
const abandoned = 86_400_000 // ms: no load takes a day; what is older and was never published is of one that was killed

/** Drops what no longer counts and nobody can be reading. Looks at no row. */
export async function sweep(db: ClickHouse, now: Date): Promise<void> {
  const stored = await db.rows(
    `SELECT DISTINCT "partition" FROM system.parts WHERE "active" AND "database" = currentDatabase() AND "table" = '${rowsTable}'`,
  )
  const published = await db.rows(
    `SELECT "Part", argMax("Part", "At") OVER "month" = "Part", toUnixTimestamp64Milli(max("At") OVER "month")
FROM "${partsTable}" WINDOW "month" AS (PARTITION BY "Source", "Month")`,
  )
  const known = new Map(published.map(([part, isLive, since]) => [String(part), { isLive, since: Number(since) }]))
  for (const [partition] of stored) {
    const [, month, part] = /^\((\d+),'(.+)'\)$/.exec(String(partition)) ?? []
    if (month === undefined || part === undefined) continue
    const { isLive, since } = known.get(part) ?? {}
    const made = Date.parse(part.slice(0, part.indexOf('~')))
    const isOver = since === undefined ? now.getTime() - made > abandoned : now.getTime() - since > grace
    if (isLive || !isOver) continue
    await db.run(`ALTER TABLE "${rowsTable}" DROP PARTITION tuple(${month}, {part:String})`, { part })
  }
}
