// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/appautoscaling_target
import { isUnwritten, numberOf } from '../../core/estimate/resource-line.ts'
import type { Block } from '../../core/format.ts'
import { valueOf } from '../../core/known.ts'
import type { Fact, Known } from '../../core/types.ts'

/**
 * A capacity that Application Auto Scaling moves, `ecs:service:DesiredCount`: from its minimum to its maximum, what is written (or
 * the minimum, where nothing is) the likely one. As it was read where no target refers to the block or its ends are not known.
 */
export function scaledBy(block: Block, dimension: string, written: Known<Fact>): Known<Fact> {
  const target = block
    .referredBy('aws_appautoscaling_target')
    .find((each) => valueOf(each.fact('scalable_dimension')) === dimension)
  const low = target && valueOf(numberOf(target.fact('min_capacity')))
  const high = target && valueOf(numberOf(target.fact('max_capacity')))
  if (target === undefined || low === undefined || high === undefined || low > high) return written
  const start = valueOf(numberOf(written))
  if (start === undefined && !isUnwritten(written)) return written
  return { is: 'range', low, likely: Math.min(high, Math.max(low, start ?? low)), high, at: target.location }
}
