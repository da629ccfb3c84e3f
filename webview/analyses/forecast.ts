import './days-chart.ts'
import { html, type TemplateResult } from 'lit'
import type { ForecastView } from '../analysis-protocol.ts'
import { date, days, money, plural } from '../format.ts'
import type { ChartDay } from './days-chart.ts'
import { amount, kindId, kindWords, row, type Ways } from './parts.ts'

type Month = ForecastView['totals'][number]
type Day = ForecastView['forecast'][number]

const methods: Readonly<Record<Month['method'], string>> = {
  'run-rate': 'the mean of the last days',
  'seasonal-naive': 'each day as a week before',
  'mstl-ets': 'a weekly season and exponential smoothing',
}
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const monthName = (month: string) => monthFormat.format(new Date(`${month}-01T00:00:00Z`))

/** @param label what a source is called */
export function forecastView(view: ForecastView, ways: Ways, label: (source: string) => string): TemplateResult {
  return html`${view.totals.map((month) => monthView(month, view.forecast.filter(isOf(month)), ways, label))}`
}

const isOf = (month: Month) => (day: Day) =>
  day.source === month.source && day.currency === month.currency && day.grade === month.grade

function monthView(month: Month, of: readonly Day[], ways: Ways, label: (source: string) => string): TemplateResult {
  const { source, currency, expected, actual, method, history, early, levelSince, oneOffs } = month
  const caption = `${monthName(month.month)} of ${label(source)}, in ${kindWords(month)}`
  const bands = of.map((day) => ({ ...day, band: day.usd ?? day.amount }))
  const shown = bands.map(
    ({ day, actual, band }): ChartDay => (actual === undefined ? { day, expected: band } : { day, actual }),
  )
  return html`<div class="section">
    <div class="amount">${money(expected.likely, currency)}</div>
    <p>expected of ${caption}: ${money(expected.low, currency)} to ${money(expected.high, currency)}, 95 of 100 times.</p>
    <p class="muted">
      So far ${money(actual, currency)} on complete days. ${sentence(methods[method])}, from ${plural(history, 'day')}.
      ${early ? 'Early: fewer than fourteen days are known, the band tells only how far they lie apart.' : ''}
      ${levelSince ? `The level changed on ${date(levelSince)} and stayed; the band counts on no further such change.` : ''}
      ${oneOffs.length > 0 ? `Not taken to come again: ${oneOffs.map(({ first, last }) => days({ since: first, until: last })).join(', ')}, far from the same days of the weeks around.` : ''}
    </p>
    <days-chart .days=${shown} .currency=${currency} .caption=${caption}></days-chart>
    <details>
      <summary>${caption}: as a table</summary>
      ${ways.table({
        id: `forecast-${source}-${kindId(month)}`,
        caption,
        columns: ['Day', 'Spent', 'Expected', 'At least', 'At most'],
        rows: bands.map(({ day, actual, band }) => {
          const ahead = actual === undefined ? band : undefined
          return row(
            { text: date(day), value: day },
            ...[actual, ahead?.likely, ahead?.low, ahead?.high].map((value) => amount(value, month)),
          )
        }),
      })}
    </details>
  </div>`
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
