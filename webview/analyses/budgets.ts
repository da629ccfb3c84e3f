import { html, type TemplateResult } from 'lit'
import type { BudgetsView } from '../analysis-protocol.ts'
import { date, days, money, percent } from '../format.ts'
import { gradeWords } from '../spend.ts'
import { amount, meter, row, share, type Ways, words } from './parts.ts'

type Budget = BudgetsView['budgets'][number]
type State = Budget['states'][number]

export function budgetsView({ budgets }: BudgetsView, ways: Ways): TemplateResult {
  if (budgets.length === 0) return html``
  const states = budgets.flatMap((budget) => budget.states.map((state) => ({ budget, state })))
  return html`<ul class="plain">${budgets.map(budgetView)}</ul>
    ${ways.table({
      id: 'budgets',
      caption: 'Budgets of outlay.json',
      columns: ['Budget', 'Amount', 'Spent', 'Used', 'Expected', 'At least', 'At most', 'Grade'],
      rows: states.map(({ budget, state }) =>
        row(
          words(budget.name),
          amount(budget.amount, budget),
          amount(state.actual, budget),
          share(state.used),
          ...[state.expected?.likely, state.expected?.low, state.expected?.high].map((value) => amount(value, budget)),
          words(gradeWords[state.grade]),
        ),
      ),
    })}`
}

function budgetView(budget: Budget): TemplateResult {
  const { name, currency, measure, period, states, uncounted, notes } = budget
  return html`<li>
    <strong>${name}</strong>
    <span class="muted">${money(budget.amount, currency)}${measure === 'billed' ? ', billed' : ''}, ${days(period)}</span>
    ${states.length === 0 ? html`<p>Nothing is spent of it in ${currency}.</p>` : states.map((state) => stateView(state, budget))}
    ${uncounted.map((other) => html`<p class="note warning">Not counted: ${money(other.amount, other.currency)}, which is another currency.</p>`)}
    ${notes.map((note) => html`<p class="note warning">${note}</p>`)}
  </li>`
}

function stateView(state: State, { name, amount: whole, currency }: Budget): TemplateResult {
  const { grade, actual, used, expected, crossed } = state
  const marked = grade === 'invoice' ? '' : ` (${gradeWords[grade]})`
  const ahead = expected
    ? `${money(expected.likely, currency)} expected, ${money(expected.low, currency)} to ${money(expected.high, currency)}`
    : 'no complete day to expect anything from'
  const said = `${money(actual, currency)} spent${marked}, ${percent(used)} of the budget; ${ahead}`
  const likely = expected?.likely ?? 0
  const parts = [
    { part: likely, look: 'expected' },
    { part: actual, look: actual > whole ? 'over' : 'known' },
  ] as const
  return html`${meter(`${name}: ${said}`, parts, Math.max(whole, likely, actual) * 1.05, whole)}
    <p>${said}.</p>
    ${crossed.map(({ of, percent: reached, on }) =>
      of === 'actual'
        ? html`<p class="note failed">${reached}% was reached on ${date(on)}.</p>`
        : html`<p class="note warning">${reached}% is expected to be reached on ${date(on)}.</p>`,
    )}`
}
