import { monthAround } from '../focus.ts'
import type { Daily } from './days.ts'
import type { Method } from './method.ts'
import { type PeriodEnd, periodEnd } from './period-end.ts'

export interface MonthEnd extends PeriodEnd {
  readonly currency: string
  readonly grade: Daily['grade']
  /** `2026-11`. */
  readonly month: string
}

/** What the month of `today` will come to. Undefined where no day is complete. Days that may still change are forecast. */
export function monthEnd(daily: Daily, today: string, trained?: Method): MonthEnd | undefined {
  const { currency, grade } = daily
  const { start, end } = monthAround(`${today}T00:00:00Z`)
  const month = { since: start.slice(0, 10), until: end.slice(0, 10) }
  const ended = periodEnd(daily, month, trained)
  return ended && { currency, grade, month: month.since.slice(0, 7), ...ended }
}
