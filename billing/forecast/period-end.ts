import type { Band } from '../../core/types.ts'
import { daysOf } from '../range.ts'
import type { Range } from '../source.ts'
import { after, type Daily } from './days.ts'
import { type Forecast, forecast, sumOf } from './forecast.ts'
import type { Method } from './method.ts'

export interface PeriodEnd {
  /** Of this period, on days that are complete. */
  readonly actual: number
  /** The whole period: what is known, and what is expected of the rest. */
  readonly expected: Band
  readonly method: Forecast['method']
  readonly early: boolean
  /** Days the forecast rests on. */
  readonly history: number
  readonly levelSince?: string
  readonly oneOffs: Forecast['oneOffs']
  /** Every day of the period that is known or expected: known ones with their amount, the others with a band. */
  readonly days: readonly { readonly day: string; readonly actual?: number; readonly amount: Band }[]
}

/** What a period will come to. Undefined where no day is complete. Days that may still change are forecast. */
export function periodEnd({ complete }: Daily, period: Range, trained?: Method): PeriodEnd | undefined {
  const last = complete.at(-1)?.day
  if (last === undefined) return undefined
  const known = complete.filter(({ day }) => day >= period.since && day < period.until)
  const actual = known.reduce((sum, { amount }) => sum + amount, 0)
  const missing = last < period.until ? daysOf({ since: after(last), until: period.until }) : []
  const ahead = missing.length === 0 ? undefined : forecast(complete, missing.length, trained)
  const coming = (ahead?.days ?? []).filter(({ day }) => day >= period.since)
  const rest = coming.length === ahead?.days.length ? ahead.total : sumOf(coming.map(({ amount }) => amount))
  return {
    actual,
    expected: { low: actual + rest.low, likely: actual + rest.likely, high: actual + rest.high },
    method: ahead?.method ?? 'run-rate',
    early: ahead?.early ?? false,
    history: complete.length,
    ...(ahead?.levelSince ? { levelSince: ahead.levelSince } : {}),
    oneOffs: ahead?.oneOffs ?? [],
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
