// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/appautoscaling_target
import { isUnwritten, numberOf } from '../../core/estimate/resource-line.ts'
import type { Block } from '../../core/format.ts'
import { assumed, valueOf } from '../../core/known.ts'
import type { Fact, Known } from '../../core/types.ts'

/**
 * A capacity that Application Auto Scaling moves, `ecs:service:DesiredCount`: from its minimum to its maximum, what is written (or
 * the minimum, where nothing is) the likely one. As it was read where no target refers to the block; where one may move it to ends
 * that are not known, what is written is assumed.
 * @param id the target's `resource_id`, `table/GameScores`, by which it may name the block without a reference
 */
export function scaledBy(block: Block, dimension: string, written: Known<Fact>, id?: string): Known<Fact> {
  const targets = targetsOf(block, id)
  const target =
    targets.find((each) => valueOf(each.fact('scalable_dimension')) === dimension) ??
    targets.find((each) => valueOf(each.fact('scalable_dimension')) === undefined)
  const start = valueOf(numberOf(written))
  if (target === undefined || (start === undefined && !isUnwritten(written))) return written
  const isUnclear = valueOf(target.fact('scalable_dimension')) === undefined
  const low = valueOf(numberOf(target.fact('min_capacity')))
  const high = valueOf(numberOf(target.fact('max_capacity')))
  if (isUnclear || low === undefined || high === undefined || low > high)
    return start === undefined ? written : assumed<Fact>(start, target.location, 'attribute')
  return { is: 'range', low, likely: Math.min(high, Math.max(low, start ?? low)), high, at: target.location }
}

/** Those that refer to the block; else those that write its id, which is no one's where several blocks would have it. */
function targetsOf(block: Block, id: string | undefined): readonly Block[] {
  const referring = block.referredBy(type)
  if (referring.length > 0 || id === undefined) return referring
  const isShared = block
    .ofType(block.type)
    .filter((other) => valueOf(other.fact('name')) === valueOf(block.fact('name')))
  if (isShared.length > 1) return []
  return block.ofType(type).filter((each) => valueOf(each.fact('resource_id')) === id)
}

const type = 'aws_appautoscaling_target'
