import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openParquet } from '../files/parquet.ts'
import type { SpendStore } from '../store.ts'
import { labelOf, summarise } from '../summary.ts'
import { openMemory } from './duckdb.ts'
import { openSums, type SumStore } from './sums.ts'

// What a browser reads of a file is what the desktop's engine reads of it.

const asOf = '2026-11-20T08:00:00.000Z'
const sample = new URL('../../samples/billing/focus-2026-08-21_2026-11-18.csv', import.meta.url).pathname
const names =
  'ProviderName,ServiceName,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,BillingCurrency,BilledCost,EffectiveCost,x_Grade,x_Estimated'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outlay-sums-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function written(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const read = (store: SumStore, path: string, signal = new AbortController().signal) =>
  store.importFocus({ name: basename(path), bytes: new Uint8Array(readFileSync(path)), asOf }, `file://${path}`, {
    openParquet,
    signal,
  })

async function shown(store: Pick<SpendStore, 'ask' | 'loads'>) {
  const summary = await summarise(store, labelOf)
  return { ...summary, sources: summary.sources.map(({ readAt: _, ...source }) => source) }
}

/** Reads a file both ways; @returns what the browser's says of it, once both were the same */
async function both(path: string) {
  const [engine, sums] = [await openMemory(), openSums()]
  try {
    const wanted = await engine.importFocus(path, { source: `file:${basename(path)}` }, asOf)
    const seen = await read(sums, path)
    expect(seen).toEqual(wanted)
    expect(await shown(sums)).toEqual(await shown(engine))
    return seen
  } finally {
    await engine.close()
  }
}

const row = (cost: string, start = '2026-11-01T00:00:00Z', more = ',') =>
  `AWS,S3,${start},2026-11-02T00:00:00Z,Usage,USD,"${cost}","${cost}",${more}`

test('the sample bills, as text and packed', async () => {
  expect(await both(sample)).toMatchObject({ is: 'loaded', format: 'FOCUS 1.2 CSV' })
  expect(await both(await written('sample.csv.gz', gzipSync(readFileSync(sample))))).toMatchObject({ is: 'loaded' })
})

for (const codec of ['uncompressed', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4_raw'])
  test(`the sample bills as Parquet with real types, ${codec}`, async () => {
    const path = join(folder, `${codec}.parquet`)
    const db = await (await DuckDBInstance.create(':memory:')).connect()
    const typed = `SELECT * REPLACE (CAST(BilledCost AS DECIMAL(38,12)) AS BilledCost, CAST(EffectiveCost AS DECIMAL(18,6)) AS EffectiveCost,
      CAST(ChargePeriodStart AS TIMESTAMPTZ) AS ChargePeriodStart, CAST(CAST(ChargePeriodEnd AS TIMESTAMPTZ) AS DATE) AS ChargePeriodEnd)
      FROM read_csv('${sample}', all_varchar = true)`
    await db.run(`COPY (${typed}) TO '${path}' (FORMAT parquet, COMPRESSION ${codec}, ROW_GROUP_SIZE 2048)`)
    db.closeSync()
    expect(await both(path)).toMatchObject({ is: 'loaded', format: 'FOCUS 1.2 Parquet' })
  })

test('Parquet with binary fractions, whole numbers and flags', async () => {
  const path = join(folder, 'types.parquet')
  const db = await (await DuckDBInstance.create(':memory:')).connect()
  const line = (cost: string, day: number) =>
    `SELECT 'AWS' AS ProviderName, 'S3' AS ServiceName, TIMESTAMP_NS '2026-11-0${day} 01:02:03.5' AS ChargePeriodStart, TIMESTAMP_MS '2026-11-0${day + 1} 00:00:00' AS ChargePeriodEnd,
     'Usage' AS ChargeCategory, 'USD' AS BillingCurrency, ${cost}::DOUBLE AS BilledCost, ${day}::BIGINT AS EffectiveCost, true AS x_Estimated, MAP {'team': 'search'} AS Tags`
  await db.run(
    `COPY (${['1e-7', '0.1', '1234.5', '-3'].map((cost, i) => line(cost, i + 1)).join(' UNION ALL ')}) TO '${path}' (FORMAT parquet)`,
  )
  db.closeSync()
  expect(await both(path)).toMatchObject({ is: 'loaded', rows: 4 })
})

const amounts = ['1', ' 1.5 ', '1e-7', '1E3', '.5', '5.', '+1', '-.5', '1,000', '1_000', '$1', '0.0000000000005']
const others = [
  '-0.0000000000005',
  '1e30',
  '99999999999999999999999999',
  '123456789.1234567890125',
  'abc',
  'NaN',
  '--1',
]
const odd = [
  '1e',
  '1.2.3',
  '999999.9999999999999',
  '00012',
  '0x10',
  '1e400',
  '-',
  '.',
  '1 2',
  '1e+2',
  '15e-13',
  'NULL',
  '',
]

test('every way to write an amount is read, or counted, alike', async () => {
  for (const cost of [...amounts, ...others, ...odd])
    await both(await written('amounts.csv', [names, row('2'), row(cost)].join('\n')))
})

const times = [
  '2026-11-01',
  '2026-11-01T00:00:00Z',
  '2026-11-01 00:00:00',
  '2026-11-01 00:00:00+00',
  '2026-11-01T10:00Z',
]
const zones = [
  '2026-11-01T00:00:00+05:30',
  '2026-11-01T00:00:00-0530',
  '2026-11-01 00:00:00 UTC',
  '2026-11-01T00:00:00-08',
]
const strange = [
  '2026-11-01T00:00:00.123456789Z',
  '2026-02-30',
  '2026-13-01',
  '2026-11-01T24:00:00Z',
  '2026-11-01T25:00:00Z',
]
const wrong = [
  '2026-11-01Z',
  '2026-11-01 ',
  '2026-11-01T00:00:60Z',
  '2026-11-01T0:00:00Z',
  '11/1/26 0:00',
  '2026-11-01-05',
  'x',
]

test('every way to write a time is read, or counted, alike', async () => {
  for (const time of [...times, ...zones, ...strange, ...wrong])
    for (const lines of [
      [row('1', time), row('2')],
      [row('1'), row('2', time)],
    ])
      await both(await written('times.csv', [names, ...lines].join('\n')))
})

test('grades and amounts that may change', async () => {
  const flags = ['true', 'TRUE', 't', 'yes', 'Y', '1', 'on', '0', ' true ', '2', '']
  const lines = flags.map((flag, i) =>
    row('1', `2026-11-${String(i + 1).padStart(2, '0')}T00:00:00Z`, `,${flag}`).replace(',,', ','),
  )
  await both(await written('flags.csv', [names, ...lines].join('\n')))
  const grades = ['invoice', 'metered', 'allocated', 'Metered', 'guess', '']
  await both(
    await written(
      'grades.csv',
      [names, ...grades.map((grade) => row('1', undefined, `${grade},`).replace(',,', ','))].join('\n'),
    ),
  )
})

const head = names.replace(',x_Grade,x_Estimated', '')
const bill = (...lines: string[]) => [head, ...lines].join('\n')
const s3 = 'AWS,S3,2026-11-01T00:00:00Z,2026-11-02T00:00:00Z,Usage,USD,1,1'
const files: Readonly<Record<string, string>> = {
  'nothing but a header': `${head}\n`,
  'an empty line in the middle': bill(s3, '', s3, ''),
  'a comma more at the end': bill(`${s3},`),
  'a line too short': bill(s3, 'AWS,S3,2026'),
  'a line too long': bill(`${s3},2`),
  CRLF: bill(s3, s3).replaceAll('\n', '\r\n'),
  CR: bill(s3, s3).replaceAll('\n', '\r'),
  'a byte order mark': `\ufeff${bill(s3)}`,
  'quotes in quotes': bill(s3.replace('S3', '"a ""b"", c"')),
  'a line end in quotes': bill(s3.replace('S3', '"a\nb"'), s3),
  'a quote in the middle': bill(s3.replace('S3', 'a"b')),
  'spaces around quotes': bill(s3.replace('S3', ' "a" ')),
  'a quote that nothing ends': bill(s3, s3.replace('S3', '"a')),
  'text after a quote': bill(s3, s3.replace('S3', '"a"b')),
  'NULL in quotes': bill(s3.replace('S3', '"NULL"')),
  'two providers on one day': bill(s3, s3.replace('AWS', 'Azure')),
  semicolons: bill(s3).replaceAll(',', ';'),
  'no FOCUS at all': 'a,b\n1,2\n',
  nothing: '',
  'other letters': bill(s3).replace('ServiceName', ' servicename').replace('BilledCost', 'BILLEDCOST'),
  'the names of 1.3': bill(s3).replace('ProviderName', 'ServiceProviderName'),
  'nobody is named': bill(s3.replace('AWS', '').replace('S3', '')),
}
for (const [what, text] of Object.entries(files))
  test(`a file with ${what}`, async () => {
    await both(await written('bill.csv', text))
  })

test('a gzip that is cut short, and a Parquet file that is none', async () => {
  const packed = gzipSync(readFileSync(sample))
  await both(await written('short.csv.gz', packed.subarray(0, packed.length - 2000)))
  await both(await written('cut.parquet', 'PAR1 and no end'))
})

test.each(['', 'hello', bill(s3)])('%j is no gzip', async (content) => {
  expect(await both(await written('bill.csv.gz', content))).toEqual({
    is: 'refused',
    message:
      'bill.csv.gz is not gzip, though its name says so. Take the file as the provider exported it. Nothing was loaded.',
  })
})

test('two files stand beside each other; the same file again takes its own place', async () => {
  const sums = openSums()
  const [engine, first] = [await openMemory(), await written('first.csv', bill(s3))]
  const second = await written('second.csv', bill(s3.replace('1,1', '2,2')))
  for (const path of [first, second, first]) {
    await engine.importFocus(path, { source: `file:${basename(path)}` }, asOf)
    await read(sums, path)
  }
  expect(await shown(sums)).toEqual(await shown(engine))
  expect((await shown(sums)).overlaps).toHaveLength(1)
  await engine.close()
})

test('two files of one name that are read at the same time stand beside each other too', async () => {
  const sums = openSums()
  const bytes = new TextEncoder().encode(bill(s3))
  const tools = { openParquet, signal: new AbortController().signal }
  const read = ['file:///a/bill.csv', 'file:///b/bill.csv'].map((origin) =>
    sums.importFocus({ name: 'bill.csv', bytes, asOf }, origin, tools),
  )
  await Promise.all(read)
  expect((await shown(sums)).totals).toMatchObject([{ rows: 2, billedCost: 2 }])
})

test('what a browser cannot read is told in a sentence', async () => {
  const cur =
    'identity/LineItemId,lineItem/UsageStartDate,lineItem/UnblendedCost,lineItem/CurrencyCode,lineItem/LineItemType,lineItem/ProductCode,lineItem/UsageEndDate,bill/BillingPeriodStartDate,lineItem/UsageAccountId\n'
  expect(await read(openSums(), await written('bill.json', '[]'))).toMatchObject({
    message: expect.stringMatching(/^bill\.json is JSON: in a browser Outlay reads FOCUS files as CSV or Parquet/),
  })
  expect(await read(openSums(), await written('cur.csv', cur))).toMatchObject({
    message: expect.stringMatching(/^cur\.csv is an export of the kind AWS CUR/),
  })
  expect(
    await read(openSums(), await written('latin.csv', Buffer.from(bill(s3.replace('S3', 'é')), 'latin1'))),
  ).toMatchObject({ message: expect.stringMatching(/^latin\.csv is no text in UTF-8/) })
})

test('what is called off leaves what was there', async () => {
  const sums = openSums()
  await read(sums, await written('kept.csv', bill(s3)))
  await expect(read(sums, sample, AbortSignal.abort(new Error('off')))).rejects.toThrow('off')
  expect((await shown(sums)).totals).toMatchObject([{ rows: 1 }])
})
