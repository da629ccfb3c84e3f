// https://docs.aws.amazon.com/autoscaling/ec2/userguide/mixed-instances-groups-set-up-overview.html
import { fact, isUnwritten, numberFact, usage } from '../../../../core/estimate/resource-line.ts'
import { mapKnown, unknown, valueOf } from '../../../../core/known.ts'
import type { PriceBook } from '../../../../core/prices/book.ts'
import type { ResourceDefinition } from '../../../../core/resource.ts'
import type { Known, Line, Purchase, Resource } from '../../../../core/types.ts'
import { type Candidate, type Choice, candidateShape, candidatesOf, chosenLines } from './candidates.ts'
import { launchShape, launchUsage } from './launch-shape.ts'
import { attachedLines, hourLines, typeLines } from './machine.ts'

export const groupShape: ResourceDefinition['shape'] = {
  ...launchShape,
  ...candidateShape,
  capacity: 'units of capacity that run; one machine is one unit, or as many as its weight',
  onDemandBase: 'units that are on demand before any is spot',
  onDemandShare: 'share of the units above the base that are on demand, 0 to 1; without it, all or none',
  onDemandChoice: 'first, cheapest or any: which candidate is taken on demand',
  spotChoice: 'first, cheapest or any: which candidate is taken as spot',
}

export const groupUsage: NonNullable<ResourceDefinition['usage']> = {
  ...launchUsage,
  instances: 'units of capacity that run, mean of the month',
}

const onDemandLabel = 'Instances on demand'
const spotLabel = 'Spot instances'

/** The machines of a group that grows and shrinks, bought on demand, as spot, or both. */
export function groupLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const told = usage(resource, 'instances')
  const capacity = told.is === 'unknown' ? numberFact(resource, 'capacity') : told
  if (isNone(capacity)) return []
  const parts = partsOf(resource, capacity)
  const lines = candidatesOf(resource).map((candidate) => candidateLines(resource, prices, candidate, parts))
  const choice = (name: string) => (valueOf(fact(resource, name)) ?? 'any') as Choice
  const main = parts[0]?.label === spotLabel ? choice('spotChoice') : choice('onDemandChoice')
  return chosenLines(lines, (label) => (label === spotLabel ? choice('spotChoice') : main))
}

/** Units of capacity that are bought one way. */
interface Part {
  readonly label: string
  readonly purchase: Purchase | undefined
  readonly units: Known<number>
}

function partsOf(resource: Resource, capacity: Known<number>): readonly Part[] {
  const share = numberFact(resource, 'onDemandShare')
  if (share.is === 'unknown') {
    const purchase = isUnwritten(share) ? resource.purchase : undefined
    return [{ label: purchase === 'spot' ? spotLabel : onDemandLabel, purchase, units: capacity }]
  }
  const base = valueOf(numberFact(resource, 'onDemandBase')) ?? 0
  const onDemand = (units: number) => onDemandUnits(units, base, valueOf(share) ?? 1)
  const parts: readonly Part[] = [
    { label: onDemandLabel, purchase: 'on-demand', units: mapKnown(capacity, onDemand) },
    { label: spotLabel, purchase: 'spot', units: mapKnown(capacity, (units) => units - onDemand(units)) },
  ]
  return parts.filter(({ units }) => !isNone(units))
}

/** Above the base the share is rounded up, in favour of machines on demand. */
function onDemandUnits(units: number, base: number, share: number): number {
  const above = Math.max(0, units - base)
  return units - above + Math.min(above, whole(units, above * share))
}

/** No part of a machine runs; only the mean of a month has a fraction, and what comes of it too. */
const whole = (units: number, machines: number) =>
  Number.isInteger(units) ? Math.max(0, Math.ceil(machines - 1e-9)) : machines

function candidateLines(
  resource: Resource,
  prices: PriceBook,
  { type, weight }: Candidate,
  parts: readonly Part[],
): readonly Line[] {
  const machines = parts.map(({ label, purchase, units }) => ({
    label,
    type,
    purchase,
    number: machinesFor(units, weight),
  }))
  const number = machines.map((each) => each.number).reduce(sumOf)
  return [
    ...machines.flatMap((each) => hourLines(resource, prices, each)),
    ...attachedLines(resource, prices, number),
    ...typeLines(resource, prices, { ...machines[0]!, number }),
  ]
}

/** How many machines give so many units; not known where it is not known for how many one counts. */
function machinesFor(units: Known<number>, weight: Known<number>): Known<number> {
  if (weight.is === 'unknown') return weight
  const each = valueOf(weight)
  return each === undefined ? unknown('dynamic', weight.at) : mapKnown(units, (value) => whole(value, value / each))
}

/** Two parts of one capacity: their ends belong together. */
function sumOf(a: Known<number>, b: Known<number>): Known<number> {
  if (a.is === 'range' && b.is === 'range')
    return {
      ...a,
      low: a.low + b.low,
      high: a.high + b.high,
      ...(a.likely === undefined || b.likely === undefined ? {} : { likely: a.likely + b.likely }),
    }
  const [one, other] = [valueOf(a), valueOf(b)]
  if (other !== undefined) return mapKnown(a, (value) => value + other)
  return one === undefined ? a : mapKnown(b, (value) => value + one)
}

const isNone = (number: Known<number>) => (number.is === 'range' ? number.high === 0 : valueOf(number) === 0)
