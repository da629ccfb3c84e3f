// https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/using-the-aws-price-list-bulk-api.html
import { type BulkList, bulkCsv, bulkPages, bulkRows, bulkSource, usageOf } from '../aws-bulk.ts'
import type { PriceSource, PriceSourceExample, StoragePart } from '../source.ts'

/** Usage type → class and what of it is billed. Deep Archive is another offer; aws-pages has it. */
const parts: Readonly<Record<string, readonly [name: string, part: StoragePart]>> = {
  'TimedStorage-ByteHrs': ['STANDARD', 'storage'],
  'TimedStorage-INT-FA-ByteHrs': ['INTELLIGENT_TIERING', 'storage'],
  'TimedStorage-SIA-ByteHrs': ['STANDARD_IA', 'storage'],
  'TimedStorage-ZIA-ByteHrs': ['ONEZONE_IA', 'storage'],
  'TimedStorage-GIR-ByteHrs': ['GLACIER_IR', 'storage'],
  'TimedStorage-GlacierByteHrs': ['GLACIER', 'storage'],
  'Requests-Tier1': ['STANDARD', 'put'],
  'Requests-Tier2': ['STANDARD', 'get'],
  'Requests-INT-Tier1': ['INTELLIGENT_TIERING', 'put'],
  'Requests-INT-Tier2': ['INTELLIGENT_TIERING', 'get'],
  'Requests-SIA-Tier1': ['STANDARD_IA', 'put'],
  'Requests-SIA-Tier2': ['STANDARD_IA', 'get'],
  'Requests-ZIA-Tier1': ['ONEZONE_IA', 'put'],
  'Requests-ZIA-Tier2': ['ONEZONE_IA', 'get'],
  'Retrieval-SIA': ['STANDARD_IA', 'retrieval'],
  'Retrieval-ZIA': ['ONEZONE_IA', 'retrieval'],
}
const units: Readonly<Record<StoragePart, readonly [unit: string, times: number]>> = {
  storage: ['GB-Mo', 1],
  retrieval: ['GB', 1],
  put: ['Requests', 1000],
  get: ['Requests', 1000],
}

const list: BulkList = {
  offer: 'AmazonS3',
  columns: ['StartingRange', 'usageType'],
  mayCount: (line) => /TimedStorage-|Requests-|Retrieval-/.test(line),
  row(cell, usd, region) {
    const usage = usageOf(cell)
    // What is stored above the first 50 TB costs less.
    if (!Object.hasOwn(parts, usage) || cell('StartingRange') !== '0') return undefined
    const [name, part] = parts[usage]!
    const [unit, times] = units[part]
    if (cell('Unit') !== unit) return undefined
    const price = Number((usd * times).toPrecision(10))
    return { is: 'storage', cloud: 'aws', service: 's3', class: name, region, part, usd: price }
  },
}

export const source: PriceSource = {
  ...bulkSource,
  id: 'aws-s3',
  maxBytes: 100_000_000, // about half a megabyte as JSON
  covers: { cloud: 'aws' },
  pages: (region, io) => bulkPages(list, region, io),
  rows: (page, region) => bulkRows(list, page, region),
}

const head = [
  'SKU',
  'TermType',
  'StartingRange',
  'EndingRange',
  'Unit',
  'PricePerUnit',
  'Currency',
  'Location Type',
  'usageType',
]
const line = (usage: string, unit: string, usd: string, from = '0', location = 'AWS Region') => [
  'AAAABBBBCCCCDDDD',
  'OnDemand',
  from,
  'Inf',
  unit,
  usd,
  'USD',
  location,
  usage,
]

export const examples: readonly PriceSourceExample[] = [
  {
    name: 'classes by their first tier, requests by the thousand; overheads and other zones make no row',
    region: 'ap-southeast-1',
    page: {
      at: '2026-11-20T06:00:00.000Z',
      body: bulkCsv('AmazonS3', [
        head,
        line('APS1-TimedStorage-ByteHrs', 'GB-Mo', '0.0250000000'),
        line('APS1-TimedStorage-ByteHrs', 'GB-Mo', '0.0240000000', '51200'),
        line('APS1-TimedStorage-GIR-ByteHrs', 'GB-Mo', '0.0050000000'),
        line('APS1-TimedStorage-GDA-Staging', 'GB-Mo', '0.0210000000'),
        line('APS1-TimedStorage-ByteHrs', 'GB-Mo', '0.0500000000', '0', 'AWS Local Zone'),
        line('APS1-Requests-SIA-Tier1', 'Requests', '0.0000100000'),
        line('APS1-Retrieval-SIA', 'GB', '0.0100000000'),
      ]),
    },
    makes: {
      is: 'rows',
      published: '2026-11-18',
      rows: (
        [
          ['STANDARD', 'storage', 0.025],
          ['GLACIER_IR', 'storage', 0.005],
          ['STANDARD_IA', 'put', 0.01],
          ['STANDARD_IA', 'retrieval', 0.01],
        ] as const
      ).map(([name, part, usd]) => ({
        is: 'storage',
        cloud: 'aws',
        service: 's3',
        class: name,
        region: 'ap-southeast-1',
        part,
        usd,
      })),
    },
  },
  {
    name: 'a list without usage types is of a new shape',
    region: 'ap-southeast-1',
    page: { at: '2026-11-20T06:00:00.000Z', body: bulkCsv('AmazonS3', [head.slice(0, -1)]) },
    makes: { is: 'new-shape', what: 'usageType' },
  },
]
