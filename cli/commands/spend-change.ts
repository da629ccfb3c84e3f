import { changeOf, comparable } from '../../billing/analysis/change.ts'
import { previous } from '../../billing/analysis/period.ts'
import { changeCsv, changeText } from '../../billing/report/change.ts'
import { rangeText } from '../../billing/report/table.ts'
import { printJson } from '../../core/report/json.ts'
import { dimensionsText, isDimension } from '../../core/spend-dimensions.ts'
import type { Exit, Out } from '../output.ts'
import { type Analysis, analyse, shownRange, told } from '../spend/analyse.ts'
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
  const before = (now: { since: string; until: string }) => written ?? previous(now)
  return analyse(command, tools, out, {
    reads: (now) => ({
      since: [before(now).since, now.since].sort()[0]!,
      until: [before(now).until, now.until].sort()[1]!,
    }),
    answer: async (ask, { range: now, where }) => {
      const options = { by, now, before: before(now), where, measure }
      const notes = await comparable(ask, options)
      if (notes === undefined)
        return `No source tells of ${rangeText(options.before)}: there is nothing to compare with.`
      return { by, measure, before: options.before, now, changes: await changeOf(ask, options), notes }
    },
    print: (answer, { asOf, problems }) =>
      format === 'text'
        ? changeText(answer, top)
        : format === 'csv'
          ? changeCsv(answer)
          : printJson({
              schema: 1,
              asOf,
              ...answer,
              before: shownRange(answer.before),
              now: shownRange(answer.now),
              problems,
            }),
  })
}
