// Writes core/prices/snapshot/{storage,services}.tsv out of the tables of the same names.
import { newestOf } from './documented-tables.ts'
import { sources } from './price-sources.ts'
import type { Row } from './snapshot-file.ts'
import { writeItemTables } from './write-item-tables.ts'

const clouds = ['aws', 'gcp', 'azure']

const owners: readonly (readonly [RegExp, string])[] = [
  // before the next: its name ends in that one's
  [/cloud_pricing_with_infracost/, 'cloud-pricing-copy'],
  [/infracost/i, 'infracost'],
  [/flexera/i, 'flexera'],
  [/cyclenerd/i, 'cyclenerd'],
  [/retrack\/eu-object-storage/i, 'retrack'],
  [/xbill9\/zombiescan-azure/, 'zombiescan'],
  [/andy-diericks\/azure-pricing-radar/, 'azure-pricing-radar'],
  [/ibranibeny\/azure-pricing-dashboard/, 'azure-pricing-dashboard'],
  [/lvraikkonen\/AzureCNCalcRefine/, 'azure-calculator-notes'],
  [/ahmadabdalla\/azure-cost-calculator/, 'azure-cost-calculator'],
  [/Arturo-Quiroga-MSFT\/azure-architecture-diagram-builder/, 'azure-diagram-builder'],
  [/TheCloudTheory\/arm-estimator/, 'arm-estimator'],
  [/jokamotonpi\/azure-price-mirror/, 'azure-price-mirror'],
  [/doitintl\/gcpinstances/, 'gcpinstances'],
  [/skypilot-org\/skypilot-catalog/, 'skypilot'],
  [/, tabled in a public /, 'google-azure-lists-quoted'],
  [/^AWS Price List .*, quoted in /, 'aws-price-list-quoted'],
  [/jawaadjariwala\/AWS-EC2-Pricing/, 'aws-landscape'],
  [/lamngockhuong\/aws-price/, 'aws-page-feeds'],
  [/QuinnyPig\/aws-price-watcher/, 'aws-price-watcher'],
  [/iammanis\/ec2-vps/, 'ec2-vps'],
  [/aws\/agent-toolkit-for-aws/, 'aws-agent-toolkit'],
  [/FOCUS-Sample-Data/, 'focus-sample'],
]

/** Id of the data source a row's text names; pages are one source, each row names its own. */
export const sourceIdOf = (text: string) => owners.find(([pattern]) => pattern.test(text))?.[1] ?? 'pages'

/** The earliest day a date like `2025/2026`, `2018-02` or `2026` can mean. */
export function earliest(date: string): string {
  const [year, month = '01', day = '01'] = date.split('/')[0]!.split('-')
  return [year!, month.slice(0, 2).padStart(2, '0'), day.slice(0, 2).padStart(2, '0')].join('-')
}

const exact = /^\d{4}-\d{2}-\d{2}$/

function provenance(row: Row): Row {
  const id = sourceIdOf(row.source!)
  const weak = [
    row.source_kind === 'doc' ? 'read from a page, not from the price list' : '',
    exact.test(row.source_date!) ? '' : `dated only ${row.source_date}`,
  ]
  return {
    source: id === 'pages' ? row.source! : sources.find((source) => source.id === id)!.name,
    as_of: earliest(row.source_date!),
    weak: weak.filter(Boolean).join('; '),
  }
}

const sold = (row: Row) => clouds.includes(row.provider!) && row.region !== '' && !row.class?.includes('(page table)')

/** A scan asks a few services of one cloud: each is a table of its own, so that only theirs are read. */
const tableOf = ['cloud', 'service']

const storageColumns = ['usd', 'retrieval', 'min_days', 'put', 'get', 'extra']

/** What a disk's tier costs a month is its size times the price: not written again. */
const tierCost = /^\d+ GiB tier at [\d.]+ USD\/month$/

