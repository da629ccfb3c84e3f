import { date, money, percent } from './format.ts'
import { type Pivot, pivot } from './pivot.ts'
import type { SpendView } from './protocol.ts'
import type { Cell, Table } from './table.ts'

const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const month = (key: string) => monthFormat.format(new Date(`${key}-01T00:00:00Z`))

/** By day, by month and by service: the same numbers, three ways. */
export function tablesOf(spend: SpendView, of: { currency: string; grade: string }, days: Pivot): Table[] {
  const amount = (value: number | undefined): Cell => ({
    text: value === undefined ? '–' : money(value, of.currency),
    value,
  })
  const label = (text: string): Cell => ({ text, value: text })
  const over = (id: string, first: string, from: Pivot, name: (key: string) => string): Table => ({
    id,
    caption: `Spend by ${first.toLowerCase()} and service, in ${of.currency}`,
    columns: [first, ...from.columns, 'Total'],
    rows: from.rows.map((row) => ({
      provisional: row.estimated,
      cells: [
        { text: `${name(row.key)}${row.estimated ? ' (provisional)' : ''}`, value: row.key },
        ...row.cells.map(amount),
        amount(row.total),
      ],
    })),
    footer: [label('Total'), ...from.sums.map(amount), amount(from.total)],
  })
  const services: Table = {
    id: 'by-service',
    caption: `Spend by service, in ${of.currency}`,
    columns: ['Service', 'Spend', 'Share'],
    rows: days.columns.map((name, at) => {
      const share = days.total === 0 ? undefined : days.sums[at]! / days.total
      return {
        provisional: false,
        cells: [label(name), amount(days.sums[at]), { text: share === undefined ? '–' : percent(share), value: share }],
      }
    }),
    footer: [label('Total'), amount(days.total), label('')],
  }
  return [over('by-day', 'Day', days, date), over('by-month', 'Month', pivot(spend, of, 7), month), services]
}
