// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFleet.html, API_RequestSpotFleet.html: a fleet that a program asks for is
// of the machines its overrides name, each as good as another.
import { isUnwritten, numberOf } from '../../../core/estimate/resource-line.ts'
import type { Block, NestedBlock } from '../../../core/format.ts'
import { assumed, known, unknown, valueOf } from '../../../core/known.ts'
import type { FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known, Purchase } from '../../../core/types.ts'
import { regionBy } from '../from-code.ts'

type Pools = (block: Block) => readonly NestedBlock[]

const overridden = (block: Block, at: string) => block.nested(at).flatMap((config) => config.nested('Overrides'))

/** One type, or several to choose from; not known where the launch template says it. */
const typeIn =
  (pools: Pools) =>
  (block: Block): Known<Fact> => {
    const types = pools(block).map((pool) => pool.fact('InstanceType'))
    const open = types.find((type) => valueOf(type) === undefined)
    if (types.length === 0 || open) return unknown('dynamic', open?.is === 'unknown' ? open.at : block.location)
    const among = [...new Set(types.map(valueOf))].filter((type) => type !== undefined)
    return among.length === 1 ? types[0]! : { is: 'oneOf', among, at: block.location }
  }

/** Capacity is counted in machines unless a pool weighs more, or less. */
const counted =
  (pools: Pools, path: string) =>
  (block: Block): Known<number> =>
    pools(block).every((pool) => isUnwritten(pool.fact('WeightedCapacity')))
      ? numberOf(block.fact(path))
      : unknown('dynamic', block.location)

function boughtAs(block: Block): Purchase | undefined {
  const at = 'TargetCapacitySpecification'
  const told = block.fact(`${at}.DefaultTargetCapacityType`)
  const mixed = ['OnDemandTargetCapacity', 'SpotTargetCapacity'].some(
    (name) => !isUnwritten(block.fact(`${at}.${name}`)),
  )
  if (mixed) return undefined
  if (isUnwritten(told)) return 'on-demand'
  const is = valueOf(told)
  return is === 'spot' || is === 'on-demand' ? is : undefined
}

const mapping = (pools: Pools, capacity: string, purchase: FormatMapping['purchase']): FormatMapping => ({
  facts: {
    instanceType: typeIn(pools),
    tenancy: (block) => known<Fact>('default', block.location),
    operatingSystem: (block) => assumed<Fact>('linux', block.location, 'image'),
  },
  region: regionBy('^region_name|^region'),
  count: counted(pools, capacity),
  purchase: purchase!,
})

const spotPools: Pools = (block) => [
  ...block.nested('SpotFleetRequestConfig.LaunchSpecifications'),
  ...overridden(block, 'SpotFleetRequestConfig.LaunchTemplateConfigs'),
]

export const fleetsFromCode: Readonly<Record<string, FormatMapping>> = {
  'aws.create_fleet': mapping(
    (block) => overridden(block, 'LaunchTemplateConfigs'),
    'TargetCapacitySpecification.TotalTargetCapacity',
    boughtAs,
  ),
  'aws.request_spot_fleet': mapping(spotPools, 'SpotFleetRequestConfig.TargetCapacity', () => 'spot'),
}
