import { quantile } from './quantile.ts'

const week = 7
/** Weeks on either side whose same day says what is usual. */
const weeksAround = 3
/** Robust standard deviations from what is usual. Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993. */
const outlier = 3.5
/** What differs less than this from a usual day, as a logarithm, is no event, however even the series is. */
const leastEvent = Math.LN2
/** A longer run is a level. */
const longest = week
/** More than one in so many days is how the series is: what comes that often comes again. */
const rare = 30
/** Days that must be known for a usual one to be. */
const fewest = 4 * week

export interface OneOffs {
  /** Each by the indices of its days. */
  readonly events: readonly (readonly number[])[]
  /** The series as it would have been without them. */
  readonly calm: readonly number[]
}

/**
 * Days in a row, a week at most, far from the same days of the weeks around them. As many usual ones must have followed, as what came
 * last may stay; and what is as unusual a week before or after is a season that begins.
 * @param series daily values on a logarithmic scale, the oldest first
 */
export function oneOffs(series: readonly number[]): OneOffs {
  const none: OneOffs = { events: [], calm: series }
  if (series.length < fewest) return none
  const usual = series.map((_, i) => usualAt(series, i))
  const off = series.map((value, i) => Math.abs(value - usual[i]!))
  const limit = Math.max(leastEvent, outlier * 1.4826 * quantile(off, 0.5))
  const isFar = (i: number) => off[i]! > limit
  const runs = runsOf(series.map((_, i) => isFar(i)))
  if (runs.length * rare > series.length) return none
  const events = runs.filter((run) => {
    const next = run.at(-1)! + 1
    const hasEnded = next + run.length <= series.length && run.every((_, i) => !isFar(next + i))
    return run.length <= longest && hasEnded && !run.some((i) => isFar(i - week) || isFar(i + week))
  })
  const days = new Set(events.flat())
  return { events, calm: series.map((value, i) => (days.has(i) ? usual[i]! : value)) }
}

function usualAt(series: readonly number[], at: number): number {
  const alike: number[] = []
  for (let weeks = -weeksAround; weeks <= weeksAround; weeks++) {
    const value = series[at + weeks * week]
    if (weeks !== 0 && value !== undefined) alike.push(value)
  }
  return quantile(alike, 0.5)
}

/** The indices of the flags that are set, those in a row together. */
function runsOf(flags: readonly boolean[]): number[][] {
  const runs: number[][] = []
  flags.forEach((flag, i) => {
    if (!flag) return
    if (flags[i - 1]) runs.at(-1)!.push(i)
    else runs.push([i])
  })
  return runs
}
