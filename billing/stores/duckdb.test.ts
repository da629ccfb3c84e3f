import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SpendRow } from '../focus.ts'
import type { SpendStore } from '../store.ts'
import { openMemory } from './duckdb.ts'

const asOf = '2026-11-20T08:00:00.000Z'
const header =
  'ProviderName,ServiceName,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,BillingCurrency,BilledCost,EffectiveCost,Tags'
const line = (day: number, service: string, currency: string, cost: string, tags = '') =>
  `AWS,${service},2026-11-0${day}T00:00:00Z,2026-11-0${day + 1}T00:00:00Z,Usage,${currency},${cost},${cost},${tags}`

let folder: string
let store: SpendStore
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outlay-store-'))
  store = await openMemory()
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

async function load(text: string | Buffer, file = 'bill.csv') {
  await writeFile(join(folder, file), text)
  return store.importFocus(join(folder, file), { source: `file:${file}` }, asOf)
}

test('spend by day and service, currencies apart', async () => {
  expect(
    await load(
      [header, line(1, 'S3', 'USD', '0.1'), line(1, 'S3', 'USD', '0.2'), line(2, 'EC2', 'EUR', '5')].join('\n'),
    ),
  ).toEqual({
    is: 'loaded',
    rows: 3,
    problems: [],
    unread: [],
    format: 'FOCUS 1.0 CSV',
  })
  expect(await store.ask({ ask: 'spend', by: ['day', 'service'] })).toEqual([
    {
      dimensions: { day: '2026-11-01', service: 'S3' },
      currency: 'USD',
      grade: 'invoice',
      billedCost: 0.3,
      effectiveCost: 0.3,
      estimated: false,
    },
    {
      dimensions: { day: '2026-11-02', service: 'EC2' },
      currency: 'EUR',
      grade: 'invoice',
      billedCost: 5,
      effectiveCost: 5,
      estimated: false,
    },
  ])
  expect(await store.ask({ ask: 'totals' })).toEqual([
    {
      currency: 'EUR',
      grade: 'invoice',
      billedCost: 5,
      effectiveCost: 5,
      rows: 1,
      since: '2026-11-02',
      until: '2026-11-02',
    },
    {
      currency: 'USD',
      grade: 'invoice',
      billedCost: 0.3,
      effectiveCost: 0.3,
      rows: 2,
      since: '2026-11-01',
      until: '2026-11-01',
    },
  ])
  expect(await store.ask({ ask: 'totals', since: '2026-11-02', until: '2026-11-03' })).toMatchObject([
    { currency: 'EUR' },
  ])
})

test('a byte order mark, CRLF, quoted commas and line ends, NULL, tags, .gz', async () => {
  const text = `\uFEFF${[header, line(1, '"S3, ""standard""\r\nclass"', 'USD', '1.2e-7', '"{""team"":""a,b""}"'), line(2, 'S3', 'USD', '2', 'NULL')].join('\r\n')}\r\n`
  for (const [file, bytes] of [
    ['bill.csv', text],
    ['bill.csv.gz', gzipSync(text)],
  ] as const) {
    expect(await load(bytes, file)).toMatchObject({ is: 'loaded', rows: 2, problems: [] })
    expect(await store.ask({ ask: 'spend', by: ['service', 'tag:team'] })).toMatchObject([
      { dimensions: { service: 'S3', 'tag:team': null }, billedCost: 2 },
      { dimensions: { service: 'S3, "standard"\r\nclass', 'tag:team': 'a,b' }, billedCost: 1.2e-7 },
    ])
    await store.forget(`file:${file}`)
  }
})

test('the provider names of 1.3 are read where they are, ProviderName where they are not', async () => {
  const text =
    'ServiceProviderName,HostProviderName,ServiceName,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,BillingCurrency,BilledCost,EffectiveCost\n'
  expect(await load(`${text}Anthropic,AWS,Claude,2026-11-01,2026-11-02,Usage,USD,1,1\n`)).toMatchObject({
    format: 'FOCUS 1.3 CSV',
  })
  expect(await store.ask({ ask: 'spend', by: ['provider'] })).toMatchObject([{ dimensions: { provider: 'Anthropic' } }])
})

