import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SpendRow } from '../../billing/focus.ts'
import type { SpendStore } from '../../billing/store.ts'
import { openMemory } from '../../billing/stores/duckdb.ts'
import { openFolder } from '../../billing/stores/folder/store.ts'
import { openWarehouse } from '../../billing/stores/warehouse.ts'
import { answersBy, differences } from './asked.ts'
import { clickHousePlace, noClickHouse, startClickHouse, type TestClickHouse } from './clickhouse.ts'
import { outside } from './outside.ts'
import { days, quarter } from './spend-rows.ts'

// One suite for every store: the same rows go in, the same answers come out, row by row.

interface Engine {
  readonly name: string
  open(): Promise<SpendStore>
}

/** Five loads and hundreds of questions, in ms, on a machine that does other things too. */
const patience = 60_000
const scratch = mkdtempSync(join(tmpdir(), 'outlay-stores-'))
let clickhouse: TestClickHouse | undefined
const engines: readonly Engine[] = [
  { name: 'DuckDB in memory', open: openMemory },
  { name: 'DuckDB on the disk', open: () => openFolder({ is: 'folder', folder: scratch, tags: ['team'] }) },
  ...(noClickHouse
    ? []
    : [
        {
          name: 'ClickHouse',
          open: () => openWarehouse(clickHousePlace(clickhouse as TestClickHouse), outside),
        },
      ]),
]

const aws = quarter('aws-cost-explorer', 7)
const openai = quarter('openai', 11).filter(({ ServiceName }) => ServiceName === 'OpenAI API')

async function fill(store: SpendStore): Promise<SpendStore> {
  await store.erase()
  expect(await store.load(aws, { source: 'aws-cost-explorer' })).toMatchObject({
    is: 'loaded',
    rows: aws.length,
    problems: [],
  })
  expect(await store.load(openai, { source: 'openai' })).toMatchObject({ is: 'loaded', rows: openai.length })
  return store
}

let reference: SpendStore
let expected: ReadonlyMap<string, readonly unknown[]>
beforeAll(async () => {
  if (!noClickHouse) clickhouse = await startClickHouse()
  reference = await fill(await openMemory())
  expected = await answersBy(reference)
}, patience)
afterAll(async () => {
  await reference.close()
  await clickhouse?.stop()
  rmSync(scratch, { recursive: true })
})

const cents = (rows: readonly SpendRow[], currency: string, grade: string) => {
  const sum = rows
    .filter((row) => row.BillingCurrency === currency && row.x_Grade === grade)
    .reduce((total, { BilledCost }) => total + BigInt(Math.round(BilledCost * 1e7)), 0n)
  return Number(sum) / 1e7
}

describe.each(engines)('$name', ({ open }) => {
  let store: SpendStore
  beforeAll(async () => {
    store = await fill(await open())
  }, patience)
  afterAll(() => store.close())

  test('totals are the sums of the rows, exactly; currencies and grades apart', async () => {
    const totals = await store.ask({ ask: 'totals' })
    expect(totals).toHaveLength(6)
    for (const { currency, grade, billedCost } of totals)
      expect(billedCost, `${currency} ${grade}`).toBe(cents([...aws, ...openai], currency, grade))
    expect(totals.reduce((sum, { rows }) => sum + rows, 0)).toBe(aws.length + openai.length)
  })

  test('every question is answered as by DuckDB in memory', async () => {
    expect(differences(expected, await answersBy(store))).toEqual([])
    expect(new Set((await store.ask({ ask: 'spend', by: ['day'] })).map(({ dimensions }) => dimensions.day)).size).toBe(
      days,
    )
  })

  test(
    'a second load of the same days replaces them and leaves the others; nothing is counted twice',
    async () => {
      const range = { since: '2026-10-05', until: '2026-11-03' }
      const within = aws.filter(({ ChargePeriodStart: at }) => at >= range.since && at < range.until)
      await store.load([], { source: 'aws-cost-explorer', ...range })
      expect(
        await store.ask({ ask: 'totals', ...range, where: [{ dimension: 'source', among: ['aws-cost-explorer'] }] }),
      ).toEqual([])
      for (const _ of [1, 2]) await store.load(within, { source: 'aws-cost-explorer', ...range })
      expect(differences(expected, await answersBy(store))).toEqual([])
    },
    patience,
  )

  test('a file: what cannot be counted is told, what is broken changes nothing', async () => {
    const header =
      'ProviderName,ServiceName,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,BillingCurrency,BilledCost,EffectiveCost,Tags'
    const good = 'AWS,"S3, 🦆",2026-11-01T00:00:00Z,2026-11-02T00:00:00Z,Usage,USD,1.2e-7,0.1,"{""team"":""a""}"'
    const file = join(scratch, 'bill.csv')
    const load = async (...lines: string[]) => {
      writeFileSync(file, [header, ...lines].join('\n'))
      return store.importFocus(file, { source: 'file:bill.csv' }, '2026-11-20T08:00:00.000Z')
    }
    const unread = [
      'bill.csv: 1 row has no readable BilledCost, not in the totals.',
      'bill.csv: 1 row has no readable EffectiveCost, not in the totals.',
    ]
    expect(await load(good, 'AWS,S3,2026-11-01,2026-11-02,Usage,USD,n/a,n/a,')).toEqual({
      is: 'loaded',
      rows: 1,
      problems: unread,
      unread,
      format: 'FOCUS 1.0 CSV',
    })
    expect(await load(good, 'AWS,S3')).toMatchObject({
      is: 'refused',
      message: expect.stringMatching(/line 3 is broken/),
    })
    const mine = [{ dimension: 'source', among: ['file:bill.csv'] } as const]
    expect(await store.ask({ ask: 'spend', by: ['day', 'service', 'tag:team'], where: mine })).toEqual([
      {
        dimensions: { day: '2026-11-01', service: 'S3, 🦆', 'tag:team': 'a' },
        currency: 'USD',
        grade: 'invoice',
        billedCost: 1.2e-7,
        effectiveCost: 0.1,
        estimated: false,
      },
    ])
    await store.forget('file:bill.csv')
  })

  test('an aborted question rejects with its reason', async () => {
    const reason = new Error('enough')
    await expect(store.ask({ ask: 'totals' }, AbortSignal.abort(reason))).rejects.toBe(reason)
  })

  test('a source that is forgotten leaves the others', async () => {
    await store.forget('openai')
    expect((await store.ask({ ask: 'sources' })).map(({ source }) => source)).toEqual(['aws-cost-explorer'])
    expect((await store.loads()).map(({ source }) => source)).toEqual(['aws-cost-explorer'])
  })
})
