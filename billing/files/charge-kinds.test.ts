import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SpendStore } from '../store.ts'
import { openMemory } from '../stores/duckdb.ts'

// https://focus.finops.org/focus-specification/v1-2/: what a bill has besides use, each as the specification writes it.

const bill = `ProviderName,ServiceName,ChargePeriodStart,ChargePeriodEnd,BillingPeriodStart,ChargeCategory,ChargeClass,BillingCurrency,BilledCost,EffectiveCost,PricingCurrency,PricingCurrencyEffectiveCost,CommitmentDiscountId,CommitmentDiscountStatus,ChargeDescription
SaaS,Warehouse,2026-11-03T00:00:00Z,2026-11-04T00:00:00Z,2026-11-01T00:00:00Z,Usage,,USD,30.10,30.10,Credits,15.05,,,priced in credits
SaaS,Warehouse,2026-11-04T00:00:00Z,2026-11-05T00:00:00Z,2026-11-01T00:00:00Z,Credit,,USD,-5,-5,Credits,-2.5,,,goodwill
SaaS,Warehouse,2026-10-10T00:00:00Z,2026-10-11T00:00:00Z,2026-11-01T00:00:00Z,Usage,Correction,USD,-2,-2,Credits,-1,,,refund of October in November's bill
SaaS,Warehouse,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,2026-11-01T00:00:00Z,Tax,,USD,6.02,6.02,,,,,tax
SaaS,Warehouse,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,2026-11-01T00:00:00Z,Purchase,,USD,300,0,,,plan,,a year ahead
SaaS,Warehouse,2026-11-05T00:00:00Z,2026-11-06T00:00:00Z,2026-11-01T00:00:00Z,Usage,,USD,0,20,,,plan,Used,of the year
SaaS,Warehouse,2026-11-05T00:00:00Z,2026-11-06T00:00:00Z,2026-11-01T00:00:00Z,Usage,,USD,0,5,,,plan,Unused,of the year
SaaS,Warehouse,2026-11-05T00:00:00Z,2026-11-06T00:00:00Z,2026-11-01T00:00:00Z,Adjustment,,USD,-0.02,-0.02,,,,,rounding
SaaS,Tokens,2026-11-05T00:00:00Z,2026-11-06T00:00:00Z,2026-11-01T00:00:00Z,Usage,,Tokens,700,700,,,,,billed in a currency of its own
SaaS,Europe,2026-11-05T00:00:00Z,2026-11-06T00:00:00Z,2026-11-01T00:00:00Z,Usage,,EUR,9,9,,,,,euros
`

let store: SpendStore
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outlay-kinds-'))
  store = await openMemory()
  await writeFile(join(folder, 'bill.csv'), bill)
  expect(
    await store.importFocus(join(folder, 'bill.csv'), { source: 'file:bill.csv' }, '2026-11-20T08:00:00.000Z'),
  ).toEqual({
    is: 'loaded',
    rows: 10,
    problems: [],
    unread: [],
    format: 'FOCUS 1.2 CSV',
  })
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

test('credits, refunds, corrections and adjustments take off, taxes add; what was paid ahead is billed once and used bit by bit', async () => {
  const rows = await store.ask({
    ask: 'spend',
    by: ['charge'],
    where: [{ dimension: 'service', among: ['Warehouse'] }],
  })
  expect(
    rows.map(({ dimensions, billedCost, effectiveCost }) => [dimensions.charge, billedCost, effectiveCost]),
  ).toEqual([
    ['Adjustment', -0.02, -0.02],
    ['Credit', -5, -5],
    ['Purchase', 300, 0],
    ['Tax', 6.02, 6.02],
    ['Usage', 28.1, 53.1],
  ])
})

test('each currency is a total of its own, also one that is no state’s; what something was priced in is in none', async () => {
  const totals = await store.ask({ ask: 'totals' })
  expect(totals.map(({ currency, billedCost, effectiveCost }) => [currency, billedCost, effectiveCost])).toEqual([
    ['Tokens', 700, 700],
    ['USD', 329.1, 54.1],
    ['EUR', 9, 9],
  ])
})

test('a correction counts in the days that it corrects, not in the month that bills it', async () => {
  const months = await store.ask({
    ask: 'spend',
    by: ['month'],
    where: [{ dimension: 'service', among: ['Warehouse'] }],
  })
  expect(months.map(({ dimensions, billedCost }) => [dimensions.month, billedCost])).toEqual([
    ['2026-10', -2],
    ['2026-11', 331.1],
  ])
})

test('a meter that 1.0 has no column for is read where the provider writes it; the column of 1.1 goes before', async () => {
  const names =
    'ProviderName,ServiceName,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,BillingCurrency,BilledCost,EffectiveCost'
  const cells = '2026-11-01T00:00:00Z,2026-11-02T00:00:00Z,Usage,USD,1,1'
  const files = {
    aws: `${names},x_UsageType\nAWS,EC2,${cells},BoxUsage:m5.large\n`,
    azure: `${names},x_SkuMeterName\nMicrosoft,Virtual Machines,${cells},D2s v5\n`,
    both: `${names},SkuMeter,x_UsageType\nAWS,EC2,${cells},Hours,BoxUsage:m5.large\n`,
  }
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder, `${name}.csv`), text)
    await store.importFocus(join(folder, `${name}.csv`), { source: name }, '2026-11-20T08:00:00.000Z')
  }
  const rows = await store.ask({
    ask: 'spend',
    by: ['source', 'meter'],
    where: [{ dimension: 'source', among: Object.keys(files) }],
  })
  expect(rows.map(({ dimensions }) => [dimensions.source, dimensions.meter])).toEqual([
    ['aws', 'BoxUsage:m5.large'],
    ['azure', 'D2s v5'],
    ['both', 'Hours'],
  ])
})
