import { hoursPerMonth } from '../hours.ts'
import type { PriceBook } from '../prices/book.ts'
import type { Carbon, Cloud, Price, Purchase } from '../types.ts'
import { machineCarbon, storageCarbon } from './resource.ts'

export type Wanted =
  | { readonly is: 'instance'; readonly type: string; readonly purchase: Purchase }
  | { readonly is: 'storage'; readonly service: string; readonly storageClass: string; readonly gb: number }

export interface RegionChoice {
  readonly region: string
  /** USD for a month of 730 hours. */
  readonly usdPerMonth: number
  readonly price: Price
  readonly carbon: Carbon
}

export interface Cleanest {
  readonly cheapest: RegionChoice | undefined
  /** Of the regions whose emissions are known; of two alike, the cheaper. */
  readonly cleanest: RegionChoice | undefined
  /** Every region that has a price, cheapest first. */
  readonly regions: readonly RegionChoice[]
  /** Regions that have a price and no known emissions: they may be cleaner still. */
  readonly unknown: readonly string[]
}

/** The same resource in every region it has a price in (of those allowed): the cheapest and the cleanest side by side. */
export function cleanest(
  cloud: Cloud,
  wanted: Wanted,
  book: PriceBook,
  allowed: readonly string[] = book.regions(cloud),
): Cleanest {
  const regions = allowed
    .flatMap((region): readonly RegionChoice[] => {
      const price = priceIn(cloud, wanted, region, book)
      if (price === undefined) return []
      return [{ region, price, usdPerMonth: monthly(wanted, price), carbon: carbonIn(cloud, wanted, region, book) }]
    })
    .sort((a, b) => a.usdPerMonth - b.usdPerMonth || kg(a) - kg(b) || (a.region < b.region ? -1 : 1))
  const known = regions.filter((choice) => choice.carbon.kgCO2e !== undefined)
  return {
    cheapest: regions[0],
    cleanest: known.length === 0 ? undefined : known.reduce((best, next) => (kg(next) < kg(best) ? next : best)),
    regions,
    unknown: regions.filter((choice) => choice.carbon.kgCO2e === undefined).map((choice) => choice.region),
  }
}

const kg = ({ carbon }: RegionChoice) => carbon.kgCO2e?.likely ?? Number.MAX_VALUE

function priceIn(cloud: Cloud, wanted: Wanted, region: string, book: PriceBook): Price | undefined {
  return wanted.is === 'instance'
    ? book.instance(cloud, wanted.type, region, wanted.purchase)
    : book.storage(cloud, wanted.service, wanted.storageClass, region)?.storage
}

const monthly = (wanted: Wanted, price: Price) =>
  (price.usd / price.per) * (wanted.is === 'instance' ? hoursPerMonth : wanted.gb)

const carbonIn = (cloud: Cloud, wanted: Wanted, region: string, book: PriceBook) =>
  wanted.is === 'instance'
    ? machineCarbon(cloud, wanted.type, region, hoursPerMonth, book)
    : storageCarbon(cloud, [wanted.service, wanted.storageClass], region, wanted.gb, book)
