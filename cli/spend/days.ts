import type { BillingClient } from '../../billing/client.ts'
import { dayAfter } from '../../billing/range.ts'
import { rangeText } from '../../billing/report/table.ts'
import type { Range } from '../../billing/source.ts'
import type { Picked } from './picked.ts'
import { isFiles, type Reading } from './read.ts'

/** The days that are looked at, and what is to be said of them. */
export interface Days {
  readonly range: Range
  readonly notes: readonly string[]
}

/** Those that were asked for; where files alone were read and no day is named, all of theirs. Asked when everything is loaded. */
export async function daysOf(
  command: Reading & Picked,
  range: Range,
  client: Pick<BillingClient, 'ask'>,
): Promise<Days> {
  const totals = await client.ask({ ask: 'totals' })
  if ('is' in totals || totals.length === 0) return { range, notes: [] }
  const all = {
    since: totals.map(({ since }) => since).sort()[0]!,
    until: dayAfter(
      totals
        .map(({ until }) => until)
        .sort()
        .at(-1)!,
    ),
  }
  if (command.since === undefined && command.until === undefined && isFiles(command)) return { range: all, notes: [] }
  const isOutside = all.until <= range.since || all.since >= range.until
  const note = `What was read is of ${rangeText(all)}, nothing of ${rangeText(range)}: --since and --until name other days.`
  return { range, notes: isOutside ? [note] : [] }
}
