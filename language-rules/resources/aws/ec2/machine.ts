// https://aws.amazon.com/ec2/pricing/on-demand/
import {
  fact,
  isUnwritten,
  line,
  machineLine,
  monthOf,
  numberFact,
  partsOf,
  priceFor,
  product,
} from '../../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../../core/estimate/service-line.ts'
import { mapKnown, unknown, valueOf } from '../../../../core/known.ts'
import type { PriceBook } from '../../../../core/prices/book.ts'
import type { Fact, Known, Line, Price, Purchase, Resource, Why } from '../../../../core/types.ts'
import { addressLines } from './address.ts'
import { creditLines } from './credits.ts'
import { licenceLines } from './licence.ts'
import { volumeLines } from './volume-lines.ts'

/** So many machines of one type, bought one way. */
export interface Machines {
  readonly label: string
  readonly type: Known<Fact>
  /** Undefined where the source leaves it open. */
  readonly purchase: Purchase | undefined
  readonly number: Known<number>
}

/** https://aws.amazon.com/cloudwatch/pricing/ bills detailed monitoring as metrics of its own: an instance has seven. */
const detailedMetrics = 7

/** Nothing where a dedicated host is billed for the machines on it. */
export function hourLines(resource: Resource, prices: PriceBook, machines: Machines): readonly Line[] {
  const { label, type, purchase, number } = machines
  if (valueOf(fact(resource, 'tenancy')) === 'host') return []
  const hours = product(number, monthOf(resource))
  const name = valueOf(type)
  const licences =
    purchase === 'on-demand' && name !== undefined ? licenceLines(resource, prices, String(name), hours) : []
  const billed = line(label, 'hour', hours, hourPrice(resource, prices, machines))
  return [machineLine(billed, type, purchase), ...licences]
}

/** Of Linux: what another system costs more is a line of its own, and is not listed for spot machines. */
function hourPrice(resource: Resource, prices: PriceBook, { type, purchase }: Machines): Price | Why {
  if (purchase === undefined) return 'dynamic'
  return priceFor(
    resource,
    [type, fact(resource, 'operatingSystem'), fact(resource, 'tenancy')],
    (region, name, system, tenancy) => {
      if (purchase === 'capacity-block') return prices.service('aws', 'ec2', `capacity block ${name}`, region)
      if (purchase !== 'on-demand' && system !== 'linux') return undefined
      if (tenancy === 'default') return prices.instance('aws', name!, region, purchase)
      return purchase === 'on-demand' ? prices.service('aws', 'ec2', `dedicated ${name}`, region) : undefined
    },
  )
}

/** What hangs on every machine whatever its type: its volumes, its address, its metrics. */
export function attachedLines(resource: Resource, prices: PriceBook, number: Known<number>): readonly Line[] {
  return [
    ...volumeLines(resource, prices, 'root.', 'Root volume', number),
    ...partsOf(resource, 'ebs').flatMap((part, i) =>
      volumeLines(
        resource,
        prices,
        `${part}.`,
        `Volume ${i + 1}`,
        product(numberFact(resource, `${part}.count`), number),
      ),
    ),
    ...monitoringLines(resource, prices, number),
    ...addressLines(resource, prices, product(number, monthOf(resource))),
  ]
}

/** Metrics by the minute, of so many machines. */
export function monitoringLines(resource: Resource, prices: PriceBook, number: Known<number>): readonly Line[] {
  const kept = fact(resource, 'monitoring')
  if (isUnwritten(kept) || valueOf(kept) === false) return []
  const metrics = mapKnown(number, (value) => value * detailedMetrics)
  const billed = kept.is === 'unknown' ? kept : valueOf(kept) === true ? metrics : unknown<number>('dynamic')
  const item = { service: 'ec2', item: 'detailed monitoring, metric' }
  return [serviceLine(resource, prices, 'Detailed monitoring', 'metric-month', billed, item)]
}

/** What goes with the type: credits of a burstable one, and EBS optimisation of those old ones that bill it. */
export function typeLines(resource: Resource, prices: PriceBook, { type, number }: Machines): readonly Line[] {
  const name = valueOf(type)
  if (name === undefined) return []
  return [
    ...creditLines(resource, prices, String(name)),
    ...optimizedLines(resource, prices, String(name), product(number, monthOf(resource))),
  ]
}

/** The families that are not optimised for EBS by themselves and bill it: https://docs.aws.amazon.com/ec2/latest/instancetypes/pg.html */
const optimisedForMoney = /^(c1|c3|g2|i2|m1|m2|m3|r3)\./

function optimizedLines(resource: Resource, prices: PriceBook, type: string, hours: Known<number>): readonly Line[] {
  if (valueOf(fact(resource, 'ebsOptimized')) !== true || !optimisedForMoney.test(type)) return []
  const price = priceFor(resource, [], (region) => prices.service('aws', 'ec2', `EBS-optimized ${type}`, region))
  return [line('EBS optimisation', 'hour', hours, price)]
}
