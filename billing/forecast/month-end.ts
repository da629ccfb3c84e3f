import type { Band } from '../../core/types.ts'
import { monthAround } from '../focus.ts'
import { daysOf } from '../range.ts'
import { after, type Daily } from './days.ts'
import { type Forecast, forecast, sumOf } from './forecast.ts'
import type { Method } from './method.ts'

export interface MonthEnd {
  readonly currency: string
  readonly grade: Daily['grade']
  /** `2026-11`. */
  readonly month: string
  /** Of this month, on days that are complete. */
  readonly actual: number
  /** The whole month: what is known, and what is expected of the rest. */
  readonly expected: Band
  readonly method: Forecast['method']
  readonly early: boolean
  /** Days the forecast rests on. */
  readonly history: number
  /** Every day of the month: known ones with their amount, the others with a band. */
  readonly days: readonly { readonly day: string; readonly actual?: number; readonly amount: Band }[]
}

/** What the month of `today` will come to. Undefined where no day is complete. Days that may still change are forecast. */
export function monthEnd(daily: Daily, today: string, trained?: Method): MonthEnd | undefined {
  const { complete, currency, grade } = daily
  const last = complete.at(-1)?.day
  if (last === undefined) return undefined
  const { start, end } = monthAround(`${today}T00:00:00Z`)
  const month = { since: start.slice(0, 10), until: end.slice(0, 10) }
  const known = complete.filter(({ day }) => day >= month.since && day < month.until)
  const actual = known.reduce((sum, { amount }) => sum + amount, 0)
  const missing = last < month.until ? daysOf({ since: after(last), until: month.until }) : []
  const ahead = missing.length === 0 ? undefined : forecast(complete, missing.length, trained)
  const coming = (ahead?.days ?? []).filter(({ day }) => day >= month.since)
  const rest = coming.length === ahead?.days.length ? ahead.total : sumOf(coming.map(({ amount }) => amount))
  return {
    currency,
    grade,
    month: month.since.slice(0, 7),
    actual,
    expected: { low: actual + rest.low, likely: actual + rest.likely, high: actual + rest.high },
    method: ahead?.method ?? 'run-rate',
    early: ahead?.early ?? false,
    history: complete.length,
    days: [
      ...known.map(({ day, amount }) => ({
        day,
        actual: amount,
        amount: { low: amount, likely: amount, high: amount },
      })),
      ...coming,
    ],
  }
}
