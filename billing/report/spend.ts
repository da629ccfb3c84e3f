import type { Dimension } from '../../core/spend-dimensions.ts'
import type { Spend, Total } from '../questions.ts'

/** `outlay spend --format json`. Money of two currencies, or of two grades, is never added. */
export interface SpendDocument {
  readonly schema: 1
  readonly asOf: string
  readonly rows: readonly (Readonly<Record<string, string | null | number | boolean>> & Amounts)[]
  readonly totals: readonly Amounts[]
  readonly problems: readonly string[]
}

interface Amounts {
  readonly currency: string
  /** invoice: billed by the provider. metered: usage priced by somebody else. allocated: a shared amount that was split. */
  readonly grade: Spend['grade']
  readonly billedCost: number
  readonly effectiveCost: number
}

export interface SpendAnswer {
  readonly asOf: string
  readonly rows: readonly Spend[]
  readonly totals: readonly Total[]
  readonly problems: readonly string[]
}

export function spendDocument({ asOf, rows, totals, problems }: SpendAnswer): SpendDocument {
  return {
    schema: 1,
    asOf,
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
    problems,
  }
}

/** As a table for people, or as CSV. */
export function spendText(document: SpendDocument, by: readonly Dimension[], format: 'text' | 'csv'): string {
  const names = [...by, 'billedCost', 'effectiveCost', 'currency', 'grade']
  if (format === 'csv')
    return document.rows.map((row) => names.map((name) => csvCell(row[name]))).reduce(csvLine, csvLine('', names))
  if (document.rows.length === 0) return 'No spend in these days.\n'
  const heads = [...by, 'billed', 'effective', '', '']
  const cells = document.rows.map((row) => [...by.map((name) => String(row[name] ?? '-')), ...amounts(row)])
  const sums = document.totals.map((total) => [...by.map((_, i) => (i === 0 ? 'total' : '')), ...amounts(total)])
  return `${table([heads, ...cells], by.length)}\n${table(sums, by.length)}${legend(document)}`
}

const csvCell = (value: unknown) => {
  const text = value === null || value === undefined ? '' : String(value)
  // A cell that begins so is a formula to a spreadsheet.
  const plain = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
const csvLine = (before: string, cells: readonly string[]) => `${before}${cells.join(',')}\n`

const amounts = ({ currency, grade, billedCost, effectiveCost }: Amounts) => [
  money(billedCost),
  money(effectiveCost),
  currency,
  grade === 'invoice' ? '' : grade,
]

const money = (value: number) => value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

function table(rows: readonly (readonly string[])[], texts: number): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const isRight = (column: number) => column === texts || column === texts + 1
  return rows
    .map((row) =>
      row
        .map((cell, column) => (isRight(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
    .concat('\n')
}

function legend({ totals }: SpendDocument): string {
  const grades = new Set(totals.map(({ grade }) => grade))
  return [
    'billed: what is invoiced. effective: what use consumed, prepaid purchases spread over it. The two are never added.',
    grades.has('metered') ? 'metered: reckoned from usage, by no invoice.' : '',
    grades.has('allocated') ? 'allocated: a shared amount that was split.' : '',
  ]
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
    .join('')
}
