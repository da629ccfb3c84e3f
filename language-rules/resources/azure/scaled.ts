// https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/monitor_autoscale_setting
import { isUnwritten, numberOf } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, valueOf } from '../../../core/known.ts'
import type { Fact, Known } from '../../../core/types.ts'

const type = 'azurerm_monitor_autoscale_setting'

/**
 * How many instances an autoscale setting lets a resource have: from the least minimum of its profiles to the greatest maximum, what is
 * written (else its default) the likely number. As it was read where no setting names the resource, or its ends are not known.
 */
export function scaledBy(block: Block, written: Known<Fact>): Known<Fact> {
  const setting = block.referredBy(type).find((each) => each.target('target_resource_id')?.address === block.address)
  if (setting === undefined) return written
  const capacities = setting.nested('profile').map((profile) => ({
    low: valueOf(numberOf(profile.fact('capacity.minimum'))),
    usual: valueOf(numberOf(profile.fact('capacity.default'))),
    high: valueOf(numberOf(profile.fact('capacity.maximum'))),
  }))
  const [first] = capacities
  const low = Math.min(...capacities.map((each) => each.low ?? Number.NaN))
  const high = Math.max(...capacities.map((each) => each.high ?? Number.NaN))
  if (first === undefined || !(low <= high)) return written
  const start = written.is === 'known' ? valueOf(numberOf(written)) : first.usual
  return { is: 'range', low, likely: Math.min(high, Math.max(low, start ?? low)), high, at: setting.location }
}

/** What is written at a path, else the provider's documented default. */
export const writtenOr =
  (path: string, value: Fact) =>
  (block: Block): Known<Fact> => {
    const written = block.fact(path)
    return isUnwritten(written) ? assumed(value, block.location) : written
  }
