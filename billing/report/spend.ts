import type { Dimension } from '../../core/spend-dimensions.ts'
import type { Untagged } from '../analysis/untagged.ts'
import type { Spend, Total } from '../questions.ts'
import type { Range } from '../source.ts'
import type { SpendDocument } from './schema.ts'
import { csv, money, percent, table } from './table.ts'

type Amounts = SpendDocument['totals'][number]

export interface SpendAnswer {
  readonly asOf: string
  readonly period: Range
  readonly rows: readonly Spend[]
  readonly totals: readonly Total[]
  readonly untagged: readonly Untagged[]
  readonly problems: readonly string[]
}

export function spendDocument({ asOf, period, rows, totals, untagged, problems }: SpendAnswer): SpendDocument {
  return {
    schema: 1,
    asOf,
    period,
    rows: rows.map(({ dimensions, currency, grade, billedCost, effectiveCost, estimated }) => ({
      ...dimensions,
      currency,
      billedCost,
      effectiveCost,
      grade,
      estimated,
    })),
    totals: totals.map(({ currency, grade, billedCost, effectiveCost }) => ({
      currency,
      grade,
      billedCost,
      effectiveCost,
    })),
    ...(untagged.length > 0 ? { untagged } : {}),
    problems,
  }
}

/** As a table for people, or as CSV. @param failed not all that was asked for could be read */
export function spendText(
  document: SpendDocument,
  by: readonly Dimension[],
  format: 'text' | 'csv',
  failed = false,
): string {
  if (format === 'csv') {
    const names = [...by, 'billedCost', 'effectiveCost', 'currency', 'grade', 'estimated']
    return csv(
      names,
      document.rows.map((row) => names.map((name) => row[name])),
    )
  }
  const { period, rows, totals } = document
  const days = `${period.since} to ${period.until}\n`
  if (rows.length === 0) return `${days}No spend in these days${failed ? ', of what could be read' : ''}.\n`
  const isRight = (column: number) => column === by.length || column === by.length + 1
  const heads = [...by, 'billed', 'effective', '', '']
  const cells = rows.map((row) => [...by.map((name) => String(row[name] ?? '-')), ...amounts(row, mark(row))])
  const sums = totals.map((total) => [...by.map((_, i) => (i === 0 ? 'total' : '')), ...amounts(total)])
  const lines = table([heads, ...cells, ...sums], isRight).split('\n')
  lines.splice(1 + cells.length, 0, '')
  return `${days}\n${lines.join('\n')}${withoutTag(document)}${legend(document)}`
}

const mark = ({ estimated }: SpendDocument['rows'][number]) => (estimated === true ? ' *' : '')

const amounts = ({ currency, grade, billedCost, effectiveCost }: Amounts, marked = '') => [
  money(billedCost),
  money(effectiveCost),
  `${currency}${marked}`,
  grade === 'invoice' ? '' : grade,
]

const withoutTag = ({ untagged = [] }: SpendDocument) =>
  untagged
    .map(({ key, share, effectiveCost, currency, grade }) => {
      const marked = grade === 'invoice' ? '' : `, ${grade}`
      const of = share === null ? '' : `, ${percent(share)} of the effective cost`
      return `without ${key}: ${money(effectiveCost)} ${currency}${marked}${of}\n`
    })
    .join('')

function legend({ rows, totals }: SpendDocument): string {
  const grades = new Set(totals.map(({ grade }) => grade))
  return [
    'billed: what is invoiced. effective: what use consumed, prepaid purchases spread over it. The two are never added.',
    rows.some((row) => mark(row) !== '') ? '*: the provider may still change a part of it.' : '',
    grades.has('metered') ? 'metered: reckoned from usage, by no invoice.' : '',
    grades.has('allocated') ? 'allocated: a shared amount that was split.' : '',
  ]
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
    .join('')
}
