import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openParquet } from '../files/parquet.ts'
import type { Question } from '../questions.ts'
import type { ExportFormat, SpendStore } from '../store.ts'
import { openMemory } from './duckdb.ts'
import { openFolder } from './folder/store.ts'

const demo = fileURLToPath(new URL('../../samples/billing/focus-2026-08-21_2026-11-18.csv', import.meta.url))
const asOf = '2026-11-19T06:00:00.000Z'

let folder: string
let memory: SpendStore
let again: SpendStore
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outlay-export-'))
  ;[memory, again] = [await openMemory(), await openMemory()]
  await memory.importFocus(demo, { source: 'file:a' }, asOf)
})
afterEach(async () => {
  await Promise.all([memory.close(), again.close()])
  await rm(folder, { recursive: true })
})

const questions: Question[] = [
  { ask: 'totals' },
  { ask: 'spend', by: ['day', 'provider', 'service', 'model', 'region', 'account', 'project', 'key', 'charge'] },
  { ask: 'usage', by: ['month', 'resource', 'tag:team'] },
]

test.each<[ExportFormat, string]>([
  ['focus', 'bill.csv'],
  ['parquet', 'bill.parquet'],
])('what is exported as %s and imported again gives the same answers', async (format, file) => {
  const to = join(folder, file)
  expect(await memory.exportTo!(to, format, {})).toBe(1379)
  expect(await again.importFocus(to, { source: 'file:a' }, asOf)).toMatchObject({
    is: 'loaded',
    rows: 1379,
    problems: [],
  })
  for (const question of questions) expect(await again.ask(question)).toEqual(await memory.ask(question))
})

test('a decimal of Parquet is kept to its twelfth place, also where a binary fraction has no room for it', async () => {
  const bill = join(folder, 'decimals.parquet')
  const db = await (await DuckDBInstance.create(':memory:')).connect()
  await db.run(`COPY (SELECT 'AWS' AS "ProviderName", 'S3' AS "ServiceName", TIMESTAMP '2026-11-01' AS "ChargePeriodStart", TIMESTAMP '2026-11-02' AS "ChargePeriodEnd",
    'Usage' AS "ChargeCategory", 'USD' AS "BillingCurrency", CAST('12345678901234567.890123456789' AS DECIMAL(38,12)) AS "BilledCost", CAST('1234567890.123456789012345678' AS DECIMAL(38,18)) AS "EffectiveCost") TO '${bill}' (FORMAT parquet)`)
  db.closeSync()
  expect(await again.importFocus(bill, { source: 'file:a' }, asOf)).toMatchObject({ is: 'loaded', problems: [] })
  await again.exportTo!(join(folder, 'decimals.csv'), 'focus', {})
  expect(await readFile(join(folder, 'decimals.csv'), 'utf8')).toContain(
    ',USD,12345678901234567.890123456789,1234567890.123456789012,',
  )
  // The same digits where there is no engine.
  const { buffer, byteOffset, byteLength } = await readFile(bill)
  const file = openParquet(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer)
  for await (const rows of file.groups(['BilledCost', 'EffectiveCost']))
    expect(rows).toEqual([['12345678901234567.890123456789', '1234567890.123456789012345678']])
})

test('a FOCUS export has every column of 1.2, and breaks no rule that the bill it is made of keeps', async () => {
  const to = join(folder, 'bill.csv')
  await memory.exportTo!(to, 'focus', {})
  const [header = ''] = (await readFile(to, 'utf8')).split('\n', 1)
  const { Details: _, ...model } = JSON.parse(
    await readFile(new URL('../validate/focus-requirements-1.2.json', import.meta.url), 'utf8'),
  ) as Record<string, unknown>
  const columns = new Set([...JSON.stringify(model).matchAll(/"([A-Z][A-Za-z]+)-C-\d{3}-M"/g)].map(([, name]) => name!))
  expect(columns.size).toBe(57)
  expect([...columns].filter((name) => !header.split(',').includes(name))).toEqual([])
  // Of columns the bill does not have nothing is told: that breaks rules of their own.
  const [told = ''] = (await readFile(demo, 'utf8')).split('\n', 1)
  const broken = async (path: string) => {
    const validated = await memory.validate(path)
    if (validated.is === 'refused') return [validated.message]
    return validated.violations.flatMap(({ rule, column }) => (told.split(',').includes(column) ? [rule] : []))
  }
  // The bill names meters, and no SKU they are of.
  expect(await broken(to)).toEqual(['SkuMeter-C-004-C', ...(await broken(demo))])
})

test('only what is asked for is exported, from a folder as from memory', async () => {
  const store = await openFolder({ is: 'folder', folder: join(folder, 'store') })
  await store.importFocus(demo, { source: 'file:a' }, asOf)
  const within = {
    since: '2026-10-30',
    until: '2026-11-02',
    where: [{ dimension: 'service', among: ["it's none", 'Amazon Simple Storage Service'] }],
  } as const
  const [a, b] = [join(folder, 'a.csv'), join(folder, 'b.csv')]
  const counts = [await store.exportTo!(a, 'focus', within), await memory.exportTo!(b, 'focus', within)]
  const [totals] = await memory.ask({ ask: 'totals', ...within })
  expect(counts).toEqual([totals?.rows, totals?.rows])
  const lines = async (path: string) => (await readFile(path, 'utf8')).split('\n').sort()
  expect(await lines(a)).toEqual(await lines(b))
  await store.close()
})
