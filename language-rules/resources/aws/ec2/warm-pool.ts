// https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-warm-pools.html
import { fact, numberFact, numberOf } from '../../../../core/estimate/resource-line.ts'
import type { Block } from '../../../../core/format.ts'
import { known, unknown, valueOf } from '../../../../core/known.ts'
import type { PriceBook } from '../../../../core/prices/book.ts'
import type { Fact, Known, Line, Resource } from '../../../../core/types.ts'
import { hourLines } from './machine.ts'
import { volumeLines } from './volume-lines.ts'
import { type Facts, orDefault } from './written.ts'

export const warmPoolShape = {
  'warmPool.size': 'instances made ready beside those that run',
  'warmPool.state': 'Stopped, Hibernated or Running: only a running one is billed for its hours',
}

/** Ready are as many as are missing to the most the group may have, or to what the pool says, and never less than its least. */
export function warmPoolFacts(block: Block): Facts {
  const [pool] = block.nested('warm_pool')
  if (pool === undefined) return {}
  const number = (value: Known<Fact>) => valueOf(numberOf(value))
  const written = number(pool.fact('max_group_prepared_capacity'))
  const most = written === undefined || written < 0 ? number(block.fact('max_size')) : written
  const running = number(block.fact('desired_capacity')) ?? number(block.fact('min_size'))
  const least = number(pool.fact('min_size')) ?? 0
  const size: Known<Fact> =
    most === undefined || running === undefined
      ? unknown('dynamic', block.location)
      : known<Fact>(Math.max(least, most - running), block.location)
  return { 'warmPool.size': size, 'warmPool.state': orDefault(pool.fact('pool_state'), 'Stopped', block.location) }
}

export function warmPoolLines(resource: Resource, prices: PriceBook): readonly Line[] {
  if (resource.shape['warmPool.size'] === undefined) return []
  const number = numberFact(resource, 'warmPool.size')
  if (valueOf(number) === 0) return []
  const type = fact(resource, 'instanceType')
  const isRunning = valueOf(fact(resource, 'warmPool.state')) === 'Running'
  const machines = { label: 'Warm pool instances', type, purchase: 'on-demand', number } as const
  return [
    ...(isRunning ? hourLines(resource, prices, machines) : []),
    ...volumeLines(resource, prices, 'root.', 'Warm pool root volume', number),
  ]
}
