// https://aws.amazon.com/dynamodb/pricing/: a table of Amazon DynamoDB by the hour, or by the request.

import { sum } from '../band.ts'
import { hoursPerMonth } from '../hours.ts'
import { known, valueOf } from '../known.ts'
import type { Band, Estimate, Fact, Resource } from '../types.ts'

const secondsOfHour = 3600

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

/**
 * USD a month for what the mode decides, of the table and its indexes; what is stored costs the same in both. Undefined where one of its
 * lines has no amount.
 */
export function throughputOf({ lines }: Estimate): Band | undefined {
  const decided = lines.filter(({ label }) =>
    /^(Reads|Writes|Replicated writes|(Index \d+, r|Index \d+, w|R|W)(ead|rite) capacity)/.test(label),
  )
  return decided.every(({ usd }) => usd) ? sum(decided.map(({ usd }) => usd!)) : undefined
}

/** What outlay.json says of a table's requests in a month; undefined where it does not say both. */
export function requestsTold({
  usage = {},
}: Resource): { readonly reads: number; readonly writes: number } | undefined {
  const [reads, writes] = ['readRequests', 'writeRequests'].map((name) => usage[name] && valueOf(usage[name]))
  return reads === undefined || writes === undefined ? undefined : { reads, writes }
}

/** Units that serve so many requests a month, spread evenly, when so much of them may be used. */
export const unitsFor = (requests: number, target: number): number =>
  Math.max(1, Math.ceil(requests / (hoursPerMonth * secondsOfHour) / target))

export const isKnownNumber = (table: Resource, name: string): boolean => {
  const fact = table.shape[name]
  return fact !== undefined && typeof valueOf(fact) === 'number'
}
