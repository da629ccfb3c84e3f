import { commitmentsOf } from '../../billing/analysis/commitments.ts'
import { commitmentsCsv, commitmentsDocument, commitmentsText } from '../../billing/report/commitments.ts'
import type { SpendSchemas } from '../../billing/report/schema.ts'
import { headed } from '../../billing/report/table.ts'
import { printJson } from '../../core/report/json.ts'
import type { Exit, Out } from '../output.ts'
import { type Analysis, analyse } from '../spend/analyse.ts'
import type { SpendTools } from '../spend/read.ts'

export interface CommitmentsCommand extends Analysis {
  readonly format: 'text' | 'json' | 'csv'
}

/** Commitments used and wasted, and what they cover. @returns 0; 2 where something could not be read */
export async function runCommitments(command: CommitmentsCommand, tools: SpendTools, out: Out): Promise<Exit> {
  return analyse(command, tools, out, {
    answer: async (ask, { range, where }) => ({ range, ...(await commitmentsOf(ask, range, where)) }),
    print: ({ range, ...answer }, { asOf, problems }) =>
      command.format === 'text'
        ? headed(range, commitmentsText(answer))
        : command.format === 'csv'
          ? commitmentsCsv(answer)
          : printJson({
              schema: 1,
              asOf,
              ...commitmentsDocument(answer, range),
              problems,
            } satisfies SpendSchemas['commitments']),
  })
}
