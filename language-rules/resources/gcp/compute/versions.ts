// Several versions of a managed group: https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance_group_manager#nested_version
import { isUnwritten, numberOf } from '../../../../core/estimate/resource-line.ts'
import type { Block, NestedBlock } from '../../../../core/format.ts'
import { mapKnown, unknown, valueOf } from '../../../../core/known.ts'
import type { Fact, Known } from '../../../../core/types.ts'

/** Machines that a version takes of so many; undefined for the one that names none and takes the rest, null where it is not known. */
type Share = ((total: number) => number) | undefined | null

function shareOf(version: NestedBlock): Share {
  const [fixed, percent] = ['fixed', 'percent'].map((name) => version.fact(`target_size.${name}`))
  if (isUnwritten(fixed!) && isUnwritten(percent!)) return undefined
  const [count, share] = [valueOf(numberOf(fixed!)), valueOf(numberOf(percent!))]
  if (count !== undefined) return (total) => Math.min(total, count)
  // rounded in favour of the version that names a size
  return share === undefined ? null : (total) => Math.ceil((total * share) / 100)
}

/** How many machines each version has, in the order they are written. @param size of the whole group */
export function versionSizes(group: Block, size: Known<Fact>): readonly Known<Fact>[] {
  const versions = group.nested('version')
  if (versions.length < 2) return [size]
  const shares = versions.map(shareOf)
  if (shares.includes(null)) return shares.map(() => unknown<Fact>('dynamic', group.location))
  const named = (total: number) => shares.reduce((sum, share) => sum + (share?.(total) ?? 0), 0)
  return shares.map((share) =>
    mapKnown(numberOf(size), (total): Fact => share?.(total) ?? Math.max(0, total - named(total))),
  )
}
