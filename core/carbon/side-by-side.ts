// What a look-up says of carbon: of each match, and the cheapest and the cleanest region of one thing side by side.

import { hoursPerMonth } from '../hours.ts'
import type { PriceBook } from '../prices/book.ts'
import { typeNamed } from '../prices/find.ts'
import { clouds } from '../prices/machines.ts'
import type { Match } from '../prices/match.ts'
import { storageClassesNamed } from '../prices/storage-classes.ts'
import type { Band, Carbon, Cloud } from '../types.ts'
import { cleanest, type RegionChoice, type Wanted } from './cleanest.ts'
import { kilo } from './energy.ts'
import { machineCarbon } from './resource.ts'
import { tokensCarbon } from './tokens.ts'

export interface MatchCarbon {
  /** Grams for an hour of the machine, the building's overhead counted. */
  readonly gCO2ePerHour: Band
  /** The same by its GPUs, as the price of a GPU-hour is; undefined where it has none, or nobody says how many. */
  readonly gCO2ePerGpuHour: Band | undefined
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
  if (grid === undefined || kgCO2e === undefined) return undefined
  const gpus = book.specs(cloud, what)?.accelerators
  return {
    gCO2ePerHour: grams(kgCO2e, 1),
    gCO2ePerGpuHour: gpus ? grams(kgCO2e, gpus) : undefined,
    gCO2ePerKWh: grid,
  }
}

const thousand = { low: 1000, likely: 1000, high: 1000 }

/** What writing 1,000 tokens takes; undefined for what is no model that writes. */
export function tokenCarbonOfMatch(book: PriceBook, { what, provider, lines }: Match): Carbon | undefined {
  const model = lines.some(({ label, unit }) => label === 'output' && unit === '1M output tokens')
  const seller = book.models().find((each) => each.provider === provider)?.provider
  return model && seller !== undefined ? tokensCarbon(seller, what, thousand, book) : undefined
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
