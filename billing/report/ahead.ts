import type { Band } from '../../core/types.ts'
import type { Anomaly } from '../anomalies.ts'
import type { MonthEnd } from '../forecast/month-end.ts'

const money = (value: number, currency: string) =>
  `${value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} ${currency}`
const range = ({ low, high }: Band, currency: string) => `${money(low, '').trim()} to ${money(high, currency)}`

const methods: Readonly<Record<MonthEnd['method'], string>> = {
  'run-rate': 'the mean of the last days',
  'seasonal-naive': 'each day as a week before',
  'mstl-ets': 'a weekly season and exponential smoothing',
}

/** A month of one source. */
export interface SourceMonth extends MonthEnd {
  readonly source: string
}

export function forecastText(months: readonly SourceMonth[]): string {
  return months
    .map(({ source, month, currency, grade, actual, expected, method, early, history }) => {
      const marked = grade === 'invoice' ? '' : `, ${grade}`
      return [
        `${source}, ${month}: ${money(expected.likely, currency)}${marked} expected, ${range(expected, currency)}`,
        `  so far ${money(actual, currency)} on complete days; ${methods[method]}, from ${history} days`,
        ...(early ? ['  early: fewer than fourteen days are known, the band tells only how far they lie apart'] : []),
      ].join('\n')
    })
    .join('\n')
    .concat('\n')
}

/** `usd` is of dollars only; of another currency the band is `amount`. */
export function forecastDocument(asOf: string, months: readonly SourceMonth[], problems: readonly string[]) {
  const forecast = months.flatMap(({ days, source, currency, grade }) =>
    days.map(({ amount, ...day }) => ({
      ...day,
      ...(currency === 'USD' ? { usd: amount } : { amount }),
      source,
      currency,
      grade,
    })),
  )
  return { schema: 1, asOf, forecast, totals: months.map(({ days: _, ...month }) => month), problems }
}

export interface ExplainedAnomaly extends Anomaly {
  readonly dimension: string
  readonly value: string
  readonly because: readonly string[]
}

export function anomaliesText(anomalies: readonly ExplainedAnomaly[]): string {
  if (anomalies.length === 0) return 'Nothing unusual in the last fourteen complete days.\n'
  return anomalies
    .map(({ day, dimension, value, actual, expected, currency, because }) => {
      const cause = because.length === 0 ? '' : `; with it ${because.join(', ')}`
      return `${day}  ${dimension} ${value}: ${money(actual, currency)}, usual ${range(expected, currency)}${cause}`
    })
    .join('\n')
    .concat('\n')
}
