import { joined, without } from './range.ts'
import type { Range } from './source.ts'
import type { LoadState, Replaces } from './store.ts'

interface Told {
  readonly problems: readonly string[]
  readonly origin?: string
  /** Days that the same reading asks for next. */
  readonly rest?: readonly Range[]
  /** ISO. */
  readonly at: string
}

/** What is known of a source after a load: which days were read, and which were asked for and have not come. */
export function stateAfter(
  before: LoadState | undefined,
  { source, since, until }: Replaces,
  { problems, origin, rest = [], at }: Told,
): LoadState {
  const told = { source, at, problems: shortened(problems), ...(origin && { origin }) }
  if (since === undefined || until === undefined) return told
  const read = { since, until }
  const due = without([...(before?.due ?? []), ...rest], [read])
  return { ...told, covers: joined([...(before?.covers ?? []), read]), ...(due.length > 0 && { due }) }
}

/** Every question reads what is kept with the loads. */
const most = 100
const shortened = (problems: readonly string[]) =>
  problems.length > most ? [...problems.slice(0, most), `And ${problems.length - most} more of the kind.`] : problems

/** In the order of the sources. */
export const withState = (loads: readonly LoadState[], state: LoadState): LoadState[] =>
  [...loads.filter(({ source }) => source !== state.source), state].sort((a, b) => (a.source < b.source ? -1 : 1))

/** As it was kept: stores that were written before had one stretch of days. */
export type KeptState = Omit<LoadState, 'covers'> & { readonly covers?: Range | readonly Range[] }

export function stateFrom({ covers, ...state }: KeptState): LoadState {
  if (covers === undefined) return state
  return { ...state, covers: 'since' in covers ? [covers] : covers }
}
