import { around, dayAfter, earlier, later, without } from '../range.ts'
import { rangeText } from '../report/table.ts'
import type { Range } from '../source.ts'
import type { LoadState } from '../store.ts'

/** Sentences: days of the range for which a source was not read, and those of which a newer reading broke off. */
export const notRead = (loads: readonly LoadState[], range: Range): string[] =>
  loads.flatMap((load) => (load.covers ? missing({ ...load, covers: load.covers }, range) : []))

type ReadByDays = LoadState & Required<Pick<LoadState, 'covers'>>

function missing(load: ReadByDays, range: Range): string[] {
  const { source, covers } = load
  const read = around(covers)
  if (!read) return [`${source} was not read for ${rangeText(range)}: these days are not in the totals.`]
  const between = [{ since: later(read.since, range.since), until: earlier(read.until, range.until) }]
  return [
    ...(read.since > range.since
      ? [`${source} was read from ${read.since} on: days before are not in the totals.`]
      : []),
    ...without(between, covers).map(
      (gap) => `${source} was not read for ${rangeText(gap)}: these days are not in the totals.`,
    ),
    ...(read.until < range.until
      ? [`${source} was read until ${dayAfter(read.until, -1)}: days after are not in the totals.`]
      : []),
    ...stale(load).map((days) => asBefore(source, days)),
  ]
}

/** Sentences, whatever range is looked at: a reading broke off, and these days of it have not come. */
export const brokenOff = (loads: readonly LoadState[]): string[] =>
  loads.flatMap((load) => [
    ...without(load.due ?? [], load.covers ?? []).map(
      (days) =>
        `${load.source} is not read yet for ${rangeText(days)}, as the reading broke off: these days are not in the totals. The next reading goes on there.`,
    ),
    ...stale(load).map((days) => asBefore(load.source, days)),
  ])

/** Days that are there as an earlier reading found them. */
const stale = ({ due = [], covers = [] }: LoadState) => without(due, without(due, covers))

const asBefore = (source: string, days: Range) =>
  `${source} was to be read anew for ${rangeText(days)}, and the reading broke off: these days are as they were before.`
