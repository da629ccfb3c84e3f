import { times } from '../band.ts'
import { hoursPerMonth } from '../hours.ts'
import { bandOf, known, mapKnown, unknown, valueOf } from '../known.ts'
import { unitBand } from '../prices/range.ts'
import type { Committable, Fact, Known, Line, Price, Purchase, Resource, Why } from '../types.ts'

/** A list price, or why there is none. */
export type Priced = Price | Why

export const fact = (resource: Resource, name: string): Known<Fact> => resource.shape[name] ?? unknown('absent')

/** The value as a number; a format may write `"100"` where the provider takes 100. */
export function numberOf(value: Known<Fact>): Known<number> {
  const numbers = mapKnown(value, (one) => (one === '' ? Number.NaN : Number(one)))
  const isNumber = numbers.is === 'unknown' || Number.isFinite(bandOf(numbers)?.likely)
  return isNumber ? numbers : unknown('unsupported', numbers.at)
}

export const numberFact = (resource: Resource, name: string): Known<number> => numberOf(fact(resource, name))

/** What is used in a month, by the name the definition gives the quantity; unknown, `usage`, where nobody says. */
export const usage = (resource: Resource, name: string): Known<number> => resource.usage?.[name] ?? unknown('usage')

/** A month's hours, `times` over. */
export const monthOf = (resource: Resource, times = 1): Known<number> => known(hoursPerMonth * times, resource.location)

/** Not written at all, so that what is included, or nothing, applies. */
export const isUnwritten = (value: Known<unknown>) =>
  value.is === 'unknown' && value.why === 'absent' && value.at === undefined

/** Both known, their product; else why not. */
export function product(a: Known<number>, b: Known<number>): Known<number> {
  if (a.is === 'unknown') return a
  // What is assumed of either is assumed of both.
  if (a.is === 'known' && b.is === 'assumed') return mapKnown(b, (value) => value * a.value)
  if (b.is === 'known' || b.is === 'assumed') return mapKnown(a, (value) => value * b.value)
  if (a.is === 'known' || a.is === 'assumed') return mapKnown(b, (value) => value * a.value)
  return b.is === 'unknown' ? b : unknown('limit', a.at)
}

/** Prefixes of the repeated parts of a shape: `disks[0]`, `disks[1]`. */
export function partsOf(resource: Resource, name: string): readonly string[] {
  const prefixes = Object.keys(resource.shape)
    .filter((key) => key.startsWith(`${name}[`))
    .map((key) => key.slice(0, key.indexOf(']') + 1))
  return [...new Set(prefixes)]
}

/** The price for the resource's region and these facts; the reason of the first that is not known, or `no-price`. */
export function priceFor(
  resource: Resource,
  facts: readonly Known<Fact>[],
  find: (region: string, ...values: string[]) => Price | undefined,
): Priced {
  const values: string[] = []
  for (const input of [resource.region, ...facts]) {
    if (input.is === 'unknown') return input.why
    if (input.is !== 'known' && input.is !== 'assumed') return 'dynamic'
    values.push(String(input.value))
  }
  const [region, ...rest] = values
  return find(region!, ...rest) ?? 'no-price'
}

/** One line of an estimate: so many units, for one instance and a month. */
export function line(label: string, unit: string, quantity: Known<number>, price: Priced): Line {
  const band = bandOf(quantity)
  if (typeof price === 'string')
    return { label, unit, quantity: band, unitUsd: undefined, usd: undefined, why: price, prices: [] }
  const unitUsd = unitBand(price)
  const whole = { label, unit, quantity: band, unitUsd, prices: [price] }
  if (band !== undefined) return { ...whole, usd: times(band, unitUsd) }
  return { ...whole, usd: undefined, why: quantity.is === 'unknown' ? quantity.why : 'dynamic' }
}

/** A line of hours of virtual machines, so that rules and commitments know it from others whatever it is called. */
export function machineLine(hours: Line, type: Known<Fact>, purchase: Purchase | undefined, sustained = 0): Line {
  const name = valueOf(type)
  if (typeof name !== 'string' || purchase === undefined) return hours
  return { ...hours, machine: { type: name, purchase, ...(sustained > 0 ? { sustained } : {}) } }
}

/** A line that may be paid for by the year, told beside the estimate; as it is where what it is of cannot be told. */
export const committable = (line: Line, of: Committable | undefined): Line =>
  of === undefined ? line : { ...line, committable: of }
