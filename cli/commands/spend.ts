import { sameName } from '../../billing/analysis/same-name.ts'
import { untaggedOf } from '../../billing/analysis/untagged.ts'
import { shownRange } from '../../billing/range.ts'
import { spendDocument, spendText } from '../../billing/report/spend.ts'
import type { ExportFormat } from '../../billing/store.ts'
import { printJson } from '../../core/report/json.ts'
import { type Dimension, dimensionsText, isDimension } from '../../core/spend-dimensions.ts'
import type { Exit, Out } from '../output.ts'
import { told } from '../spend/analyse.ts'
import { answered } from '../spend/answered.ts'
import { daysOf } from '../spend/days.ts'
import { type Picked, pickedOf } from '../spend/picked.ts'
import { type Reading, readSpend, type SpendTools } from '../spend/read.ts'
import { exportSpend } from './spend-export.ts'

export interface SpendCommand extends Reading, Picked {
  readonly by: readonly string[]
  readonly format: 'text' | 'json' | 'csv' | ExportFormat
  /** Where `focus` and `parquet` go; left out: standard output. */
  readonly out?: string
}

/** @returns 0, or 2 where something that was asked for could not be read; what could be read is printed all the same */
export async function runSpend(command: SpendCommand, tools: SpendTools, out: Out): Promise<Exit> {
  const { format, by } = command
  const wrong = by.find((name) => !isDimension(name))
  if (wrong !== undefined) return told(out, `"${wrong}" is nothing spend can be listed by: ${dimensionsText}.`)
  if (format === 'parquet' && command.out === undefined && out.isTerminal)
    return told(out, 'Parquet is no text: name a file with --out, or send it to one.')
  if (command.out !== undefined && format !== 'focus' && format !== 'parquet')
    return told(out, '--out is for --format focus and parquet.')
  const picked = pickedOf(command, tools.today)
  if (typeof picked === 'string') return told(out, picked)
  const { where } = picked
  const read = await readSpend(command, picked.range, tools, out)
  if (typeof read === 'string') return told(out, read)
  if (read.isEmpty && format !== 'json') return 2
  const { range, notes: outside } = await daysOf(command, picked.range, tools.client)
  if (format === 'focus' || format === 'parquet') {
    for (const note of [...read.notes, ...outside]) out.tell(note)
    const failed = await exportSpend({ ...command, format, within: { ...range, where } }, tools, out)
    return failed !== undefined ? told(out, failed) : read.failed ? 2 : 0
  }
  const dimensions = by as readonly Dimension[]
  const [rows, totals] = [
    await tools.client.ask({ ask: 'spend', by: dimensions, where, ...range }),
    await tools.client.ask({ ask: 'totals', where, ...range }),
  ]
  if ('is' in rows) return told(out, rows.failure.message)
  if ('is' in totals) return told(out, totals.failure.message)
  const tags = dimensions.filter((dimension) => dimension.startsWith('tag:')).map((dimension) => dimension.slice(4))
  const untagged = await answered(tools.client, (ask) => untaggedOf(ask, tags, range, where))
  if (typeof untagged === 'string') return told(out, untagged)
  const same = await answered(tools.client, (ask) => sameName(ask, dimensions, range, where))
  if (typeof same === 'string') return told(out, same)
  const notes = [...outside, ...same]
  const document = spendDocument({
    asOf: read.asOf ?? new Date().toISOString(),
    period: shownRange(range),
    rows,
    totals,
    untagged,
    problems: [...read.problems, ...notes],
  })
  if (format === 'json') out.print(printJson(document))
  else {
    for (const problem of [...read.notes, ...notes]) out.tell(problem)
    out.print(spendText(document, dimensions, format, read.failed))
  }
  return read.failed ? 2 : 0
}
