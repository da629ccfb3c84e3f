import type { BudgetState, Crossed, GradeState } from '../analysis/budgets.ts'
import { shownRange } from '../range.ts'
import type { ProviderBudget } from '../signals/signal.ts'
import { providerBudgetText } from './providers.ts'
import { money, percent, rangeText } from './table.ts'

export const budgetsDocument = (states: readonly BudgetState[]) => ({
  budgets: states.map(({ period, ...budget }) => ({ ...budget, period: shownRange(period) })),
})

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
  return [`  ${marked}${money(actual)} spent, ${percent(used)}; ${ahead}`, ...crossed.map(crossedLine)]
}

const crossedLine = ({ of, percent: reached, on }: Crossed) =>
  of === 'actual' ? `  ! ${reached} % was reached on ${on}` : `  ! ${reached} % is expected to be reached on ${on}`
