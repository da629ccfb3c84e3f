// https://aws.amazon.com/dynamodb/pricing/: a table of Amazon DynamoDB by the hour, or by the request.
import { known, valueOf } from '../known.ts'
import type { Estimate, Fact, Line, Resource } from '../types.ts'

const hoursOfMonth = 730
const secondsOfHour = 3600

export interface Prices {
  /** USD for a unit that is there for an hour, which serves one request a second. */
  readonly unitHour: number
  readonly request: number
  /** Of what a unit could serve, the part from which the unit costs less than the requests. */
  readonly evenAt: number
}

export interface Modes {
  readonly reads: Prices
  readonly writes: Prices
}

/** The same table in the other mode. */
export const inMode = (
  { shape, location }: Resource,
  mode: 'PROVISIONED' | 'PAY_PER_REQUEST',
  units: Readonly<Record<string, number>> = {},
): Partial<Resource> => ({
  shape: {
    ...shape,
    billingMode: known<Fact>(mode, location),
    ...Object.fromEntries(Object.entries(units).map(([name, count]) => [name, known<Fact>(count, location)])),
  },
})

/** What both modes cost; undefined where the region, or one of the prices, is not known. */
export function modesOf(table: Resource, estimateWith: (change: Partial<Resource>) => Estimate): Modes | undefined {
  const one = { readCapacity: 1, writeCapacity: 1 }
  const provisioned = estimateWith(inMode(table, 'PROVISIONED', one)).lines
  const requested = estimateWith(inMode(table, 'PAY_PER_REQUEST')).lines
  const reads = pricesOf(provisioned, 'Read capacity', requested, 'Reads')
  const writes = pricesOf(provisioned, 'Write capacity', requested, 'Writes')
  return reads && writes && { reads, writes }
}

function pricesOf(hours: readonly Line[], unit: string, uses: readonly Line[], use: string): Prices | undefined {
  const line = hours.find(({ label }) => label === unit)
  const each = line?.unitUsd?.likely
  const request = uses.find(({ label }) => label === use)?.unitUsd?.likely
  if (!line || !each || !request) return undefined
  const unitHour = line.unit.endsWith('-month') ? each / hoursOfMonth : each
  return { unitHour, request, evenAt: unitHour / (secondsOfHour * request) }
}

/** The lines that the mode decides, of the table and its indexes; what is stored costs the same in both. */
export const throughputOf = ({ lines }: Estimate): readonly Line[] =>
  lines.filter(({ label }) =>
    /^(Reads|Writes|Replicated writes|(Index \d+, r|Index \d+, w|R|W)(ead|rite) capacity)/.test(label),
  )

/** Units that serve so many requests a month, spread evenly, when so much of them may be used. */
export const unitsFor = (requests: number, target: number): number =>
  Math.max(1, Math.ceil(requests / (hoursOfMonth * secondsOfHour) / target))

/** `28.9 % of it`; of two that differ, both. */
export function printShares({ reads, writes }: Modes): string {
  const [read, write] = [reads, writes].map(({ evenAt }) => `${(evenAt * 100).toFixed(1)} %`)
  return read === write ? `${read} of it` : `${read} of its reads and ${write} of its writes`
}

export const isKnownNumber = (table: Resource, name: string): boolean => {
  const fact = table.shape[name]
  return fact !== undefined && typeof valueOf(fact) === 'number'
}
