import { date, money, shortMoney } from './format.ts'
import type { Pivot } from './pivot.ts'
import type { Theme } from './theme.ts'
import { amountAxis, categoryAxis, commonOption, type Option, ThemedChart } from './themed-chart.ts'

/** Stacked spend by day and service. */
export class SpendChart extends ThemedChart {
  static override properties = { pivot: { attribute: false }, currency: {} }
  declare pivot: Pivot
  declare currency: string

  override describe() {
    const { rows, columns, total } = this.pivot
    const dearest = rows.reduce((a, b) => (b.total > a.total ? b : a))
    return `Spend by day and service: ${money(total, this.currency)} from ${date(rows[0]!.key)} to ${date(rows.at(-1)!.key)}. Services: ${columns.join(', ')}. Dearest day: ${date(dearest.key)} with ${money(dearest.total, this.currency)}. The table below has every number.`
  }

  override option(theme: Theme): Option {
    const { pivot, currency } = this
    return {
      ...commonOption(theme, (index) => tooltip(pivot, currency, index)),
      xAxis: categoryAxis(
        theme,
        pivot.rows.map((row) => row.key),
        (day) => date(day).slice(0, -5),
      ),
      yAxis: amountAxis(theme, (value) => shortMoney(value, currency)),
      series: pivot.columns.map((name, column) => ({
        name,
        type: 'bar' as const,
        stack: 'day',
        barCategoryGap: '20%',
        itemStyle: theme.highContrast ? { borderColor: theme.foreground, borderWidth: 0.5 } : {},
        emphasis: { disabled: true },
        data: pivot.rows.map((row) => ({
          value: row.cells[column] ?? 0,
          itemStyle: row.estimated ? { opacity: 0.5 } : {},
        })),
      })),
    }
  }
}

function tooltip(pivot: Pivot, currency: string, index: number): string {
  const row = pivot.rows[index]
  if (!row) return ''
  const lines = pivot.columns.flatMap((name, column) =>
    row.cells[column] === undefined ? [] : `${name}: ${money(row.cells[column], currency)}`,
  )
  return [
    `${date(row.key)}${row.estimated ? ' (provisional)' : ''}`,
    ...lines,
    `Total: ${money(row.total, currency)}`,
  ].join('\n')
}

customElements.define('spend-chart', SpendChart)
