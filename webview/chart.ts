import { BarChart, type BarSeriesOption } from 'echarts/charts'
import {
  AriaComponent,
  type AriaComponentOption,
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components'
import { type ComposeOption, type ECharts, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { css, html, LitElement } from 'lit'
import { date, money, shortMoney } from './format.ts'
import type { Pivot } from './pivot.ts'
import { onThemeChange, readTheme, type Theme } from './theme.ts'

use([BarChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, SVGRenderer])

type Option = ComposeOption<
  BarSeriesOption | GridComponentOption | TooltipComponentOption | LegendComponentOption | AriaComponentOption
>

/** Stacked spend by day and service. The table below it holds the same numbers for who does not see it. */
export class SpendChart extends LitElement {
  static override properties = { pivot: { attribute: false }, currency: {} }
  static override styles = css`
    :host { display: block; block-size: 280px; }
    div { inline-size: 100%; block-size: 100%; }
  `
  declare pivot: Pivot
  declare currency: string
  #chart: ECharts | undefined
  #stop: (() => void) | undefined

  override render() {
    return html`<div role="img" aria-label=${describe(this.pivot, this.currency)}></div>`
  }

  override firstUpdated() {
    const box = this.renderRoot.querySelector('div')!
    this.#chart = init(box, null, { renderer: 'svg' })
    const observer = new ResizeObserver(() => this.#chart?.resize())
    observer.observe(this)
    const stopTheme = onThemeChange(() => this.requestUpdate())
    this.#stop = () => {
      observer.disconnect()
      stopTheme()
    }
  }

  override updated() {
    this.#chart?.setOption(option(this.pivot, this.currency, readTheme()), { notMerge: true })
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    this.#stop?.()
    this.#chart?.dispose()
  }
}

function describe({ rows, columns, total }: Pivot, currency: string): string {
  const dearest = rows.reduce((a, b) => (b.total > a.total ? b : a))
  return `Spend by day and service: ${money(total, currency)} from ${date(rows[0]!.key)} to ${date(rows.at(-1)!.key)}. Services: ${columns.join(', ')}. Dearest day: ${date(dearest.key)} with ${money(dearest.total, currency)}. The table below has every number.`
}

function option(pivot: Pivot, currency: string, theme: Theme): Option {
  const text = { color: theme.foreground, fontFamily: theme.font, fontSize: 12 }
  return {
    animation: false,
    // Patterns beside colours where the theme is made for contrast. The label is ours: on the element, with the amounts.
    aria: { enabled: true, label: { enabled: false }, decal: { show: theme.highContrast } },
    color: [...theme.series],
    textStyle: text,
    grid: { left: 8, right: 24, top: 40, bottom: 4, containLabel: true },
    legend: {
      ...{ type: 'scroll', top: 0, left: 0, right: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 12, itemGap: 16 },
      ...{
        textStyle: text,
        pageTextStyle: text,
        pageIconColor: theme.foreground,
        pageIconInactiveColor: theme.lines,
        inactiveColor: theme.muted,
      },
    },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText', // HTML tooltips write style attributes, which the page's policy forbids
      axisPointer: { type: 'shadow' },
      confine: true,
      backgroundColor: theme.background,
      borderColor: theme.border,
      textStyle: text,
      formatter: (points) => tooltip(pivot, currency, Array.isArray(points) ? points[0]?.dataIndex : points.dataIndex),
    },
    xAxis: {
      type: 'category',
      data: pivot.rows.map((row) => row.key),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: theme.lines } },
      axisLabel: { ...text, color: theme.muted, hideOverlap: true, formatter: (day: string) => date(day).slice(0, -5) },
    },
    yAxis: {
      type: 'value',
      axisLabel: { ...text, color: theme.muted, formatter: (value: number) => shortMoney(value, currency) },
      splitLine: { lineStyle: { color: theme.lines, opacity: 0.5 } },
    },
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

function tooltip(pivot: Pivot, currency: string, index: number | undefined): string {
  const row = pivot.rows[index ?? -1]
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
