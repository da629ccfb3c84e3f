// https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html
import { isUnwritten, numberOf } from '../../../../core/estimate/resource-line.ts'
import { bandOf, known, unknown, valueOf } from '../../../../core/known.ts'
import type { Fact, Known, Location } from '../../../../core/types.ts'

/**
 * How many run: from the least to the most, what is asked for (or the least, where nothing is) the likely number.
 * Where the likely number is none though some may run, what runs is decided later: unknown, `dynamic`, never 0.
 */
export function capacityOf(least: Known<Fact>, desired: Known<Fact>, most: Known<Fact>, at: Location): Known<Fact> {
  const [low, asked, high] = [numberOf(least), numberOf(desired), numberOf(most)]
  const [from, to] = [bandOf(low)?.low, bandOf(high)?.high]
  const likely = valueOf(asked) ?? (isUnwritten(asked) ? bandOf(low)?.likely : bandOf(asked)?.likely)
  if (likely === undefined) return asked.is === 'unknown' && !isUnwritten(asked) ? asked : low
  if (likely === 0 && to !== 0) return unknown('dynamic', at)
  if ((from ?? likely) === likely && (to ?? likely) === likely) return known<Fact>(likely, at)
  return { is: 'range', low: Math.min(from ?? likely, likely), likely, high: Math.max(to ?? likely, likely), at }
}
