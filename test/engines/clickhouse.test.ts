import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClient } from '@clickhouse/client'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SpendStore } from '../../billing/store.ts'
import { alone, claimHolds } from '../../billing/stores/clickhouse-claims.ts'
import { connect } from '../../billing/stores/clickhouse-client.ts'
import { sweep } from '../../billing/stores/clickhouse-load.ts'
import { openWarehouse } from '../../billing/stores/warehouse.ts'
import type { WarehousePlace } from '../../billing/warehouse.ts'
import { answersBy, asked, differences } from './asked.ts'
import { clickHousePlace, noClickHouse, startClickHouse, type TestClickHouse } from './clickhouse.ts'
import { outside } from './outside.ts'
import { quarter } from './spend-rows.ts'

const november = quarter('aws', 3).filter(({ ChargePeriodStart }) => ChargePeriodStart >= '2026-10-28')

if (noClickHouse)
  test(`ClickHouse is not tested on ${process.platform}-${process.arch}: chdb has no build for it`, () => {
    expect(noClickHouse).toBe(true)
  })
else
  describe('a real ClickHouse', () => {
    let server: TestClickHouse
    let store: SpendStore
    let raw: ReturnType<typeof createClient>
    beforeAll(async () => {
      server = await startClickHouse()
      raw = createClient({ url: server.address, username: server.user, password: server.password })
      store = await open()
      await store.load(november, { source: 'aws' })
    }, 60_000)
    afterAll(async () => {
      await store.close()
      await raw.close()
      await server.stop()
    })

    const open = (more: Partial<WarehousePlace['settings']> = {}, scope?: string) =>
      openWarehouse({ ...clickHousePlace(server, more), scope }, outside)
    const says = async (more: Partial<WarehousePlace['settings']>, credentials?: Record<string, string>) => {
      const place = clickHousePlace(server, more)
      const wrong = openWarehouse({ ...place, credentials: credentials ?? place.credentials }, outside)
      const answer = wrong.then((opened) => opened.ask({ ask: 'totals' }).finally(() => opened.close()))
      return answer.then(
        (rows) => `answered ${rows.length}`,
        (error: Error) => error.message,
      )
    }

    test('an existing table answers as our own, its columns under other names and of other types', async () => {
      await raw.command({
        query: `CREATE TABLE "bill" ENGINE = MergeTree ORDER BY "ChargePeriodStart" AS SELECT * EXCEPT ("ServiceName", "ServiceProviderName", "Tags", "BilledCost", "ChargePeriodStart", "BillingAccountId", "x_Part", "x_Source", "x_FetchedAt"),
  "ServiceName" AS "product", "ServiceProviderName" AS "ProviderName", CAST(JSONExtractKeysAndValues(ifNull("Tags", '{}'), 'String') AS Map(String, String)) AS "Tags",
  toFloat64("BilledCost") AS "BilledCost", toDateTime(assumeNotNull("ChargePeriodStart"), 'America/New_York') AS "ChargePeriodStart"
FROM "outlay_rows"`,
      })
      const mapped = await open({ table: 'bill', columns: { ServiceName: 'product' } })
      // Which account has no name is told by no column of this table, tags of a map are texts, and all is of one source.
      const alike = asked.filter(([, question]) => !/account|"tag:n"|source|overlaps/.test(JSON.stringify(question)))
      expect(differences(await answersBy(store, alike), await answersBy(mapped, alike))).toEqual([])
      expect(await mapped.ask({ ask: 'sources' })).toMatchObject([{ source: 'clickhouse', rows: november.length }])
      expect(await mapped.load([], { source: 'aws' })).toMatchObject({
        is: 'refused',
        message: expect.stringMatching(/^ClickHouse is only read/),
      })
      await mapped.close()
    })

    test('rows of an existing table that no total can hold are left out, counted and told; an empty text is none', async () => {
      await raw.command({
        query: `CREATE TABLE "loose" ("ProviderName" String, "ServiceName" String, "ChargeCategory" String, "ChargePeriodStart" DateTime('UTC'), "ChargePeriodEnd" DateTime('UTC'),
  "BillingCurrency" String, "BilledCost" String, "EffectiveCost" Nullable(Decimal(18, 6))) ENGINE = MergeTree ORDER BY tuple()`,
      })
      const at = `'2026-11-01 00:00:00', '2026-11-02 00:00:00'`
      await raw.command({
        query: `INSERT INTO "loose" VALUES ('AWS', 'EC2', 'Usage', ${at}, 'USD', '1.5', 1), ('AWS', '', 'Usage', ${at}, 'USD', '2', 2),
  ('AWS', 'EC2', 'Usage', ${at}, '', '4', 4), ('AWS', 'EC2', 'Usage', ${at}, '', '8', NULL), ('AWS', 'EC2', 'Usage', ${at}, 'USD', 'n/a', 16)`,
      })
      const loose = await open({ table: 'loose' })
      expect(await loose.ask({ ask: 'spend', by: ['service'] })).toMatchObject([
        { dimensions: { service: 'EC2' }, currency: 'USD', billedCost: 1.5, effectiveCost: 1 },
        { dimensions: { service: null }, currency: 'USD', billedCost: 2, effectiveCost: 2 },
      ])
      expect(await loose.loads()).toMatchObject([
        {
          source: 'clickhouse',
          problems: [
            `ClickHouse's table loose: 2 rows have no readable BillingCurrency, not in the totals.`,
            `ClickHouse's table loose: 1 row has no readable BilledCost, not in the totals.`,
            `ClickHouse's table loose: 1 row has no readable EffectiveCost, not in the totals.`,
          ],
        },
      ])
      await loose.close()
    })

    test('what is wrong is one sentence that says what to do', async () => {
      const host = new URL(server.address).host
      expect(await says({}, { password: 'wrong' })).toBe(
        `ClickHouse at ${host} refused the user default: the password is wrong, or there is no such user.`,
      )
      expect(await says({}, {})).toContain('refused the user default: a password is needed')
      expect(await says({ database: 'nowhere' })).toBe(
        `ClickHouse at ${host} has no database nowhere: make it (CREATE DATABASE nowhere), or name another.`,
      )
      expect(await says({ table: 'gone' })).toContain(`ClickHouse's database default has no table`)
      expect(await says({ table: 'outlay_loads' })).toMatch(
        /^ClickHouse's table outlay_loads is not a FOCUS table: it has no ServiceProviderName, no .*\. Where it has them under other names, say which in "columns"/,
      )
      expect(await says({ table: 'outlay_rows', columns: { ServiceName: 'produkt' } })).toMatch(
        /^ClickHouse's table outlay_rows has no column "produkt", which spend\.store of outlay\.json names for ServiceName: it has /,
      )
      expect(await says({ database: undefined })).toBe(
        'spend.store of outlay.json names ClickHouse, but not its "database".',
      )
    })

    test('no sentence holds the password', async () => {
      const password = 'marked-secret'
      const wrong: Partial<WarehousePlace['settings']>[] = [{}, { address: 'http://127.0.0.1:9' }, { table: 'gone' }]
      for (const settings of [...wrong, { address: `http://user:${password}@127.0.0.1:9` }])
        expect(await says(settings, { password })).not.toContain(password)
    })

    test('another address, another server, a password in the open', async () => {
      expect(await says({ address: 'http://127.0.0.1:9' })).toMatch(
        /^ClickHouse could not be reached at http:\/\/127\.0\.0\.1:9 \(ECONNREFUSED\): is the address right/,
      )
      expect(await says({ address: 'clickhouse' })).toBe(
        '"clickhouse" is no address of a ClickHouse: it is written https://host:8443.',
      )
      expect(await says({ address: 'http://clickhouse.example:8123' })).toBe(
        'The address of ClickHouse must start with https://: the password was not sent to clickhouse.example:8123.',
      )
      const page = createServer((_, response) => response.writeHead(404).end('<html>Not Found</html>')).listen(0)
      await once(page, 'listening')
      const address = `http://127.0.0.1:${(page.address() as AddressInfo).port}`
      expect(await says({ address })).toBe(
        `What answers at ${address} is not ClickHouse's HTTP interface: is the port the one for HTTP (8443, or 8123 without TLS)?`,
      )
      page.close()
    })

    test('a question that is called off ends at once, here and there', async () => {
      const controller = new AbortController()
      const reason = new Error('enough')
      const held = server.hold('SUM("BilledCost")')
      const answer = expect(store.ask({ ask: 'totals' }, controller.signal)).rejects.toBe(reason)
      const id = await held
      const killed = server.killed()
      controller.abort(reason)
      await answer
      expect(await killed).toBe(id)
      expect(await store.ask({ ask: 'totals' })).not.toEqual([])
    })

    describe('loads', () => {
      let before: unknown
      beforeEach(async () => {
        before = await store.ask({ ask: 'spend', by: ['day', 'service'] })
      })
      const now = () => store.ask({ ask: 'spend', by: ['day', 'service'] })

      test('a load that is broken off between its rows and their publication leaves what was there', async () => {
        const controller = new AbortController()
        const doubled = november.map((row) => ({ ...row, BilledCost: row.BilledCost * 2 }))
        const held = server.hold('REPLACE')
        const load = store.load(doubled, { source: 'aws', since: '2026-11-02' }, { signal: controller.signal })
        const refused = expect(load).rejects.toThrow('This operation was aborted')
        await held
        controller.abort()
        await refused
        expect(await now()).toEqual(before)
      })

      test('two at the same time: each is whole, or refused in words', async () => {
        const other = await open()
        const range = { since: '2026-11-10', until: '2026-11-12' }
        const some = november.filter(({ ChargePeriodStart: at }) => at >= range.since && at < range.until)
        const both = await Promise.allSettled([
          store.load(some, { source: 'aws', ...range }),
          other.load(some, { source: 'aws', ...range }),
        ])
        for (const one of both)
          if (one.status === 'rejected') expect(String(one.reason)).toContain('loaded into ClickHouse by someone else')
        expect(both.some(({ status }) => status === 'fulfilled')).toBe(true)
        expect(await now()).toEqual(before)
        await other.close()
      })

      test('who is at it for longer than a claim holds renews it, and nobody else publishes until it is done', async () => {
        const db = connect({ ...server, database: 'default' })
        const own = { db, scope: 'held' }
        const holds = async (claim: string) =>
          (await db.rows(`SELECT ${claimHolds}`, { scope: own.scope, claim })).flat().map(Boolean)
        const order: string[] = []
        const first = alone(own, undefined, async (claim) => {
          await new Promise((done) => setTimeout(done, 6500))
          order.push('first')
          return holds(claim)
        })
        await new Promise((done) => setTimeout(done, 500))
        await alone(own, undefined, async () => void order.push('second'))
        expect([await first, order]).toEqual([[true], ['first', 'second']])
        await db.close()
      }, 30_000)

      test('rows that a load has replaced are gone as soon as nobody can be reading them', async () => {
        const parts = async () => {
          const asked = { query: 'SELECT uniqExact("x_Part") AS "n" FROM "outlay_rows"', format: 'JSON' } as const
          const { data } = await (await raw.query(asked)).json<{ n: string }>()
          return Number(data[0]?.n)
        }
        await store.load(november, { source: 'aws' })
        const months = new Set(november.map(({ ChargePeriodStart }) => ChargePeriodStart.slice(0, 7))).size
        expect(await parts()).toBeGreaterThan(months)
        const db = connect({ ...server, database: 'default' })
        await sweep(db, new Date(Date.now() + 11 * 60_000))
        await sweep(db, new Date(Date.now() + 25 * 3_600_000))
        await db.close()
        expect(await parts()).toBe(months)
        expect(await now()).toEqual(before)
      })

      test('another scope neither sees nor replaces nor erases it, and erases all of its own', async () => {
        const other = await open({}, 'scope-1')
        expect(await other.ask({ ask: 'sources' })).toEqual([])
        await other.load(november.slice(0, 50), { source: 'aws' })
        await other.load(november.slice(0, 20), { source: 'aws' }, { origin: '/private/bill.csv' })
        expect(await other.ask({ ask: 'sources' })).toMatchObject([{ source: 'aws', rows: 20 }])
        expect(await now()).toEqual(before)
        const loads = await store.loads()
        await other.erase()
        expect([await other.ask({ ask: 'sources' }), await other.loads()]).toEqual([[], []])
        expect(await now()).toEqual(before)
        expect(await store.loads()).toEqual(loads)
        const left = async (query: string) => (await (await raw.query({ query, format: 'JSON' })).json()).data
        expect(
          await left(`SELECT "Scope" FROM "outlay_parts" UNION DISTINCT SELECT "Scope" FROM "outlay_loads"`),
        ).toEqual([{ Scope: '' }])
        expect(
          await left(
            `SELECT DISTINCT "x_Part" FROM "outlay_rows" WHERE "x_Part" NOT IN (SELECT "Part" FROM "outlay_parts")`,
          ),
        ).toEqual([])
        await other.load(november.slice(0, 5), { source: 'aws' })
        expect(await other.ask({ ask: 'sources' })).toMatchObject([{ rows: 5 }])
        await other.erase()
        await other.close()
      })

      test('what was kept with a load comes back, also after the process', async () => {
        await store.load([], { source: 'empty' }, { problems: ['two pages were empty'], origin: '/bills' })
        for (const day of [10, 11])
          await store.load([], { source: 'days', since: `2026-11-${day}`, until: `2026-11-${day + 1}` })
        const again = await open()
        expect(await again.loads()).toMatchObject([
          { source: 'aws', problems: [] },
          { source: 'days', covers: [{ since: '2026-11-10', until: '2026-11-12' }] },
          { source: 'empty', problems: ['two pages were empty'], origin: '/bills' },
        ])
        for (const source of ['empty', 'days']) await again.forget(source)
        expect((await again.loads()).map(({ source }) => source)).toEqual(['aws'])
        await again.close()
      })
    })
  })
