import { money, shortMoney } from '../format.ts'
import type { Theme } from '../theme.ts'
import { amountAxis, categoryAxis, commonOption, type Option, ThemedChart } from '../themed-chart.ts'

/** Amounts of one currency: a bar for each name, of parts. */
export interface Bars {
  readonly names: readonly string[]
  readonly parts: readonly { readonly name: string; readonly amounts: readonly number[] }[]
}

/** As many as are told apart at a glance; the table has all. */
export const charted = 8

const [rowHeight, around] = [30, 70]

/** Lying bars, the first name on top; parts below zero go the other way. */
class BarsChart extends ThemedChart {
  static override properties = { bars: { attribute: false }, currency: {}, caption: {} }
  declare bars: Bars
  declare currency: string
  /** What it shows, as the table's caption says it. */
  declare caption: string

  override describe() {
    const { names, parts } = this.bars
    const largest = names.slice(0, 3).map((name, at) => `${name} ${this.#tip(at).split('\n').slice(1).join(', ')}`)
    return `${this.caption}. ${parts.map(({ name }) => name).join(', ')} of ${names.length}: ${largest.join('; ')}. The table below has every number.`
  }

  override updated() {
    this.style.blockSize = `calc(${this.bars.names.length * rowHeight + around}px + var(--legend, 0px))`
    super.updated()
  }

  #tip = (index: number): string => {
    const { names, parts } = this.bars
    const lines = parts.flatMap(({ name, amounts }) =>
      amounts[index] ? [`${name}: ${money(amounts[index], this.currency)}`] : [],
    )
    return [names[index] ?? '', ...lines].join('\n')
  }

  override option(theme: Theme): Option {
    const { names, parts } = this.bars
    const common = commonOption(theme, this.#tip)
    // Names get a third of the width, however long they are.
    const room = Math.max(60, this.clientWidth / 3)
    const named = categoryAxis(theme, names, (name) => name)
    return {
      ...common,
      grid: { ...common.grid, right: 32 },
      xAxis: amountAxis(theme, (value) => shortMoney(value, this.currency)),
      yAxis: {
        ...named,
        inverse: true,
        axisLabel: {
          ...named.axisLabel,
          color: theme.foreground,
          width: room,
          overflow: 'truncate',
          hideOverlap: false,
        },
      },
      series: parts.map(({ name, amounts }) => ({
        name,
        type: 'bar' as const,
        stack: 'all',
        barMaxWidth: 18,
        itemStyle: theme.highContrast ? { borderColor: theme.foreground, borderWidth: 0.5 } : {},
        emphasis: { disabled: true },
        data: [...amounts],
      })),
    }
  }
}

customElements.define('bars-chart', BarsChart)
