import type { SpendRow } from './focus.ts'

/** What was used, in counts. */
export interface Used {
  readonly meter: string
  readonly quantity: number | undefined
  readonly unit: string
}

/**
 * Rows that say how much was used and add no money, as the provider charges by something else, in other rows of the same source:
 * of tokens, requests are the count. Their grade is that of the charge, so that no view has one more; a sum of money is the same
 * with and without them.
 */
export const usageRows = (of: Omit<SpendRow, 'BilledCost' | 'EffectiveCost'>, used: readonly Used[]): SpendRow[] =>
  used.flatMap(({ meter, quantity, unit }) =>
    quantity === undefined || quantity === 0
      ? []
      : [{ ...of, BilledCost: 0, EffectiveCost: 0, SkuMeter: meter, ConsumedQuantity: quantity, ConsumedUnit: unit }],
  )

export const requests = (quantity: number | undefined): Used => ({ meter: 'Requests', quantity, unit: 'Requests' })
