// Lines of an Azure service whose price list names what is billed by an item of the price book.
import { line, monthOf, type Priced, priceFor, product, usage } from '../../../core/estimate/resource-line.ts'
import { type Item, type Tier, tierLines } from '../../../core/estimate/service-line.ts'
import { known } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import type { Fact, Known, Line, Price, Resource } from '../../../core/types.ts'

/** By what name Azure takes licences of one's own: https://learn.microsoft.com/azure/virtual-machines/windows/hybrid-use-benefit-licensing */
export const hybridBenefit = 'Azure Hybrid Benefit'

/** China and the governments have price lists of their own. */
const hasOwnList = (region: string) => /^(?:china|usgov|usdod)/.test(region)

/** With what costs the same in every public region, which the book has once, as `global`. */
export const withGlobal = (prices: PriceBook): PriceBook => ({
  ...prices,
  service: (cloud, service, item, region) =>
    prices.service(cloud, service, item, region) ??
    (hasOwnList(region) ? undefined : prices.service(cloud, service, item, 'global')),
})

/** An item that facts of the resource decide; undefined where the list has none for them. */
export interface Picked {
  readonly by: readonly Known<Fact>[]
  readonly item: (...values: string[]) => string | undefined
  /** An item so many times whose price it costs, in each list that was read: asked where the book has none by its own name. */
  readonly multiple?: (...values: string[]) => Multiple | undefined
}

export type Multiple = readonly [item: string, times: number]

export const timesPrice = (price: Price | undefined, times: number): Price | undefined =>
  price && { ...price, usd: Number((price.usd * times).toPrecision(12)) }

/** What is billed by the day is priced for thirty: a registry of $5 a month is listed as $0.1666 a day. */
export const daysOfMonth = 30

/** One service of the price book, for a resource: its lines by item. */
export function itemLines(resource: Resource, book: PriceBook, service: string) {
  const prices = withGlobal(book)
  function price(of: string | Picked): Priced {
    const { by, item, multiple }: Picked = typeof of === 'string' ? { by: [], item: () => of } : of
    return priceFor(resource, by, (region, ...values) => {
      const own = (name: string | undefined) =>
        name === undefined ? undefined : prices.service('azure', service, name, region)
      const [base, times = 1] = multiple?.(...values) ?? []
      return own(item(...values)) ?? timesPrice(own(base), times)
    })
  }
  const item = (label: string, unit: string, quantity: Known<number>, of: string | Picked) =>
    line(label, unit, quantity, price(of))
  return {
    price,
    item,
    /** By the hour, all month long, `count` of them. */
    hours: (label: string, of: string | Picked, count: Known<number> = one(resource)) =>
      item(label, 'hour', product(count, monthOf(resource)), of),
    /** So many for a month. */
    months: (label: string, of: string | Picked, count: Known<number> = one(resource)) =>
      item(label, 'month', count, of),
    /** By the day, all month long, `count` of them. */
    days: (label: string, of: string | Picked, count: Known<number> = one(resource)) =>
      item(label, 'day', product(count, known(daysOfMonth, resource.location)), of),
    /** A quantity that only `usage` tells. */
    used: (label: string, unit: string, of: string | Picked, quantity: string) =>
      item(label, unit, usage(resource, quantity), of),
    /** The same, shown only once it is told: what the resource can do, and most never do. */
    told: (label: string, unit: string, of: string | Picked, quantity: string): readonly Line[] =>
      resource.usage?.[quantity] === undefined ? [] : [item(label, unit, usage(resource, quantity), of)],
    /** A quantity that only `usage` tells, billed by tier: up to so many units each item, the last without an end. */
    tiers: (label: string, unit: string, quantity: string, tiers: readonly (readonly [upTo: number, item: string])[]) =>
      tierLines(
        resource,
        prices,
        label,
        unit,
        usage(resource, quantity),
        tiers.map(([upTo, name]): Tier & Item => ({ service, item: name, upTo })),
      ),
  }
}

export const one = (resource: Resource): Known<number> => known(1, resource.location)
