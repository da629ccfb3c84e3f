import { dayAfter, daysOf } from '../range.ts'
import type { Range } from '../source.ts'

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
