import type { Range } from './source.ts'
import type { LoadState, Replaces } from './store.ts'

interface Told {
  readonly problems: readonly string[]
  readonly origin?: string
  /** ISO. */
  readonly at: string
}

/** What is known of a source after a load: the days read so far grow where the new ones touch them. */
export function stateAfter(
  before: LoadState | undefined,
  { source, since, until }: Replaces,
  { problems, origin, at }: Told,
): LoadState {
  const read = since === undefined || until === undefined ? undefined : { since, until }
  const covers = read && (before?.covers && touch(before.covers, read) ? joined(before.covers, read) : read)
  return { source, at, problems: shortened(problems), ...(origin && { origin }), ...(covers && { covers }) }
}

/** Every question reads what is kept with the loads. */
const most = 100
const shortened = (problems: readonly string[]) =>
  problems.length > most ? [...problems.slice(0, most), `And ${problems.length - most} more of the kind.`] : problems

const touch = (a: Range, b: Range) => a.since <= b.until && b.since <= a.until
const joined = (a: Range, b: Range): Range => ({
  since: [a.since, b.since].sort()[0]!,
  until: [a.until, b.until].sort()[1]!,
})

/** In the order of the sources. */
export const withState = (loads: readonly LoadState[], state: LoadState): LoadState[] =>
  [...loads.filter(({ source }) => source !== state.source), state].sort((a, b) => (a.source < b.source ? -1 : 1))
