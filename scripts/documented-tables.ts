// Prices the big tables lack, read one by one from a named source and committed under scripts/tables/.
//
//   documented-<cloud>.tsv          rows of services.tsv:
//     cloud    aws | gcp | azure, or a seller of core/types.ts in documented-sellers.tsv
//     service  as in services.tsv where it has the service: nat-gateway, alb, fsx_lustre
//     item     what is billed, in the words of the price list: `data processed`
//     region   the cloud's own region id; `global` where the price list knows no region
//     unit     one billed unit in the singular: hour, GB, GB-month, vCPU-hour, request
//     per      how many units `usd` buys: 1, 1000, 1000000
//     usd      list price in USD before tax
//     note     what the item means, free units, rounding; may be empty
//     source   short words and the URL, or repository, commit and path
//     as_of    ISO day the source was written or read its prices
//     kind     `file`: a price list or its copy in a repository; `page`: a page written for readers
//     weak     what to doubt, shown to users; may be empty
//
//   documented-storage-<cloud>.tsv  rows of storage.tsv:
//     cloud, service, class, region, usd_per_gb_month, retrieval_usd_per_gb, min_days, put_usd_per_1000,
//     get_usd_per_1000, extra, then source, as_of, kind, weak as above
//
// A cell holds no tab. A key (the first four cells) stands once per file kind. Unknown is no row, never 0.
import { readdirSync, readFileSync } from 'node:fs'
import type { Cloud, Seller } from '../core/types.ts'
import type { Row } from './snapshot-file.ts'

const ends = ['source', 'as_of', 'kind', 'weak']
export const serviceCells = ['cloud', 'service', 'item', 'region', 'unit', 'per', 'usd', 'note', ...ends]
const storageCells = [
  ...['cloud', 'service', 'class', 'region', 'usd_per_gb_month', 'retrieval_usd_per_gb', 'min_days'],
  ...['put_usd_per_1000', 'get_usd_per_1000', 'extra'],
  ...ends,
]

/** Cloud, service, item or class, region. */
export const keyOf = (row: Row) => [row.cloud, row.service, row.item ?? row.class, row.region].join('\t').toLowerCase()

const sellers: readonly (string | undefined)[] = [
  'aws',
  'gcp',
  'azure',
  'openai',
  'pinecone',
  'weaviate',
  'turbopuffer',
  'modal',
  'beam',
  'replicate',
  'runpod',
  'huggingface',
] satisfies readonly (Cloud | Seller)[]

function problem(row: Row): string | undefined {
  if (!sellers.includes(row.cloud!)) return `the cloud is one of ${sellers.join(', ')}`
  if (!row.service || !(row.item ?? row.class) || !row.region) return 'service, item and region must not be empty'
  const usd = row.usd ?? row.usd_per_gb_month!
  if (usd === '' || !(Number(usd) >= 0)) return `not a price: ${usd}`
  if (row.per !== undefined && !(Number(row.per) > 0)) return `not a number of units: ${row.per}`
  if (row.unit === '') return 'the unit must not be empty'
  if (!/^\d{4}-\d{2}-\d{2}$/.test(row.as_of!)) return `not a day: ${row.as_of}`
  if (!row.source) return 'the source must not be empty'
  if (!['file', 'page'].includes(row.kind!)) return `the kind is file or page: ${row.kind}`
  return undefined
}

/** @throws where a line is not of the form above: the tables are ours, and a bad one must not become a price. */
export function parseDocumented(text: string, columns: readonly string[]): Row[] {
  // only line breaks: the last cell may be empty
  const [head, ...lines] = text.replace(/\n+$/, '').split('\n')
  if (head !== columns.join('\t')) throw new Error(`the columns are ${columns.join(' ')}`)
  const seen = new Set<string>()
  return lines.map((line) => {
    const cells = line.split('\t')
    if (cells.length !== columns.length) throw new Error(`${cells.length} cells for ${columns.length} columns: ${line}`)
    const row: Row = Object.fromEntries(columns.map((name, i) => [name, cells[i]!]))
    const wrong = problem(row) ?? (seen.has(keyOf(row)) ? 'the key stands twice' : undefined)
    if (wrong !== undefined) throw new Error(`${wrong}: ${line}`)
    seen.add(keyOf(row))
    return row
  })
}

const folder = new URL('./tables/', import.meta.url)

function read(pattern: RegExp, columns: readonly string[]): Row[] {
  return readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort()
    .flatMap((name) => parseDocumented(readFileSync(new URL(name, folder), 'utf8'), columns))
}

interface Documented {
  readonly services: readonly Row[]
  readonly storage: readonly Row[]
}

export const documentedTables = (): Documented => ({
  services: read(/^documented-(?!storage-)[a-z]+\.tsv$/, serviceCells),
  storage: read(/^documented-storage-[a-z]+\.tsv$/, storageCells),
})

/** USD of one unit. */
const unitUsd = (row: Row) => Number(row.usd ?? row.usd_per_gb_month) / Number(row.per ?? 1)

/** Two lists agree within this share. */
const agreement = 0.02

/** A page written for readers, or what another tool expects in its tests: these are compared with our figures. */
const isSecondHand = ({ kind, source_kind, source }: Row) =>
  kind === 'page' || source_kind === 'doc' || /^Infracost\b/.test(source!)

/** Of two rows that agree the one out of a price list's file, else the newer. */
function better(row: Row, other: Row, apart: boolean): boolean {
  const secondHand = [row, other].map(isSecondHand)
  if (!apart && secondHand[0] !== secondHand[1]) return secondHand[1]!
  return row.as_of! >= other.as_of!
}

/**
 * One row per key: the newer of two that are more than 2 % apart, with the other told in `weak`; of two that agree a file's
 * rather than a page's. In the order of their keys, which gzip likes best.
 * @param own rows as they go into the snapshot @param documented the same, of the tables here
 */
export function newestOf(own: readonly Row[], documented: readonly Row[]): Row[] {
  const rows = new Map<string, Row>()
  for (const row of [...own, ...documented]) {
    const key = keyOf(row)
    const other = rows.get(key)
    if (other === undefined) {
      rows.set(key, row)
      continue
    }
    const apart = Math.abs(unitUsd(row) - unitUsd(other)) > agreement * Math.max(unitUsd(row), unitUsd(other))
    const [kept, left] = better(row, other, apart) ? [row, other] : [other, row]
    const said = `another list has ${left.usd ?? left.usd_per_gb_month} of ${left.as_of} (${left.source})`
    rows.set(key, apart ? { ...kept, weak: [kept.weak, said].filter(Boolean).join('; ') } : kept)
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}
