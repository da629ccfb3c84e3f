// What is paid less for a year or three, read from price lists and from what the clouds state: scripts/tables/commitments.tsv.
//
//   cloud    aws | gcp | azure
//   service  what is committed to: ec2, elasticache, cloud-sql, virtual-machines
//   subject  the family the rate is of (`m6a`, `ds_v5`), `all types <region>`, or the part it is stated of
//   years    1 | 3
//   how      a word of core/prices/commitments.ts
//   less     share of the on-demand price, 0 to 1: the middle over `types`
//   types    over how many types it was measured; empty where it is stated
//   source   short words and the URL, or repository, commit and path; the region it was measured in
//   as_of    ISO day the source was written or read its prices
//   kind     `file`: a price list or its copy in a repository; `page`: a page written for readers
import { readFileSync } from 'node:fs'
import { words } from '../core/prices/commitments.ts'
import type { Row } from './snapshot-file.ts'

export const commitmentCells = [
  ...['cloud', 'service', 'subject', 'years', 'how', 'less', 'types', 'source', 'as_of', 'kind'],
]

function problem(row: Row): string | undefined {
  if (!['aws', 'gcp', 'azure'].includes(row.cloud!)) return 'the cloud is aws, gcp or azure'
  if (!/^[a-z\d-]+$/.test(row.service!) || !row.subject) return 'service and subject must not be empty'
  if (row.years !== '1' && row.years !== '3') return 'a commitment is for 1 year or 3'
  if (words[row.how!] === undefined) return `how it is paid is one of ${Object.keys(words).join(', ')}`
  if (!(Number(row.less) > 0 && Number(row.less) < 1)) return `not a share: ${row.less}`
  if (row.types !== '' && !(Number(row.types) > 0)) return `not a number of types: ${row.types}`
  if (!row.source) return 'the source must not be empty'
  if (!/^\d{4}-\d{2}-\d{2}$/.test(row.as_of!)) return `not a day: ${row.as_of}`
  if (!['file', 'page'].includes(row.kind!)) return `the kind is file or page: ${row.kind}`
  return undefined
}

/**
 * @returns rows as discounts.csv has them
 * @throws where a line is not of the form above: the table is ours, and a bad one must not become a rate
 */
export function parseCommitments(text: string): Row[] {
  const [head, ...lines] = text.trimEnd().split('\n')
  if (head !== commitmentCells.join('\t')) throw new Error(`the columns are ${commitmentCells.join(' ')}`)
  const seen = new Set<string>()
  return lines.map((line) => {
    const cells = line.split('\t')
    const row: Row = Object.fromEntries(commitmentCells.map((name, i) => [name, cells[i] ?? '']))
    const kind = `commitment.${row.service}.${row.years}yr.${row.how}`
    const key = `${row.cloud} ${kind} ${row.subject}`
    const wrong = problem(row) ?? (seen.has(key) ? 'the rate stands twice' : undefined)
    if (wrong !== undefined || cells.length !== commitmentCells.length) throw new Error(`${wrong}: ${line}`)
    seen.add(key)
    return {
      kind,
      provider: row.cloud!,
      subject: row.subject!,
      median_or_stated: row.less!,
      n: row.types!,
      source: row.source!,
      source_date: row.as_of!,
    }
  })
}

export const commitmentRows = (): Row[] =>
  parseCommitments(readFileSync(new URL('./tables/commitments.tsv', import.meta.url), 'utf8'))
