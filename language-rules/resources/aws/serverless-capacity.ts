// Capacity of databases that scale by themselves between two bounds.
import { isUnwritten, numberOf } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, unknown, valueOf } from '../../../core/known.ts'
import type { Fact, Known } from '../../../core/types.ts'

/**
 * Units of capacity, from the least to the most; how much is used is decided by the load, so the least is the likely one. One that
 * may go down to nothing is told by use alone.
 * @param path of the block with `min_capacity` and `max_capacity`
 * @param defaults the provider's own, where it documents them
 */
export function capacity(
  block: Block,
  path: string,
  defaults: { readonly min?: number; readonly max?: number } = {},
): Known<number> {
  const bound = (name: string, fallback: number | undefined): Known<Fact> => {
    const written = block.fact(`${path}.${name}`)
    return isUnwritten(written) && fallback !== undefined ? assumed<Fact>(fallback, block.location) : written
  }
  const least = numberOf(bound('min_capacity', defaults.min))
  const most = numberOf(bound('max_capacity', defaults.max))
  if (least.is === 'unknown') return least
  if (most.is === 'unknown') return most
  const [low, high] = [valueOf(least), valueOf(most)]
  if (low === undefined || high === undefined) return unknown('dynamic', block.location)
  if (low === 0) return unknown('usage', block.location)
  return low >= high ? known(low, block.location) : { is: 'range', low, likely: low, high, at: block.location }
}