const storageRow = (row: Row): Row => ({
  ...row,
  item: row.class!,
  usd: row.usd_per_gb_month!,
  retrieval: row.retrieval_usd_per_gb ?? '',
  put: row.put_usd_per_1000 ?? '',
  get: row.get_usd_per_1000 ?? '',
  extra: row.extra?.replace(tierCost, '') ?? '',
})

/** Provenance of rows of scripts/tables/documented-*.tsv, whose own `weak` stays. */
function documentedRow(row: Row): Row {
  const { weak, ...rest } = provenance({
    ...row,
    source_date: row.as_of!,
    source_kind: row.kind === 'page' ? 'doc' : 'file',
  })
  return { ...row, ...rest, weak: [row.weak, weak].filter(Boolean).join('; ') }
}

/** @param rows storage.csv @param documented rows of the same columns as storage.tsv, and `kind` */
export function encodeStorage(rows: readonly Row[], documented: readonly Row[]): string {
  const lines = rows.filter(sold).map((row) => ({
    ...row,
    ...provenance(row),
    cloud: row.provider!,
    min_days: row.min_storage_days!,
  }))
  return writeItemTables(tableOf, storageColumns, newestOf(lines, documented.map(documentedRow)).map(storageRow))
}

/** The notes of the tables stay there: nobody is shown them. */
const serviceColumns = ['unit', 'per', 'usd']

/** Units the tables give for several at once: 1 unit of ours, and how many the price buys. */
const multiples: Readonly<Record<string, readonly [string, number]>> = {
  million: ['request', 1_000_000],
  'million RU': ['RU', 1_000_000],
  '100k': ['event', 100_000],
  '10k': ['request', 10_000],
  '1k': ['request', 1000],
  '1000 objects-month': ['object-month', 1000],
}

/** What a storage class bills besides its size stands in words in the table: an item of the service each. */
const extras: readonly (readonly [RegExp, suffix: string, unit: string, per: number])[] = [
  [/([\d.]+)\/IOPS-mo/, 'iops', 'IOPS-month', 1],
  [/([\d.]+) per provisioned IOPS-mo/, 'iops', 'IOPS-month', 1],
  [/IOPS ([\d.]+)\/mo/, 'iops', 'IOPS-month', 1],
  [/IOPS-mo to 32k; ([\d.]+) to 64k/, 'iops over 32000', 'IOPS-month', 1],
  [/to 64k; ([\d.]+) above/, 'iops over 64000', 'IOPS-month', 1],
  [/([\d.]+)\/MBps-mo/, 'throughput', 'MBps-month', 1],
  [/throughput ([\d.]+) per MBps-mo/, 'throughput', 'MBps-month', 1],
  [/(?:transition|lifecycle-in) ([\d.]+)\/1000/, 'transition', 'request', 1000],
]

function itemsOfStorage(row: Row): Row[] {
  // the table repeats one region's price per IOPS for all of Google's
  if (row.provider === 'gcp' && (row.region !== 'us-central1' || row.class === 'hyperdisk-balanced')) return []
  return extras.flatMap(([pattern, suffix, unit, per]) => {
    const usd = row.extra!.match(pattern)?.[1]
    if (usd === undefined) return []
    return [
      {
        ...provenance(row),
        cloud: row.provider!,
        service: row.service!,
        item: `${row.class} ${suffix}`,
        region: row.region!,
        unit,
        per: `${per}`,
        usd,
      },
    ]
  })
}

/** @param rows services.csv @param storage storage.csv @param documented rows of the columns of services.tsv, and `kind` */
export function encodeServices(rows: readonly Row[], storage: readonly Row[], documented: readonly Row[]): string {
  const own = rows
    .filter((row) => sold(row) && !['multiplier', 'fraction'].includes(row.unit!))
    .map((row) => {
      const [unit, per] = multiples[row.unit!] ?? [row.unit!, 1]
      return { ...row, ...provenance(row), cloud: row.provider!, unit, per: `${per}` }
    })
  const listed = [...own, ...storage.filter(sold).flatMap(itemsOfStorage)]
  return writeItemTables(tableOf, serviceColumns, newestOf(listed, documented.map(documentedRow)))
}
