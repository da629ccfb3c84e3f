import type { Dimension } from '../../core/spend-dimensions.ts'
import type { Untagged } from '../analysis/untagged.ts'
import type { Spend, Total } from '../questions.ts'
import { csv, money, percent, table } from './table.ts'

/** `outlay spend --format json`. Money of two currencies, or of two grades, is never added. */
export interface SpendDocument {
  readonly schema: 1
  readonly asOf: string
  readonly rows: readonly (Readonly<Record<string, string | null | number | boolean>> & Amounts)[]
  readonly totals: readonly Amounts[]
  /** For each tag that was asked for; left out where none was. */
  readonly untagged?: readonly Untagged[]
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
  readonly untagged: readonly Untagged[]
  readonly problems: readonly string[]
}

export function spendDocument({ asOf, rows, totals, untagged, problems }: SpendAnswer): SpendDocument {
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
    ...(untagged.length > 0 ? { untagged } : {}),
    problems,
  }
}

/** As a table for people, or as CSV. */
export function spendText(document: SpendDocument, by: readonly Dimension[], format: 'text' | 'csv'): string {
  const names = [...by, 'billedCost', 'effectiveCost', 'currency', 'grade']
  if (format === 'csv')
    return csv(
      names,
      document.rows.map((row) => names.map((name) => row[name])),
    )
  if (document.rows.length === 0) return 'No spend in these days.\n'
  const isRight = (column: number) => column === by.length || column === by.length + 1
  const heads = [...by, 'billed', 'effective', '', '']
  const cells = document.rows.map((row) => [...by.map((name) => String(row[name] ?? '-')), ...amounts(row)])
  const sums = document.totals.map((total) => [...by.map((_, i) => (i === 0 ? 'total' : '')), ...amounts(total)])
  return `${table([heads, ...cells], isRight)}\n${table(sums, isRight)}${withoutTag(document)}${legend(document)}`
}

const amounts = ({ currency, grade, billedCost, effectiveCost }: Amounts) => [
  money(billedCost),
  money(effectiveCost),
  currency,
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
