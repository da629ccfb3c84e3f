import type { Band } from '../../core/types.ts'
import type { Cause } from '../analysis/causes.ts'
import type { SourceMonth } from '../analysis/months.ts'
import type { UnusualDays } from '../analysis/unusual-days.ts'
import type { MonthEnd } from '../forecast/month-end.ts'
import { shownRange } from '../range.ts'
import { rangeText } from './table.ts'

const money = (value: number, currency: string) =>
  `${value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} ${currency}`
const range = ({ low, high }: Band, currency: string) => `${money(low, '').trim()} to ${money(high, currency)}`

const methods: Readonly<Record<MonthEnd['method'], string>> = {
  'run-rate': 'the mean of the last days',
  'seasonal-naive': 'each day as a week before',
  'mstl-ets': 'a weekly season and exponential smoothing',
}

const span = ({ first, last }: MonthEnd['oneOffs'][number]) => (first === last ? first : `${first} to ${last}`)

export function forecastText(months: readonly SourceMonth[]): string {
  return months
    .map(({ source, month, currency, grade, actual, expected, method, early, history, levelSince, oneOffs }) => {
      const marked = grade === 'invoice' ? '' : `, ${grade}`
      return [
        `${source}, ${month}: ${money(expected.likely, currency)}${marked} expected, ${range(expected, currency)}`,
        `  so far ${money(actual, currency)} on complete days; ${methods[method]}, from ${history} ${history === 1 ? 'day' : 'days'}`,
        ...(early ? ['  early: fewer than fourteen days are known, the band tells only how far they lie apart'] : []),
        ...(levelSince
          ? [`  the level changed on ${levelSince} and stayed; the band counts on no further such change`]
          : []),
        ...(oneOffs.length > 0
          ? [`  not taken to come again: ${oneOffs.map(span).join(', ')}, far from the same days of the weeks around`]
          : []),
      ].join('\n')
    })
    .join('\n')
    .concat('\n')
}

/** `usd` is of dollars only; of another currency the band is `amount`. */
export function forecastDocument(months: readonly SourceMonth[]) {
  const forecast = months.flatMap(({ days, source, currency, grade }) =>
    days.map(({ amount, ...day }) => ({
      ...day,
      ...(currency === 'USD' ? { usd: amount } : { amount }),
      source,
      currency,
      grade,
    })),
  )
  return { forecast, totals: months.map(({ days: _, ...month }) => month) }
}

/** `because` says the causes in words: `model gpt-5`. */
export const anomaliesDocument = ({ looked, found }: UnusualDays) => ({
  period: shownRange(looked),
  anomalies: found.map((day) => ({
    ...day,
    because: day.causes.map(({ dimension, value }) => `${dimension} ${value}`),
  })),
})

export function anomaliesText({ looked, found }: UnusualDays): string {
  if (found.length === 0) return `Nothing unusual on the last complete days, ${rangeText(looked)}.\n`
  return found
    .map(({ day, dimension, value, actual, expected, currency, grade, causes }) => {
      const marked = grade === 'invoice' ? '' : `, ${grade}`
      const head = `${day}  ${dimension} ${value}: ${money(actual, currency)}${marked}, usual ${range(expected, currency)}`
      return [head, ...causes.map((cause) => `  ${causeWords(cause, currency)}`)].join('\n')
    })
    .join('\n')
    .concat('\n')
}

function causeWords({ dimension, value, kind, amount, usual, share }: Cause, currency: string): string {
  const most = `${Math.round(share * 100)} % of the difference`
  const from = kind === 'new' ? 'new' : kind === 'gone' ? 'gone' : `usually ${money(usual, currency)}`
  return `${dimension} ${value}: ${money(amount, currency)}, ${from}, ${most}`
}
