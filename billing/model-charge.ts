import { monthAround, type SpendRow } from './focus.ts'

/** What every charge for use of models has in common: its place among services, its period, and the month it is billed in. ISO instants. */
export function modelCharge(start: string, end: string) {
  const month = monthAround(start)
  return {
    ServiceCategory: 'AI and Machine Learning',
    ServiceSubcategory: 'Generative AI',
    ChargeCategory: 'Usage',
    ChargeFrequency: 'Usage-Based',
    ChargePeriodStart: start,
    ChargePeriodEnd: end,
    BillingPeriodStart: month.start,
    BillingPeriodEnd: month.end,
  } as const satisfies Partial<SpendRow>
}
