// What Amazon RDS bills for storage: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html
import { fact, isUnwritten, line, numberFact, type Priced, usage } from '../../../core/estimate/resource-line.ts'
import { mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import type { Known, Line, Resource } from '../../../core/types.ts'
import { itemPrice, scaled, serviceLines, textOf } from './item-lines.ts'

/** From how many GiB on a gp3 volume is striped over four, and has four times the IOPS and throughput included. */
const stripedFromGiB: Readonly<Record<string, number>> = { oracle: 200, sqlserver: Number.POSITIVE_INFINITY }
const otherStripedFromGiB = 400

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html#gp3-storage */
function gp3Included(engine: string, sizeGiB: Known<number>, whole: number, striped: number): Known<number> {
  const from = stripedFromGiB[engine.split('-')[0]!] ?? otherStripedFromGiB
  return mapKnown(sizeGiB, (size) => (size >= from ? striped : whole))
}

/**
 * Of a Multi-AZ instance the standby's copy is billed too: the list's own price for both, else twice that of one.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_OnDemandDBInstances.html
 */
export function copiesOf(resource: Resource, prices: PriceBook, item: string, isMultiAz: boolean): [Priced, number] {
  const one = itemPrice(resource, prices, 'rds', item)
  if (!isMultiAz) return [one, 1]
  const both = itemPrice(resource, prices, 'rds', `${item} multi-az`)
  return typeof both === 'string' ? [one, 2] : [both, 1]
}

/**
 * GiB that AWS takes at least, and IOPS of the types that are provisioned with them: less is not billed as less.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html, AllocatedStorage, and CHAP_Storage
 */
const leastGiB: Readonly<Record<string, number>> = { gp2: 20, gp3: 20, io1: 100, io2: 100, standard: 5 }
export const leastIops = 1_000

/** The size an instance has at least, by storage type and engine; undefined of a type that is not known. */
export function leastSize(type: string, engine: string): number | undefined {
  const least = leastGiB[type]
  if (least !== undefined && engine.startsWith('sqlserver-')) return 20
  return type === 'standard' && engine.startsWith('oracle-') ? 10 : least
}

/** The types under the names of the price book. */
const listed: Readonly<Record<string, string>> = { standard: 'magnetic' }

/** Storage, provisioned IOPS and throughput, and the requests of magnetic storage. */
export function storageLines(resource: Resource, prices: PriceBook, isMultiAz: boolean): readonly Line[] {
  const type = textOf(fact(resource, 'storageType'))
  const size = atLeast(
    numberFact(resource, 'sizeGiB'),
    leastSize(type ?? '', textOf(fact(resource, 'engine')) ?? '') ?? 0,
  )
  if (type === undefined) {
    const open = fact(resource, 'storageType')
    return [line('Storage', 'GB-month', size, open.is === 'unknown' ? open.why : 'dynamic')]
  }
  const name = listed[type] ?? type
  const priced = (label: string, unit: string, quantity: Known<number>, item: string) => {
    const [price, times] = copiesOf(resource, prices, item, isMultiAz)
    return line(label, unit, scaled(quantity, times), price)
  }
  const lines = serviceLines(resource, prices, 'rds')
  return [
    priced('Storage', 'GB-month', size, `${name} storage`),
    ...performanceLines(resource, name, size, priced),
    ...(name === 'magnetic'
      ? [lines.item('Storage requests', 'request', usage(resource, 'ioRequests'), 'magnetic IO')]
      : []),
  ]
}

type Make = (label: string, unit: string, quantity: Known<number>, item: string) => Line

function performanceLines(resource: Resource, type: string, size: Known<number>, make: Make): readonly Line[] {
  const iops = numberFact(resource, 'iops')
  if (type === 'io1' || type === 'io2')
    return [make('Provisioned IOPS', 'IOPS-month', atLeast(iops, leastIops), `${type} iops`)]
  if (type !== 'gp3') return []
  const engine = textOf(fact(resource, 'engine'))
  const above = (label: string, unit: string, asked: Known<number>, whole: number, striped: number, item: string) => {
    if (isUnwritten(asked)) return []
    const included = engine === undefined ? unknown<number>('dynamic') : gp3Included(engine, size, whole, striped)
    const billed = beyond(asked, included)
    return valueOf(billed) === 0 ? [] : [make(label, unit, billed, item)]
  }
  return [
    ...above('Provisioned IOPS', 'IOPS-month', iops, 3_000, 12_000, 'gp3 iops'),
    ...above(
      'Provisioned throughput',
      'MBps-month',
      numberFact(resource, 'throughputMiBps'),
      125,
      500,
      'gp3 throughput',
    ),
  ]
}

const atLeast = (amount: Known<number>, least: number): Known<number> =>
  mapKnown(amount, (value) => Math.max(least, value))

function beyond(asked: Known<number>, included: Known<number>): Known<number> {
  if (included.is === 'unknown') return included
  // autoscaling only grows the storage, so that what is included now is the least
  const least = included.is === 'range' ? (included.likely ?? included.low) : valueOf(included)
  return least === undefined ? unknown('dynamic') : mapKnown(asked, (value) => Math.max(0, value - least))
}

/** The size at first, up to what autoscaling may make of it. */
export function growing(size: Known<number>, most: Known<number>): Known<number> {
  const least = valueOf(size)
  const top = valueOf(most)
  if (least === undefined || top === undefined || top <= least) return size
  return size.is === 'unknown' ? size : { is: 'range', low: least, likely: least, high: top, at: size.at }
}
