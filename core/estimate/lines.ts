import { scale, sum } from '../band.ts'
import type { Band, Estimate, Line } from '../types.ts'

const lineFor = (estimate: Estimate, unit: string): Line | undefined =>
  estimate.lines.find((line) => line.unit === unit)

/** What all lines of a unit come to; undefined where one of them has no amount. */
export function usdOf(estimate: Estimate, unit: string): Band | undefined {
  const lines = estimate.lines.filter((line) => line.unit === unit)
  return lines.every((line) => line.usd) ? sum(lines.map((line) => line.usd)) : undefined
}

/** What a call costs, where all of it is known: a sum that leaves out what a run fills in is not what each call costs. */
export const wholeUsd = ({ usd, unknown }: Estimate): Band | undefined => (unknown.length === 0 ? usd : undefined)

/** As `perMillion`; a band where one of several models is asked, as nobody pays the mean of their prices. */
export function millionPrice(estimate: Estimate, unit: string): number | Band | undefined {
  const line = lineFor(estimate, unit)
  const price = line?.unitUsd
  const models = new Set(line?.prices.map(({ sku }) => sku))
  return price && price.low < price.high && models.size > 1 ? scale(price, 1e6) : perMillion(estimate, unit)
}

/** USD for a million of the unit, as list prices are written. */
export function perMillion(estimate: Estimate, unit: string): number | undefined {
  const price = lineFor(estimate, unit)?.unitUsd
  return price && Number((price.likely * 1e6).toPrecision(12))
}
