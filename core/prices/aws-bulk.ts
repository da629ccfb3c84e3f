// https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/using-the-aws-price-list-bulk-api.html
// A region's file of one service, as CSV: five lines about the list, the line of the columns, then a line per price.
import type { Mapped, Page, PriceRow, SourceIo } from './source.ts'

/** The cell of a line under a column's name; empty where the list has no such column. */
export type Cell = (column: string) => string

export interface BulkList {
  /** `AmazonEC2` */
  readonly offer: string
  /** Columns without which its prices cannot be told apart. */
  readonly columns: readonly string[]
  /** Most lines are not worth cutting into cells: reservations, Windows. */
  readonly mayCount: (line: string) => boolean
  /** The price of an on-demand line of the region; undefined where it is none of ours. Never called for $0. */
  readonly row: (cell: Cell, usd: number, region: string) => PriceRow | undefined
}

const columns = ['TermType', 'Unit', 'Currency', 'Location Type', 'PricePerUnit']

/** All cells are quoted, also the empty ones; a quote inside is doubled, none holds a line end. */
const cellsOf = (line: string): readonly string[] =>
  line.startsWith('"') && line.endsWith('"') ? line.slice(1, -1).split('","') : []

const isHead = (line: string) => line.startsWith('"SKU",')
const linesPerPage = 500

export async function* bulkPages(list: BulkList, region: string, io: SourceIo): AsyncGenerator<Page> {
  const feed = await io.get(`/offers/v1.0/aws/${list.offer}/current/${encodeURIComponent(region)}/index.csv`)
  if (feed === undefined) return
  const top: string[] = []
  let held: string[] = []
  const page = (): Page => ({ body: [...top, ...held].join('\n'), at: feed.at })
  for await (const line of feed.lines()) {
    if (top.length < 20 && !top.some(isHead)) top.push(line)
    else if (line.includes('"OnDemand"') && list.mayCount(line)) held.push(line)
    if (held.length < linesPerPage) continue
    yield page()
    held = []
  }
  yield page()
}

export function bulkRows(list: BulkList, { body }: Page, region: string): Mapped {
  const lines = body.split('\n')
  const at = lines.findIndex(isHead)
  const head = cellsOf(lines[at] ?? '')
  const missing = [...columns, ...list.columns].find((name) => !head.includes(name))
  if (missing !== undefined) return { is: 'new-shape', what: missing }
  const column = new Map(head.map((name, i) => [name, i]))
  const rows: PriceRow[] = []
  for (const line of lines.slice(at + 1)) {
    const cells = cellsOf(line)
    if (cells.length !== head.length) continue
    const cell: Cell = (name) => cells[column.get(name) ?? -1] ?? ''
    const listed =
      cell('TermType') === 'OnDemand' &&
      cell('Currency') === 'USD' &&
      cell('Location Type') === 'AWS Region' &&
      (!column.has('Region Code') || cell('Region Code') === region)
    const usd = Number(cell('PricePerUnit'))
    // $0 rows are free allowances, of the software's vendor, or of a reservation already paid
    const row = listed && usd !== 0 ? list.row(cell, usd, region) : undefined
    if (row !== undefined) rows.push(row)
  }
  const date = lines
    .slice(0, at)
    .map(cellsOf)
    .find(([name]) => name === 'Publication Date')?.[1]
  return { is: 'rows', rows, ...(date === undefined ? {} : { published: date.slice(0, 10) }) }
}

/** What the source of a bulk list says of itself. */
export const bulkSource = {
  name: 'AWS Price List',
  base: 'https://pricing.us-east-1.amazonaws.com',
  hosts: ['pricing.us-east-1.amazonaws.com'],
  licence: 'public list of Amazon Web Services; prices are facts',
  byRegion: true,
} as const

/** `EUC1-TimedStorage-ByteHrs` → `TimedStorage-ByteHrs`. Other prefixes, in small letters, are other things. */
export const usageOf = (cell: Cell): string => cell('usageType').replace(/^[A-Z]{2,5}\d?-(?=[A-Z])/, '')

/** A file of the list, for examples: the columns and lines as AWS writes them. */
export const bulkCsv = (offer: string, lines: readonly (readonly string[])[]): string =>
  [
    ['FormatVersion', 'v1.0'],
    ['Disclaimer', 'This pricing list is for informational purposes only.'],
    ['Publication Date', '2026-11-18T20:59:55Z'],
    ['Version', '20261118205955'],
    ['OfferCode', offer],
    ...lines,
  ]
    .map((row) => `"${row.join('","')}"`)
    .join('\n')
