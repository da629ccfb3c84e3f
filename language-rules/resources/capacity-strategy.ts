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
    const isNamedElsewhere = name.is === 'unknown' && name.why === 'dynamic'
    const provider = valueOf(name) ?? (isOwnCapacity && isNamedElsewhere ? 'instances' : undefined)
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

const fargate = ['FARGATE', 'FARGATE_SPOT']

/** Without a launch type and a strategy tasks go to instances, unless the cluster offers Fargate and nothing else. */
function onlyOffered(provider: string, service: Block, tasks: Known<Fact>): Known<Fact> {
  const cluster = service.target('cluster', 'aws_ecs_cluster')
  const lists = [cluster?.referredBy('aws_ecs_cluster_capacity_providers')[0], cluster]
    .map((block) => block && valueOf(block.list('capacity_providers')))
    .filter((list) => list !== undefined)
  const offered = new Set(lists.flat().map((name) => String(valueOf(name))))
  const isFargate = offered.size > 0 && [...offered].every((name) => fargate.includes(name))
  if (!isFargate) return known<Fact>(0, service.location)
  if (offered.size > 1) return unknown('dynamic', service.location)
  return offered.has(provider) ? tasks : known<Fact>(0, service.location)
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
  if (strategy === undefined) return onlyOffered(provider, service, tasks)
  const shares = sharesOf(service, strategy)
  if (shares === undefined) return unknown('dynamic', service.location)
  if (!shares.some((share) => share.provider === provider)) return known<Fact>(0, service.location)
  const bases = shares.reduce((total, { base }) => total + base, 0)
  const weighs = shares.some(({ weight }) => weight > 0) ? (share: Share) => share.weight : () => 1
  const weights = shares.reduce((total, share) => total + weighs(share), 0)
  return mapKnown(
    numberOf(tasks),
    (all): Fact =>
      shares
        .filter((share) => share.provider === provider)
        .reduce((on, share) => {
          const above = (Math.max(0, all - bases) * weighs(share)) / weights
          return on + Math.min(share.base, all) + above
        }, 0),
  )
}
