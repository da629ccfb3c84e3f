// https://aws.amazon.com/ebs/pricing/
import {
  fact,
  isUnwritten,
  line,
  numberFact,
  type Priced,
  priceFor,
  product,
} from '../../../core/estimate/resource-line.ts'
import { known, mapKnown, unknown } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Known, Line, Resource } from '../../../core/types.ts'

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
  ]
}

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

const volume = defineResource({
  id: 'aws/ebs-volume',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/ebs/pricing/',
  shape: {
    type: 'volume type: gp3, gp2, io2, io1, st1, sc1, standard',
    sizeGiB: 'GiB; without it, the size of the snapshot',
    iops: 'provisioned IOPS, those included counted',
    throughputMiBps: 'provisioned MiB/s, those included counted',
  },
  lines: (resource, prices) => volumeLines(resource, prices, '', 'Volume', known(1, resource.location)),
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_volume
    terraform: {
      aws_ebs_volume: {
        facts: { type: ['type', 'gp2'], sizeGiB: 'size', iops: 'iops', throughputMiBps: 'throughput' },
      },
    },
  },
  label: ({ shape }) => {
    const size = shape.sizeGiB ?? unknown('absent')
    const type = shape.type?.is === 'known' || shape.type?.is === 'assumed' ? shape.type.value : 'EBS volume'
    return size.is === 'known' || size.is === 'assumed' ? `${type} · ${size.value} GiB` : `${type}`
  },
})

export const resources = [volume]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a volume of the default type: 500 GiB × $0.10',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  size              = 500
}
`,
    sees: [{ address: 'aws_ebs_volume.data', usd: 50, status: 'priced', lines: ['Volume storage'], assumed: ['type'] }],
  },
  {
    name: 'gp3 above what is included: 200 GiB × $0.08 + 3,000 IOPS × $0.005 + 125 MB/s × $0.04, three of them',
    terraform: `resource "aws_ebs_volume" "data" {
  count             = 3
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = 200
  iops              = 6000
  throughput        = 250
}
`,
    sees: [
      {
        address: 'aws_ebs_volume.data',
        usd: 108,
        status: 'priced',
        lines: ['Volume storage', 'Volume IOPS', 'Volume throughput'],
      },
    ],
  },
  {
    name: 'gp3 with what is included only',
    terraform: `resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = 200
  iops              = 3000
}
`,
    sees: [{ address: 'aws_ebs_volume.data', usd: 16, status: 'priced', lines: ['Volume storage'] }],
  },
  {
    name: 'io2 in tiers: 100 GiB × $0.125 + 32,000 × $0.065 + 8,000 × $0.0455',
    terraform: `resource "aws_ebs_volume" "db" {
  availability_zone = "us-east-1a"
  type              = "io2"
  size              = 100
  iops              = 40000
}
`,
    sees: [
      {
        address: 'aws_ebs_volume.db',
        usd: 2456.5,
        status: 'priced',
        lines: ['Volume storage', 'Volume IOPS', 'Volume IOPS over 32000'],
      },
    ],
  },
  {
    name: 'a size that comes with the snapshot, a region nobody names, a region without a row',
    terraform: `resource "aws_ebs_volume" "restored" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  snapshot_id       = "snap-0123456789abcdef0"
}

resource "aws_ebs_volume" "somewhere" {
  availability_zone = data.aws_availability_zones.all.names[0]
  type              = "gp3"
  size              = 10
}

resource "aws_ebs_volume" "unlisted" {
  availability_zone = "sa-east-1a"
  type              = "gp3"
  size              = 10
}
`,
    sees: [
      {
        address: 'aws_ebs_volume.restored',
        usd: null,
        status: 'partial',
        lines: ['Volume storage'],
        unknown: ['Volume storage: absent'],
      },
      {
        address: 'aws_ebs_volume.somewhere',
        usd: null,
        status: 'unknown',
        lines: ['Volume storage'],
        unknown: ['region: dynamic'],
      },
      {
        address: 'aws_ebs_volume.unlisted',
        usd: null,
        status: 'unknown',
        lines: ['Volume storage'],
        unknown: ['Volume storage: no-price'],
      },
    ],
  },
]
