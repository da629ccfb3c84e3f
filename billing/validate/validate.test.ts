import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

it.each([
  ['a column that must be there', { BilledCost: undefined }, ['CostAndUsage-D-006-M', 1, null]],
  [
    'a word that is none of the allowed',
    { ChargeCategory: 'usage' },
    ['ChargeCategory-C-003-M', 1, { row: 1, value: 'usage' }],
  ],
  ['an empty cell', { ServiceName: '' }, ['ServiceName-C-003-M', 1, { row: 1, value: null }]],
  [
    'a time without its zone',
    { ChargePeriodEnd: '2026-11-18 00:00:00' },
    ['ChargePeriodEnd-C-002-M', 1, { row: 1, value: '2026-11-18 00:00:00' }],
  ],
  ['a currency nobody has', { BillingCurrency: 'USDC' }, ['BillingCurrency-C-006-M', 1, { row: 1, value: 'USDC' }]],
  ['a number with its sign', { ListCost: '$12.5' }, ['ListCost-C-002-M', 1, { row: 1, value: '$12.5' }]],
])('%s', async (_, change, violation) => {
  expect(await validated(change)).toContainEqual(violation)
})

it('rows are counted, and the first one is shown', async () => {
  const broken = { ChargeClass: 'Fix' }
  expect(await validated({}, broken, {}, broken)).toEqual([['ChargeClass-C-005-C', 2, { row: 2, value: 'Fix' }]])
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
