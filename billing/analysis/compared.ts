import type { Dimension } from '../../core/spend-dimensions.ts'
import type { Filter } from '../questions.ts'
import { dayAfter, daysOf } from '../range.ts'
import { rangeText } from '../report/table.ts'
import type { Range } from '../source.ts'
import type { Ask, Measure } from './ask.ts'
import { type Change, changeOf, comparable } from './change.ts'
import { previous } from './period.ts'
import { sameName } from './same-name.ts'
import { toldUntil } from './told.ts'

export interface Comparing {
  readonly by: Dimension
  readonly measure: Measure
  readonly range: Range
  /** Somebody named the first day, or the last: then it is not moved. */
  readonly named: { readonly since?: string | undefined; readonly until?: string | undefined }
  /** What it is compared with; left out: the period before. */
  readonly before?: Range | undefined
  readonly where?: readonly Filter[]
  /** UTC day. It is never complete. */
  readonly today: string
}

export interface Compared {
  readonly by: Dimension
  readonly measure: Measure
  readonly before: Range
  readonly now: Range
  readonly changes: readonly Change[]
  /** What is not told of the periods, in sentences. */
  readonly notes: readonly string[]
}

/** What spend changed by since the period before, and why; a sentence where nothing is told of that. */
export async function compared(ask: Ask, comparing: Comparing): Promise<Compared | string> {
  const { by, measure, range, named, where, today } = comparing
  const now = named.until === undefined ? await lately(ask, range, named.since, today) : range
  const before = comparing.before ?? previous(now)
  const options = { by, now, before, where, measure }
  const notes = await comparable(ask, options)
  if (notes === undefined) return `No source tells of ${rangeText(before)}: there is nothing to compare with.`
  const around = { since: before.since, until: now.until }
  const same = await sameName(ask, [by], around, where)
  return { by, measure, before, now, changes: await changeOf(ask, options), notes: [...notes, ...same] }
}

/** Days that sources may be behind, for which more is read before. */
export const mostBehind = 4

/** Where no last day is named: up to the last complete day that all tell of, and as many days as asked for. */
async function lately(ask: Ask, range: Range, since: string | undefined, today: string): Promise<Range> {
  const until = [await toldUntil(ask, range), today].sort()[0]!
  const behind = daysOf({ since: until, until: range.until }).length
  if (until <= range.since || (since === undefined && behind > mostBehind)) return range
  return { since: since ?? dayAfter(range.since, -behind), until }
}
