import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type KeptState, stateAfter, stateFrom } from '../load-state.ts'
import type { LoadOptions, LoadState, Replaces } from '../store.ts'
import { WarehouseError } from '../warehouse.ts'
import { alone, claimHolds, type Scoped } from './clickhouse-claims.ts'
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

/** Of one source. */
const counted = async (own: Scoped, of: string, signal?: AbortSignal) =>
  (await partsThatCount(own, signal)).filter(({ source }) => source === of)

export async function partsThatCount({ db, scope }: Scoped, signal?: AbortSignal): Promise<readonly Part[]> {
  const rows = await db.rows(`SELECT "Source", "Month", "Live" FROM (${liveParts}) AS "live"`, { scope }, signal)
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
 * @returns false where somebody else has published the same months since they were taken over: nothing of this load is left then
 */
export async function publish(
  own: Scoped,
  load: string,
  ready: Ready,
  replaces: Replaces,
  { signal, problems = [], origin, rest }: LoadOptions,
): Promise<boolean> {
  const { db } = own
  await db.insertParquet(`"${rowsTable}"`, [...rowColumns, 'x_Part'], createReadStream(ready.parquet), signal)
  const before = await counted(own, replaces.source, signal)
  const months = new Set([
    ...ready.months,
    ...before.map(({ month }) => month).filter((month) => touches(month, replaces)),
  ])
  const touched = before.filter(({ month }) => months.has(month))
  if (touched.length > 0 && (replaces.since !== undefined || replaces.until !== undefined))
    await takeOver(db, load, touched, replaces, signal)
  const parts = [...months].map((month) => ({ source: replaces.source, month, name: partOf(load, month) }))
  const isPublished = await alone(own, signal, async (claim) => {
    const now = (await counted(own, replaces.source, signal)).filter(
      ({ month }) => months.has(month) || touches(month, replaces),
    )
    if (namesOf(now) !== namesOf(touched)) return false
    signal?.throwIfAborted()
    await publishParts(own, claim, parts)
    const after = new Set((await partsThatCount(own)).map(({ name }) => name))
    if (!parts.every(({ name }) => after.has(name))) return false
    await remember(own, replaces, { problems: [...problems, ...ready.loaded.problems], origin, rest })
    return true
  })
  if (!isPublished) for (const { month, name } of parts) await dropPart(db, month, name)
  return isPublished
}

const namesOf = (parts: readonly Part[]) =>
  parts
    .map(({ name }) => name)
    .sort()
    .join()

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

/**
 * One block of one INSERT: all of it counts, or, where the claim has become too old, nothing. Later than all before by its time, also
 * where the server's clock was set back.
 */
async function publishParts({ db, scope }: Scoped, claim: string, parts: readonly Part[]): Promise<void> {
  if (parts.length === 0) return
  await db.run(
    `INSERT INTO "${partsTable}" ("Scope", "Source", "Month", "Part", "At") SELECT {scope:String}, "part".1, "part".2, "part".3, ${after(partsTable)}
FROM (SELECT arrayJoin(arrayZip({sources:Array(String)}, {months:Array(UInt32)}, {names:Array(String)})) AS "part") AS "parts" WHERE ${claimHolds}`,
    {
      scope,
      claim,
      sources: parts.map(({ source }) => source),
      months: parts.map(({ month }) => month),
      names: parts.map(({ name }) => name),
    },
  )
}

const after = (table: string) =>
  `greatest(now64(6, 'UTC'), (SELECT addMicroseconds(max("At"), 1) FROM "${table}" WHERE "Scope" = {scope:String}))`

/** From now on no row of the source counts. */
export async function withdraw(own: Scoped, source: string): Promise<void> {
  const remove = () =>
    alone(own, undefined, async (claim) => {
      await publishParts(own, claim, (await counted(own, source)).map(withoutPart))
      if ((await counted(own, source)).length > 0) return false
      await note(own, source, '')
      return true
    })
  if (!(await remove()) && !(await remove()))
    throw new WarehouseError(`ClickHouse was too slow to remove ${source}: do it again.`)
}

const withoutPart = (part: Part): Part => ({ ...part, name: '' })

/**
 * Removes what was published in the scope, and nothing else: the tables may hold other projects' spend. It counts no more from the first
 * statement on. A load that has not published yet is not touched; where it was killed, `sweep` takes it.
 */
export async function eraseScope(own: Scoped): Promise<void> {
  const { db, scope } = own
  const last = async (table: string) => {
    const [[at] = []] = await db.rows(`SELECT toString(max("At")) FROM "${table}" WHERE "Scope" = {scope:String}`, {
      scope,
    })
    return String(at)
  }
  const until = await alone(own, undefined, async (claim) => {
    await publishParts(own, claim, (await partsThatCount(own)).map(withoutPart))
    return { [partsTable]: await last(partsTable), [loadsTable]: await last(loadsTable) }
  })
  const ours = `"Scope" = {scope:String} AND "At" <= parseDateTime64BestEffort({until:String}, 6, 'UTC')`
  const named = await db.rows(`SELECT DISTINCT "Month", "Part" FROM "${partsTable}" WHERE "Part" != '' AND ${ours}`, {
    scope,
    until: until[partsTable]!,
  })
  for (const [month, part] of named) await dropPart(db, Number(month), String(part))
  for (const [table, at] of Object.entries(until))
    await db.run(`ALTER TABLE "${table}" DELETE WHERE ${ours} SETTINGS mutations_sync = 1`, { scope, until: at })
}

const dropPart = (db: ClickHouse, month: number, part: string) =>
  db.run(`ALTER TABLE "${rowsTable}" DROP PARTITION tuple(${month}, {part:String})`, { part })

async function remember(
  own: Scoped,
  replaces: Replaces,
  told: Pick<LoadOptions, 'origin' | 'rest'> & Pick<LoadState, 'problems'>,
): Promise<void> {
  const before = (await loadStates(own)).find(({ source }) => source === replaces.source)
  const { source, ...state } = stateAfter(before, replaces, { ...told, at: new Date().toISOString() })
  await note(own, source, JSON.stringify(state))
}

const note = ({ db, scope }: Scoped, source: string, state: string) =>
  db.run(
    `INSERT INTO "${loadsTable}" ("Scope", "Source", "At", "State") SELECT {scope:String}, {source:String}, ${after(loadsTable)}, {state:String}`,
    { scope, source, state },
  )

export async function loadStates({ db, scope }: Scoped): Promise<readonly LoadState[]> {
  const rows = await db.rows(
    `SELECT "Source", argMax("State", "At") AS "Last" FROM "${loadsTable}" WHERE "Scope" = {scope:String} GROUP BY 1 HAVING "Last" != '' ORDER BY 1`,
    { scope },
  )
  return rows.map(([source, state]) =>
    stateFrom({ ...(JSON.parse(String(state)) as Omit<KeptState, 'source'>), source: String(source) }),
  )
}

const grace = 10 * 60_000 // ms: a question that began before a load may still read what the load replaced
const abandoned = 86_400_000 // ms: no load takes a day; what is older and was never published is of one that was killed

/** Drops what no longer counts in any scope and nobody can be reading. Looks at no row. */
export async function sweep(db: ClickHouse, now: Date): Promise<void> {
  const stored = await db.rows(
    `SELECT DISTINCT "partition" FROM system.parts WHERE "active" AND "database" = currentDatabase() AND "table" = '${rowsTable}'`,
  )
  const published = await db.rows(
    `SELECT "Part", argMax("Part", "At") OVER "month" = "Part", toUnixTimestamp64Milli(max("At") OVER "month")
FROM "${partsTable}" WINDOW "month" AS (PARTITION BY "Scope", "Source", "Month")`,
  )
  const known = new Map(published.map(([part, isLive, since]) => [String(part), { isLive, since: Number(since) }]))
  for (const [partition] of stored) {
    const [, month, part] = /^\((\d+),'(.+)'\)$/.exec(String(partition)) ?? []
    if (month === undefined || part === undefined) continue
    const { isLive, since } = known.get(part) ?? {}
    const made = Date.parse(part.slice(0, part.indexOf('~')))
    const isOver = since === undefined ? now.getTime() - made > abandoned : now.getTime() - since > grace
    if (isLive || !isOver) continue
    await dropPart(db, Number(month), part)
  }
}
