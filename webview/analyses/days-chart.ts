import { date, money, shortMoney } from '../format.ts'
import type { Theme } from '../theme.ts'
import { amountAxis, categoryAxis, commonOption, type Option, ThemedChart } from '../themed-chart.ts'

/** One day: what was, or what is expected, with the band it is to fall in. */
export interface ChartDay {
  readonly day: string
  readonly actual?: number | undefined
  readonly expected?: { readonly low: number; readonly likely: number; readonly high: number } | undefined
}

/** Amounts of one currency by day: known ones as bars, expected ones as a line in its band. */
class DaysChart extends ThemedChart {
  static override properties = { days: { attribute: false }, currency: {}, caption: {}, format: { attribute: false } }
  declare days: readonly ChartDay[]
  declare currency: string
  declare caption: string
  /** How amounts are written; left out, as money. */
  declare format: ((amount: number, currency: string) => string) | undefined

  #write = (amount: number) => (this.format ?? money)(amount, this.currency)

  override describe() {
    const known = this.days.filter(({ actual }) => actual !== undefined)
    const dearest = known.reduce((a, b) => ((b.actual ?? 0) > (a?.actual ?? 0) ? b : a), known[0])
    const most = dearest ? ` Dearest day: ${date(dearest.day)} with ${this.#write(dearest.actual ?? 0)}.` : ''
    return `${this.caption}, ${date(this.days[0]!.day)} to ${date(this.days.at(-1)!.day)}.${most} The table below has every number.`
  }

  #tip = (index: number): string => {
    const day = this.days[index]
    if (!day) return ''
    const { actual, expected } = day
    return [
      date(day.day),
      ...(actual === undefined ? [] : [this.#write(actual)]),
      ...(expected
        ? [`Expected: ${this.#write(expected.likely)}`, `${this.#write(expected.low)} to ${this.#write(expected.high)}`]
        : []),
    ].join('\n')
  }

  override option(theme: Theme): Option {
    const { days } = this
    const [known, , shade] = theme.series
    const band = { stack: 'band', stackStrategy: 'all', lineStyle: { opacity: 0 } } as const
    const quiet = { emphasis: { disabled: true }, symbol: 'none', silent: true, type: 'line' as const }
    const isAhead = days.some(({ expected }) => expected)
    const common = commonOption(theme, this.#tip)
    return {
      ...common,
      legend: { ...common.legend, show: isAhead, data: ['Known', 'Expected', '95 of 100 times within'] },
      grid: { ...common.grid, top: isAhead ? 40 : 12 },
      xAxis: categoryAxis(
        theme,
        days.map(({ day }) => day),
        (day) => date(day).slice(0, -5),
      ),
      yAxis: amountAxis(theme, (value) => (this.format ? this.#write(value) : shortMoney(value, this.currency))),
      series: [
        {
          name: 'Known',
          type: 'bar',
          itemStyle: { color: known ?? theme.foreground },
          data: days.map(({ actual }) => actual ?? '-'),
        },
        // The band stands on an invisible line: ECharts stacks areas, also on a line below zero where it is told to.
        {
          ...{ ...quiet, ...band, name: 'low' },
          data: days.map(({ expected }) => expected?.low ?? '-'),
        },
        {
          ...{ ...quiet, ...band, name: '95 of 100 times within' },
          itemStyle: { color: shade ?? theme.foreground },
          areaStyle: { color: shade ?? theme.foreground, opacity: 0.3 },
          data: days.map(({ expected }) => (expected ? expected.high - expected.low : '-')),
        },
        {
          ...{ ...quiet, name: 'Expected', itemStyle: { color: theme.foreground } },
          lineStyle: { color: theme.foreground, type: theme.highContrast ? 'dashed' : 'solid' },
          data: days.map(({ expected }) => expected?.likely ?? '-'),
        },
      ],
    }
  }
}

customElements.define('days-chart', DaysChart)
