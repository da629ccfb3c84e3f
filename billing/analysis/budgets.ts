import { plus } from '../../core/band.ts'
import type { Budget } from '../../core/config/spend-budget-schema.ts'
import type { Band } from '../../core/types.ts'
import type { Grade } from '../focus.ts'
import type { Method } from '../forecast/method.ts'
import type { SourceState } from '../questions.ts'
import { dayAfter } from '../range.ts'
import type { Range } from '../source.ts'
import { type Ask, apart, grouped, type Kind, type Measure, total } from './ask.ts'
import { type Outlook, outlookOf } from './outlook.ts'
import { periodAround } from './period.ts'
import { whereOf } from './where.ts'

/** What is left of a budget. Amounts are in its currency; spend of each grade is measured by itself. */
export interface BudgetState {
  readonly name: string
  readonly amount: number
  readonly currency: string
  readonly measure: Measure
  /** UTC days, `until` exclusive. */
  readonly period: Range
  /** One for each grade of spend; empty where nothing was spent. */
  readonly states: readonly GradeState[]
  /** Spend of the period in other currencies: not counted. */
  readonly uncounted: readonly (Kind & { readonly amount: number })[]
  /** What is not known, in sentences. */
  readonly notes: readonly string[]
}

export interface GradeState {
  readonly grade: Grade
  readonly actual: number
  /** Null where no day is complete. */
  readonly expected: Band | null
  /** 0 to 1, and above. */
  readonly used: number
  readonly crossed: readonly Crossed[]
}

export interface Crossed {
  readonly of: 'actual' | 'forecast'
  readonly percent: number
  /** The first day on which it is, or is expected to be, reached. */
  readonly on: string
}

export interface BudgetOptions {
  /** UTC. */
  readonly today: string
  readonly trained?: Method
}

export async function budgetsOf(ask: Ask, budgets: readonly Budget[], options: BudgetOptions): Promise<BudgetState[]> {
  const states: BudgetState[] = []
  for (const budget of budgets) states.push(await stateOf(ask, budget, options))
  return states
}

async function stateOf(ask: Ask, budget: Budget, { today, trained }: BudgetOptions): Promise<BudgetState> {
  const { name, amount, currency = 'USD', cost: measure = 'effective' } = budget
  const period = periodAround(today, budget.period)
  const outlooks = await outlookOf(ask, { period, where: whereOf(budget.where), measure, today, trained })
  const [own, others] = [
    outlooks.filter((outlook) => outlook.currency === currency),
    outlooks.filter((outlook) => outlook.currency !== currency && outlook.actual !== 0),
  ]
  const states = grouped(own, ({ grade }) => grade).map(([grade, of]) => ({ grade, ...sumOf(of, budget) }))
  const uncounted = apart(others).map(({ currency, grade, rows }) => ({
    currency,
    grade,
    amount: total(rows.map(({ actual }) => actual)),
  }))
  const notes = notesOf(await ask({ ask: 'sources' }), own, budget, { period, today })
  return { name, amount, currency, measure, period, states, uncounted, notes }
}

function sumOf(outlooks: readonly Outlook[], { amount, thresholds }: Budget): Omit<GradeState, 'grade'> {
  const actual = total(outlooks.map((outlook) => outlook.actual))
  const bands = outlooks.map(({ expected }) => expected)
  const expected = bands.every((band) => band !== undefined) ? bands.reduce(plus) : null
  const { actual: ofActual = thresholds ? [] : [100], forecast: ofForecast = thresholds ? [] : [100] } =
    thresholds ?? {}
  const reached = (percent: number, of: Crossed['of'], sum: number): Crossed[] =>
    sum < (amount * percent) / 100 ? [] : [{ of, percent, on: firstAt(outlooks, of, (amount * percent) / 100) }]
  return {
    actual,
    expected,
    used: actual / amount,
    crossed: [
      ...ofActual.flatMap((percent) => reached(percent, 'actual', actual)),
      ...(expected ? ofForecast.flatMap((percent) => reached(percent, 'forecast', expected.likely)) : []),
    ],
  }
}

/** The day on which the sum since the start of the period reaches the amount. */
function firstAt(outlooks: readonly Outlook[], of: Crossed['of'], amount: number): string {
  const days = outlooks[0]!.days
  let sum = 0
  for (const [index, { day }] of days.entries()) {
    sum += total(outlooks.map(({ days }) => (of === 'actual' ? (days[index]!.known ?? 0) : days[index]!.likely)))
    if (sum >= amount) return day
  }
  // Credits of later days, or the rounding of a sum: at the end it is reached all the same.
  return days.at(-1)!.day
}

/** Of a budget by filter, sources that have nothing of it are passed over: unless none has anything, and then any may be why. */
function notesOf(told: readonly SourceState[], own: readonly Outlook[], { where }: Budget, { period, today }: Span) {
  if (told.length === 0) return ['No source tells anything: what was spent is not known.']
  const has = new Set(own.map(({ source }) => source))
  const asked = where === undefined || has.size === 0 ? told : told.filter(({ source }) => has.has(source))
  return asked.flatMap(({ source, since, until }) => [
    ...(since > period.since
      ? [`${source} tells nothing before ${since}: what was spent since ${period.since} may be more.`]
      : []),
    // Most providers are a day or two behind.
    ...(until < dayAfter(today, -3)
      ? [`${source} tells nothing after ${until}: what was spent since is expected, not known.`]
      : []),
  ])
}

interface Span {
  readonly period: Range
  readonly today: string
}
