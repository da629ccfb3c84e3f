import { readMetrics } from '../../billing/analysis/metrics-read.ts'
import { unitsOf } from '../../billing/analysis/units.ts'
import type { SpendSchemas } from '../../billing/report/schema.ts'
import { headed } from '../../billing/report/table.ts'
import { unitsCsv, unitsDocument, unitsText } from '../../billing/report/units.ts'
import { noSpendSettings } from '../../core/config/spend.ts'
import { printJson } from '../../core/report/json.ts'
import type { Exit, Out } from '../output.ts'
import { type Analysis, analyse } from '../spend/analyse.ts'
import type { SpendTools } from '../spend/read.ts'

export interface UnitCommand extends Analysis {
  readonly format: 'text' | 'json' | 'csv'
}

/** What one request, user or million tokens costs. @returns 0; 2 where something could not be read */
export async function runUnit(command: UnitCommand, tools: SpendTools, out: Out): Promise<Exit> {
  const { settings = noSpendSettings } = tools
  const { metrics, wrong, problems } = await readMetrics(settings.metrics)
  for (const sentence of [...wrong, ...problems]) out.tell(sentence)
  const exit = await analyse(command, tools, out, {
    answer: async (ask, { range, where }) => ({
      range,
      units: await unitsOf(ask, metrics, range, { where, today: tools.today }),
    }),
    print: ({ range, units }, about) => {
      if (command.format === 'text') return headed(range, unitsText(units))
      if (command.format === 'csv') return unitsCsv(units)
      const all = [...about.problems, ...wrong, ...problems]
      return printJson({
        schema: 1,
        asOf: about.asOf,
        ...unitsDocument(units),
        problems: all,
      } satisfies SpendSchemas['unit'])
    },
  })
  return wrong.length > 0 ? 2 : exit
}
