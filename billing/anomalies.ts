import type { Band } from '../core/types.ts'
import type { Daily } from './forecast/days.ts'
import { forecast } from './forecast/forecast.ts'
import type { Method } from './forecast/method.ts'
import { quantile } from './forecast/quantile.ts'

export interface Anomaly {
  readonly day: string
  readonly currency: string
  readonly grade: Daily['grade']
  readonly actual: number
  readonly expected: Band
}

export interface Thresholds {
  /** How many of the last complete days are looked at. */
  readonly days: number
  /** Least difference from what was expected, in the currency, and as a share of it. */
  readonly amount: number
  readonly share: number
}

export const everyday: Thresholds = { days: 14, amount: 10, share: 0.25 }

/** Robust standard deviations from what is usual. Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993. */
const outlier = 3.5
/** Complete days from which is learnt what is usual. */
export const fewest = 21

/**
 * Days on which more, or less, was spent than the days before made likely: outside the band of the day's own forecast, far from the usual
 * error, and by an amount that matters.
 */
export function anomaliesOf(daily: Daily, thresholds: Thresholds = everyday, trained?: Method): Anomaly[] {
  const { complete, currency, grade } = daily
  const first = Math.max(fewest, complete.length - thresholds.days)
  const seen = complete.slice(0, first)
  const looked = complete.slice(first)
  if (looked.length === 0) return []
  const errors = weekOnWeek(seen.map(({ amount }) => amount))
  const middle = quantile(errors, 0.5)
  const sigma =
    1.4826 *
    quantile(
      errors.map((error) => Math.abs(error - middle)),
      0.5,
    )
  const { days } = forecast(seen, looked.length, trained)
  return looked.flatMap(({ day, amount: actual }, i) => {
    const expected = days[i]!.amount
    const off = actual - expected.likely
    const isOutside = actual < expected.low || actual > expected.high
    const matters = Math.abs(off) >= thresholds.amount && Math.abs(off) >= thresholds.share * Math.abs(expected.likely)
    const isFar = Math.abs(off - middle) > outlier * sigma
    return isOutside && matters && isFar ? [{ day, currency, grade, actual, expected }] : []
  })
}

const weekOnWeek = (values: readonly number[]) => values.slice(7).map((value, i) => value - values[i]!)
