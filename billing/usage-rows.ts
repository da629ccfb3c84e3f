import type { SpendRow } from './focus.ts'

/** What was used, in counts: of tokens by how they are charged, and of requests. */
export interface Used {
  readonly meter: string
  readonly quantity: number | undefined
  readonly unit: string
}

/**
 * Rows that say how much was used and add no money: what it costs stands in other rows of the same source, which do not say how
 * much. Their grade is that of the charge, so that both are in one group; a sum of money is the same with and without them, and
 * a cost per token is the money of the group over its tokens.
 */
export const usageRows = (of: Omit<SpendRow, 'BilledCost' | 'EffectiveCost'>, used: readonly Used[]): SpendRow[] =>
  used.flatMap(({ meter, quantity, unit }) =>
    quantity === undefined || quantity === 0
      ? []
      : [{ ...of, BilledCost: 0, EffectiveCost: 0, SkuMeter: meter, ConsumedQuantity: quantity, ConsumedUnit: unit }],
  )

export const tokens = (meter: string, quantity: number | undefined): Used => ({ meter, quantity, unit: 'Tokens' })
export const requests = (quantity: number | undefined): Used => ({ meter: 'Requests', quantity, unit: 'Requests' })
