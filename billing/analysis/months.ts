import { dailyOf } from '../forecast/days.ts'
import type { Method } from '../forecast/method.ts'
import { type MonthEnd, monthEnd } from '../forecast/month-end.ts'
import type { Filter } from '../questions.ts'
import { historySince } from '../range.ts'
import type { Range } from '../source.ts'
import type { Ask } from './ask.ts'

/** A month of one source. */
export interface SourceMonth extends MonthEnd {
  readonly source: string
}

/** The days that what is to come, and what is unusual, is learnt from: of today a part is known, and nobody says which. */
export const learntFrom = (today: string): Range => ({ since: historySince(today), until: today })

/** What the month of `today` will come to; a sentence where there is nothing to tell that from. */
export async function monthsOf(
  ask: Ask,
  today: string,
  trained?: Method,
  where?: readonly Filter[],
): Promise<readonly SourceMonth[] | string> {
  const range = learntFrom(today)
  const rows = await ask({ ask: 'spend', by: ['day', 'source'], where, ...range })
  // Each source by itself: one that begins later, or ends earlier, than another is unknown there and not zero.
  const bySource = new Set(rows.map(({ dimensions }) => dimensions.source ?? ''))
  const months = [...bySource].flatMap((source) =>
    dailyOf(rows.filter(({ dimensions }) => dimensions.source === source)).flatMap((daily) => {
      const month = monthEnd(daily, today, trained)
      return month ? [{ ...month, source }] : []
    }),
  )
  return months.length > 0
    ? months
    : `No complete day of spend since ${range.since}: there is nothing to forecast from.`
}
