import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Dimension } from '../../core/spend-dimensions.ts'
import type { SpendStore } from '../store.ts'
import { openMemory } from '../stores/duckdb.ts'

const asOf = '2026-11-20T08:00:00.000Z'
const samples = join(import.meta.dirname, 'fixtures')

let folder: string
let store: SpendStore
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outlay-exports-'))
  store = await openMemory()
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

const load = (path: string) => store.importFocus(path, { source: 'file:x' }, asOf)
const spend = async (...by: Dimension[]) =>
  (await store.ask({ ask: 'spend', by })).map(({ dimensions, billedCost, effectiveCost }) => [
    ...Object.values(dimensions),
    billedCost,
    effectiveCost,
  ])
async function write(file: string, content: string | Buffer, day = 20): Promise<string> {
  const path = join(folder, file)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  await utimes(path, new Date(`2026-11-${day}`), new Date(`2026-11-${day}`))
  return path
}

test('rows of a real AWS Cost and Usage Report, tax among them', async () => {
  expect(await load(join(samples, 'aws-cur.csv'))).toEqual({
    is: 'loaded',
    rows: 3,
    format: 'AWS CUR CSV',
    unread: [],
    problems: [
      'An AWS Cost and Usage Report tells no contracted cost, service category or resource name: they are empty. The FOCUS 1.2 export of AWS has them.',
    ],
  })
  expect(await spend('provider', 'service', 'region', 'day')).toEqual([
    ['AWS', 'AWS Key Management Service', 'ca-central-1', '2023-11-07', 0.0263888891, 0.0263888891],
    ['AWS', 'AWS Key Management Service', null, '2023-11-01', 0.01, 0.01],
    ['AWS', 'Amazon Simple Storage Service', 'ca-central-1', '2023-11-07', 0.000759, 0.000759],
  ])
})

test('CUR 2.0: what a savings plan and a reservation cover is billed by their fee and consumed by use', async () => {
  const header =
    'bill_payer_account_id,bill_invoice_id,line_item_usage_account_id,line_item_line_item_type,line_item_usage_start_date,line_item_usage_end_date,line_item_currency_code,line_item_unblended_cost,line_item_product_code,product,reservation_effective_cost,reservation_unused_amortized_upfront_fee_for_billing_period,reservation_unused_recurring_fee,savings_plan_savings_plan_effective_cost,savings_plan_total_commitment_to_date,savings_plan_used_commitment,resource_tags'
  const line = (kind: string, cost: string, rest = ',,,,,', tags = '') =>
    `111,,222,${kind},2026-11-01T00:00:00Z,2026-11-02T00:00:00Z,USD,${cost},AmazonEC2,"{""product_name"":""Amazon EC2""}",${rest},${tags}`
  const report = await write(
    'cur2.csv',
    [
      header,
      line('Usage', '1', ',,,,,', '"{""user_team"":""search"",""aws_createdBy"":""x""}"'),
      line('SavingsPlanCoveredUsage', '10', ',,,6,,'),
      line('SavingsPlanNegation', '-10'),
      line('SavingsPlanRecurringFee', '7', ',,,,7,6'),
      line('DiscountedUsage', '0', '2,,,,,'),
      line('RIFee', '3', ',0.25,0.75,,,'),
      line('Refund', '-0.5'),
      line('Credit', '-2'),
    ].join('\n'),
  )
  expect(await load(report)).toMatchObject({ is: 'loaded', rows: 8 })
  // The invoice: 1 + 7 + 0 + 3 - 0.5 - 2. Consumed: 1 + 6 + (7 - 6) + 2 + (0.25 + 0.75) - 0.5 - 2.
  expect(await spend('service', 'account', 'project')).toEqual([['Amazon EC2', '111', '222', 8.5, 8.5]])
  expect(await spend('tag:team')).toEqual([
    ['search', 1, 1],
    [null, 7.5, 7.5],
  ])
})

test('legacy tags are a column each; a commitment whose consumption is not exported is told, never zero', async () => {
  const report = await write(
    'cur.csv',
    [
      'lineItem/LineItemType,lineItem/UsageStartDate,lineItem/UsageEndDate,lineItem/CurrencyCode,lineItem/UnblendedCost,lineItem/ProductCode,resourceTags/user:Team',
      'Usage,2026-11-01T00:00:00Z,2026-11-01T01:00:00Z,USD,4,AmazonS3,"a ""b"""',
      'DiscountedUsage,2026-11-01T00:00:00Z,2026-11-01T01:00:00Z,USD,0,AmazonEC2,',
    ].join('\r\n'),
  )
  expect(await load(report)).toMatchObject({
    rows: 1,
    problems: [
      expect.stringContaining('1 row has no readable EffectiveCost, not in the totals.'),
      expect.stringMatching(/^An AWS Cost and Usage Report tells no/),
    ],
  })
  expect(await spend('service', 'tag:Team')).toEqual([['AmazonS3', 'a "b"', 4, 4]])
})

