// https://cloud.google.com/compute/vm-instance-pricing, https://cloud.google.com/compute/docs/sustained-use-discounts
import {
  isUnwritten,
  line,
  machineLine,
  monthOf,
  type Priced,
  priceFor,
  product,
} from '../../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../../core/known.ts'
import type { PriceBook } from '../../../../core/prices/book.ts'
import type { Assumption, Fact, Known, Line, Purchase, Resource } from '../../../../core/types.ts'
import { customLines, customTypeOf } from './custom.ts'
import { hasBuiltInGpu, hasBuiltInSsd, sustainedUseOf, sustainedUseOfGpu } from './series.ts'

/** Machines that are alike, and how many of them run all month. */
export interface Machines {
  /** `Instance`, or what tells these from others of the same resource. */
  readonly label: string
  readonly type: Known<Fact>
  readonly count: Known<number>
  /** Undefined where the source leaves it open. */
  readonly purchase: Purchase | undefined
  readonly gpu: Known<Fact>
  /** For each machine. */
  readonly gpus: Known<number>
}

/** For `assumes` of a definition whose lines these are. */
export const sustainedUse: Omit<Assumption, 'at'> = {
  what: 'discounts',
  value: 'sustained use taken off where the machine series has it',
  from: 'list prices, for a machine that runs all month',
}

const textOf = (fact: Known<Fact>) => {
  const is = valueOf(fact)
  return is === undefined ? '' : String(is)
}

const discounted = (price: Priced, share: number): Priced =>
  typeof price === 'string' || share === 0 ? price : { ...price, usd: price.usd * (1 - share) }

function shareOf(machines: Machines, share: number): number {
  return machines.purchase === 'on-demand' ? share : 0
}

/** The machine, net of what its sustained use takes off, and the GPUs that are attached to it. */
export function machineLines(resource: Resource, prices: PriceBook, machines: Machines): Line[] {
  const { purchase } = machines
  const hours = product(machines.count, monthOf(resource))
  const type = textOf(machines.type)
  const custom = customTypeOf(type)
  const region = valueOf(resource.region)
  const less = shareOf(machines, sustainedUseOf(type))
  if (custom !== undefined && region !== undefined && purchase !== undefined)
    return [
      ...customLines(resource, prices, custom, region, { label: machines.label, less, hours, purchase }),
      ...gpuLines(resource, prices, machines, hours),
    ]
  const price = priceFor(resource, [machines.type], (where, name) =>
    purchase === undefined ? undefined : prices.instance('gcp', name!, where, purchase),
  )
  const label = less > 0 ? `${machines.label}, sustained use` : machines.label
  const billed = line(label, 'hour', hours, purchase === undefined ? 'dynamic' : discounted(price, less))
  return [machineLine(billed, machines.type, purchase, less), ...gpuLines(resource, prices, machines, hours)]
}

/** Machines that have their GPUs built in bill them in their own price: what is attached says only which they are. */
function gpuLines(resource: Resource, prices: PriceBook, machines: Machines, hours: Known<number>): Line[] {
  const { gpu, gpus, purchase } = machines
  if (isUnwritten(gpu) || valueOf(gpus) === 0 || hasBuiltInGpu(textOf(machines.type))) return []
  const suffix = purchase === 'spot' ? ' spot' : ''
  const price = priceFor(resource, [gpu], (region, name) => prices.service('gcp', 'gpu', `${name}${suffix}`, region))
  const net = discounted(price, shareOf(machines, sustainedUseOfGpu))
  const label = machines.label === 'Instance' ? 'Attached GPU' : `${machines.label} GPU`
  return [line(label, 'hour', product(gpus, hours), purchase === undefined ? 'dynamic' : net)]
}

/** Local SSDs are billed by the GiB while the machine runs; where they come with it, they are in its price. */
export function localSsdLine(
  resource: Resource,
  prices: PriceBook,
  label: string,
  gib: Known<number>,
  { type, count, purchase }: Pick<Machines, 'type' | 'count' | 'purchase'>,
): Line[] {
  if (hasBuiltInSsd(textOf(type)) || valueOf(gib) === 0) return []
  const price = priceFor(resource, [], (region) =>
    purchase === 'spot'
      ? prices.service('gcp', 'pd', 'local-ssd spot', region)
      : prices.storage('gcp', 'pd', 'local-ssd', region)?.storage,
  )
  return [line(label, 'GB-month', product(gib, count), purchase === undefined ? 'dynamic' : price)]
}
