import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { SpendStore } from '../store.ts'
import { openMemory } from '../stores/duckdb.ts'

let store: SpendStore
let folder: string
beforeAll(async () => {
  store = await openMemory()
})
afterAll(() => store.close())
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outlay-validate-'))
})
afterEach(() => rm(folder, { recursive: true }))

const good = {
  BilledCost: '12.5',
  BillingAccountId: '111122223333',
  BillingAccountName: 'harbour',
  BillingCurrency: 'USD',
  BillingPeriodEnd: '2026-12-01T00:00:00Z',
  BillingPeriodStart: '2026-11-01T00:00:00Z',
  ChargeCategory: 'Usage',
  ChargeClass: '',
  ChargeDescription: 'an hour',
  ChargePeriodEnd: '2026-11-18T00:00:00Z',
  ChargePeriodStart: '2026-11-17T00:00:00Z',
  ContractedCost: '12.5',
  EffectiveCost: '12.5',
  InvoiceIssuerName: 'AWS',
  ListCost: '12.5',
  PricingQuantity: '1',
  PricingUnit: 'Hours',
  ProviderName: 'AWS',
  PublisherName: 'AWS',
  ServiceCategory: 'Compute',
  ServiceName: 'Amazon Elastic Compute Cloud',
}

/** One row for each set of changes to the good one; a value of undefined takes the column away. */
async function validated(...changes: readonly Readonly<Record<string, string | undefined>>[]) {
  const names = Object.keys({ ...good, ...changes[0] }).filter(
    (name) => !(name in changes[0]! && changes[0]![name] === undefined),
  )
  const rows = changes.map((change) => {
    const row: Record<string, string | undefined> = { ...good, ...change }
    return names.map((name) => `"${(row[name] ?? '').replaceAll('"', '""')}"`).join(',')
  })
  const file = join(folder, 'bill.csv')
  await writeFile(file, [names.join(','), ...rows, ''].join('\n'))
  const answer = await store.validate(file)
  return answer.is === 'validated'
    ? answer.violations.map(({ rule, count, example }) => [rule, count, example])
    : answer
}

it('a file with every mandatory column, rightly filled, breaks nothing', async () => {
  expect(await validated({}, { ChargeCategory: 'Purchase', ChargeDescription: 'a fee' })).toEqual([])
})

const status = { CommitmentDiscountStatus: 'Used', CommitmentDiscountId: 'sp-1' }

it.each<[string, Readonly<Record<string, string | undefined>>, string, string | null | undefined]>([
  ['a column that must be there', { BilledCost: undefined }, 'CostAndUsage-D-006-M', undefined],
  ['a column in other letters', { ServiceName: undefined, serviceName: 'EC2' }, 'ColumnHandling-A-010-M', undefined],
  ['a column of its own that does not say so', { Team: 'harbour' }, 'ColumnHandling-A-010-M', undefined],
  ['a word that is none of the allowed', { ChargeCategory: 'usage' }, 'ChargeCategory-C-003-M', 'usage'],
  ['an empty cell', { ServiceName: '' }, 'ServiceName-C-003-M', null],
  ['NULL where there is to be a value', { BillingAccountId: 'NULL' }, 'BillingAccountId-C-001-M', null],
  [
    'a time without its zone',
    { ChargePeriodEnd: '2026-11-18 00:00:00' },
    'ChargePeriodEnd-C-002-M',
    '2026-11-18 00:00:00',
  ],
  [
    'a time with a zone',
    { ChargePeriodEnd: '2026-11-18T01:00:00+01:00' },
    'ChargePeriodEnd-C-002-M',
    '2026-11-18T01:00:00+01:00',
  ],
  ['a day that is not', { ChargePeriodEnd: '2026-02-30T00:00:00Z' }, 'ChargePeriodEnd-C-001-M', '2026-02-30T00:00:00Z'],
  [
    'an end that is the start',
    { ChargePeriodEnd: '2026-11-17T00:00:00Z' },
    'ChargePeriodEnd-C-004-M',
    '2026-11-17T00:00:00Z',
  ],
  [
    'a period the wrong way round',
    { BillingPeriodEnd: '2026-10-01T00:00:00Z' },
    'BillingPeriodEnd-C-004-M',
    '2026-10-01T00:00:00Z',
  ],
  ['a currency nobody has', { BillingCurrency: 'USDC' }, 'BillingCurrency-C-006-M', 'USDC'],
  ['a number with its sign', { ListCost: '$12.5' }, 'ListCost-C-002-M', '$12.5'],
  ['a number with a thousands separator', { ListCost: '1,250.5' }, 'ListCost-C-002-M', '1,250.5'],
  ['a plus', { ListCost: '+12.5' }, 'ListCost-C-002-M', '+12.5'],
  ['a fraction', { ListCost: '25/2' }, 'ListCost-C-002-M', '25/2'],
  ['a price below zero', { ListUnitPrice: '-12.5' }, 'ListUnitPrice-C-008-M', '-12.5'],
  ['a price that is not that of the cost', { ListUnitPrice: '10' }, 'ListUnitPrice-C-010-C', '10'],
  [
    'a quantity that has a unit and is not there',
    { ConsumedQuantity: '', ConsumedUnit: 'Hours' },
    'ConsumedQuantity-C-006-C',
    null,
  ],
  ['a quantity of a tax', { ChargeCategory: 'Tax', ConsumedQuantity: '1' }, 'ConsumedQuantity-C-004-C', '1'],
  [
    'a commitment that is neither used nor unused',
    { ...status, CommitmentDiscountStatus: 'Active' },
    'CommitmentDiscountStatus-C-005-M',
    'Active',
  ],
  [
    'a commitment nobody knows how much is used of',
    { ...status, CommitmentDiscountStatus: '' },
    'CommitmentDiscountStatus-C-004-C',
    null,
  ],
  ['use of no commitment', { ...status, CommitmentDiscountId: '' }, 'CommitmentDiscountStatus-C-003-C', 'Used'],
  ['a resource of no type', { ResourceId: 'i-1', ResourceType: '' }, 'ResourceType-C-005-C', null],
  ['tags that are no JSON', { Tags: '"team": "a"' }, 'Tags-C-001-M', '"team": "a"'],
  ['tags in tags', { Tags: '{"team":{"name":"a"}}' }, 'Tags-C-001-M', '{"team":{"name":"a"}}'],
  ['a tag twice', { Tags: '{"team":"a","team":"b"}' }, 'Tags-C-001-M', '{"team":"a","team":"b"}'],
])('%s', async (_, change, rule, value) => {
  const example = value === undefined ? null : { row: 1, value }
  expect(await validated(change)).toContainEqual([rule, 1, example])
})