test('Azure: of both views in one folder, all amortized rows and of the actual ones only the purchase', async () => {
  expect(await load(join(samples, 'azure'))).toMatchObject({ rows: 4, format: 'Azure cost export CSV' })
  expect(await spend('service', 'day')).toEqual([
    ['Azure Database for MySQL', '2023-09-04', 1.9584, 1.9584],
    ['Virtual Machines', '2023-09-03', 0, 0.006000000468],
    ['Virtual Machines', '2023-09-21', 3.25, 0],
    ['Virtual Machines', '2023-09-22', 0, 0.493152],
  ])
  expect(await spend('tag:env', 'provider')).toEqual([
    ['prod', 'Microsoft', 1.9584, 2.457552000468],
    [null, 'Microsoft', 3.25, 0],
  ])
})

test('Azure: the actual view alone bills what was bought; dates may be ISO as well', async () => {
  await load(join(samples, 'azure/EA_ActualCost.csv'))
  expect(await spend('service')).toEqual([
    ['Azure Database for MySQL', 1.9584, 1.9584],
    ['Virtual Machines', 3.25, 0],
  ])
  const mca = await write(
    'mca.csv',
    'date,chargeType,subscriptionId,meterCategory,costInBillingCurrency,billingCurrency\n2026-11-05,Usage,s,Storage,2,EUR\n2026-31-12,Usage,s,Storage,5,EUR\n',
  )
  expect(await load(mca)).toMatchObject({
    rows: 1,
    problems: [
      expect.stringContaining('1 row has no readable ChargePeriodStart, not in the totals.'),
      expect.anything(),
    ],
  })
  expect(await spend('day')).toEqual([['2026-11-05', 2, 2]])
})

test('rows of a real OCI cost report: minutes without seconds, amounts with an exponent, a tag per column', async () => {
  expect(await load(join(samples, 'oci-cost.csv'))).toMatchObject({ rows: 8, format: 'OCI cost report CSV' })
  expect(await spend('provider', 'service', 'project')).toContainEqual([
    'Oracle',
    'BLOCK_STORAGE',
    expect.any(String),
    0.001351707607,
    0.001351707607,
  ])
  expect(await spend('day', 'tag:OracleInternalReserved.UsageType')).toContainEqual([
    '2023-11-13',
    'development-pre-production',
    expect.any(Number),
    expect.any(Number),
  ])
})

const focus = (...lines: string[]) =>
  [
    'ProviderName,ServiceName,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,BillingCurrency,BilledCost,EffectiveCost',
    ...lines,
  ].join('\n')
const s3 = (day: string, cost: number, currency = 'USD') =>
  `AWS,S3,2026-11-${day}T00:00:00Z,2026-11-${day}T01:00:00Z,Usage,${currency},${cost},${cost}`

test('a folder is one source: gzip beside plain, columns in another order, currencies apart, replaced together', async () => {
  await write('a.csv', focus(s3('01', 1)))
  await write('b.csv.gz', gzipSync(focus(s3('02', 2, 'EUR'))))
  await write(
    'c/c.csv',
    `EffectiveCost,BilledCost,${focus(`4,4,${s3('03', 9)}`).replaceAll(/,BilledCost,EffectiveCost|,9,9/g, '')}`,
  )
  await write('notes.txt', 'none of it')
  expect(await load(folder)).toMatchObject({ is: 'loaded', rows: 3, problems: [] })
  expect(await store.ask({ ask: 'totals' })).toMatchObject([
    { currency: 'USD', billedCost: 5 },
    { currency: 'EUR', billedCost: 2 },
  ])
  await rm(join(folder, 'c'), { recursive: true })
  expect(await load(join(folder, '*.csv*'))).toMatchObject({ rows: 2 })
  expect(await spend('day')).toEqual([
    ['2026-11-01', 1, 1],
    ['2026-11-02', 2, 2],
  ])
})

