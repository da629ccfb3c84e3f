import { quantile } from './quantile.ts'

const week = 7
/** Weeks on either side whose same day says what is usual. */
const weeksAround = 3
/** Robust standard deviations from what is usual. Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993. */
const outlier = 3.5
/** What differs less than this from a usual day, as a logarithm, is no event, however even the series is. */
const leastEvent = Math.LN2
/** A longer run is no single event. */
const longest = 2
/** More than one in so many days is how the series is: what comes that often comes again. */
const rare = 30
/** Days that must be known for a usual one to be. */
const fewest = 4 * week

/**
 * Days that stand alone, far from the same days of the weeks around them, and were followed by usual ones: by index, and what a
 * usual day would have been. The last days are none, as they may stay; nor are days of which there are many.
 * @param series daily values on a logarithmic scale, the oldest first
 */
export function oneOffs(series: readonly number[]): ReadonlyMap<number, number> {
  if (series.length < fewest) return new Map()
  const usual = series.map((_, i) => usualAt(series, i))
  const off = series.map((value, i) => Math.abs(value - usual[i]!))
  const limit = Math.max(leastEvent, outlier * 1.4826 * quantile(off, 0.5))
  const runs = runsOf(off.map((distance) => distance > limit))
  const ended = runs.filter(({ from, until }) => until < series.length && until - from <= longest)
  const days = ended.flatMap(({ from, until }) => Array.from({ length: until - from }, (_, i) => from + i))
  return days.length * rare > series.length ? new Map() : new Map(days.map((day) => [day, usual[day]!]))
}

/** The series as it would have been without them. */
export const withoutOneOffs = (series: readonly number[]) => calmed(series, oneOffs(series))

/** The series without the one such event it has; as it is where there were several, which may come again. */
export function withoutOneEvent(series: readonly number[]): readonly number[] {
  const days = oneOffs(series)
  const reach = Math.max(...days.keys()) - Math.min(...days.keys())
  return reach < longest ? calmed(series, days) : series
}

const calmed = (series: readonly number[], usual: ReadonlyMap<number, number>): readonly number[] =>
  usual.size === 0 ? series : series.map((value, i) => usual.get(i) ?? value)

function usualAt(series: readonly number[], at: number): number {
  const alike: number[] = []
  for (let weeks = -weeksAround; weeks <= weeksAround; weeks++) {
    const value = series[at + weeks * week]
    if (weeks !== 0 && value !== undefined) alike.push(value)
  }
  return quantile(alike, 0.5)
}

interface Run {
  readonly from: number
  /** The first day after it. */
  readonly until: number
}

function runsOf(flags: readonly boolean[]): Run[] {
  const runs: Run[] = []
  flags.forEach((flag, i) => {
    if (!flag) return
    const last = runs.at(-1)
    if (last?.until === i) runs[runs.length - 1] = { from: last.from, until: i + 1 }
    else runs.push({ from: i, until: i + 1 })
  })
  return runs
}
