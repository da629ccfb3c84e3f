import type { SourceState } from './questions.ts'
import { around, dayAfter, historySince } from './range.ts'
import type { Range } from './source.ts'
import type { LoadState } from './store.ts'

/** Days that are read again although nothing says that they may change: providers correct without a word. */
const again = 3

export interface Known {
  /** Of the source's last load; undefined: none. */
  readonly load?: LoadState
  /** What the store holds of it. */
  readonly state?: Pick<SourceState, 'estimatedSince'>
  /** UTC: `2026-11-20`. */
  readonly today: string
  /** The first day that is wanted; left out: what is there already, else the history. */
  readonly since?: string
}

/**
 * Days to ask a source for: those not read yet, those whose amounts may still change, and the last few in any case. What an
 * earlier reading asked for and did not get is asked for besides.
 */
export function daysToRead({ load, state, today, since }: Known): Range {
  const until = dayAfter(today, 1)
  const read = around(load?.covers ?? [])
  if (!read) return { since: since ?? historySince(today), until }
  const asked = around([read, ...(load?.due ?? [])])!
  if (since !== undefined && since < asked.since) return { since, until }
  const settled = dayAfter(read.until, -again)
  const [from] = [state?.estimatedSince ?? settled, settled].sort()
  return { since: [from!, read.since].sort()[1]!, until }
}
