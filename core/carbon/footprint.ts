import { exactly, hull, scale } from '../band.ts'
import type { PriceBook, RegionCarbon } from '../prices/book.ts'
import type { Assumption, Band, Carbon, Cloud } from '../types.ts'
import { coefficient, type Energy, once, sourceOf } from './energy.ts'

/**
 * More than any grid emits, g/kWh: coal's own life cycle is 740 to 910 (IPCC AR5 WG3, annex III). A higher figure is in the
 * wrong unit: Cloud Carbon Footprint's Azure table has 77,000,000 for Finland.
 */
const mostGCO2ePerKWh = 1820

/** A power use effectiveness or an intensity outside what is possible is taken as not published. */
const possible = (value: number | undefined, low: number, high: number) =>
  value !== undefined && value >= low && value <= high ? value : undefined

interface Overhead {
  readonly pue: Band
  readonly assumed: Assumption
}

/** What the hardware's electricity comes to in a region. Without a region there is no grid: the emissions are not known. */
export function footprint(energy: Energy, cloud: Cloud, region: string | undefined, book: PriceBook): Carbon {
  const grid = region === undefined ? undefined : book.carbon(cloud, region)
  return atPlace(energy, region ?? 'the region', grid, overheadOf(cloud, region, grid, book))
}

function overheadOf(
  cloud: Cloud,
  region: string | undefined,
  grid: RegionCarbon | undefined,
  book: PriceBook,
): Overhead | undefined {
  const own = possible(grid?.pue, 1, 3)
  if (own !== undefined && grid !== undefined)
    return { pue: exactly(own), assumed: { what: 'PUE', value: String(own), from: `${region}: ${dated(grid)}` } }
  const average = possible(coefficient(book, `${cloud}.pue`), 1, 3)
  if (average === undefined) return undefined
  const from = `average of ${cloud}; ${sourceOf(book, `${cloud}.pue`)}`
  return { pue: exactly(average), assumed: { what: 'PUE', value: String(average), from } }
}

const dated = (grid: RegionCarbon) => (grid.year === undefined ? grid.source : `${grid.source}, ${grid.year}`)

function atPlace(energy: Energy, where: string, grid: RegionCarbon | undefined, over: Overhead | undefined): Carbon {
  const kWh = over && {
    low: energy.kWh.low * over.pue.low,
    likely: energy.kWh.likely * over.pue.likely,
    high: energy.kWh.high * over.pue.high,
  }
  const grams = possible(grid?.gCO2ePerKWh, 0, mostGCO2ePerKWh)
  const litres = possible(grid?.waterLPerKWh, 0, 50)
  const missing: { readonly what: string; readonly because: string }[] = []
  if (kWh === undefined) missing.push({ what: 'kWh', because: `no PUE is published for ${where}` })
  if (grams === undefined) missing.push({ what: 'kgCO2e', because: because(where, grid, 'grid intensity') })
  if (litres === undefined) missing.push({ what: 'waterL', because: because(where, grid, 'water use') })
  const assumed = [...energy.assumed, ...(over ? [over.assumed] : [])]
  if (grid !== undefined && grams !== undefined)
    assumed.push({ what: 'grid', value: `${grams} gCO2e/kWh, yearly average`, from: `${where}: ${dated(grid)}` })
  if (grid !== undefined && litres !== undefined)
    assumed.push({ what: 'cooling water', value: `${litres} L/kWh of the hardware`, from: `${where}: ${dated(grid)}` })
  return {
    kWh,
    kgCO2e: kWh && grams !== undefined ? scale(kWh, grams / 1000) : undefined,
    waterL: litres === undefined ? undefined : scale(energy.kWh, litres),
    method: `${energy.method}; × PUE × the grid's yearly average, location-based; in operation: making the hardware is not counted`,
    assumed,
    missing,
  }
}

const because = (where: string, grid: RegionCarbon | undefined, what: string) =>
  grid === undefined && where === 'the region' ? 'the region is not known' : `no ${what} is published for ${where}`

/** One of several: from the least to the most of them, and not known as soon as one is not. */
export function either(all: readonly Carbon[]): Carbon | undefined {
  const [first] = all
  if (first === undefined || all.length === 1) return first
  const over = (of: (one: Carbon) => Band | undefined) => {
    const bands = all.map(of).filter((band) => band !== undefined)
    return bands.length === all.length ? hull(bands) : undefined
  }
  const missing = all.flatMap((one) => one.missing)
  return {
    kWh: over((one) => one.kWh),
    kgCO2e: over((one) => one.kgCO2e),
    waterL: over((one) => one.waterL),
    method: [...new Set(all.map((one) => one.method))].join('; or '),
    assumed: once(all),
    missing: missing.filter(
      (one, i) => missing.findIndex((other) => other.because === one.because && other.what === one.what) === i,
    ),
  }
}

export const notKnown = (because: string): Carbon => ({
  kWh: undefined,
  kgCO2e: undefined,
  waterL: undefined,
  method: 'none',
  assumed: [],
  missing: [{ what: 'kWh', because }],
})
