import type { SpendView } from './protocol.ts'

/** Spend of one currency and grade: a row per day or month, a column per service, the dearest first. */
export interface Pivot {
  readonly columns: readonly string[]
  readonly rows: readonly PivotRow[]
  /** Per column. */
  readonly sums: readonly number[]
  readonly total: number
}

interface PivotRow {
  readonly key: string
  /** undefined: no charge of that service, which is not the same as a charge of 0. */
  readonly cells: readonly (number | undefined)[]
  readonly total: number
  readonly estimated: boolean
}

/** Takes off what adding binary fractions leaves behind: 0.1 + 0.2 is 0.3, and a sum rounds to the cent the store's exact sum rounds to. */
const exact = (sum: number) => Number(sum.toPrecision(14))

const shown = 6 // as many colours as VS Code has for charts
const noService = '(no service)'

/** `length` of the date that makes a row: 10 for days, 7 for months. */
export function pivot(spend: SpendView, of: { currency: string; grade: string }, length: 7 | 10): Pivot {
  const days = spend.days.filter((day) => day.currency === of.currency && day.grade === of.grade)
  const service = (day: SpendView['days'][number]) => day.dimensions.service ?? noService
  const sums = new Map<string, number>()
  for (const day of days) sums.set(service(day), (sums.get(service(day)) ?? 0) + day.effectiveCost)
  const ranked = [...sums.keys()].sort((a, b) => sums.get(b)! - sums.get(a)!)
  const named = ranked.length > shown ? ranked.slice(0, shown - 1) : ranked
  const columns = ranked.length > shown ? [...named, `${ranked.length - named.length} other services`] : named

  const rows = new Map<string, { cells: (number | undefined)[]; total: number; estimated: boolean }>()
  for (const day of days) {
    const key = (day.dimensions.day ?? '').slice(0, length)
    const row = rows.get(key) ?? { cells: columns.map(() => undefined), total: 0, estimated: false }
    const column = named.indexOf(service(day))
    const at = column === -1 ? columns.length - 1 : column
    row.cells[at] = (row.cells[at] ?? 0) + day.effectiveCost
    row.total += day.effectiveCost
    row.estimated ||= day.estimated
    rows.set(key, row)
  }
  const sorted = [...rows]
    .map(([key, row]) => ({
      ...row,
      key,
      cells: row.cells.map((cell) => cell && exact(cell)),
      total: exact(row.total),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  return {
    columns,
    rows: length === 10 ? everyDay(sorted, columns.length) : sorted,
    sums: columns.map((_, at) => exact(sorted.reduce((sum, row) => sum + (row.cells[at] ?? 0), 0))),
    total: exact(sorted.reduce((sum, row) => sum + row.total, 0)),
  }
}

const dayMs = 86_400_000

/** Days without a charge stand on the axis too: a gap must look like one. */
function everyDay(rows: readonly PivotRow[], width: number): PivotRow[] {
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return []
  const byDay = new Map(rows.map((row) => [row.key, row]))
  const count = Math.round((Date.parse(last.key) - Date.parse(first.key)) / dayMs) + 1
  return Array.from({ length: count }, (_, index) => {
    const key = new Date(Date.parse(first.key) + index * dayMs).toISOString().slice(0, 10)
    return byDay.get(key) ?? { key, cells: Array.from({ length: width }, () => undefined), total: 0, estimated: false }
  })
}
