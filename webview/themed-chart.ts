import { BarChart, type BarSeriesOption, LineChart, type LineSeriesOption } from 'echarts/charts'
import {
  AriaComponent,
  type AriaComponentOption,
  GridComponent,
  type GridComponentOption,
  type LegendComponentOption,
  LegendPlainComponent,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components'
import { type ComposeOption, type ECharts, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { css, html, LitElement } from 'lit'
import { legendBeyondLine, legendGap } from './legend.ts'
import { onThemeChange, readTheme, type Theme } from './theme.ts'

use([BarChart, LineChart, GridComponent, TooltipComponent, LegendPlainComponent, AriaComponent, SVGRenderer])

export type Option = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | GridComponentOption
  | TooltipComponentOption
  | LegendComponentOption
  | AriaComponentOption
>

/** A chart in the colours of the theme, as wide as its place. The table beside it holds the same numbers for who does not see it. */
export abstract class ThemedChart extends LitElement {
  static override styles = css`
    :host { display: block; block-size: calc(280px + var(--legend, 0px)); }
    div { inline-size: 100%; block-size: 100%; }
  `
  #chart: ECharts | undefined
  #stop: (() => void) | undefined
  #names: readonly string[] = []
  #legend = 0

  abstract option(theme: Theme): Option
  /** What the chart shows, in words. */
  abstract describe(): string

  override render() {
    return html`<div role="img" aria-label=${this.describe()}></div>`
  }

  override firstUpdated() {
    const box = this.renderRoot.querySelector('div')!
    this.#chart = init(box, null, { renderer: 'svg' })
    const observer = new ResizeObserver(() => {
      this.#chart?.resize()
      if (this.#beyond() !== this.#legend) this.requestUpdate()
    })
    observer.observe(this)
    const stopTheme = onThemeChange(() => this.requestUpdate())
    this.#stop = () => {
      observer.disconnect()
      stopTheme()
    }
  }

  override updated() {
    const option = this.option(readTheme())
    this.#names = namesOf(option)
    this.#legend = this.#beyond()
    this.style.setProperty('--legend', `${this.#legend}px`)
    const { grid } = option
    if (grid && !Array.isArray(grid)) grid.top = Number(grid.top) + this.#legend
    this.#chart?.resize()
    this.#chart?.setOption(option, { notMerge: true })
  }

  #beyond = (): number => legendBeyondLine(this.#names, this.clientWidth, widthOf(readTheme()))

  override disconnectedCallback() {
    super.disconnectedCallback()
    this.#stop?.()
    this.#chart?.dispose()
  }
}

/** Of the parts that the legend tells, if there is one. */
function namesOf({ legend, series }: Option): readonly string[] {
  if (!legend || Array.isArray(legend) || legend.show === false) return []
  if (legend.data) return legend.data.map(String)
  return [series ?? []].flat().map(({ name }) => String(name ?? ''))
}

function widthOf(theme: Theme): (text: string) => number {
  const pen = document.createElement('canvas').getContext('2d')
  if (!pen) return (text) => text.length * 8
  pen.font = `12px ${theme.font}`
  return (text) => pen.measureText(text).width
}

const text = (theme: Theme) => ({ color: theme.foreground, fontFamily: theme.font, fontSize: 12 })

/** What all charts have in common. `tip`: the lines at a place of the axis. */
export function commonOption(theme: Theme, tip: (index: number) => string) {
  return {
    animation: false,
    // Patterns beside colours where the theme is made for contrast. The label is ours: on the element, with the amounts.
    aria: { enabled: true, label: { enabled: false }, decal: { show: theme.highContrast } },
    color: [...theme.series],
    textStyle: text(theme),
    grid: { left: 8, right: 24, top: 40, bottom: 4, containLabel: true },
    legend: {
      ...{ top: 0, left: 0, right: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 12, itemGap: legendGap },
      ...{ textStyle: text(theme), inactiveColor: theme.muted },
    },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText', // HTML tooltips write style attributes, which the page's policy forbids
      axisPointer: { type: 'shadow' },
      confine: true,
      backgroundColor: theme.background,
      borderColor: theme.border,
      textStyle: text(theme),
      formatter: (points) => tip((Array.isArray(points) ? points[0]?.dataIndex : points.dataIndex) ?? -1),
    },
  } satisfies Option
}

export const categoryAxis = (theme: Theme, data: readonly string[], formatter: (name: string) => string) => ({
  type: 'category' as const,
  data: [...data],
  axisTick: { show: false },
  axisLine: { lineStyle: { color: theme.lines } },
  axisLabel: { ...text(theme), color: theme.muted, hideOverlap: true, formatter },
})

export const amountAxis = (theme: Theme, formatter: (value: number) => string) => ({
  type: 'value' as const,
  axisLabel: { ...text(theme), color: theme.muted, hideOverlap: true, formatter },
  splitLine: { lineStyle: { color: theme.lines, opacity: 0.5 } },
})
