// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html
import { isUnwritten, numberOf } from '../../core/estimate/resource-line.ts'
import type { Block, NestedBlock } from '../../core/format.ts'
import { known, mapKnown, unknown, valueOf } from '../../core/known.ts'
import type { Fact, Known } from '../../core/types.ts'

interface Share {
  readonly provider: string
  readonly base: number
  readonly weight: number
}

/** The strategy of the service, else the default one of its cluster; undefined where there is neither. */
function strategyOf(service: Block): readonly NestedBlock[] | undefined {
  const cluster = service.target('cluster', 'aws_ecs_cluster')
  const strategies = [
    service.nested('capacity_provider_strategy'),
    cluster?.referredBy('aws_ecs_cluster_capacity_providers')[0]?.nested('default_capacity_provider_strategy') ?? [],
    cluster?.nested('default_capacity_provider_strategy') ?? [],
  ]
  return strategies.find((each) => each.length > 0)
}

/** Undefined where a part of it is not known. */
function sharesOf(service: Block, strategy: readonly NestedBlock[]): readonly Share[] | undefined {
  // the names of Fargate are fixed: what another resource's attribute gives is a provider of own instances
  const isOwnCapacity = service.ofType('aws_ecs_capacity_provider').length > 0
  const shares = strategy.map((item) => {
    const name = item.fact('capacity_provider')
    const provider = valueOf(name) ?? (isOwnCapacity ? 'instances' : undefined)
    const [base, weight] = ['base', 'weight'].map((path) => {
      const number = item.fact(path)
      return isUnwritten(number) ? 0 : valueOf(numberOf(number))
    })
    return provider === undefined || base === undefined || weight === undefined
      ? undefined
      : { provider: String(provider), base, weight }
  })
  return shares.includes(undefined) ? undefined : shares.filter((share) => share !== undefined)
}

/** How many of a service's tasks run on `FARGATE`, or on `FARGATE_SPOT`. Tasks above the bases are split by weight, in fractions. */
export function tasksOn(provider: string, service: Block, tasks: Known<Fact>): Known<Fact> {
  const launch = service.fact('launch_type')
  if (!isUnwritten(launch)) {
    const type = valueOf(launch)
    if (type === undefined) return unknown('dynamic', service.location)
    return type === provider ? tasks : known<Fact>(0, service.location)
  }
  const strategy = strategyOf(service)
  if (strategy === undefined) return known<Fact>(0, service.location)
  const shares = sharesOf(service, strategy)
  if (shares === undefined) return unknown('dynamic', service.location)
  if (!shares.some((share) => share.provider === provider)) return known<Fact>(0, service.location)
  const bases = shares.reduce((total, { base }) => total + base, 0)
  const weights = shares.reduce((total, { weight }) => total + weight, 0)
  return mapKnown(
    numberOf(tasks),
    (all): Fact =>
      shares
        .filter((share) => share.provider === provider)
        .reduce((on, { base, weight }) => {
          const above = weights === 0 ? 0 : (Math.max(0, all - bases) * weight) / weights
          return on + Math.min(base, all) + above
        }, 0),
  )
}
