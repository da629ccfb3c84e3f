import { exactly, plus } from '../../core/band.ts'
import type { Band } from '../../core/types.ts'
import { levelShift } from './level-shift.ts'
import { type Method, runRate, seasonalNaive } from './method.ts'
import { oneOffs } from './one-off.ts'
import { quantile } from './quantile.ts'

export interface Point {
  /** UTC: `2026-11-01`. */
  readonly day: string
  readonly amount: number
}

/** Both are among them. UTC: `2026-11-01`. */
export interface Days {
  readonly first: string
  readonly last: string
}

export interface Forecast {
  readonly method: Method['id']
  /** Fewer than fourteen days are known: the band is wide, and not measured. */
  readonly early: boolean
  /** Days of history it rests on. */
  readonly history: number
  /** The one day on which the level changed and stayed: the band takes it for an event that does not come again. */
  readonly levelSince?: string
  /** Events that passed and are not taken to come again, by their first and last day. */
  readonly oneOffs: readonly Days[]
  /** The next days, each with the band 95 of 100 days are to fall in. */
  readonly days: readonly { readonly day: string; readonly amount: Band }[]
  /** Of all days together. */
  readonly total: Band
}

const day = 86_400_000
const level = 0.95
/** Days of history that the first trial forecast is made from, and how many days further each next one starts. */
const firstTrial = 28
const trialStep = 2
const mostTrials = 24
const [fewest, enough] = [14, 42]

/**
 * The next `horizon` days.
 *
 * The band is that of trial forecasts: the model is asked at many earlier days what came next, and what it was wrong by there,
 * day for day, is what it may be wrong by now. Of two models the one with the smaller error in these trials is taken.
 * A single change of level is no such error: trials that could not have known of it end before it. Nor are events that passed, as
 * the days to come are not made from them; only the sum of all days counts with one more.
 * @param history consecutive complete days, the oldest first; days that may still change are left out by the caller
 * @param trained what learns from a long history; left out, the week before is repeated
 * @throws RangeError on an empty history
 */
export function forecast(history: readonly Point[], horizon: number, trained?: Method): Forecast {
  const last = history.at(-1)
  if (!last) throw new RangeError('there is no history to forecast from')
  const dayAfter = (i: number) => new Date(Date.parse(last.day) + (i + 1) * day).toISOString().slice(0, 10)
  const values = history.map(({ amount }) => amount)
  const scale = scaleOf(values)
  const series = values.map((value) => Math.asinh(value / scale))
  const back = (value: number) => Math.sinh(value) * scale
  // What never was below zero is not expected to be: there is no negative bill.
  const floor = Math.min(0, ...values)
  const shift = levelShift(series)
  const { method, tried } = choose(series, horizon, trained, shift)
  const { events, calm } = oneOffs(series)
  const central = method.predict(calm, horizon)
  const paths = tried.map(({ path }) => path)
  const reach = Math.max(0, ...paths.map((path) => path.length))
  const days = central.map((point, i) => {
    const at = Math.min(i, reach - 1)
    const off = (paths.length > 0 ? paths.flatMap((path) => near(path, at)) : spread(series)).map(Math.abs)
    // Further than any trial reaches an error is taken to grow as that of a random walk.
    const further = i < reach || reach === 0 ? 1 : Math.sqrt((i + 1) / reach)
    const width = quantile(off, conformal(off.length)) * further
    return {
      day: dayAfter(i),
      amount: band(
        Math.max(floor, back(point - width)),
        Math.max(floor, back(point)),
        Math.max(floor, back(point + width)),
      ),
    }
  })
  const likely = days.reduce((sum, { amount }) => sum + amount.likely, 0)
  const off = sumsOff(tried, series, horizon, likely, back)
  return {
    method: method.id,
    early: history.length < fewest,
    history: history.length,
    ...(shift === undefined ? {} : { levelSince: history[shift]!.day }),
    oneOffs: events.map((event) => ({ first: history[event[0]!]!.day, last: history[event.at(-1)!]!.day })),
    days,
    // Where no trial tells of a sum, the days may all be wrong in the same direction.
    total: off.length === 0 ? sumOf(days.map(({ amount }) => amount)) : around(likely, off, floor * horizon),
  }
}