test('releases 1.0 to 1.4 are told apart by their columns, and read together', async () => {
  const releases: readonly (readonly [string, string])[] = [
    ['1.0', 'ProviderName'],
    ['1.1', 'ProviderName,SkuMeter'],
    ['1.2', 'ProviderName,InvoiceId'],
    ['1.3', 'ServiceProviderName,HostProviderName'],
    ['1.4', 'ServiceProviderName,InvoiceDetailId'],
  ]
  for (const [index, [release, names]] of releases.entries()) {
    const more = names.split(',').length - 1
    const file = await write(
      `${release}/bill.csv`,
      `${names},${focus().slice('ProviderName,'.length)}\n${['AWS', ...Array.from({ length: more }, () => 'x')].join(',')},${s3('01', index + 1).slice('AWS,'.length)}\n`,
    )
    expect(await load(file)).toMatchObject({ rows: 1, format: `FOCUS ${release} CSV` })
  }
  expect(await load(folder)).toMatchObject({ rows: 5 })
  expect(await spend('provider')).toEqual([['AWS', 15, 15]])
})

test('runs of one month side by side: the manifest says which; without it, the one written last', async () => {
  const run = (name: string, cost: number, day: number) =>
    write(`focus/BILLING_PERIOD=2026-11/${name}/part.csv`, focus(s3('01', cost)), day)
  await run('a', 1, 21)
  await run('b', 2, 20)
  expect(await load(folder)).toMatchObject({ rows: 1 })
  expect(await spend('day')).toEqual([['2026-11-01', 1, 1]])
  await write(
    'focus/metadata/BILLING_PERIOD=2026-11/focus-Manifest.json',
    JSON.stringify({ dataFiles: ['s3://bucket/focus/data/BILLING_PERIOD=2026-11/b/part.csv'] }),
  )
  expect(await load(folder)).toMatchObject({ rows: 1 })
  expect(await spend('day')).toEqual([['2026-11-01', 2, 2]])
})

test('a part that the manifest names and that is not there: nothing is loaded, what was there stays', async () => {
  await write('azure/part_0_0001.csv', focus(s3('01', 1)))
  await load(folder)
  await write(
    'azure/manifest.json',
    JSON.stringify({ blobs: [{ blobName: 'x/azure/part_0_0001.csv' }, { blobName: 'x/azure/part_0_0002.csv' }] }),
  )
  expect(await load(join(folder, 'azure'))).toEqual({
    is: 'refused',
    message: 'azure: manifest.json names 2 files, of which 1 is not there: nothing was loaded. Fetch the whole export.',
  })
  expect(await spend('day')).toEqual([['2026-11-01', 1, 1]])
})

test('what is cut short or damaged is refused by its name, never read as far as it goes', async () => {
  const long = gzipSync(focus(...Array.from({ length: 3000 }, (_, index) => s3('01', Math.sin(index)))))
  await write('whole.csv', focus(s3('01', 7)))
  await write('short.csv.gz', long.subarray(0, long.length - 2000))
  expect(await load(folder)).toEqual({
    is: 'refused',
    message: 'short.csv.gz is cut short: its end is missing. Copy or export it again. Nothing was loaded.',
  })
  expect(await load(await write('cut.parquet', 'PAR1 and no end'))).toEqual({
    is: 'refused',
    message: 'cut.parquet is cut short: its end is missing. Copy or export it again. Nothing was loaded.',
  })
  expect(await spend('day')).toEqual([])
})

test.each([
  ['a line of LF among those of CRLF', (lines: string) => lines.replaceAll('\n', '\r\n').replace('\r\n', '\n')],
  ['a line of CRLF among those of LF', (lines: string) => lines.replace('\n', '\r\n')],
])('%s: the file is named, of several in a folder', async (_, mixed) => {
  await write('a.csv', focus(s3('01', 1)))
  await write('b.csv', mixed(focus(s3('01', 1), s3('02', 2))))
  expect(await load(folder)).toEqual({
    is: 'refused',
    message:
      'b.csv mixes line ends (CRLF, LF or CR), as a file does that was put together from others. Save it with one of them, or export it again. Nothing was loaded.',
  })
})

test('another separator, an empty folder and a glob that fits nothing are sentences', async () => {
  const semicolons = await write('bill.csv', focus(s3('01', 1)).replaceAll(',', ';'))
  expect(await load(semicolons)).toEqual({
    is: 'refused',
    message:
      'bill.csv separates its columns with semicolons: a spreadsheet may have written it. Columns are separated with commas; take the file as the provider exported it.',
  })
  await mkdir(join(folder, 'empty'))
  expect(await load(join(folder, 'empty'))).toEqual({
    is: 'refused',
    message: 'empty has no CSV, gzipped CSV or Parquet file: nothing was loaded.',
  })
  expect(await load(join(folder, '*.parquet'))).toMatchObject({
    is: 'refused',
    message: expect.stringMatching(/\*\.parquet has no CSV, gzipped CSV or Parquet file/),
  })
})

