import { createClient } from '@clickhouse/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWarehouse } from '../../billing/stores/warehouse.ts'
import { clickHousePlace, noClickHouse, startClickHouse, type TestClickHouse } from './clickhouse.ts'
import { outside } from './outside.ts'
import { quarter } from './spend-rows.ts'

const days = quarter('aws', 3).filter(({ ChargePeriodStart }) => ChargePeriodStart >= '2026-11-10')

if (noClickHouse)
  test(`ClickHouse is not tested on ${process.platform}-${process.arch}: chdb has no build for it`, () => {
    expect(noClickHouse).toBe(true)
  })
else
  describe('tables of ClickHouse that an earlier build of Outlay made', () => {
    let server: TestClickHouse
    let raw: ReturnType<typeof createClient>
    beforeAll(async () => {
      server = await startClickHouse()
      raw = createClient({ url: server.address, username: server.user, password: server.password })
    }, 60_000)
    afterAll(async () => {
      await raw.close()
      await server.stop()
    })
    const open = (scope?: string) => openWarehouse({ ...clickHousePlace(server), scope }, outside)
    const command = (query: string) => raw.command({ query })

    test('without scopes, and without a column that rows have today: what is in them answers, and new loads go in', async () => {
      const made = await open()
      await made.load(days, { source: 'aws' })
      const before = await made.ask({ ask: 'spend', by: ['day', 'service'] })
      await made.close()
      // As the first build had them: https://clickhouse.com/docs/sql-reference/statements/create/table
      for (const [table, columns, order] of [
        ['outlay_parts', '"Source", "Month", "Part", "At"', '"Source", "Month", "At"'],
        ['outlay_loads', '"Source", "At", "State"', '"Source", "At"'],
      ] as const) {
        await command(`RENAME TABLE "${table}" TO "newer"`)
        await command(
          `CREATE TABLE "${table}" ENGINE = MergeTree ORDER BY (${order}) AS SELECT ${columns} FROM "newer"`,
        )
        await command('DROP TABLE "newer"')
      }
      await command('ALTER TABLE "outlay_rows" DROP COLUMN "CapacityReservationStatus"')

      const again = await open()
      expect(await again.ask({ ask: 'spend', by: ['day', 'service'] })).toEqual(before)
      expect((await again.loads()).map(({ source }) => source)).toEqual(['aws'])
      await again.load(
        days.slice(0, 5).map((row) => ({ ...row, x_Source: 'more' })),
        { source: 'more' },
      )
      expect((await again.ask({ ask: 'sources' })).map(({ source, rows }) => [source, rows])).toEqual([
        ['aws', days.length],
        ['more', 5],
      ])
      const other = await open('scope-1')
      expect([await other.ask({ ask: 'sources' }), await other.loads()]).toEqual([[], []])
      await other.close()
      await again.forget('aws')
      expect((await again.ask({ ask: 'sources' })).map(({ source }) => source)).toEqual(['more'])
      await again.close()
    })
  })