const around = (likely: number, off: readonly number[], floor: number): Band =>
  band(Math.max(floor, likely - Math.max(0, ...off)), likely, likely + Math.max(0, ...off))

export const sumOf = (bands: readonly Band[]): Band => bands.reduce(plus, exactly(0))

/** A quarter of a typical amount: values well above it are looked at by their logarithm, those around zero as they are. */
function scaleOf(values: readonly number[]): number {
  const sizes = values.map(Math.abs).filter((value) => value > 0)
  return sizes.length === 0 ? 1 : quantile(sizes, 0.5) / 4
}

interface Trial {
  /** Days of history it knew. */
  readonly origin: number
  readonly said: readonly number[]
  /** What came, but for events that passed, less what was said, day by day. */
  readonly path: readonly number[]
}

interface Choice {
  readonly method: Method
  readonly tried: readonly Trial[]
}

function choose(
  series: readonly number[],
  horizon: number,
  trained: Method | undefined,
  shift: number | undefined,
): Choice {
  if (series.length < fewest) return { method: runRate, tried: [] }
  const from = (method: Method, first: number) => ({ method, tried: trials(method, series, horizon, first, shift) })
  const naive = from(seasonalNaive, 7)
  if (!trained || series.length < enough) return naive
  const learnt = from(trained, firstTrial)
  return meanError(learnt) < meanError(from(seasonalNaive, firstTrial)) ? learnt : naive
}

const lastWeek = (origin: number) => Array.from({ length: 7 }, (_, i) => origin - 1 - i)

function trials(
  method: Method,
  series: readonly number[],
  horizon: number,
  first: number,
  shift: number | undefined,
): Trial[] {
  const made: Trial[] = []
  const { events, calm } = oneOffs(series)
  const unusual = new Set(events.flat())
  for (let origin = series.length - 1; origin >= first && made.length < mostTrials; origin -= trialStep) {
    // For a week after it a forecast still leans on days of the old level, or on those of an event.
    if (shift !== undefined && origin >= shift && origin < shift + 7) continue
    if (lastWeek(origin).some((i) => unusual.has(i))) continue
    const until = Math.min(origin + horizon, shift !== undefined && origin < shift ? shift : series.length)
    const came = calm.slice(origin, until)
    const said = method.predict(oneOffs(series.slice(0, origin)).calm, came.length)
    made.push({ origin, said, path: came.map((value, i) => value - said[i]!) })
  }
  return made
}

const meanError = ({ tried }: Choice) => {
  const errors = tried.flatMap(({ path }) => path).map(Math.abs)
  return errors.reduce((sum, error) => sum + error, 0) / errors.length
}

/** With a few days only: how far they lie apart. */
function spread(series: readonly number[]): readonly number[] {
  const mean = series.reduce((sum, value) => sum + value, 0) / series.length
  return [...series.map((value) => value - mean), Math.LN2]
}

/** Errors of a path about as many days ahead: few trials reach far, so those of neighbouring days count. */
const near = (path: readonly number[], ahead: number) => path.slice(Math.max(0, ahead - 3), ahead + 4)

/** The quantile whose coverage is right for a sample of this size. Vovk et al., Algorithmic Learning in a Random World, 2005. */
const conformal = (count: number) => Math.min(1, Math.ceil((count + 1) * level) / count)

/**
 * How far the days of each trial came from what was said, summed. Trials overlap: few of them are independent, so all count. What was wrong
 * while less was spent is wrong by as much more now: errors of a bill go with its size.
 */
function sumsOff(
  tried: readonly Trial[],
  series: readonly number[],
  horizon: number,
  likely: number,
  back: (value: number) => number,
): number[] {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + back(value), 0)
  return tried.flatMap(({ origin, said }) => {
    const came = series.slice(origin, origin + said.length)
    // A trial of a few days, drawn out to many, would tell of one day as if each were like it.
    if (said.length * 2 < horizon) return []
    const [foretold, longer] = [sum(said), horizon / said.length]
    const grown = foretold > 0 ? Math.max(1, likely / (foretold * longer)) : 1
    return [Math.abs(sum(came) - foretold) * longer * grown]
  })
}

const band = (low: number, likely: number, high: number): Band => ({ low, likely, high })
