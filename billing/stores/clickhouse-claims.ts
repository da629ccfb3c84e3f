import { randomInt, randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { WarehouseError } from '../warehouse.ts'
import type { ClickHouse } from './clickhouse-client.ts'
import { claimsTable } from './clickhouse-tables.ts'

// ClickHouse has no transaction over what is read and what is written. Who publishes looks at what counts, and writes what is to
// count instead: of two who look before either has written, one would be lost. So each first inserts a claim, then looks for claims
// of others, and goes on only where there is none. Of two at least one sees the other's, as both have inserted before they look.
// The one whose claim is smaller waits; the other gives its claim back and comes again with a new one.
//
// Who lives renews its claim, so that of one that was killed the others need not wait long. One that was not renewed in time, as
// its process stood still, is not renewed any more: the others may have gone ahead. Between the time up to which a claim publishes
// and the time from which others go ahead lies what a statement may take that was begun in time. One that takes longer still is
// dated before what the others published meanwhile: it does not count, and its owner finds that and loads again.

/** What a store of a scope has of the tables; the empty scope is that of projects that have none. */
export interface Scoped {
  readonly db: ClickHouse
  readonly scope: string
}

/** Seconds after which a claim that was not renewed is of a process that was killed. */
const abandoned = 15
/** Seconds for which a claim lets publish: whoever was held up for longer finds that others may have gone ahead. */
const valid = 5
const renewed = 1500 // ms: often enough that one renewal may fail
/** Seconds for which it can be renewed: well before others go ahead. */
const renewable = 10
const patience = 60_000 // ms

/** True, as SQL, while this claim lets its owner publish. Asked in the statement that publishes. */
export const claimHolds = `(SELECT COUNT(*) FROM "${claimsTable}" WHERE "Scope" = {scope:String} AND "Claim" = {claim:String} AND "Ended" = 0 AND "At" > now64(6, 'UTC') - INTERVAL ${valid} SECOND) > 0`

/** Nobody else publishes in the scope meanwhile. Rejects with a WarehouseError where others do not come to an end. */
export async function alone<T>(
  own: Scoped,
  signal: AbortSignal | undefined,
  work: (claim: string) => Promise<T>,
): Promise<T> {
  const claim = await claimed(own, signal)
  const beat = setInterval(() => void renew(own, claim).catch(inVain), renewed)
  try {
    return await work(claim)
  } finally {
    clearInterval(beat)
    await giveBack(own, claim)
  }
}

async function claimed(own: Scoped, signal: AbortSignal | undefined): Promise<string> {
  const until = Date.now() + patience
  let claim = randomUUID()
  let since = Date.now()
  try {
    await write(own, claim, 0)
    for (;;) {
      signal?.throwIfAborted()
      if (Date.now() - since > renewed) {
        since = Date.now()
        await write(own, claim, 0)
      }
      const others = (await living(own, signal)).filter((each) => each !== claim)
      if (others.length === 0) return claim
      if (Date.now() > until)
        throw new WarehouseError(
          'Others are loading into ClickHouse at the same time, one after the other: load it again.',
        )
      const gives = others.some((each) => each < claim)
      if (gives) await giveBack(own, claim)
      await delay(randomInt(20, 200))
      if (!gives) continue
      claim = randomUUID()
      since = Date.now()
      await write(own, claim, 0)
    }
  } catch (error) {
    await giveBack(own, claim)
    throw error
  }
}

/** Of a cluster, every replica must know what was inserted: https://clickhouse.com/docs/operations/settings/settings#select_sequential_consistency */
async function living({ db, scope }: Scoped, signal: AbortSignal | undefined): Promise<readonly string[]> {
  const rows = await db.rows(
    `SELECT "Claim" FROM "${claimsTable}" WHERE "Scope" = {scope:String} GROUP BY 1
HAVING MAX("Ended") = 0 AND MAX("At") > now64(6, 'UTC') - INTERVAL ${abandoned} SECOND SETTINGS select_sequential_consistency = 1`,
    { scope },
    signal,
  )
  return rows.map(([claim]) => String(claim))
}

/** A claim that cannot be renewed, or given back, runs out. */
const inVain = () => undefined
const giveBack = (own: Scoped, claim: string) => write(own, claim, 1).catch(inVain)

const write = ({ db, scope }: Scoped, claim: string, ended: 0 | 1) =>
  db.run(
    `INSERT INTO "${claimsTable}" ("Scope", "Claim", "Ended", "At") SELECT {scope:String}, {claim:String}, ${ended}, now64(6, 'UTC')`,
    { scope, claim },
  )

const renew = ({ db, scope }: Scoped, claim: string) =>
  db.run(
    `INSERT INTO "${claimsTable}" ("Scope", "Claim", "Ended", "At") SELECT {scope:String}, {claim:String}, 0, now64(6, 'UTC') FROM (SELECT 1) AS "once"
WHERE (SELECT MAX("At") FROM "${claimsTable}" WHERE "Scope" = {scope:String} AND "Claim" = {claim:String}) > now64(6, 'UTC') - INTERVAL ${renewable} SECOND`,
    { scope, claim },
  )
