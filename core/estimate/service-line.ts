import { known, mapKnown } from '../known.ts'
import type { PriceBook } from '../prices/book.ts'
import type { Known, Line, Resource } from '../types.ts'
import { line, priceFor } from './resource-line.ts'

/** What a line is priced by: an item of one of the cloud's services, as the price book names them. */
export interface Item {
  readonly service: string
  readonly item: string
}

/** So much of one item of a service, at the price of the resource's region. */
export const serviceLine = (
  resource: Resource,
  prices: PriceBook,
  label: string,
  unit: string,
  quantity: Known<number>,
  { service, item }: Item,
): Line =>
  line(
    label,
    unit,
    quantity,
    priceFor(resource, [], (region) => prices.service(resource.cloud, service, item, region)),
  )

/** What is billed of a month's quantity up to `upTo` units by one item; the last tier has no end. */
export interface Tier extends Item {
  readonly upTo: number
}

/**
 * A line for each tier that the quantity reaches, the first under the label alone, the others with where they begin.
 * Of a quantity nobody knows only the first is shown: its price is what the first unit costs.
 */
export function tierLines(
  resource: Resource,
  prices: PriceBook,
  label: string,
  unit: string,
  quantity: Known<number>,
  tiers: readonly Tier[],
): Line[] {
  return tiers.flatMap((tier, i) => {
    const from = tiers[i - 1]?.upTo ?? 0
    const within = mapKnown(quantity, (value) => Math.max(0, Math.min(value, tier.upTo) - from))
    const isReached = i === 0 || (within.is !== 'unknown' && !isNone(within))
    const name = i === 0 ? label : `${label} over ${from.toLocaleString('en')}`
    return isReached ? [serviceLine(resource, prices, name, unit, within, tier)] : []
  })
}

const isNone = (quantity: Known<number>) =>
  quantity.is === 'range' ? quantity.high === 0 : 'value' in quantity && quantity.value === 0

/** A number the definition itself knows: one cluster, two endpoints. */
export const fixed = (resource: Resource, value: number): Known<number> => known(value, resource.location)
