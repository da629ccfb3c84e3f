// https://learn.microsoft.com/azure/cosmos-db/provision-throughput-autoscale
import type { Fact, Known, Location } from '../../../core/types.ts'

/** The least that is billed of what autoscale may use. */
const leastShare = 0.1

/** RU/s: from a tenth to all of what autoscale may use, all of it the likely: how much is used is told by `usage`. */
export const scaledUpTo = (high: number, at: Location): Known<Fact> => ({
  is: 'range',
  low: high * leastShare,
  likely: high,
  high,
  at,
})
