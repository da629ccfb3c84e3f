// https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/using-the-aws-price-list-bulk-api.html
import { type BulkList, bulkCsv, bulkPages, bulkRows, bulkSource, type Cell, usageOf } from '../aws-bulk.ts'
import type { PriceRow, PriceSource, PriceSourceExample, ServiceRow, StorageRow } from '../source.ts'

/** What a line must say to be the Linux list price. Without the market option p5 gives its Capacity Block price. */
const linux: Readonly<Record<string, readonly string[]>> = {
  Unit: ['Hrs'],
  'Product Family': ['Compute Instance', 'Compute Instance (bare metal)'],
  'Operating System': ['Linux'],
  'Pre Installed S/W': ['NA'],
  'License Model': ['No License required'],
  Tenancy: ['Shared'],
  CapacityStatus: ['Used'],
  // Newer than the other columns: lists without it are read too.
  MarketOption: ['OnDemand', ''],
}

const volumes = ['gp2', 'gp3', 'io1', 'io2', 'st1', 'sc1', 'standard']

/** Usage type → item of the price book. Tier 2 of io2 begins above 32,000 IOPS, tier 3 above 64,000. */
const iops: Readonly<Record<string, string>> = {
  'EBS:VolumeP-IOPS.gp3': 'gp3 iops',
  'EBS:VolumeP-IOPS.piops': 'io1 iops',
  'EBS:VolumeP-IOPS.io2': 'io2 iops',
  'EBS:VolumeP-IOPS.io2.tier2': 'io2 iops over 32000',
  'EBS:VolumeP-IOPS.io2.tier3': 'io2 iops over 64000',
}

const throughputUsage = 'EBS:VolumeP-Throughput.gp3'

function row(cell: Cell, usd: number, region: string): PriceRow | undefined {
  const usage = usageOf(cell)
  const [family, unit] = [cell('Product Family'), cell('Unit')]
  if (Object.entries(linux).every(([column, wanted]) => wanted.includes(cell(column))))
    return { is: 'instance', cloud: 'aws', type: cell('Instance Type'), region, purchase: 'on-demand', usd }
  const stored = (name: string): StorageRow => ({
    is: 'storage',
    cloud: 'aws',
    service: 'ebs',
    class: name,
    region,
    part: 'storage',
    usd,
  })
  const item = (service: string, name: string, per: string, price = usd): ServiceRow => ({
    is: 'service',
    cloud: 'aws',
    service,
    item: name,
    region,
    unit: per,
    per: 1,
    usd: price,
  })
  const volume = cell('Volume API Name')
  // io2 is listed by the GB-month, the others by the GB-Mo.
  const bySize = unit === 'GB-Mo' || unit === 'GB-month'
  if (family === 'Storage' && bySize && usage.startsWith('EBS:VolumeUsage') && volumes.includes(volume))
    return stored(volume)
  if (family === 'Storage Snapshot' && bySize && usage === 'EBS:SnapshotUsage') return stored('snapshot')
  if (family === 'System Operation' && unit === 'IOPS-Mo' && Object.hasOwn(iops, usage))
    return item('ebs', iops[usage]!, 'IOPS-month')
  if (family === 'Provisioned Throughput' && unit === 'GiBps-mo' && usage === throughputUsage)
    return item('ebs', 'gp3 throughput', 'MBps-month', usd / 1024)
  if (family === 'NAT Gateway' && unit === 'Hrs' && usage === 'NatGateway-Hours')
    return item('nat-gateway', 'hour', 'hour')
  return undefined
}

const list: BulkList = {
  offer: 'AmazonEC2',
  columns: [
    ...Object.keys(linux).filter((name) => name !== 'MarketOption'),
    'Instance Type',
    'Region Code',
    'Volume API Name',
    'usageType',
  ],
  mayCount: (line) => line.includes('"Linux"') || line.includes('EBS:') || line.includes('NatGateway-Hours'),
  row,
}

export const source: PriceSource = {
  ...bulkSource,
  id: 'aws-ec2',
  maxBytes: 1_500_000_000, // eu-central-1 was 280 MB in 2026-09
  covers: { cloud: 'aws', purchase: ['on-demand'] },
  pages: (region, io) => bulkPages(list, region, io),
  rows: (page, region) => bulkRows(list, page, region),
}

const head = ['SKU', 'TermType', 'Currency', 'Location Type', 'PricePerUnit', ...list.columns, 'MarketOption']
const machine: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(linux).map(([name, [first]]) => [name, first!])),
  SKU: 'AAAABBBBCCCCDDDD',
  TermType: 'OnDemand',
  Currency: 'USD',
  'Location Type': 'AWS Region',
  'Instance Type': 'm5.large',
  'Region Code': 'eu-central-1',
  usageType: 'EUC1-BoxUsage:m5.large',
  PricePerUnit: '0.1150000000',
}
const disk: Readonly<Record<string, string>> = {
  SKU: 'AAAABBBBCCCCDDDD',
  TermType: 'OnDemand',
  Currency: 'USD',
  'Location Type': 'AWS Region',
  'Region Code': 'eu-central-1',
}
const cells = (values: Readonly<Record<string, string>>) => head.map((name) => values[name] ?? '')
const line = (changed: Readonly<Record<string, string>>) => cells({ ...machine, ...changed })
const diskLine = (family: string, unit: string, volume: string, usageType: string, usd: string) =>
  cells({
    ...disk,
    'Product Family': family,
    Unit: unit,
    'Volume API Name': volume,
    usageType: usageType,
    PricePerUnit: usd,
  })