it('what a file may lack is no fault: columns of features that a provider has not, values where none are asked for', async () => {
  const quantity = { ConsumedQuantity: '1', ConsumedUnit: 'Hours' }
  const none = { CommitmentDiscountId: '', CommitmentDiscountStatus: '', ResourceId: '', ResourceType: '' }
  expect(await validated({ ...quantity, ...none, Tags: '{"team":"a","done":true,"size":null}', x_Team: 'a' })).toEqual(
    [],
  )
  expect(await validated({ ...quantity, ChargeClass: 'Correction', ConsumedQuantity: '', ConsumedUnit: '' })).toEqual(
    [],
  )
})

it('rows are counted, and the first one is shown', async () => {
  const broken = { ChargeClass: 'Fix' }
  expect(await validated({}, broken, {}, broken)).toEqual([['ChargeClass-C-005-C', 2, { row: 2, value: 'Fix' }]])
})

it('a file that cannot be checked is told why', async () => {
  const of = async (name: string, content: string | Uint8Array) => {
    await writeFile(join(folder, name), content)
    return store.validate(join(folder, name))
  }
  const refused = (message: string) => ({ is: 'refused', message })
  const line = `${Object.keys(good).join(',')}\n${Object.values(good).join(',')}\n`
  const packed = gzipSync(line.repeat(200))
  expect(await of('cut.csv.gz', packed.subarray(0, packed.length - 12))).toEqual(
    refused('cut.csv.gz is cut short: its end is missing. Copy or export it again. Nothing was loaded.'),
  )
  expect(await of('two.csv', 'BilledCost,ListCost,BilledCost\n1,2,3\n')).toEqual(
    refused(
      'two.csv has two columns BilledCost: which of them is meant cannot be told. Take the file as the provider exported it. Nothing was checked.',
    ),
  )
  expect(await of('short.csv', `${line}1,2\n`)).toMatchObject({
    message: expect.stringMatching(/^short\.csv cannot be read: line 3 is broken/),
  })
  expect(await of('empty.csv', '')).toEqual(refused('empty.csv is empty: there is nothing to check.'))
})

it('what Parquet keeps as an instant or a number is written in no wrong way; a text that holds a time may be', async () => {
  const path = join(folder, 'bill.parquet')
  const db = await (await DuckDBInstance.create(':memory:')).connect()
  const kinds: Readonly<Record<string, string>> = {
    ...{ ChargePeriodStart: 'TIMESTAMP', ChargePeriodEnd: 'TIMESTAMP', BillingPeriodStart: 'TIMESTAMPTZ' },
    ...{ BilledCost: 'DECIMAL(38,18)', EffectiveCost: 'DOUBLE', ListCost: 'DOUBLE', ContractedCost: 'BIGINT' },
  }
  const row = { ...good, EffectiveCost: '1e16', ListCost: '1e-9', ContractedCost: '3', BillingPeriodEnd: '2026-12-01' }
  const cells = Object.entries(row).map(
    ([name, value]) => `CAST(NULLIF('${value}', '') AS ${kinds[name] ?? 'VARCHAR'}) AS "${name}"`,
  )
  await db.run(`SET TimeZone = 'UTC'`)
  await db.run(`COPY (SELECT ${cells.join(', ')}) TO '${path}' (FORMAT parquet)`)
  db.closeSync()
  const answer = await store.validate(path)
  expect(answer.is === 'validated' && answer.violations.map(({ rule, example }) => [rule, example?.value])).toEqual([
    ['BillingPeriodEnd-C-002-M', '2026-12-01'],
  ])
})

it('another kind of file, and none, are told', async () => {
  const file = join(folder, 'notes.csv')
  await writeFile(file, 'hello,world\n1,2\n')
  expect(await store.validate(file)).toEqual({
    is: 'refused',
    message: 'notes.csv has no column of FOCUS: it is another kind of file.',
  })
  expect(await store.validate(join(folder, 'gone.csv'))).toEqual({
    is: 'refused',
    message: 'gone.csv cannot be opened. Was it moved?',
  })
})
