import { allocationOf } from '../../billing/analysis/allocation.ts'
import { toWrite, writtenWords } from '../../billing/analysis/to-write.ts'
import { allocationCsv, allocationDocument, allocationText } from '../../billing/report/allocation.ts'
import type { SpendSchemas } from '../../billing/report/schema.ts'
import { headed } from '../../billing/report/table.ts'
import { noSpendSettings } from '../../core/config/spend.ts'
import { printJson } from '../../core/report/json.ts'
import type { Exit, Out } from '../output.ts'
import { type Analysis, analyse, told } from '../spend/analyse.ts'
import type { SpendTools } from '../spend/read.ts'

export interface AllocationCommand extends Omit<Analysis, 'where'> {
  readonly format: 'text' | 'json' | 'csv'
}

/** Shared cost, split by the rules of outlay.json. @returns 0; 2 where something could not be read */
export async function runAllocation(command: AllocationCommand, tools: SpendTools, out: Out): Promise<Exit> {
  const { settings: { allocation: rules } = noSpendSettings } = tools
  if (rules.length === 0) return told(out, writtenWords(toWrite.allocation))
  return analyse(command, tools, out, {
    answer: async (ask, { range }) => ({ range, ...(await allocationOf(ask, rules, range)) }),
    print: ({ range, ...answer }, { asOf, problems }) => {
      if (command.format === 'text') return headed(range, allocationText(answer))
      if (command.format === 'csv') return allocationCsv(answer)
      return printJson({
        schema: 1,
        asOf,
        ...allocationDocument(answer, range),
        problems,
      } satisfies SpendSchemas['allocation'])
    },
  })
}
