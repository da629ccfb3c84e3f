import { readFileSync } from 'node:fs'
import { calcPrice } from '@pydantic/genai-prices'
import { expect, test } from 'vitest'
import { demoBilling } from './demo-billing.ts'

const committed = readFileSync(new URL('../samples/billing/focus-2026-08-21_2026-11-18.csv', import.meta.url), 'utf8')
const [header = '', ...lines] = committed.trimEnd().split('\n')
// Tags are the only quoted cells; no other cell holds a comma.
const rows = lines.map((line) => {
  const cells = line.replace(/"\{.*\}"/, (tags) => tags.replaceAll(',', ';')).split(',')
  return Object.fromEntries(header.split(',').map((name, index) => [name, cells[index] ?? '']))
})

test('the committed file is what the script writes, byte for byte, every time', () => {
  expect(demoBilling()).toBe(committed)
  expect(demoBilling()).toBe(committed)
})

test('it stays small and covers ninety days', () => {
  expect(Buffer.byteLength(committed)).toBeLessThan(400_000)
  expect(new Set(rows.map((row) => row.ChargePeriodStart)).size).toBe(90)
  expect([rows[0]!.ChargePeriodStart, rows.at(-1)!.ChargePeriodEnd]).toEqual([
    '2026-08-21T00:00:00Z',
    '2026-11-19T00:00:00Z',
  ])
})

test('every cost is quantity times list price', () => {
  for (const row of rows)
    expect(Number(row.BilledCost)).toBeCloseTo(Number(row.PricingQuantity) * Number(row.ListUnitPrice), 6)
})

test('the price of every model is its list price', () => {
  const seen = new Map(
    rows
      .filter((row) => row.x_ModelId)
      .map((row) => [`${row.ProviderName} ${row.x_ModelId} ${row.SkuMeter}`, Number(row.ListUnitPrice)]),
  )
  expect(seen.size).toBe(13)
  for (const [meter, price] of seen) {
    const [provider = '', model = ''] = meter.toLowerCase().split(' ')
    const usage = meter.includes('Input') ? { input_tokens: 100_000 } : { output_tokens: 100_000 }
    expect([meter, price]).toEqual([
      meter,
      Number(((calcPrice(usage, model, { providerId: provider })?.total_price ?? 0) * 10).toFixed(6)),
    ])
  }
})

test('one idle week of two trainers, one day of a runaway agent', () => {
  const trainers = rows.filter((row) => row.SkuMeter === 'BoxUsage:p4d.24xlarge' && row.PricingQuantity === '48')
  expect(trainers.map((row) => row.ChargePeriodStart!.slice(0, 10))).toEqual([
    '2026-09-28',
    '2026-09-29',
    '2026-09-30',
    '2026-10-01',
    '2026-10-02',
    '2026-10-03',
    '2026-10-04',
  ])
  const agent = rows.filter((row) => row.x_ModelId === 'gpt-5.2' && row.SkuMeter === 'Input Tokens')
  const dearest = agent.reduce((a, b) => (Number(a.BilledCost) > Number(b.BilledCost) ? a : b))
  expect([dearest.ChargePeriodStart, dearest.BilledCost]).toEqual(['2026-10-14T00:00:00Z', '1143.1'])
})
