import { usage } from '../../core/estimate/resource-line.ts'
import { type Item, type Tier, tierLines } from '../../core/estimate/service-line.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import type { Line, Resource, Why } from '../../core/types.ts'

/** Something that is billed by use alone: what `usage` in outlay.json calls it, and what it is priced by, tier by tier or all alike. */
export interface Used {
  readonly label: string
  readonly unit: string
  readonly name: string
  readonly meaning: string
  readonly price: Item | readonly Tier[]
}

const tiersOf = (price: Used['price']): readonly Tier[] =>
  'item' in price ? [{ ...price, upTo: Number.POSITIVE_INFINITY }] : price

export const usedLines = (resource: Resource, prices: PriceBook, parts: readonly Used[]): Line[] =>
  parts.flatMap(({ label, unit, name, price }) =>
    tierLines(resource, prices, label, unit, usage(resource, name), tiersOf(price)),
  )

/** Lines whose price hangs on something that is not known. */
export const unpriced = (lines: readonly Line[], why: Why): Line[] =>
  lines.map(({ label, unit, quantity }) => ({
    label,
    unit,
    quantity,
    unitUsd: undefined,
    usd: undefined,
    prices: [],
    why,
  }))

/** As a definition declares them. */
export const usageOf = (parts: readonly Used[]): Record<string, string> =>
  Object.fromEntries(parts.map(({ name, meaning }) => [name, meaning]))
