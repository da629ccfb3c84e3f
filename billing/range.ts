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

/** Days in one of them at least: in order, each stretch as long as it can be. */
export function joined(ranges: readonly Range[]): Range[] {
  const stretches: Range[] = []
  for (const { since, until } of ranges.filter(isSome).sort((a, b) => (a.since < b.since ? -1 : 1))) {
    const last = stretches.at(-1)
    if (last === undefined || last.until < since) stretches.push({ since, until })
    else stretches[stretches.length - 1] = { since: last.since, until: later(last.until, until) }
  }
  return stretches
}

/** Days of `ranges` that are in none of `taken`: in order, each stretch as long as it can be. */
export const without = (ranges: readonly Range[], taken: readonly Range[]): Range[] =>
  taken.filter(isSome).reduce(
    (left, each) =>
      left
        .flatMap(({ since, until }) => [
          { since, until: earlier(until, each.since) },
          { since: later(since, each.until), until },
        ])
        .filter(isSome),
    joined(ranges),
  )

/** As many days as a weekly season is learnt from well. */
const learnt = 120

/** The first day that what is to come is learnt from, and that a first reading asks for. @param today the last of those days */
export const historySince = (today: string): string => dayAfter(today, 1 - learnt)

/** Of two days. */
export const earlier = (a: string, b: string): string => [a, b].sort()[0]!
export const later = (a: string, b: string): string => [a, b].sort()[1]!

const isSome = ({ since, until }: Range) => since < until

/** From the first day of all to the last. Of none: undefined. */
export function around(ranges: readonly Range[]): Range | undefined {
  const stretches = joined(ranges)
  const [first, last] = [stretches[0], stretches.at(-1)]
  return first && last && { since: first.since, until: last.until }
}

/** The range in the months of the calendar, the first and the last as far as they are in it. */
export function months({ since, until }: Range): Range[] {
  const parts: Range[] = []
  for (let first = since; first < until; ) {
    const [year, month] = first.split('-').map(Number)
    const next = date(Date.UTC(year!, month!, 1))
    parts.push({ since: first, until: earlier(next, until) })
    first = next
  }
  return parts
}

/** As people write it: the last day is in it. */
export const shownRange = ({ since, until }: Range): Range => ({ since, until: dayAfter(until, -1) })

/** Each day of it: `2026-11-01`. */
export const daysOf = (range: Range): string[] => windows(range, 1).map(({ since }) => since)
