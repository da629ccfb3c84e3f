import { type BudgetState, budgetsOf } from '../../billing/analysis/budgets.ts'
import { outlookSince } from '../../billing/analysis/outlook.ts'
import { periodAround } from '../../billing/analysis/period.ts'
import { toWrite, writtenWords } from '../../billing/analysis/to-write.ts'
import type { Method } from '../../billing/forecast/method.ts'
import { dayAfter } from '../../billing/range.ts'
import { budgetsDocument, budgetsText } from '../../billing/report/budgets.ts'
import type { SpendSchemas } from '../../billing/report/schema.ts'
import { noSpendSettings } from '../../core/config/spend.ts'
import { printJson } from '../../core/report/json.ts'
import type { Exit, Out } from '../output.ts'
import { analyse, told } from '../spend/analyse.ts'
import type { Reading, SpendTools } from '../spend/read.ts'
import { hear } from '../spend/signals.ts'

export interface BudgetsCommand extends Reading {
  readonly format: 'text' | 'json'
}

/**
 * Where the budgets of outlay.json stand, and what providers say of theirs.
 * @returns 1 where a threshold of outlay.json is reached, or expected to be; 2 where something could not be read
 */
export async function runBudgets(command: BudgetsCommand, tools: SpendTools, trained: Method, out: Out): Promise<Exit> {
  const { today, settings: { budgets } = noSpendSettings } = tools
  const heard = await hear('budget', command, tools, out)
  const print = (states: readonly BudgetState[], asOf: string, problems: readonly string[]) =>
    command.format === 'text'
      ? budgetsText(states, heard.signals)
      : printJson({
          schema: 1,
          asOf,
          ...budgetsDocument(states),
          providers: heard.signals,
          problems: [...problems, ...heard.problems],
        } satisfies SpendSchemas['budgets'])
  if (command.format === 'text') for (const problem of heard.problems) out.tell(problem)
  if (budgets.length === 0 && heard.signals.length === 0) return told(out, writtenWords(toWrite.budgets))
  if (budgets.length === 0) {
    out.print(print([], new Date().toISOString(), []))
    return 0
  }
  const first = budgets.map(({ period }) => outlookSince(periodAround(today, period), today)).sort()[0]!
  return analyse(command, tools, out, {
    reads: () => ({ since: first, until: dayAfter(today) }),
    answer: (ask) => budgetsOf(ask, budgets, { today, trained }),
    print: (states, { asOf, problems }) => print(states, asOf, problems),
    exit: (states) => (states.some(({ states }) => states.some(({ crossed }) => crossed.length > 0)) ? 1 : 0),
  })
}
