import type { Metric } from '../../core/config/spend-metric-schema.ts'
import { daysOf } from '../range.ts'
import type { Range } from '../source.ts'
import { total } from './ask.ts'
import type { Series } from './metric-file.ts'

/** A metric over a range: how much it was, and on which days it is known. */
export interface Measured {
  readonly quantity: number
  readonly days: readonly string[]
  /** Of one day; undefined for a level, which has no parts. */
  readonly of: (day: string) => number | undefined
}

/** @param series of its file, where it has one */
export function measured(metric: Metric, series: Series | undefined, range: Range): Measured {
  const { value = 0, per, total: kind = 'sum' } = metric
  const days = daysOf(range)
  if (series === undefined) {
    if (per === undefined) return { quantity: value, days, of: () => undefined }
    const each = (day: string) => value / lengths[per](day)
    return { quantity: total(days.map(each)), days, of: each }
  }
  const known = days.filter((day) => series.has(day))
  const sum = total(known.map((day) => series.get(day)!))
  if (kind === 'sum') return { quantity: sum, days: known, of: (day) => series.get(day) }
  return { quantity: known.length === 0 ? 0 : sum / known.length, days: known, of: () => undefined }
}

const yearOf = (day: string) => Number(day.slice(0, 4))
const daysFrom = (since: number, until: number) => (until - since) / 86_400_000

const lengths: Readonly<Record<'day' | 'month' | 'year', (day: string) => number>> = {
  day: () => 1,
  month: (day) => {
    const month = Number(day.slice(5, 7)) - 1
    return daysFrom(Date.UTC(yearOf(day), month, 1), Date.UTC(yearOf(day), month + 1, 1))
  },
  year: (day) => daysFrom(Date.UTC(yearOf(day), 0, 1), Date.UTC(yearOf(day) + 1, 0, 1)),
}
