import { budgetsOf } from '../../billing/analysis/budgets.ts'
import { outlookSince } from '../../billing/analysis/outlook.ts'
import { periodAround } from '../../billing/analysis/period.ts'
import type { Method } from '../../billing/forecast/method.ts'
import { dayAfter } from '../../billing/range.ts'
import { budgetsText } from '../../billing/report/budgets.ts'
import { noSpendSettings } from '../../core/config/spend.ts'
import { printJson } from '../../core/report/json.ts'
import type { Exit, Out } from '../output.ts'
import { analyse, shownRange, told } from '../spend/analyse.ts'
import type { Reading, SpendTools } from '../spend/read.ts'

export interface BudgetsCommand extends Reading {
  readonly format: 'text' | 'json'
}

/** Where the budgets of outlay.json stand. @returns 1 where a threshold is reached, or expected to be; 2 where something could not be read */
export async function runBudgets(command: BudgetsCommand, tools: SpendTools, trained: Method, out: Out): Promise<Exit> {
  const { today, settings = noSpendSettings } = tools
  if (settings.budgets.length === 0)
    return told(
      out,
      'There is no budget: write one in outlay.json, "spend": { "budgets": [{ "name": "all", "amount": 1000, "period": "month" }] }.',
    )
  const first = settings.budgets.map(({ period }) => outlookSince(periodAround(today, period), today)).sort()[0]!
  return analyse(command, tools, out, {
    reads: () => ({ since: first, until: dayAfter(today) }),
    answer: (ask) => budgetsOf(ask, settings.budgets, { today, trained }),
    print: (budgets, { asOf, problems }) =>
      command.format === 'text'
        ? budgetsText(budgets)
        : printJson({
            schema: 1,
            asOf,
            budgets: budgets.map(({ period, ...budget }) => ({ ...budget, period: shownRange(period) })),
            problems,
          }),
    exit: (budgets) => (budgets.some(({ states }) => states.some(({ crossed }) => crossed.length > 0)) ? 1 : 0),
  })
}
