import { printUsd, usd } from '../../money.ts'
import type { Price } from '../../types.ts'
import { changed } from '../range.ts'
import type { UserDiscount, UserOverride, UserPrices } from './prices.ts'
import type { Subject } from './subject.ts'
import { plainUnit, readUnit, type UnitCount } from './units.ts'
import { fits, isPattern } from './wildcard.ts'

/** More than this many times the list price is taken for a slip, unless the user insists. */
const absurd = 100

interface Entry {
  readonly override: UserOverride
  readonly unit: UnitCount
  /** Later and more particular ones have the larger rank. */
  readonly rank: number
}

/** What a price nobody lists is like: the unit's name, how many of it, the product. */
export type Unlisted = Pick<Price, 'unit' | 'per' | 'sku'>

export interface UserRates {
  /** The user's price; the list's own where the user has none; undefined where there is neither. */
  of(subject: Subject, list: Price | undefined, unlisted: Unlisted): Price | undefined
  /** Whether the user named a price for it, which then holds whatever else the list says of it. */
  isNamed(subject: Subject, list: Price | undefined): boolean
  discounted(subject: Subject, list: Price): Price
}

/** @param tell hears, in a sentence, of each of the user's prices that could not be used */
export function userRates(prices: UserPrices, tell: (sentence: string) => void): UserRates {
  const { exact, patterns } = index(prices.overrides)
  const told = new Set<string>()
  const tellOnce = (sentence: string) => {
    if (!told.has(sentence)) tell(sentence)
    told.add(sentence)
  }

  function chosen(subject: Subject, list: Price | undefined): Entry | undefined {
    const named = (list ? subject.names : subject.own).flatMap((name) => exact.get(name.toLowerCase()) ?? [])
    // A pattern changes what is listed; it does not make a price for whatever happens to fit it.
    const fitting = list
      ? patterns.filter(({ override }) => subject.names.some((name) => fits(override.what, name)))
      : []
    let best: Entry | undefined
    for (const entry of [...named, ...fitting]) {
      const { override, unit, rank } = entry
      if (override.purchase !== subject.purchase) continue
      if (override.region !== undefined && (!subject.region || !fits(override.region, subject.region))) continue
      if (unit.unit !== subject.unit) {
        const isForeign = !subject.units.some((each) => plainUnit(each) === unit.unit)
        if (isForeign && !isPattern(override.what)) tellOnce(wrongUnit(override, subject))
      } else if (best === undefined || rank > best.rank) best = entry
    }
    return best
  }

  function discounted(subject: Subject, list: Price): Price {
    const discount = prices.discounts.findLast(({ match }) => isFor(match, subject))
    if (!discount || discount.percent === 0) return list
    const source = `${discount.percent} % discount in ${discount.from} on ${list.source}`
    return { ...changed(list, (usd) => Number((usd * (1 - discount.percent / 100)).toPrecision(12))), source }
  }

  return {
    of(subject, list, unlisted) {
      const entry = chosen(subject, list)
      if (!entry) return list && discounted(subject, list)
      const { override, unit } = entry
      const one = override.usd / unit.per
      const region = list ? list.region : subject.region
      if (isAbsurd(entry, list)) {
        const weak = tooDear(override, one, list)
        tellOnce(weak)
        return { ...discounted(subject, list), weak }
      }
      const { per, unit: unitName, sku } = list ?? unlisted
      const source = `your price in ${override.from}${override.source === undefined ? '' : ` (${override.source})`}`
      // A list's date would say that the list has this price.
      const asOf = override.date ?? ''
      return { usd: Number((one * per).toPrecision(12)), per, unit: unitName, sku, region, source, asOf }
    },
    isNamed(subject, list) {
      const entry = chosen(subject, list)
      return entry !== undefined && !isAbsurd(entry, list)
    },
    discounted,
  }
}

function index(overrides: readonly UserOverride[]) {
  const exact = new Map<string, Entry[]>()
  const patterns: Entry[] = []
  for (const [i, override] of overrides.entries()) {
    const unit = readUnit(override.unit)
    if (!unit) continue
    const pattern = isPattern(override.what)
    const particular = (pattern ? 0 : 2) + (override.region === undefined ? 0 : 1)
    const entry = { override, unit, rank: particular * overrides.length + i }
    if (pattern) patterns.push(entry)
    else {
      const name = override.what.toLowerCase()
      const same = exact.get(name)
      if (same) same.push(entry)
      else exact.set(name, [entry])
    }
  }
  return { exact, patterns }
}

function isFor(match: UserDiscount['match'], subject: Subject): boolean {
  const { cloud, provider, service, sku, region, purchase } = match
  return (
    (cloud === undefined || cloud === subject.cloud) &&
    (provider === undefined || provider.toLowerCase() === subject.provider) &&
    (service === undefined || subject.services.some((each) => each.toLowerCase() === service.toLowerCase())) &&
    (sku === undefined || subject.names.some((name) => fits(sku, name))) &&
    (region === undefined || (subject.region !== undefined && fits(region, subject.region))) &&
    (purchase === undefined || purchase === subject.purchase)
  )
}

function isAbsurd({ override, unit }: Entry, list: Price | undefined): list is Price {
  return !!list && list.usd > 0 && override.usd / unit.per > (absurd * list.usd) / list.per && !override.force
}

function wrongUnit({ what, unit, from }: UserOverride, { own, names, units, billed = units }: Subject): string {
  const per = billed.map((each) => `"${each}"`).join(', ')
  return `Your price of ${what} in ${from} is per "${unit}", and ${own[0] ?? names[0]} is billed per ${per}; it was not used there.`
}

function tooDear({ what, from }: UserOverride, one: number, { usd: listed, per, unit }: Price): string {
  const amount = (each: number) => printUsd(usd(each))
  const units = per === 1 ? unit : `${per.toLocaleString('en-US')} ${unit}s`
  return `Your price of ${what} in ${from}, ${amount(one * per)} per ${units}, is more than ${absurd} times the list price of ${amount(listed)}; the list price was taken. If it is right, give it "force": true under "overrides".`
}
