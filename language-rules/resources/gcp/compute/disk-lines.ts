// https://cloud.google.com/compute/disks-image-pricing
import { isUnwritten, line, priceFor, product } from '../../../../core/estimate/resource-line.ts'
import { mapKnown, valueOf } from '../../../../core/known.ts'
import type { PriceBook } from '../../../../core/prices/book.ts'
import type { Fact, Known, Line, Resource } from '../../../../core/types.ts'

export interface Disks {
  readonly label: string
  readonly type: Known<Fact>
  readonly sizeGiB: Known<number>
  readonly iops: Known<number>
  readonly throughputMiBps: Known<number>
  readonly count: Known<number>
  /** Kept in two zones at once. */
  readonly isRegional?: boolean
}

/** IOPS and MiB/s that a Hyperdisk Balanced has for nothing: https://cloud.google.com/compute/docs/disks/hd-types/hyperdisk-balanced */
const included = { iops: 3000, throughput: 140 }

const withIops = ['pd-extreme', 'hyperdisk-extreme', 'hyperdisk-balanced', 'hyperdisk-balanced-high-availability']
const withThroughput = [
  'hyperdisk-throughput',
  'hyperdisk-ml',
  'hyperdisk-balanced',
  'hyperdisk-balanced-high-availability',
]

export function diskLines(resource: Resource, prices: PriceBook, disks: Disks): Line[] {
  const { label, count } = disks
  const name = mapKnown(disks.type, (type): Fact => `${disks.isRegional ? 'regional-' : ''}${shortType(type)}`)
  const storage = priceFor(resource, [name], (region, type) => prices.storage('gcp', 'pd', type!, region)?.storage)
  const performance = (suffix: string, unit: string, asked: Known<number>, free: number) =>
    line(
      `${label} ${suffix}`,
      unit,
      product(
        mapKnown(asked, (value) => Math.max(0, value - free)),
        count,
      ),
      priceFor(resource, [name], (region, type) => prices.service('gcp', 'pd', `${type} ${suffix}`, region)),
    )
  const type = shortType(valueOf(disks.type) ?? '')
  const isBalanced = type.startsWith('hyperdisk-balanced')
  const ofBalanced = (asked: Known<number>, free: number) =>
    isBalanced && (valueOf(asked) ?? free + 1) <= free ? [] : [free]
  return [
    line(`${label} storage`, 'GB-month', product(disks.sizeGiB, count), storage),
    ...(withIops.includes(type)
      ? ofBalanced(disks.iops, included.iops).map((free) =>
          performance('iops', 'IOPS-month', disks.iops, isBalanced ? free : 0),
        )
      : []),
    ...(withThroughput.includes(type)
      ? ofBalanced(disks.throughputMiBps, included.throughput).map((free) =>
          performance('throughput', 'MiBps-month', disks.throughputMiBps, isBalanced ? free : 0),
        )
      : []),
  ]
}

/** A type may be written as the address of one. */
export const shortType = (type: Fact): string => String(type).split('/').at(-1)!

/** Nothing is said of it, so that the API's own default applies. */
export const standardUnless = (type: Known<Fact>, otherwise: Known<Fact>): Known<Fact> =>
  isUnwritten(type) ? otherwise : type
