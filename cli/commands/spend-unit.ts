import { readFile } from 'node:fs/promises'
import { readSeries } from '../../billing/analysis/metric-file.ts'
import type { NamedMetric } from '../../billing/analysis/unit-costs.ts'
import { unitsOf } from '../../billing/analysis/units.ts'
import { unitsCsv, unitsText } from '../../billing/report/units.ts'
import { noSpendSettings } from '../../core/config/spend.ts'
import type { Metric } from '../../core/config/spend-metric-schema.ts'
import { printJson } from '../../core/report/json.ts'
import type { Exit, Out } from '../output.ts'
import { type Analysis, analyse, shownRange } from '../spend/analyse.ts'
import type { SpendTools } from '../spend/read.ts'

export interface UnitCommand extends Analysis {
  readonly format: 'text' | 'json' | 'csv'
}

/** What one request, user or million tokens costs. @returns 0; 2 where something could not be read */
export async function runUnit(command: UnitCommand, tools: SpendTools, out: Out): Promise<Exit> {
  const { settings: { metrics } = noSpendSettings } = tools
  const wrong: string[] = []
  const problems: string[] = []
  const named: NamedMetric[] = []
  for (const metric of metrics) {
    const read = await seriesOf(metric)
    if (read.is === 'wrong') wrong.push(`${metric.name}: ${read.message}`)
    else {
      problems.push(...read.problems)
      named.push({ metric, ...(read.days ? { series: read.days } : {}) })
    }
  }
  for (const sentence of [...wrong, ...problems]) out.tell(sentence)
  const exit = await analyse(command, tools, out, {
    answer: (ask, { range, where }) => unitsOf(ask, named, range, where),
    print: (units, about) => {
      if (command.format === 'text') return unitsText(units)
      if (command.format === 'csv') return unitsCsv(units)
      const { range, ...rest } = units
      const all = [...about.problems, ...wrong, ...problems]
      return printJson({ schema: 1, asOf: about.asOf, period: shownRange(range), ...rest, problems: all })
    },
  })
  return wrong.length > 0 ? 2 : exit
}

async function seriesOf(metric: Metric) {
  if (metric.file === undefined) return { is: 'series', days: undefined, problems: [] } as const
  try {
    return readSeries(metric.file, await readFile(metric.file, 'utf8'), metric.is === 'tokens' ? 'tokens' : 'calls')
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    return { is: 'wrong', message: `${metric.file} cannot be read${why}. It is named in outlay.json.` } as const
  }
}
