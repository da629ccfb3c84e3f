import { createClient } from '@clickhouse/client'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dayAfter } from '../../billing/range.ts'
import type { SpendStore } from '../../billing/store.ts'
import { type ClickHouse, connect } from '../../billing/stores/clickhouse-client.ts'
import { ownTables } from '../../billing/stores/clickhouse-own.ts'
import { charge } from '../../billing/testing/charges.ts'
import { noClickHouse, startClickHouse, type TestClickHouse } from './clickhouse.ts'

/** The next statement that holds the text is sent only when it is let go. */
function gated(db: ClickHouse, text: string) {
  let arrive = (): void => undefined
  let release = (): void => undefined
  const arrived = new Promise<void>((done) => {
    arrive = done
  })
  const released = new Promise<void>((done) => {
    release = done
  })
  let isOpen = false
  async function pass(query: string): Promise<void> {
    if (isOpen || !query.includes(text)) return
    isOpen = true
    arrive()
    await released
  }
  const through: ClickHouse = {
    ...db,
    rows: async (query, values, signal) => {
      await pass(query)
      return db.rows(query, values, signal)
    },
    run: async (query, values, signal) => {
      await pass(query)
      return db.run(query, values, signal)
    },
  }
  return { db: through, arrived, letGo: () => release() }
}

const looking = 'SELECT "Claim"'
const publishing = 'INSERT INTO "outlay_parts"'

if (noClickHouse)
  test(`ClickHouse is not tested on ${process.platform}-${process.arch}: chdb has no build for it`, () => {
    expect(noClickHouse).toBe(true)
  })
else
  describe('writers of one source of a real ClickHouse, at the same time', () => {
    let server: TestClickHouse
    let raw: ReturnType<typeof createClient>
    const opened: SpendStore[] = []
    beforeAll(async () => {
      server = await startClickHouse()
      raw = createClient({ url: server.address, username: server.user, password: server.password })
    }, 60_000)
    afterAll(async () => {
      for (const store of opened) await store.close()
      await raw.close()
      await server.stop()
    })

    const connected = () => connect({ ...server, database: 'default' })
    function writer(db: ClickHouse = connected()): SpendStore {
      const store = ownTables(db, '')
      opened.push(store)
      return store
    }
    /** A day's spend from now on. */
    const day = (store: SpendStore, of: string, cost: number) =>
      store.load([charge(of, cost)], { source: 'test', since: of, until: dayAfter(of) })
    const days = async () =>
      (await writer().ask({ ask: 'spend', by: ['day'] })).map(({ dimensions, billedCost }) => [
        dimensions.day,
        billedCost,
      ])
    beforeEach(async () => {
      const first = writer()
      await first.erase()
      await first.load([charge('2026-11-10', 1), charge('2026-11-11', 1)], { source: 'test' })
    })
    const both = [
      ['2026-11-10', 20],
      ['2026-11-11', 30],
    ]

    test('one that is about to publish is waited for, and what it publishes is taken over', async () => {
      const gate = gated(connected(), publishing)
      const one = day(writer(gate.db), '2026-11-10', 20)
      await gate.arrived
      const seen = gated(connected(), looking)
      let isDone = false
      const other = day(writer(seen.db), '2026-11-11', 30).finally(() => {
        isDone = true
      })
      await seen.arrived
      seen.letGo()
      await new Promise((later) => setTimeout(later, 500))
      expect(isDone).toBe(false)
      gate.letGo()
      expect(await Promise.all([one, other])).toMatchObject([{ is: 'loaded' }, { is: 'loaded' }])
      expect(await days()).toEqual(both)
    })

    test('of two that see each other one gives way, and both are there in the end', async () => {
      const [a, b] = [gated(connected(), looking), gated(connected(), looking)]
      const loads = [day(writer(a.db), '2026-11-10', 20), day(writer(b.db), '2026-11-11', 30)]
      await Promise.all([a.arrived, b.arrived])
      for (const gate of [a, b]) gate.letGo()
      await Promise.all(loads)
      expect(await days()).toEqual(both)
    })

    async function isRenewed(): Promise<boolean> {
      await new Promise((later) => setTimeout(later, 2000))
      const query = `SELECT COUNT(*) AS "n" FROM "outlay_claims" WHERE "Ended" = 0 AND "At" > now64(6, 'UTC') - INTERVAL 10 SECOND`
      const [found] = await (await raw.query({ query, format: 'JSONEachRow' })).json<{ n: string }>()
      return Number(found?.n) > 0
    }

    test('one that was held up until others went ahead publishes nothing of what it had taken over', async () => {
      const gate = gated(connected(), publishing)
      const one = day(writer(gate.db), '2026-11-10', 20)
      await gate.arrived
      // As if half a minute had passed, after which it renews its claim as before. One renewal may be on its way.
      do {
        await raw.command({
          query: `ALTER TABLE "outlay_claims" UPDATE "At" = "At" - INTERVAL 31 SECOND WHERE TRUE SETTINGS mutations_sync = 1`,
        })
      } while (await isRenewed())
      await day(writer(), '2026-11-11', 30)
      gate.letGo()
      await one
      expect(await days()).toEqual(both)
    }, 60_000)

    test('the claim of one that was killed is waited for until it runs out', async () => {
      await raw.command({
        query: `INSERT INTO "outlay_claims" SELECT '', 'killed', 0, now64(6, 'UTC') - INTERVAL 13 SECOND`,
      })
      const started = Date.now()
      await day(writer(), '2026-11-10', 20)
      expect(Date.now() - started).toBeGreaterThan(1000)
      expect((await days())[0]).toEqual(['2026-11-10', 20])
    })

    test('four at once are all there', async () => {
      const each = ['2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13']
      await Promise.all(each.map((of, i) => day(writer(), of, i + 2)))
      expect(await days()).toEqual(each.map((of, i) => [of, i + 2]))
      expect((await writer().ask({ ask: 'sources' })).map(({ rows }) => rows)).toEqual([4])
    }, 30_000)
  })
