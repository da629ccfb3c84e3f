import type { SpendSettings } from '../../core/config/spend.ts'
import type { SpendRow } from '../focus.ts'
import { daysOf } from '../range.ts'
import { charge, tags } from './charges.ts'

/** The day on which it is looked at. */
export const everyToday = '2026-11-20'

/** What outlay.json says of it: a metric's file is not there. */
export const everySettings: SpendSettings = {
  budgets: [
    { name: 'all', amount: 3000, period: 'month', thresholds: { actual: [50], forecast: [100] } },
    { name: 'euros', amount: 10, period: 'quarter', currency: 'EUR' },
  ],
  allocation: [
    { name: 'support', where: { service: 'Support' }, to: 'tag:team', by: 'proportional' },
    { name: 'metered', where: { service: 'Nobody’s' }, to: 'project', by: 'even' },
  ],
  metrics: [
    { name: 'requests', unit: 'request', value: 900, per: 'day' },
    { name: 'revenue', is: 'revenue', value: 9000, per: 'month' },
    { name: 'busy', is: 'busy-hours', value: 10, per: 'day', where: { service: 'EC2' } },
    { name: 'gone', file: '/nowhere/gone.csv' },
  ],
  tags: ['team'],
}

/** Every kind of row that an analysis looks at, over a hundred days; dearer in the last thirty, and once out of all proportion. */
export const everyKind: readonly SpendRow[] = daysOf({ since: '2026-08-12', until: '2026-11-20' }).flatMap((day, i) => {
  const isLate = i >= 70
  const model = { ServiceName: 'Claude API', ServiceProviderName: 'Anthropic', x_ModelId: 'claude-haiku-4-5' }
  const plan = { CommitmentDiscountId: 'sp-1', PricingCategory: 'Committed', ListCost: 12 }
  return [
    charge(day, day === '2026-11-15' ? 400 : isLate ? 30 : 20, {
      ...{ SkuMeter: 'BoxUsage:m5.large', ConsumedQuantity: isLate ? 30 : 20, ConsumedUnit: 'Hours' },
      ...{ RegionId: 'us-east-1', ListCost: 30, PricingCategory: 'Standard', ...tags({ team: 'search' }) },
      x_Estimated: day >= '2026-11-19',
    }),
    charge(day, 8, { ...plan, CommitmentDiscountStatus: 'Used', ...tags({ team: 'checkout' }) }),
    charge(day, 2, { ...plan, CommitmentDiscountStatus: 'Unused' }),
    charge(day, 3 + (i % 7), { ...model, SkuMeter: 'Input Tokens', ConsumedQuantity: 1.5e6, ConsumedUnit: 'Tokens' }),
    charge(day, 1, { ...model, SkuMeter: 'Cache Read Tokens', ConsumedQuantity: 5e5, ConsumedUnit: 'Tokens' }),
    charge(day, 6, { ...model, SkuMeter: 'Output Tokens', ConsumedQuantity: 2e5, ConsumedUnit: 'Tokens' }),
    charge(day, 4, { ServiceName: 'Support' }),
    charge(day, 5, { ServiceName: 'Nobody’s', x_Grade: 'metered' }),
    charge(day, 7, { ServiceName: 'Azure OpenAI', BillingCurrency: 'EUR' }),
    charge(day, 9, {
      SkuMeter: 'GPU',
      ResourceId: i % 3 ? 'llm/vllm' : '__idle__',
      ConsumedQuantity: 4,
      ConsumedUnit: 'Hours',
    }),
  ]
})
