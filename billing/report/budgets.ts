import type { BudgetState, Crossed, GradeState } from '../analysis/budgets.ts'
import { shownRange } from '../range.ts'
import type { ProviderBudget } from '../signals/signal.ts'
import { providerBudgetText } from './providers.ts'
import type { SpendSchemas } from './schema.ts'
import { money, percent, rangeText } from './table.ts'

export const budgetsDocument = (states: readonly BudgetState[]) => ({
  budgets: states.map(({ period, ...budget }) => ({ ...budget, ...standing(budget), period: shownRange(period) })),
})

type Standing = Pick<SpendSchemas['budgets']['budgets'][number], 'limit' | 'actual' | 'forecast' | 'state'>

/** The budget at a glance. Spend of two grades is not added: then, and where nobody told it, it is null. */
function standing({ amount, states, notes }: Omit<BudgetState, 'period'>): Standing {
  const [only] = states
  const isKnown = states.length === 0 && notes.length === 0
  const of = new Set(states.flatMap(({ crossed }) => crossed.map((each) => each.of)))
  return {
    limit: amount,
    actual: states.length === 1 ? only!.actual : isKnown ? 0 : null,
    forecast: states.length === 1 ? only!.expected : null,
    state: of.has('actual') ? 'reached' : of.has('forecast') ? 'expected' : only || isKnown ? 'within' : 'unknown',
  }
}

export function budgetsText(budgets: readonly BudgetState[], providers: readonly ProviderBudget[]): string {
  return [...budgets.map(budgetText), ...providers.map(providerBudgetText)].join('')
}

function budgetText(budget: BudgetState): string {
  const { name, amount, currency, measure, period, states, uncounted, notes } = budget
  const lines = [
    `${name}: ${money(amount)} ${currency}${measure === 'billed' ? ' billed' : ''}, ${rangeText(period)}`,
    ...(states.length === 0
      ? [`  nothing is spent of it in ${currency}`]
      : states.flatMap((state) => gradeLines(state))),
    ...uncounted.map((other) => `  not counted: ${money(other.amount)} ${other.currency}`),
    ...notes.map((note) => `  ${note}`),
  ]
  return `${lines.join('\n')}\n`
}

function gradeLines({ grade, actual, used, expected, crossed }: GradeState): string[] {
  const marked = grade === 'invoice' ? '' : `${grade}: `
  const ahead = expected
    ? `${money(expected.likely)} expected (${money(expected.low)} to ${money(expected.high)})`
    : 'no complete day to expect anything from'
  return [
    `  ${marked}${money(actual)} spent, ${percent(used)}; ${ahead}`,
    ...crossed.filter((each) => !isReached(each, crossed)).map(crossedLine),
  ]
}

/** What was reached need not be expected any more. */
const isReached = ({ of, percent }: Crossed, crossed: readonly Crossed[]) =>
  of === 'forecast' && crossed.some((other) => other.of === 'actual' && other.percent === percent)

const crossedLine = ({ of, percent: reached, on }: Crossed) =>
  of === 'actual' ? `  ! ${reached} % was reached on ${on}` : `  ! ${reached} % is expected to be reached on ${on}`
