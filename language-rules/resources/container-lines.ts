import { isUnwritten, line, numberFact, priceFor, product } from '../../core/estimate/resource-line.ts'
import { hoursPerMonth } from '../../core/hours.ts'
import { known, mapKnown, unknown, valueOf } from '../../core/known.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import type { Fact, GpuCloud, Known, Line, Resource } from '../../core/types.ts'

/** What a container of a GPU cloud is billed by: each second, for its GPUs, its cores and its memory. */
export interface ContainerItems {
  readonly cloud: GpuCloud
  readonly service: string
  /** The item of the price list that an accelerator is, in the name the code has for it. */
  readonly gpu: (name: string) => string
  /** Left out: not billed apart, or at a price nobody publishes. */
  readonly core?: string
  readonly memory?: string
  /** Of memory: `GiB-second`. */
  readonly memoryUnit: string
}

const secondsPerHour = 3600
/** Does the program keep containers running whether or not there is work? */
export const isKept = (resource: Resource): boolean => {
  const kept = valueOf(numberFact(resource, 'minContainers'))
  return kept !== undefined && kept > 0
}

/** One container, for a month where it is kept, else for the hour it works. */
export const containerPer = (resource: Resource): 'month' | 'hour' => (isKept(resource) ? 'month' : 'hour')

/** How many run at least; one that works where none is kept. */
export const keptCount = (kept: Known<Fact>, at: Resource['location']): Known<number> =>
  kept.is === 'known' && typeof kept.value === 'number' && kept.value > 0
    ? { ...kept, value: kept.value }
    : known(1, at)

export function containerLines(resource: Resource, prices: PriceBook, items: ContainerItems): Line[] {
  const seconds = known(secondsPerHour * (isKept(resource) ? hoursPerMonth : 1), resource.location)
  const item = (name: Known<Fact>) =>
    priceFor(resource, [name], (region, is) => prices.service(items.cloud, items.service, is!, region))
  const billed = (label: string, unit: string, many: Known<number>, name: string | undefined) =>
    line(label, unit, product(many, seconds), name === undefined ? 'no-price' : item(known(name, resource.location)))
  const accelerator = resource.shape.accelerator ?? unknown<Fact>('absent')
  const gpus = product(numberFact(resource, 'acceleratorCount'), seconds)
  return [
    ...(isUnwritten(accelerator)
      ? []
      : [line('GPU', 'GPU-second', gpus, item(mapKnown(accelerator, (name) => items.gpu(String(name)))))]),
    billed('CPU', 'core-second', numberFact(resource, 'cpuCores'), items.core),
    billed('Memory', items.memoryUnit, numberFact(resource, 'memoryGiB'), items.memory),
  ]
}

/** Every fact of a container, for its definition. */
export const containerShape = {
  accelerator: 'the GPU, as the code names it; left out where it asks for none',
  acceleratorCount: 'GPUs of one container',
  cpuCores: 'cores that are reserved',
  memoryGiB: 'GiB of memory that are reserved',
  minContainers: 'containers that are kept running',
  maxContainers: 'containers that run at most',
  idleSeconds: 'seconds a container waits for work before it stops',
  lifetimeHours: 'hours one run may take at most',
}

/** `H100:8` → the GPU and how many; of several that will do, each. */
export function gpuFacts(given: Known<Fact>): {
  readonly accelerator: Known<Fact>
  readonly acceleratorCount: Known<Fact>
} {
  const name = mapKnown(given, (text): Fact => String(text).split(':')[0]!.replace(/!$/, '').toUpperCase())
  const count = mapKnown(given, (text): Fact => Number(String(text).split(':')[1] ?? 1))
  const isAny = valueOf(name) === 'ANY'
  return {
    accelerator: isAny && given.is !== 'unknown' ? unknown('dynamic', given.at) : single(name),
    acceleratorCount: single(count),
  }
}

/** One of several that are all the same is that one. */
function single(fact: Known<Fact>): Known<Fact> {
  if (fact.is !== 'oneOf') return fact
  const among = [...new Set(fact.among)]
  return among.length === 1 ? known(among[0]!, fact.at) : { ...fact, among }
}
