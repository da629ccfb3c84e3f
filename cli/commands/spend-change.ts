import { compared, mostBehind } from '../../billing/analysis/compared.ts'
import { previous } from '../../billing/analysis/period.ts'
import { dayAfter } from '../../billing/range.ts'
import { changeCsv, changeDocument, changeText } from '../../billing/report/change.ts'
import type { SpendSchemas } from '../../billing/report/schema.ts'
import type { Range } from '../../billing/source.ts'
import { printJson } from '../../core/report/json.ts'
import { dimensionsText, isDimension } from '../../core/spend-dimensions.ts'
import type { Exit, Out } from '../output.ts'
import { type Analysis, analyse, told } from '../spend/analyse.ts'
import { writtenRange } from '../spend/picked.ts'
import type { SpendTools } from '../spend/read.ts'

export interface ChangeCommand extends Analysis {
  readonly by: string
  /** `2026-10-01..2026-10-31`. */
  readonly versus?: string
  readonly cost: 'effective' | 'billed'
  /** How many movers the text shows. */
  readonly top: number
  readonly format: 'text' | 'json' | 'csv'
}

/** What spend changed by since the period before, and why. @returns 0; 2 where something could not be read */
export async function runChange(command: ChangeCommand, tools: SpendTools, out: Out): Promise<Exit> {
  const { by, versus, cost: measure, top, format } = command
  if (!isDimension(by)) return told(out, `"${by}" is nothing spend can be listed by: ${dimensionsText}.`)
  const written = versus === undefined ? undefined : writtenRange(versus)
  if (versus !== undefined && !written) return told(out, 'A period is written 2026-10-01..2026-10-31.')
  const before = (now: Range) => written ?? previous(now)
  return analyse(command, tools, out, {
    reads: (now) => ({
      since: dayAfter([before(now).since, now.since].sort()[0]!, -mostBehind),
      until: [before(now).until, now.until].sort()[1]!,
    }),
    answer: (ask, { range, where }) =>
      compared(ask, { by, measure, range, named: command, before: written, where, today: tools.today }),
    print: (answer, { asOf, problems }) =>
      format === 'text'
        ? changeText(answer, top)
        : format === 'csv'
          ? changeCsv(answer)
          : printJson({ schema: 1, asOf, ...changeDocument(answer), problems } satisfies SpendSchemas['change']),
  })
}
