// https://azure.microsoft.com/pricing/details/managed-disks/
import {
  fact,
  isUnwritten,
  line,
  numberFact,
  type Priced,
  priceFor,
  product,
} from '../../../core/estimate/resource-line.ts'
import { mapKnown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import type { Known, Line, Resource } from '../../../core/types.ts'
import { diskClass, diskTierGiB, ultraGiB } from './disk-tiers.ts'
import { itemLines, one } from './item-lines.ts'

/** What is read from and written to these is billed too; a Premium, ultra or Premium v2 disk has none of that. */
const operations: Readonly<Record<string, string>> = {
  Standard: 'operations standard-hdd',
  StandardSSD: 'operations standard-ssd',
}

/** A disk whose IOPS and throughput are billed for themselves, above how many of them. */
interface Provisioned {
  readonly name: string
  readonly iops: number
  readonly mbps: number
}

const provisioned: Readonly<Record<string, Provisioned>> = {
  UltraSSD_LRS: { name: 'ultra LRS', iops: 0, mbps: 0 },
  // https://learn.microsoft.com/azure/virtual-machines/disks-types#premium-ssd-v2-performance
  PremiumV2_LRS: { name: 'premium-ssd-v2 LRS', iops: 3000, mbps: 125 },
}

/** What the price list bills a GiB of a class at, `Premium_LRS` of so many GiB. */
function diskPrice(resource: Resource, prices: PriceBook, at: string): Priced {
  return priceFor(
    resource,
    [fact(resource, `${at}type`), numberFact(resource, `${at}sizeGiB`)],
    (region, type, gib) => {
      const name = provisioned[type!]?.name ?? diskClass(type!, Number(gib))
      return name === undefined ? undefined : prices.storage('azure', 'managed-disk', name, region)?.storage
    },
  )
}

export const diskUsage = { diskOperations: 'reads and writes of its standard disks in a month, each of up to 256 KiB' }

/**
 * A managed disk: its storage, billed as the next larger size there is, or with its IOPS and throughput; and its operations.
 * @param at prefix of its facts `type`, `sizeGiB`, `iops`, `mbps` and, where there are several, `count`: `osDisk.`
 */
export function diskLines(
  resource: Resource,
  prices: PriceBook,
  at: string,
  label: string,
  machines: Known<number> = one(resource),
): readonly Line[] {
  const type = valueOf(fact(resource, `${at}type`))
  const kind = type === undefined ? '' : String(type)
  const price = diskPrice(resource, prices, at)
  const size = numberFact(resource, `${at}sizeGiB`)
  const count = product(machines, countOf(resource, at))
  const billed = product(
    count,
    mapKnown(size, (gib) => billedGiB(kind, gib)),
  )
  const storage = line(`${label} storage`, 'GB-month', billed, price)
  const own = provisioned[kind]
  if (own !== undefined) return [storage, ...performanceLines(resource, prices, at, label, own, count)]
  const operated = operations[kind.split('_')[0]!]
  if (operated === undefined) return [storage]
  return [
    storage,
    itemLines(resource, prices, 'managed-disk').used(`${label} operations`, 'request', operated, 'diskOperations'),
  ]
}

function billedGiB(kind: string, gib: number): number {
  if (kind === 'UltraSSD_LRS') return ultraGiB(gib)
  return provisioned[kind] === undefined ? (diskTierGiB(kind, gib) ?? gib) : gib
}

/** One, where nothing says how many there are of it. */
const countOf = (resource: Resource, at: string) =>
  resource.shape[`${at}count`] === undefined ? one(resource) : numberFact(resource, `${at}count`)

function performanceLines(
  resource: Resource,
  prices: PriceBook,
  at: string,
  label: string,
  own: Provisioned,
  count: Known<number>,
): readonly Line[] {
  const above = (what: string, unit: string, quantity: Known<number>, included: number, item: string) => {
    const each = mapKnown(quantity, (value) => Math.max(0, value - included))
    const price = priceFor(resource, [], (region) =>
      prices.service('azure', 'managed-disk', `${own.name} ${item}`, region),
    )
    return valueOf(each) === 0 || isUnwritten(each) ? [] : [line(`${label} ${what}`, unit, product(count, each), price)]
  }
  return [
    ...above('IOPS', 'IOPS-month', numberFact(resource, `${at}iops`), own.iops, 'iops'),
    ...above('throughput', 'MB/s-month', numberFact(resource, `${at}mbps`), own.mbps, 'throughput'),
  ]
}
