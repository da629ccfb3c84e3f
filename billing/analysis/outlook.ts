import type { Band } from '../../core/types.ts'
import type { Point } from '../forecast/forecast.ts'
import type { Method } from '../forecast/method.ts'
import { type PeriodEnd, periodEnd } from '../forecast/period-end.ts'
import type { Filter, SourceState, Spend } from '../questions.ts'
import { dayAfter, daysOf, historySince } from '../range.ts'
import type { Range } from '../source.ts'
import { type Ask, amountOf, apart, type Kind, type Measure, total } from './ask.ts'

/** What one source knows of a period, and what the period will come to. */
export interface Outlook extends Kind {
  readonly source: string
  /** So far, days counted whose amounts may still change. */
  readonly actual: number
  /** Undefined where there is no complete day to expect anything from. */
  readonly expected: Band | undefined
  readonly method: PeriodEnd['method'] | undefined
  readonly early: boolean
  /** Each day of the period: `known` where it is, and what it is likely to come to. */
  readonly days: readonly { readonly day: string; readonly known: number | undefined; readonly likely: number }[]
}

export interface OutlookOptions {
  readonly period: Range
  readonly where?: readonly Filter[]
  readonly measure?: Measure
  /** UTC day. It is never complete. */
  readonly today: string
  /** What learns from a long history; left out, the week before is repeated. */
  readonly trained?: Method
}

/** First day that `outlookOf` asks for. */
export const outlookSince = ({ since }: Range, today: string): string => [since, historySince(today)].sort()[0]!

/** One for each source, currency and grade: what one source does not know is not zero of another. */
export async function outlookOf(ask: Ask, options: OutlookOptions): Promise<readonly Outlook[]> {
  const { period, where, today } = options
  const range = { since: outlookSince(period, today), until: [period.until, dayAfter(today)].sort()[0]! }
  const [states, rows] = [
    await ask({ ask: 'sources' }),
    await ask({ ask: 'spend', by: ['day', 'source'], where, ...range }),
  ]
  return states.flatMap((state) =>
    apart(rows.filter(({ dimensions }) => dimensions.source === state.source)).map(({ currency, grade, rows }) => ({
      currency,
      grade,
      ...ofSource(state, rows, range, options),
    })),
  )
}

function ofSource(state: SourceState, rows: readonly Spend[], range: Range, options: OutlookOptions) {
  const { period, measure, today, trained } = options
  const amounts = new Map(rows.map((row) => [row.dimensions.day ?? '', amountOf(row, measure)]))
  // The source tells of every day up to its last: one without such a charge is zero.
  const until = [dayAfter(state.until), range.until].sort()[0]!
  const told: Point[] = daysOf({ since: [...amounts.keys()].sort()[0]!, until }).map((day) => ({
    day,
    amount: amounts.get(day) ?? 0,
  }))
  const firstUnsure = [state.estimatedSince ?? '9999', today].sort()[0]!
  const daily = {
    ...{ currency: rows[0]!.currency, grade: rows[0]!.grade },
    complete: told.filter(({ day }) => day < firstUnsure),
    estimated: told.filter(({ day }) => day >= firstUnsure),
  }
  const ended = periodEnd(daily, period, trained)
  const actual = total(told.filter(({ day }) => day >= period.since && day < period.until).map(({ amount }) => amount))
  const isNeverBack = told.every(({ amount }) => amount >= 0)
  const known = new Map(told.map(({ day, amount }) => [day, amount]))
  const likely = new Map(ended?.days.map(({ day, amount }) => [day, amount.likely]))
  return {
    source: state.source,
    actual,
    expected: ended && (isNeverBack ? atLeast(ended.expected, actual) : ended.expected),
    method: ended?.method,
    early: ended?.early ?? false,
    days: daysOf(period).map((day) => ({ day, known: known.get(day), likely: likely.get(day) ?? known.get(day) ?? 0 })),
  }
}

/** Where nothing ever was given back, what is spent stays spent. */
const atLeast = ({ low, likely, high }: Band, spent: number): Band => ({
  low: Math.max(low, spent),
  likely: Math.max(likely, spent),
  high: Math.max(high, spent),
})
