import { html, type TemplateResult } from 'lit'
import type { AnomaliesView } from '../analysis-protocol.ts'
import { date, days, money } from '../format.ts'
import { amount, apart, kindId, kindWords, row, type Ways, words } from './parts.ts'

type Anomaly = AnomaliesView['anomalies'][number]

export function anomaliesView({ anomalies, period }: AnomaliesView, ways: Ways): TemplateResult {
  if (anomalies.length === 0)
    return html`<p class="section">Nothing unusual on the last complete days, ${days(period)}.</p>`
  return html`<p>Looked at: the last complete days, ${days(period)}.</p>
  ${apart(anomalies).map(({ kind, of }) =>
    ways.table({
      id: `anomalies-${kindId(kind)}`,
      caption: `Days out of the ordinary, in ${kindWords(kind)}`,
      columns: ['Day', 'Of', 'Spent', 'Usual', 'Likely cause'],
      rows: of.map((anomaly) =>
        row(
          { text: date(anomaly.day), value: anomaly.day },
          words(`${anomaly.dimension} ${anomaly.value}`),
          amount(anomaly.actual, kind),
          {
            text: `${money(anomaly.expected.low, kind.currency)} to ${money(anomaly.expected.high, kind.currency)}`,
            value: anomaly.expected.likely,
          },
          words(causesOf(anomaly)),
        ),
      ),
    }),
  )}`
}

function causesOf({ causes, currency }: Anomaly): string {
  const told = causes.map(({ dimension, value, kind, amount: cost, usual, share }) => {
    const from = kind === 'new' || kind === 'gone' ? kind : `usually ${money(usual, currency)}`
    return `${dimension} ${value}: ${money(cost, currency)}, ${from}, ${Math.round(share * 100)}% of the difference`
  })
  return told.join('; ') || 'Nothing in it makes half of the difference.'
}
