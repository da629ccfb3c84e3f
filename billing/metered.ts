import type { PriceBook, RateId } from '../core/prices/book.ts'
import type { SpendRow } from './focus.ts'
import { modelCharge } from './model-charge.ts'
import type { ModelUse, SignalSource } from './signals/signal.ts'
import type { BillingSource, Mapped } from './source.ts'

const kinds = [
  { count: 'input', rate: 'input', meter: 'Input Tokens' },
  { count: 'output', rate: 'output', meter: 'Output Tokens' },
  { count: 'cacheRead', rate: 'cache-read', meter: 'Cache Read Input Tokens' },
  { count: 'cacheWrite', rate: 'cache-write', meter: 'Cache Write Input Tokens' },
] as const satisfies readonly { readonly count: keyof ModelUse; readonly rate: RateId; readonly meter: string }[]

/** What a provider counts, at the prices of the list: a source of spend like others. */
export const meteredSource = (source: SignalSource, book: PriceBook): BillingSource => ({
  ...source,
  rows(page) {
    const told = source.signals(page)
    const uses = told.signals.filter((signal) => signal.is === 'use')
    const { rows, problems } = meteredRows(uses, book)
    return { rows, problems: [...told.problems, ...problems] }
  },
})

/** Use at the list price, graded as metered. What has no price is told, and is no row: nobody knows that it was free. */
export function meteredRows(uses: readonly ModelUse[], book: PriceBook): Mapped {
  const rows: SpendRow[] = []
  const unpriced = new Map<string, number>()
  for (const use of uses) {
    const model = book.model(use.provider, use.model)
    for (const { count, rate, meter } of kinds) {
      const quantity = use[count]
      if (quantity === undefined || quantity === 0) continue
      const price = model?.rates[rate]?.price
      const what = `${meter.toLowerCase()} of ${use.model}`
      if (price) rows.push(rowOf(use, meter, quantity, (quantity * price.usd) / price.per))
      else unpriced.set(what, (unpriced.get(what) ?? 0) + quantity)
    }
  }
  const problems = [...unpriced].map(
    ([what, quantity]) => `${quantity} ${what} have no price in the list: they are not in the totals.`,
  )
  return { rows, problems }
}

function rowOf(use: ModelUse, SkuMeter: string, ConsumedQuantity: number, cost: number): SpendRow {
  const start = `${use.day}T00:00:00.000Z`
  const end = new Date(Date.parse(start) + 86_400_000).toISOString()
  return {
    ...modelCharge(start, end),
    ServiceProviderName: 'AWS',
    HostProviderName: 'AWS',
    ServiceName: 'Amazon Bedrock',
    RegionId: use.region,
    SkuMeter,
    ConsumedQuantity,
    ConsumedUnit: 'Tokens',
    BillingCurrency: 'USD',
    BilledCost: cost,
    EffectiveCost: cost,
    ListCost: cost,
    x_ModelId: use.model,
    x_Source: use.source,
    x_Grade: 'metered',
    x_Estimated: end > use.at,
    x_FetchedAt: use.at,
  }
}
