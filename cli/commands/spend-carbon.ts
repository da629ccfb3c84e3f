import { carbonOf } from '../../billing/analysis/carbon.ts'
import { carbonCsv, carbonDocument, carbonText } from '../../billing/report/carbon.ts'
import type { SpendSchemas } from '../../billing/report/schema.ts'
import { headed } from '../../billing/report/table.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import { printJson } from '../../core/report/json.ts'
import type { Exit, Out } from '../output.ts'
import { type Analysis, analyse } from '../spend/analyse.ts'
import type { SpendTools } from '../spend/read.ts'

export interface CarbonCommand extends Analysis {
  readonly format: 'text' | 'json' | 'csv'
}

/** Energy and emissions of what was used. @returns 0; 2 where something could not be read */
export async function runCarbon(command: CarbonCommand, tools: SpendTools, book: PriceBook, out: Out): Promise<Exit> {
  return analyse(command, tools, out, {
    answer: async (ask, { range, where }) => ({ range, ...(await carbonOf(ask, book, range, where)) }),
    print: ({ range, ...carbon }, { asOf, problems }) =>
      command.format === 'text'
        ? headed(range, carbonText(carbon))
        : command.format === 'csv'
          ? carbonCsv(carbon)
          : printJson({ schema: 1, asOf, ...carbonDocument(carbon, range), problems } satisfies SpendSchemas['carbon']),
  })
}
