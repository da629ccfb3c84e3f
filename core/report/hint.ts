import { exactly, scale } from '../band.ts'
import { hoursPerMonth } from '../hours.ts'
import { type Money, printUsd, usd } from '../money.ts'
import type { Band, CostedSite, Estimate, Line, Price } from '../types.ts'
import { isWithinFree } from './free-tier.ts'

/** Longest label that stands at the end of a line without pushing code about. Characters. */
export const hintLimit = 24

const perWord: Readonly<Record<Estimate['per'], string>> = { call: 'call', run: 'run', hour: 'h', month: 'mo' }

/**
 * What stands at the end of a site's line: `$16,029/mo`, `≈ $0.0042/call`, `$0.0004/call + input`, `model unknown`.
 * `~` while tokens are counted by the estimator. Undefined where there is nothing to say: free, not priced yet, or quiet and without an amount.
 */
export function hintLabel({ site, estimate }: CostedSite, approximate = false): string | undefined {
  if (estimate.status === 'free' || estimate.status === 'unsupported') return undefined
  const figure = estimate.month
    ? amount(estimate.month.usd, 'mo', approximate)
    : estimate.usd && amount(estimate.usd, perWord[estimate.per], approximate && site.kind === 'model-call')
  if (figure !== undefined)
    return withMissing(isWithinFree(estimate.usd, estimate.lines) ? `${figure}, free tier` : figure, estimate)
  if (site.kind === 'resource' && site.quiet) return undefined
  const priced = estimate.lines.find((line) => line.unitUsd)
  if (priced === undefined) return unknownLabel({ site, estimate })
  if (!isOfPart(priced, estimate.lines)) return unitPrice(priced)
  const named = `${priced.label} ${unitPrice(priced)}`
  return named.length <= hintLimit ? named : unknownLabel({ site, estimate })
}

/** Where what comes first has no price, that of another part is not taken for it: a disk's of a machine nobody knows. A token's unit names its part. */
export const isOfPart = <T extends Pick<Line, 'unit'>>(priced: T, lines: readonly T[]): boolean =>
  priced !== lines[0] && !priced.unit.endsWith(' token')

/**
 * `$0.15/1M input`, `$0.023/GB-month`: what one unit costs, where nobody knows how many there will be.
 * @param print `printRate` beside a product, which a rounded price would not come to
 */
export function unitPrice(line: Line, print: (money: Money) => string = printUsd): string {
  const price = spokenPrice(line.unitUsd!, line.prices)
  const token = /^(\w+) token$/.exec(line.unit)
  if (token) return `${print(usd(scale(price, 1e6)))}/1M ${token[1]}`
  return `${print(usd(price))}/${line.unit}`
}

type Quoted = Pick<Price, 'usd' | 'per' | 'range'>

/** The likely price, or the band of those on which the lists differ, or of which one is paid: between two prices nobody asks one. */
export const spokenPrice = (unitUsd: Band, prices: readonly Quoted[]): Band =>
  prices.some(({ range }) => range !== undefined) || isBetween(unitUsd, prices) ? unitUsd : exactly(unitUsd.likely)

const isBetween = ({ low, likely, high }: Band, prices: readonly Quoted[]): boolean => {
  const listed = prices.map(({ usd, per }) => usd / per)
  const isListed = (each: number) => listed.some((price) => Math.abs(price - each) <= each * 1e-9)
  return low < high && isListed(low) && isListed(high) && !isListed(likely)
}

const isWide = (band: Band) => band.high - band.low > Math.abs(band.likely) / 20

function amount(band: Band, per: string, approximate: boolean): string {
  const mark = approximate ? '~' : isWide(band) ? '≈ ' : ''
  return `${mark}${printUsd(usd(band.likely))}/${per}`
}

/** Names the part of the bill that has no amount, where there is room for its name. */
function withMissing(figure: string, estimate: Estimate): string {
  const [missing, ...others] = new Set(estimate.lines.filter((line) => !line.usd).map(nameOf))
  if (missing === undefined) return figure
  const named = `${figure} + ${missing}`
  return others.length === 0 && named.length <= hintLimit ? named : `${figure} + more`
}

const nameOf = (line: Line) =>
  line.unit.endsWith(' token') ? line.unit.slice(0, -' token'.length) : line.label.toLowerCase()

function unknownLabel({ site, estimate }: CostedSite): string {
  const first = estimate.unknown[0]
  if (first === undefined || first.why === 'no-price') return 'price unknown'
  const what = site.kind === 'model-call' && first.what.startsWith('model') ? 'model' : first.what
  const label = `${what} unknown`
  return label.length <= hintLimit ? label : 'cost unknown'
}

const callsWithoutVolume = 1000
const monthly: Readonly<Record<Estimate['per'], number | undefined>> = {
  month: 1,
  hour: hoursPerMonth,
  call: callsWithoutVolume,
  run: undefined,
}

/**
 * Whether all of them together surely cost less than so many USD a month; of a call without a volume, a thousand calls. What is not
 * known all of may cost any amount, and is not below.
 */
export function isBelow(least: number, sites: readonly CostedSite[]): boolean {
  if (least <= 0) return false
  const highs = sites.map(({ estimate: { month, usd: amount, per, status } }) => {
    if (status === 'free') return 0
    if (status !== 'priced') return Number.POSITIVE_INFINITY
    return month?.usd.high ?? (amount?.high ?? Number.POSITIVE_INFINITY) * (monthly[per] ?? Number.POSITIVE_INFINITY)
  })
  return highs.reduce((sum, high) => sum + high, 0) < least
}
