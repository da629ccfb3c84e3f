import { expect, it } from 'vitest'
import type { Grade, SpendRow } from '../../billing/focus.ts'
import { seasonalNaive } from '../../billing/forecast/method.ts'
import { daysOf } from '../../billing/range.ts'
import { charge } from '../../billing/testing/charges.ts'
import { runSpend } from '../../cli/commands/spend.ts'
import { runAnomalies, runForecast } from '../../cli/commands/spend-ahead.ts'
import { runAllocation } from '../../cli/commands/spend-allocation.ts'
import { runBudgets } from '../../cli/commands/spend-budgets.ts'
import { runCarbon } from '../../cli/commands/spend-carbon.ts'
import { runChange } from '../../cli/commands/spend-change.ts'
import { runCommitments } from '../../cli/commands/spend-commitments.ts'
import { runUnit } from '../../cli/commands/spend-unit.ts'
import type { Exit, Out } from '../../cli/output.ts'
import type { Reading, SpendTools } from '../../cli/spend/read.ts'
import { fakeBook } from '../../core/carbon/fake-book.ts'
import type { SpendSettings } from '../../core/config/spend.ts'
import { november, overRows } from './over-rows.ts'

// What is invoiced, what is reckoned from use and what is a share of common costs are never told as one: every answer in words
// names what is not invoiced, beside the money it is of.

const book = fakeBook({
  specs: { 'm5.large': { vcpu: 2, memoryGiB: 8 } },
  regions: { 'us-east-1': { gCO2ePerKWh: 396.25, pue: 1.15 } },
})
const machine = { SkuMeter: 'BoxUsage:m5.large', ConsumedQuantity: 24, ConsumedUnit: 'Hrs', RegionId: 'us-east-1' }
const tokens = { x_ModelId: 'gpt-5', SkuMeter: 'Output Tokens', ConsumedQuantity: 1e6, ConsumedUnit: 'Tokens' }
const plan = { CommitmentDiscountId: 'sp-1', CommitmentDiscountStatus: 'Used', CommitmentDiscountType: 'Savings Plan' }
const gpu = { SkuMeter: 'GPU', ResourceName: 'answers', ConsumedQuantity: 24, ConsumedUnit: 'GPU-Hours' }

/** Two months of even days, and one that is none. */
const graded = (x_Grade: Grade): SpendRow[] =>
  daysOf({ since: '2026-09-15', until: '2026-11-20' }).flatMap((day, i) => [
    charge(day, (day === '2026-11-18' ? 900 : 20) + (i % 3), { ...machine, x_Grade }),
    charge(day, 5, { ...tokens, x_Grade, ServiceName: 'OpenAI API' }),
    charge(day, 7, { ...plan, x_Grade, ServiceName: 'RDS' }),
    charge(day, 3, { ...gpu, x_Grade, ServiceName: 'GPUs' }),
  ])

const settings: Partial<SpendSettings> = {
  budgets: [{ name: 'all', amount: 9000, period: 'month' }],
  allocation: [{ name: 'machines', where: { service: 'EC2' }, to: 'service', by: 'even', among: ['RDS', 'GPUs'] }],
  metrics: [
    { name: 'requests', unit: 'request', value: 3000, per: 'month' },
    { name: 'revenue', is: 'revenue', value: 90000, per: 'month' },
    { name: 'worked', is: 'busy-hours', value: 10, per: 'day', where: { service: 'EC2' } },
  ],
}

type Run = (base: Reading, tools: SpendTools, out: Out) => Promise<Exit>
const text = { ...november, format: 'text' } as const
const change = { by: 'service', cost: 'effective', top: 9 } as const
const commands: Readonly<Record<string, Run>> = {
  spend: (base, tools, out) => runSpend({ ...base, ...text, by: ['service', 'tag:team'] }, tools, out),
  forecast: (base, tools, out) => runForecast({ ...base, format: 'text', where: [] }, tools, seasonalNaive, out),
  anomalies: (base, tools, out) => runAnomalies({ ...base, format: 'text', where: [] }, tools, seasonalNaive, out),
  budgets: (base, tools, out) => runBudgets({ ...base, format: 'text' }, tools, seasonalNaive, out),
  change: (base, tools, out) => runChange({ ...base, ...text, ...change }, tools, out),
  allocation: (base, tools, out) => runAllocation({ ...base, ...text }, tools, out),
  unit: (base, tools, out) => runUnit({ ...base, ...text }, tools, out),
  commitments: (base, tools, out) => runCommitments({ ...base, ...text }, tools, out),
  carbon: (base, tools, out) => runCarbon({ ...base, ...text }, tools, book, out),
}

it.each(Object.keys(commands))('%s', async (name) => {
  const printed = async (rows: readonly SpendRow[]) => (await overRows(rows, commands[name]!, settings)).printed
  const invoiced = await printed(graded('invoice'))
  expect(invoiced).toMatch(/USD/)
  expect(invoiced).not.toMatch(/metered/)
  const both = await printed([...graded('invoice'), ...graded('metered')])
  const lines = both.split('\n')
  expect(lines.some((line) => /metered/.test(line) && /\d\.\d\d\b/.test(line))).toBe(true)
  // Nothing is the sum of the two: what the invoiced amounts come to is told as without the others.
  const amounts = (of: string) => new Set(of.match(/\d[\d,]*\.\d\d\b/g))
  const told = amounts(both)
  expect([...amounts(invoiced)].filter((amount) => !told.has(amount))).toEqual([])
})