test('a file that is not FOCUS says which columns are missing', async () => {
  expect(await load('date,service,BilledCost\n2026-11-01,S3,1\n')).toEqual({
    is: 'refused',
    message:
      'bill.csv is not a FOCUS file: ServiceProviderName, ServiceName, ChargePeriodEnd, ChargeCategory, ChargePeriodStart, BillingCurrency and EffectiveCost are missing. Export FOCUS 1.0 to 1.4 as CSV or Parquet from your provider.',
  })
})

test('a cost that cannot be read is counted, never zero', async () => {
  expect(await load([header, line(1, 'S3', 'USD', 'n/a'), line(1, 'S3', 'USD', '2')].join('\n'))).toMatchObject({
    is: 'loaded',
    rows: 1,
    problems: [
      expect.stringContaining('1 row has no readable BilledCost, not in the totals.'),
      expect.stringContaining('1 row has no readable EffectiveCost, not in the totals.'),
    ],
  })
})

test('a charge without a service counts; a date that is not ISO 8601 is not guessed', async () => {
  const american = 'AWS,S3,11/1/26 0:00,11/2/26 0:00,Usage,USD,7,7,'
  expect(await load([header, line(1, '', 'USD', '2'), american].join('\n'))).toMatchObject({
    is: 'loaded',
    rows: 1,
    problems: [expect.stringContaining('1 row has no readable ChargePeriodStart, not in the totals.')],
  })
  expect(await store.ask({ ask: 'spend', by: ['day', 'service'] })).toMatchObject([
    { dimensions: { day: '2026-11-01', service: null }, billedCost: 2 },
  ])
})

test('a torn line refuses the whole file with its number, and what was loaded before stays', async () => {
  await load([header, line(1, 'S3', 'USD', '2')].join('\n'))
  expect(await load([header, line(1, 'S3', 'USD', '3'), 'AWS,S3,2026'].join('\n'))).toEqual({
    is: 'refused',
    message:
      'bill.csv cannot be read: line 3 is broken (expected number of columns: 9 found: 3). Copy or export it again. Nothing was loaded.',
  })
  expect(await store.ask({ ask: 'totals' })).toMatchObject([{ billedCost: 2 }])
})

test('binary, empty and absent files are sentences', async () => {
  expect(await load(Buffer.from([0, 255, 254, 10, 0]))).toMatchObject({
    is: 'refused',
    message: expect.stringMatching(/^bill\.csv is no text in UTF-8/),
  })
  expect(await load('')).toMatchObject({
    is: 'refused',
    message: expect.stringMatching(/^bill\.csv is not a FOCUS file/),
  })
  expect(await store.importFocus(join(folder, 'gone.csv'), { source: 'file:gone.csv' }, asOf)).toEqual({
    is: 'refused',
    message: 'gone.csv cannot be opened. Was it moved?',
  })
})

test('Parquet with real types and a tag map gives the same answers', async () => {
  const writer = await (await DuckDBInstance.create(':memory:')).connect()
  const file = join(folder, 'bill.parquet')
  await writer.run(`COPY (SELECT 'AWS' AS ProviderName, 'S3' AS ServiceName, TIMESTAMP '2026-11-01' AS ChargePeriodStart, TIMESTAMP '2026-11-02' AS ChargePeriodEnd,
    'Usage' AS ChargeCategory, 'USD' AS BillingCurrency, 1.25::DOUBLE AS BilledCost, 1.25::DOUBLE AS EffectiveCost, MAP {'team': 'search'} AS Tags) TO '${file}' (FORMAT parquet)`)
  writer.closeSync()
  expect(await store.importFocus(file, { source: 'file:bill.parquet' }, asOf)).toMatchObject({
    is: 'loaded',
    rows: 1,
    format: 'FOCUS 1.0 Parquet',
  })
  expect(await store.ask({ ask: 'spend', by: ['day', 'tag:team'] })).toMatchObject([
    { dimensions: { day: '2026-11-01', 'tag:team': 'search' }, billedCost: 1.25 },
  ])
})

