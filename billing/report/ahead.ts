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

export function forecastText(months: readonly MonthEnd[]): string {
  return months
    .map(({ month, currency, grade, actual, expected, method, early, history }) => {
      const marked = grade === 'invoice' ? '' : `, ${grade}`
      return [
        `${month}: ${money(expected.likely, currency)}${marked} expected, ${range(expected, currency)}`,
        `  so far ${money(actual, currency)} on complete days; ${methods[method]}, from ${history} days`,
        ...(early ? ['  early: fewer than fourteen days are known, the band is a guess of their spread'] : []),
      ].join('\n')
    })
    .join('\n')
    .concat('\n')
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
