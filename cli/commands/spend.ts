import { dayAfter } from '../../billing/range.ts'
import { spendDocument, spendText } from '../../billing/report/spend.ts'
import type { Range } from '../../billing/source.ts'
import { printJson } from '../../core/report/json.ts'
import { type Dimension, dimensionsText, isDimension } from '../../core/spend-dimensions.ts'
import type { Exit, Out } from '../output.ts'
import { type Reading, readSpend, type SpendTools } from '../spend/read.ts'

export interface SpendCommand extends Reading {
  readonly by: readonly string[]
  /** UTC days, both inclusive. */
  readonly since?: string
  readonly until?: string
  readonly format: 'text' | 'json' | 'csv'
}

/** @returns 0, or 2 where something that was asked for could not be read; what could be read is printed all the same */
export async function runSpend(command: SpendCommand, tools: SpendTools, out: Out): Promise<Exit> {
  const { format, by } = command
  const wrong = by.find((name) => !isDimension(name))
  if (wrong !== undefined) return told(out, `"${wrong}" is nothing spend can be listed by: ${dimensionsText}.`)
  const range = rangeOf(command, tools.today)
  if (range === undefined) return told(out, 'A day is written 2026-11-01, and --since is not after --until.')
  const read = await readSpend(command, range, tools, out)
  if (typeof read === 'string') return told(out, read)
  const dimensions = by as readonly Dimension[]
  const [rows, totals] = [
    await tools.client.ask({ ask: 'spend', by: dimensions, ...range }),
    await tools.client.ask({ ask: 'totals', ...range }),
  ]
  if ('is' in rows) return told(out, rows.failure.message)
  if ('is' in totals) return told(out, totals.failure.message)
  const document = spendDocument({ asOf: new Date().toISOString(), rows, totals, problems: read.problems })
  if (format === 'json') out.print(printJson(document))
  else {
    for (const problem of read.notes) out.tell(problem)
    out.print(spendText(document, dimensions, format))
  }
  return read.failed ? 2 : 0
}

function told(out: Out, sentence: string): Exit {
  out.tell(sentence)
  return 2
}

/** The last thirty days with today, where nothing is said. `until` of a range is exclusive. */
function rangeOf({ since, until }: SpendCommand, today: string): Range | undefined {
  const last = until ?? today
  const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
  if (!isDay(last) || (since !== undefined && !isDay(since))) return undefined
  const first = since ?? dayAfter(last, -29)
  return first > last ? undefined : { since: first, until: dayAfter(last) }
}