const row = (day: string, cost: number): SpendRow => ({
  ServiceProviderName: 'OpenAI',
  ServiceName: 'OpenAI API',
  ChargePeriodStart: `${day}T00:00:00.000Z`,
  ChargePeriodEnd: new Date(Date.parse(day) + 86_400_000).toISOString(),
  ChargeCategory: 'Usage',
  BillingCurrency: 'USD',
  BilledCost: cost,
  EffectiveCost: cost,
  x_Source: 'openai',
  x_Grade: 'invoice',
  x_Estimated: day > '2026-11-18',
  x_FetchedAt: asOf,
})

test('a second load of the same days replaces them and leaves the others', async () => {
  await store.load([row('2026-11-17', 1), row('2026-11-18', 2), row('2026-11-19', 3)], { source: 'openai' })
  await store.load([row('2026-11-19', 5)], { source: 'openai', since: '2026-11-19', until: '2026-11-20' })
  expect(await store.ask({ ask: 'totals' })).toMatchObject([{ billedCost: 8, rows: 3 }])
  expect(await store.ask({ ask: 'sources' })).toEqual([
    {
      source: 'openai',
      providers: ['OpenAI'],
      rows: 3,
      asOf: '2026-11-20T08:00:00Z',
      since: '2026-11-17',
      until: '2026-11-19',
      estimatedSince: '2026-11-19',
    },
  ])
})

test('the same provider on the same day from two sources is pointed out', async () => {
  await store.load([row('2026-11-17', 1), row('2026-11-18', 2)], { source: 'openai' })
  await store.load([{ ...row('2026-11-18', 2), x_Source: 'file:bill.csv' }], { source: 'file:bill.csv' })
  expect(await store.ask({ ask: 'overlaps' })).toEqual([
    { provider: 'OpenAI', sources: ['file:bill.csv', 'openai'], days: 1 },
  ])
})

test('ten thousand small amounts add up exactly', async () => {
  await store.load(
    Array.from({ length: 10_000 }, () => row('2026-11-17', 0.0000001)),
    { source: 'openai' },
  )
  expect(await store.ask({ ask: 'totals' })).toMatchObject([{ billedCost: 0.001, rows: 10_000 }])
})

test('a question that is called off ends with the reason, and the next is answered', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => ({ ...row('2026-11-17', 1), ResourceId: `resource ${i}` }))
  await store.load(rows, { source: 'openai' })
  const controller = new AbortController()
  const asked = store.ask({ ask: 'spend', by: ['resource', 'day', 'service'] }, controller.signal)
  controller.abort(new Error('the panel was closed'))
  await expect(asked).rejects.toThrow('the panel was closed')
  expect(await store.ask({ ask: 'totals' })).toMatchObject([{ billedCost: 20_000 }])
})

test('what a load could not use is kept with it until the source is forgotten', async () => {
  await store.load([row('2026-11-17', 1)], { source: 'openai' }, { problems: ['One page had no amount.'] })
  expect(await store.loads()).toMatchObject([{ source: 'openai', problems: ['One page had no amount.'] }])
  await store.erase()
  expect([await store.loads(), await store.ask({ ask: 'totals' })]).toEqual([[], []])
})

test('what memory has no room for waits on the disk: it is read, asked and exported, and nothing of it stays there', async () => {
  const spilled = async () =>
    (await readdir(tmpdir())).filter((each) => each.startsWith(`outlay-spill-${process.pid}-`))
  const before = await spilled()
  const small = await openMemory({ memory: '200MB' })
  const rows = 150_000
  const path = join(folder, 'large.csv')
  const charges = Array.from({ length: rows }, (_, i) => line(1 + (i % 8), `service ${i}`, 'USD', `${i}.${i}`))
  await writeFile(path, [header, ...charges].join('\n'))
  expect(await small.importFocus(path, { source: 'file:large.csv' }, asOf)).toMatchObject({ is: 'loaded', rows })
  expect(await small.ask({ ask: 'totals' })).toMatchObject([{ rows }])
  expect(await small.exportTo!(join(folder, 'charges.csv'), 'focus', {})).toBe(rows)
  expect((await spilled()).length).toBe(before.length + 1)
  await small.close()
  expect(await spilled()).toEqual(before)
}, 60_000)
