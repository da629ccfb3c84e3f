import type { SpendRow } from '../focus.ts'
import { dayAfter } from '../range.ts'

/** A charge of one day for a test; what is not given is the least a row must have. */
export function charge(day: string, cost: number, more: Partial<SpendRow> = {}): SpendRow {
  return {
    ServiceProviderName: 'AWS',
    ServiceName: 'EC2',
    ChargePeriodStart: `${day}T00:00:00.000Z`,
    ChargePeriodEnd: `${dayAfter(day)}T00:00:00.000Z`,
    ChargeCategory: 'Usage',
    BillingCurrency: 'USD',
    BilledCost: cost,
    EffectiveCost: cost,
    x_Source: 'test',
    x_Grade: 'invoice',
    x_Estimated: false,
    x_FetchedAt: '2026-11-20T08:00:00.000Z',
    ...more,
  }
}

export const tags = (of: Readonly<Record<string, string>>) => ({ Tags: JSON.stringify(of) })
