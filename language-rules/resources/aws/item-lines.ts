// Lines of an AWS service whose price list names what is billed by an item of the price book.
import {
  isUnwritten,
  line,
  monthOf,
  type Priced,
  priceFor,
  product,
  usage,
} from '../../../core/estimate/resource-line.ts'
import { known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'

/** The price of an item in the resource's region. */
export const itemPrice = (resource: Resource, prices: PriceBook, service: string, item: string): Priced =>
  priceFor(resource, [], (region) => prices.service('aws', service, item, region))

/** The price of a GB-month of a storage class in the resource's region. */
export const storagePrice = (resource: Resource, prices: PriceBook, service: string, name: string): Priced =>
  priceFor(resource, [], (region) => prices.storage('aws', service, name, region)?.storage)

/** One service of the price book, for a resource: its lines by item. */
export function serviceLines(resource: Resource, prices: PriceBook, service: string) {
  const item = (label: string, unit: string, quantity: Known<number>, name: string) =>
    line(label, unit, quantity, itemPrice(resource, prices, service, name))
  return {
    item,
    /** By the hour, all month long, `count` of them. */
    hours: (label: string, count: Known<number>, name: string) =>
      item(label, 'hour', product(count, monthOf(resource)), name),
    /** A quantity that only `usage` tells. */
    used: (label: string, unit: string, name: string, quantity: string) =>
      item(label, unit, usage(resource, quantity), name),
    /** The same, shown only once it is told: what the resource can do, and most never do. */
    told: (label: string, unit: string, name: string, quantity: string): readonly Line[] =>
      resource.usage?.[quantity] === undefined ? [] : [item(label, unit, usage(resource, quantity), name)],
    /** What is above the included amount; no line where nothing is, or nothing was asked for. */
    above: (label: string, unit: string, amount: Known<number>, included: Known<number>, name: string, times = 1) => {
      const billed = isUnwritten(amount) ? known(0, resource.location) : scaled(over(amount, included), times)
      return valueOf(billed) === 0 ? [] : [item(label, unit, billed, name)]
    },
    storage: (label: string, quantity: Known<number>, name: string) =>
      line(label, 'GB-month', quantity, storagePrice(resource, prices, service, name)),
  }
}

export const scaled = (amount: Known<number>, by: number): Known<number> => mapKnown(amount, (value) => value * by)

function over(amount: Known<number>, included: Known<number>): Known<number> {
  if (included.is === 'unknown') return included
  const least = valueOf(included)
  return least === undefined
    ? unknown('dynamic', amount.is === 'unknown' ? undefined : amount.at)
    : mapKnown(amount, (value) => Math.max(0, value - least))
}

/** A fact that is exactly this, as Terraform writes it: `true` and `"true"` are one. */
export const is = (value: Known<Fact>, wanted: Fact): boolean => {
  const exact = valueOf(value)
  return exact !== undefined && String(exact) === String(wanted)
}

/** The fact as text where it is exactly known. */
export const textOf = (value: Known<Fact>): string | undefined => {
  const exact = valueOf(value)
  return exact === undefined ? undefined : String(exact)
}
