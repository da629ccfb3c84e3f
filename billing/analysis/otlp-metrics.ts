// https://opentelemetry.io/docs/specs/otel/metrics/data-model/
import { isRecord } from '../../core/record.ts'
import { dayOf, records, timeOf } from './otlp-json.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * A metric of OTLP, day by day: of a sum what it grew by; of one that also falls its mean, added over its series; of a gauge the
 * mean of all that was read, for series of it are not there to be added.
 */
export type MetricDays =
  | { readonly is: 'days'; readonly days: ReadonlyMap<string, number> }
  /** `names`: of the metrics that are there. */
  | { readonly is: 'absent'; readonly names: readonly string[] }
  | { readonly is: 'another kind' }

interface Point {
  /** ms; undefined where it is not told. */
  readonly start: number | undefined
  readonly time: number
  readonly value: number
}

export function metricDays(documents: readonly unknown[], name: string): MetricDays {
  const all = documents.flatMap(metricsOf)
  const own = all.filter(({ metric }) => metric.name === name)
  if (own.length === 0)
    return { is: 'absent', names: [...new Set(all.map(({ metric }) => String(metric.name)))].sort() }
  const { metric: first } = own[0]!
  const kind = isRecord(first.sum) ? 'sum' : isRecord(first.gauge) ? 'gauge' : undefined
  if (kind === undefined) return { is: 'another kind' }
  const series = new Map<string, Point[]>()
  for (const { metric, from } of own) {
    for (const point of records(isRecord(metric[kind]) ? metric[kind].dataPoints : undefined)) {
      const read = pointOf(point)
      const key = kind === 'gauge' ? '' : JSON.stringify([from, point.attributes ?? []])
      if (!read) continue
      const points = series.get(key)
      if (points) points.push(read)
      else series.set(key, [read])
    }
  }
  const sum = isRecord(first.sum) ? first.sum : {}
  // Told by its changes, what it was is known only with all of them since it began.
  if (kind === 'sum' && sum.isMonotonic !== true && isDelta(sum)) return { is: 'another kind' }
  const ofSeries = kind === 'gauge' || sum.isMonotonic !== true ? level : isDelta(sum) ? grown : counted
  return { is: 'days', days: together([...series.values()].map(ofSeries)) }
}

/** Each with what tells its series from those of the same name: the resource, and the scope. */
function metricsOf(document: unknown): readonly { readonly metric: Json; readonly from: unknown }[] {
  return records(isRecord(document) ? document.resourceMetrics : undefined).flatMap(({ resource, scopeMetrics }) =>
    records(scopeMetrics).flatMap(({ scope, metrics }) =>
      records(metrics).map((metric) => ({ metric, from: [resource, scope] })),
    ),
  )
}

const isDelta = ({ aggregationTemporality }: Json) => /^1$|DELTA$/.test(String(aggregationTemporality))

function pointOf({ startTimeUnixNano, timeUnixNano, asInt, asDouble }: Json): Point | undefined {
  const [time, value] = [timeOf(timeUnixNano), Number(asInt ?? asDouble ?? Number.NaN)]
  return time === undefined || !Number.isFinite(value) ? undefined : { start: timeOf(startTimeUnixNano), time, value }
}

/** Of one series. Null: not known, for a part of the day is missing. */
type Days = ReadonlyMap<string, number | null>

/** The end of an interval is no longer in it. */
const endDay = ({ time }: Point) => dayOf(time - 1)
const startDay = (point: Point) => (point.start === undefined ? endDay(point) : dayOf(point.start))

function grown(points: readonly Point[]): Days {
  const days = new Map<string, number>()
  for (const point of points) days.set(startDay(point), (days.get(startDay(point)) ?? 0) + point.value)
  return days
}

/** It counts from its start on, and begins again at 0 with another one. What it had counted before the first day is of no day. */
function counted(points: readonly Point[]): Days {
  const days = new Map<string, number | null>()
  let before: Point | undefined
  for (const point of [...points].sort((a, b) => a.time - b.time)) {
    const day = endDay(point)
    const goesOn = before !== undefined && before.start === point.start && before.value <= point.value
    const grownBy = goesOn ? point.value - before!.value : point.value
    const isWhole = before !== undefined || startDay(point) === day
    const known = days.get(day)
    days.set(day, known === null || !isWhole ? null : (known ?? 0) + grownBy)
    before = point
  }
  return days
}

function level(points: readonly Point[]): Days {
  const seen = new Map<string, { readonly sum: number; readonly count: number }>()
  for (const { time, value } of points) {
    const { sum, count } = seen.get(dayOf(time)) ?? { sum: 0, count: 0 }
    seen.set(dayOf(time), { sum: sum + value, count: count + 1 })
  }
  return new Map([...seen].map(([day, { sum, count }]) => [day, sum / count]))
}

function together(series: readonly Days[]): ReadonlyMap<string, number> {
  const days = new Map<string, number>()
  for (const each of series) for (const [day, value] of each) days.set(day, (days.get(day) ?? 0) + (value ?? 0))
  const unknown = series.flatMap((each) => [...each].flatMap(([day, value]) => (value === null ? [day] : [])))
  for (const day of unknown) days.delete(day)
  return new Map([...days].sort(([a], [b]) => (a < b ? -1 : 1)))
}
