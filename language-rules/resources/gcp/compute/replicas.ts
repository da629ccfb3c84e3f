// https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_autoscaler
import { isUnwritten, numberOf } from '../../../../core/estimate/resource-line.ts'
import type { Block } from '../../../../core/format.ts'
import { bandOf, known, mapKnown, unknown, valueOf } from '../../../../core/known.ts'
import type { Fact, Known, Location } from '../../../../core/types.ts'

/**
 * How many run between two ends: the least is the likely number where nothing else is asked for. One that is not known leaves all open,
 * and none as the likely number is none: something decides later.
 */
export function between(low: Known<Fact>, asked: Known<Fact>, high: Known<Fact>, at: Location): Known<Fact> {
  const [least, most] = [valueOf(numberOf(low)), valueOf(numberOf(high))]
  if (least === undefined || most === undefined) return unknown('dynamic', at)
  const wanted = isUnwritten(asked) ? least : valueOf(numberOf(asked))
  if (wanted === undefined) return asked.is === 'unknown' ? asked : unknown('dynamic', at)
  const likely = Math.min(most, Math.max(least, wanted))
  if (likely === 0 && most > 0) return unknown('dynamic', at)
  return least === most
    ? { is: 'known', value: least, at, via: 'literal' }
    : { is: 'range', low: least, likely, high: most, at }
}

/** Machines of a managed group: what its autoscaler keeps to, else what the group asks for. */
export function groupSize(group: Block): Known<Fact> {
  const written = group.fact('target_size')
  const [scaler] = ['google_compute_autoscaler', 'google_compute_region_autoscaler'].flatMap((type) =>
    group.referredBy(type),
  )
  if (scaler === undefined || valueOf(scaler.fact('autoscaling_policy.mode')) === 'OFF')
    return withNamed(group, written)
  const limit = (name: string) => scaler.fact(`autoscaling_policy.${name}`)
  return between(limit('min_replicas'), written, limit('max_replicas'), scaler.location)
}

/** Machines that are made by name beside the size of a group, which they are counted in: https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_per_instance_config */
function withNamed(group: Block, written: Known<Fact>): Known<Fact> {
  const named = ['google_compute_per_instance_config', 'google_compute_region_per_instance_config'].flatMap((type) =>
    group.referredBy(type),
  )
  if (named.length === 0) return written
  const count = named.reduce((sum, each) => sum + (bandOf(each.count)?.likely ?? 1), 0)
  const size = isUnwritten(written) ? known<Fact>(0, group.location) : written
  return mapKnown(numberOf(size), (asked): Fact => Math.max(asked, count))
}