test('times without a zone are read as UTC, and that is said', async () => {
  const zoneless = await write('bill.csv', focus('AWS,S3,2026-11-01 23:30:00,2026-11-02 00:30:00,Usage,USD,1,1'))
  expect(await load(zoneless)).toMatchObject({
    rows: 1,
    problems: ['bill.csv has times without a zone, as 2026-11-01 23:30:00: they are read as UTC.'],
  })
  expect(await spend('day')).toEqual([['2026-11-01', 1, 1]])
})

test('a time with an offset has a zone', async () => {
  const offset = 'AWS,S3,2026-11-01T00:30:00+02:00,2026-11-01T01:30:00+02:00,Usage,USD,1,1'
  expect(await load(await write('bill.csv', focus(offset)))).toMatchObject({ rows: 1, problems: [] })
  expect(await spend('day')).toEqual([['2026-10-31', 1, 1]])
})

test.each([
  ['bill[1].csv', 'bill1.csv'],
  ['b*.csv', 'bill.csv'],
  ['b?ll.csv', 'bill.csv'],
  ['bills [1]/a.csv', 'bills 1/a.csv'],
])('%s is that file, whatever stands beside it', async (file, other) => {
  await write(other, focus(s3('01', 70)))
  expect(await load(await write(file, focus(s3('01', 1))))).toMatchObject({ is: 'loaded', rows: 1 })
  expect(await spend('day')).toEqual([['2026-11-01', 1, 1]])
  expect(await load(await write(file, `${focus(s3('01', 1))}\n1,2`))).toMatchObject({
    is: 'refused',
    message: expect.stringMatching(`^${basename(file).replaceAll(/[[\]*?]/g, '\\$&')} cannot be read: line 3`),
  })
})

test('of two columns of one name neither is taken for the amount', async () => {
  const [header, row] = focus(s3('01', 1)).split('\n')
  expect(await load(await write('bill.csv', `${header},billedcost\n${row},2`))).toEqual({
    is: 'refused',
    message:
      'bill.csv has two columns billedcost: which of them is meant cannot be told. Take the file as the provider exported it. Nothing was loaded.',
  })
  // A column that is nothing of ours may be there as often as it likes.
  expect(await load(await write('bill.csv', `${header},note,note\n${row},a,b`))).toMatchObject({ rows: 1 })
})

const modalCsv = [
  'Object ID,Description,Environment,Interval Start,Cost,Tags',
  'ap-1,answers,main,2026-11-17T00:00:00,1.25000001,"{""team"": ""search""}"',
  'ap-2,index,main,2026-11-17T00:00:00,,{}',
].join('\n')

test('Modal: a report by days as CSV; a row without a cost is told', async () => {
  expect(await load(await write('report.csv', modalCsv))).toMatchObject({
    rows: 1,
    format: 'Modal billing report CSV',
    problems: [
      expect.stringContaining('1 row has no readable BilledCost, not in the totals.'),
      expect.stringContaining('1 row has no readable EffectiveCost, not in the totals.'),
      expect.stringMatching(/^A Modal billing report tells what each app cost/),
    ],
  })
  expect(await spend('provider', 'project', 'resource', 'tag:team', 'day')).toEqual([
    ['Modal', 'main', 'answers', 'search', '2026-11-17', 1.25000001, 1.25000001],
  ])
  expect(await store.ask({ ask: 'totals' })).toMatchObject([{ since: '2026-11-17', until: '2026-11-17' }])
})

test('Modal: a report by hours as JSON, amounts as they are written', async () => {
  const row = (hour: string, cost: string) => ({
    'Object ID': 'ap-1',
    Description: 'answers',
    Environment: 'main',
    'Interval Start': `2026-11-17T${hour}:00:00`,
    Cost: cost,
  })
  const report = await write('report.json', JSON.stringify([row('00', '0.1'), row('23', '0.000000000001')]))
  expect(await load(report)).toMatchObject({ rows: 2, format: 'Modal billing report JSON' })
  expect(await spend('day')).toEqual([['2026-11-17', 0.100000000001, 0.100000000001]])
  expect(await store.ask({ ask: 'totals' })).toMatchObject([{ since: '2026-11-17', until: '2026-11-17' }])
})

test('JSON that is no list of rows is a sentence, and what was loaded before stays', async () => {
  await load(await write('report.csv', modalCsv))
  const broken = await load(await write('broken.json', '[{"Object ID": "ap-1", "Co'))
  expect(broken).toMatchObject({ is: 'refused', message: expect.stringMatching(/^broken\.json /) })
  expect(await load(await write('other.json', '[{"a": 1}]'))).toMatchObject({
    is: 'refused',
    message: expect.stringMatching(/^other\.json is not a FOCUS file/),
  })
  expect(await spend('provider')).toEqual([['Modal', 1.25000001, 1.25000001]])
})
