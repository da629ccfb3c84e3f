import type { Range } from './source.ts'

const oneDay = 86_400_000
const date = (time: number) => new Date(time).toISOString().slice(0, 10)

/** So many days later; earlier where `count` is below zero. */
export const dayAfter = (day: string, count = 1): string => date(Date.parse(day) + count * oneDay)

/** The range in consecutive parts of at most `days`, for providers that answer no longer ones. */
export function windows({ since, until }: Range, days: number): Range[] {
  const [start, end] = [Date.parse(since), Date.parse(until)]
  const count = Math.max(0, Math.ceil((end - start) / (days * oneDay)))
  return Array.from({ length: count }, (_, i) => ({
    since: date(start + i * days * oneDay),
    until: date(Math.min(end, start + (i + 1) * days * oneDay)),
  }))
}

/** As people write it: the last day is in it. */
export const shownRange = ({ since, until }: Range): Range => ({ since, until: dayAfter(until, -1) })

/** Each day of it: `2026-11-01`. */
export const daysOf = (range: Range): string[] => windows(range, 1).map(({ since }) => since)
