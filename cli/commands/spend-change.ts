import type { Ask } from '../../billing/analysis/ask.ts'
import { changeOf, comparable } from '../../billing/analysis/change.ts'
import { previous } from '../../billing/analysis/period.ts'
import { toldUntil } from '../../billing/analysis/told.ts'
import { dayAfter, daysOf } from '../../billing/range.ts'
import { changeCsv, changeText } from '../../billing/report/change.ts'
import { rangeText } from '../../billing/report/table.ts'
import type { Range } from '../../billing/source.ts'
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
      since: dayAfter([before(now).since, now.since].sort()[0]!, -mostBehind),
      until: [before(now).until, now.until].sort()[1]!,
    }),
    answer: async (ask, { range, where }) => {
      const now = command.until === undefined ? await lately(ask, range, command.since, tools.today) : range
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

/** Days that sources may be behind, for which more is read before. */
const mostBehind = 4

/** Where no last day is named: up to the last complete day that all tell of, and as many days as asked for. */
async function lately(ask: Ask, range: Range, since: string | undefined, today: string): Promise<Range> {
  const until = [await toldUntil(ask, range), today].sort()[0]!
  const behind = daysOf({ since: until, until: range.until }).length
  if (until <= range.since || (since === undefined && behind > mostBehind)) return range
  return { since: since ?? dayAfter(range.since, -behind), until }
}
