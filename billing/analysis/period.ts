import { dayAfter, daysOf } from '../range.ts'
import type { Range } from '../source.ts'

export type Period = 'month' | 'quarter' | 'year'

const months: Readonly<Record<Period, number>> = { month: 1, quarter: 3, year: 12 }

/** The calendar month, quarter or year that a UTC day is in. */
export function periodAround(day: string, period: Period): Range {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1]
  const first = month - (month % months[period])
  return { since: firstOf(year, first), until: firstOf(year, first + months[period]) }
}

/** What a range is compared with: as many calendar months before where it is whole months, else as many days. */
export function previous({ since, until }: Range): Range {
  if (since.endsWith('-01') && until.endsWith('-01')) {
    const [year, month] = [Number(since.slice(0, 4)), Number(since.slice(5, 7)) - 1]
    const count = (Number(until.slice(0, 4)) - year) * 12 + Number(until.slice(5, 7)) - 1 - month
    return { since: firstOf(year, month - count), until: since }
  }
  return { since: dayAfter(since, -daysOf({ since, until }).length), until: since }
}

const firstOf = (year: number, month: number) => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
