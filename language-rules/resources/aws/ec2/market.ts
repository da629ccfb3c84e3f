import { isUnwritten } from '../../../../core/estimate/resource-line.ts'
import type { Block } from '../../../../core/format.ts'
import type { Purchase } from '../../../../core/types.ts'

/** The market is spot where the options are there and do not say otherwise. Undefined where it is left open. */
export function marketOf(block: Block, template?: Block): Purchase | undefined {
  if (block.type === 'aws_spot_instance_request') return 'spot'
  if (block.type === 'aws_launch_configuration') return ofSpotPrice(block)
  const [options] = block.nested('instance_market_options')
  if (options === undefined) return template === undefined ? 'on-demand' : marketOf(template)
  const there = options.count.is === 'known' || options.count.is === 'assumed' ? options.count.value > 0 : undefined
  if (there !== true) return there === false ? 'on-demand' : undefined
  const market = options.fact('market_type')
  if (market.is === 'unknown') return isUnwritten(market) ? 'spot' : undefined
  if (market.is !== 'known' && market.is !== 'assumed') return undefined
  return market.value === 'spot' || market.value === 'capacity-block' ? market.value : undefined
}

/** A launch configuration asks for spot machines by the most it would pay for them. */
function ofSpotPrice(block: Block): Purchase | undefined {
  const price = block.fact('spot_price')
  if (price.is === 'known' || price.is === 'assumed') return price.value === '' ? 'on-demand' : 'spot'
  return isUnwritten(price) ? 'on-demand' : undefined
}
