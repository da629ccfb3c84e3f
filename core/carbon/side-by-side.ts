// What a look-up says of carbon: of each match, and the cheapest and the cleanest region of one thing side by side.
import type { PriceBook } from '../prices/book.ts'
import { typeNamed } from '../prices/find.ts'
import { clouds } from '../prices/machines.ts'
import type { Match } from '../prices/match.ts'
import { storageClassesNamed } from '../prices/storage-classes.ts'
import type { Band, Cloud } from '../types.ts'
import { cleanest, type RegionChoice, type Wanted } from './cleanest.ts'
import { hoursPerMonth, kilo } from './energy.ts'
import { machineCarbon } from './resource.ts'

export interface MatchCarbon {
  /** Grams for an hour of the machine, the building's overhead counted. */
  readonly gCO2ePerHour: Band
  /** Of the region's grid, by its yearly average. */
  readonly gCO2ePerKWh: number
}

const grams = (kg: Band, per: number): Band => ({
  low: (kg.low * kilo) / per,
  likely: (kg.likely * kilo) / per,
  high: (kg.high * kilo) / per,
})

/** undefined where nothing is published for the region or the machine, and for what is no machine of the three clouds. */
export function carbonOfMatch(book: PriceBook, { what, provider, region, lines }: Match): MatchCarbon | undefined {
  const cloud = clouds.find((each) => each === provider)
  if (cloud === undefined || region === undefined || !lines.some(({ unit }) => unit === 'hour')) return undefined
  const grid = book.carbon(cloud, region)?.gCO2ePerKWh
  const { kgCO2e } = machineCarbon(cloud, what, region, 1, book)
  return grid === undefined || kgCO2e === undefined ? undefined : { gCO2ePerHour: grams(kgCO2e, 1), gCO2ePerKWh: grid }
}

export interface Choice {
  readonly region: string
  readonly usd: number
  readonly unit: 'hour' | 'GB-month'
  /** Grams for one unit; undefined where nothing is published. */
  readonly gCO2e: Band | undefined
  readonly gCO2ePerKWh: number | undefined
}

export interface SideBySide {
  readonly cheapest: Choice
  /** undefined where no region's emissions are known. */
  readonly cleanest: Choice | undefined
  /** Regions that have a price and no known emissions: how many. */
  readonly unknown: number
}

function choiceOf(cloud: Cloud, wanted: Wanted, book: PriceBook, choice: RegionChoice): Choice {
  const { region, price, carbon } = choice
  const [unit, per] = wanted.is === 'instance' ? (['hour', hoursPerMonth] as const) : (['GB-month', 1] as const)
  return {
    region,
    usd: price.usd / price.per,
    unit,
    gCO2e: carbon.kgCO2e && grams(carbon.kgCO2e, per),
    gCO2ePerKWh: carbon.kgCO2e && book.carbon(cloud, region)?.gCO2ePerKWh,
  }
}

/** A machine type on demand, or a storage class. undefined where it is neither, or sold in one region only. */
export function sideBySide(book: PriceBook, text: string): SideBySide | undefined {
  const type = typeNamed(book, text.trim())
  const [storage, ...others] = storageClassesNamed(text)
  const cloud = type?.cloud ?? (others.length === 0 ? storage?.cloud : undefined)
  if (cloud === undefined) return undefined
  const wanted: Wanted = type
    ? { is: 'instance', type: type.type, purchase: 'on-demand' }
    : { is: 'storage', service: storage!.service, storageClass: storage!.name, gb: 1 }
  const found = cleanest(cloud, wanted, book)
  if (found.cheapest === undefined || found.regions.length < 2) return undefined
  return {
    cheapest: choiceOf(cloud, wanted, book, found.cheapest),
    cleanest: found.cleanest && choiceOf(cloud, wanted, book, found.cleanest),
    unknown: found.unknown.length,
  }
}