const at = '2026-11-20T06:00:00.000Z'

export const examples: readonly PriceSourceExample[] = [
  {
    name: 'of the lines that carry one type, the one of Linux, shared, unused by a reservation, at list price',
    region: 'eu-central-1',
    page: {
      at,
      body: bulkCsv('AmazonEC2', [
        head,
        line({}),
        line({ 'Operating System': 'Windows', PricePerUnit: '0.2070000000' }),
        line({ Tenancy: 'Dedicated', PricePerUnit: '0.1220000000' }),
        line({ 'Pre Installed S/W': 'SQL Std', PricePerUnit: '0.5950000000' }),
        line({ CapacityStatus: 'AllocatedCapacityReservation', PricePerUnit: '0.0000000000' }),
        line({ TermType: 'Reserved', PricePerUnit: '0.0720000000' }),
        line({ MarketOption: 'CapacityBlock', PricePerUnit: '0.0310000000' }),
        line({ 'Location Type': 'AWS Local Zone', PricePerUnit: '0.1380000000' }),
        line({
          'Instance Type': 'm5.metal',
          'Product Family': 'Compute Instance (bare metal)',
          PricePerUnit: '5.5200000000',
        }),
      ]),
    },
    makes: {
      is: 'rows',
      published: '2026-11-18',
      rows: [
        { is: 'instance', cloud: 'aws', type: 'm5.large', region: 'eu-central-1', purchase: 'on-demand', usd: 0.115 },
        { is: 'instance', cloud: 'aws', type: 'm5.metal', region: 'eu-central-1', purchase: 'on-demand', usd: 5.52 },
      ],
    },
  },
  {
    name: 'disks by size, by IOPS and by throughput, of the region alone',
    region: 'eu-central-1',
    page: {
      at,
      body: bulkCsv('AmazonEC2', [
        head,
        diskLine('Storage', 'GB-Mo', 'gp3', 'EUC1-EBS:VolumeUsage.gp3', '0.0952000000'),
        diskLine('Storage', 'GB-month', 'io2', 'EUC1-EBS:VolumeUsage.io2', '0.1490000000'),
        diskLine('System Operation', 'IOPS-Mo', 'gp3', 'EUC1-EBS:VolumeP-IOPS.gp3', '0.0060000000'),
        diskLine('System Operation', 'IOPS-Mo', 'gp3', 'EUC1-EBS:VolumeP-IOPS.gp3', '0.0000000000'),
        diskLine('Provisioned Throughput', 'GiBps-mo', 'gp3', 'EUC1-EBS:VolumeP-Throughput.gp3', '48.6400000000'),
        diskLine('Storage Snapshot', 'GB-Mo', '', 'EUC1-EBS:SnapshotUsage', '0.0540000000'),
        diskLine('Storage Snapshot', 'GB-Mo', '', 'EUC1-EBS:SnapshotArchiveStorage', '0.0135000000'),
      ]),
    },
    makes: {
      is: 'rows',
      published: '2026-11-18',
      rows: [
        {
          is: 'storage',
          cloud: 'aws',
          service: 'ebs',
          class: 'gp3',
          region: 'eu-central-1',
          part: 'storage',
          usd: 0.0952,
        },
        {
          is: 'storage',
          cloud: 'aws',
          service: 'ebs',
          class: 'io2',
          region: 'eu-central-1',
          part: 'storage',
          usd: 0.149,
        },
        {
          is: 'service',
          cloud: 'aws',
          service: 'ebs',
          item: 'gp3 iops',
          region: 'eu-central-1',
          unit: 'IOPS-month',
          per: 1,
          usd: 0.006,
        },
        {
          is: 'service',
          cloud: 'aws',
          service: 'ebs',
          item: 'gp3 throughput',
          region: 'eu-central-1',
          unit: 'MBps-month',
          per: 1,
          usd: 0.0475,
        },
        {
          is: 'storage',
          cloud: 'aws',
          service: 'ebs',
          class: 'snapshot',
          region: 'eu-central-1',
          part: 'storage',
          usd: 0.054,
        },
      ],
    },
  },
  {
    name: 'a list whose column has another name is of a new shape',
    region: 'eu-central-1',
    page: { at, body: bulkCsv('AmazonEC2', [head.map((name) => (name === 'Tenancy' ? 'Host' : name))]) },
    makes: { is: 'new-shape', what: 'Tenancy' },
  },
]
