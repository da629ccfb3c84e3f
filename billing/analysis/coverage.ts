import { dayAfter } from '../range.ts'
import type { Range } from '../source.ts'
import type { LoadState } from '../store.ts'

/** Sentences: days of the range for which a source was not read. */
export const notRead = (loads: readonly LoadState[], range: Range): string[] =>
  loads.flatMap(({ source, covers }) => [
    ...(covers && covers.since > range.since
      ? [`${source} was read from ${covers.since} on: days before are not in the totals.`]
      : []),
    ...(covers && covers.until < range.until
      ? [`${source} was read until ${dayAfter(covers.until, -1)}: days after are not in the totals.`]
      : []),
  ])
