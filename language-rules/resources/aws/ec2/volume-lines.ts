// https://aws.amazon.com/ebs/pricing/
import {
  fact,
  isUnwritten,
  line,
  numberFact,
  type Priced,
  priceFor,
  product,
  usage,
} from '../../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../../core/estimate/service-line.ts'
import { mapKnown } from '../../../../core/known.ts'
import type { PriceBook } from '../../../../core/prices/book.ts'
import type { Known, Line, Resource } from '../../../../core/types.ts'

/** What the price of a GB-month includes, by volume type; a type that is not here has no such dimension. */
const includedIops: Readonly<Record<string, number>> = { gp3: 3000, io1: 0, io2: 0 }
const includedThroughput: Readonly<Record<string, number>> = { gp3: 125 }

/** io2 alone has tiers: https://aws.amazon.com/ebs/pricing/ */
const io2Tiers = [
  { from: 0, to: 32_000, item: 'iops' },
  { from: 32_000, to: 64_000, item: 'iops over 32000' },
  { from: 64_000, to: Number.POSITIVE_INFINITY, item: 'iops over 64000' },
]

/**
 * Storage, provisioned IOPS and throughput of one volume, or of `count` equal ones.
 * @param at where its facts are in the shape: `''`, `root.`, `ebs[0].`
 */
export function volumeLines(
  resource: Resource,
  prices: PriceBook,
  at: string,
  label: string,
  count: Known<number>,
): Line[] {
  const type = fact(resource, `${at}type`)
  const price = priceFor(resource, [type], (region, name) => prices.storage('aws', 'ebs', name, region)?.storage)
  const storage = line(`${label} storage`, 'GB-month', product(numberFact(resource, `${at}sizeGiB`), count), price)
  if (type.is !== 'known' && type.is !== 'assumed') return [storage]
  const name = String(type.value)
  return [
    storage,
    ...iopsLines(resource, prices, at, label, count, name),
    ...throughputLines(resource, prices, at, label, count, name),
    ...requestLines(resource, prices, label, name),
  ]
}

/** Magnetic volumes alone are billed by what is read and written. */
const requestLines = (resource: Resource, prices: PriceBook, label: string, type: string): Line[] =>
  type === 'standard'
    ? [
        serviceLine(resource, prices, `${label} I/O`, 'request', usage(resource, 'ioRequests'), {
          service: 'ebs',
          item: 'standard IO',
        }),
      ]
    : []

function iopsLines(
  resource: Resource,
  prices: PriceBook,
  at: string,
  label: string,
  count: Known<number>,
  type: string,
): Line[] {
  const included = includedIops[type]
  const iops = numberFact(resource, `${at}iops`)
  if (included === undefined || (included > 0 && isUnwritten(iops))) return []
  const tiers = type === 'io2' ? io2Tiers : [{ from: included, to: Number.POSITIVE_INFINITY, item: 'iops' }]
  return tiers.flatMap(({ from, to, item }) =>
    provisioned(
      `${label} ${item === 'iops' ? 'IOPS' : item.replace('iops', 'IOPS')}`,
      'IOPS-month',
      iops,
      from,
      to,
      count,
      () => priceFor(resource, [], (region) => prices.service('aws', 'ebs', `${type} ${item}`, region)),
    ),
  )
}

function throughputLines(
  resource: Resource,
  prices: PriceBook,
  at: string,
  label: string,
  count: Known<number>,
  type: string,
): Line[] {
  const included = includedThroughput[type]
  const throughput = numberFact(resource, `${at}throughputMiBps`)
  if (included === undefined || isUnwritten(throughput)) return []
  return provisioned(`${label} throughput`, 'MBps-month', throughput, included, Number.POSITIVE_INFINITY, count, () =>
    priceFor(resource, [], (region) => prices.service('aws', 'ebs', `${type} throughput`, region)),
  )
}

/** What is billed between two bounds; no line where nothing is, and of a tier only where the amount is known. */
function provisioned(
  label: string,
  unit: string,
  amount: Known<number>,
  from: number,
  to: number,
  count: Known<number>,
  price: () => Priced,
): Line[] {
  const billed = mapKnown(amount, (value) => Math.max(0, Math.min(value, to) - from))
  const isNothing = (billed.is === 'known' || billed.is === 'assumed') && billed.value === 0
  const isLaterTier = billed.is === 'unknown' && from > 0 && to > from && label.includes('over')
  return isNothing || isLaterTier ? [] : [line(label, unit, product(billed, count), price())]
}
