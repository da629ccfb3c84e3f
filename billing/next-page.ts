import type { Ask, Fetched, SourceIo } from './source.ts'

/**
 * Pages that each name the next one, until one names none. A name that comes a second time is a failure: asking on would never
 * end, and what is left of the answer would be missing. `next`: undefined for the first page, where that is not there yet.
 */
export async function* followedPages(
  provider: string,
  io: SourceIo,
  ask: (next: string | undefined) => Ask,
  nextIn: (body: unknown) => string | undefined,
  first?: Fetched,
): AsyncIterable<Fetched> {
  const seen = new Set<string>()
  for (let next: string | undefined; ; ) {
    const got = next === undefined && first ? first : await io.ask(ask(next))
    yield got
    next = got.is === 'page' ? nextIn(got.body) : undefined
    if (next === undefined) return
    if (seen.has(next)) {
      const message = `${provider} names the same next page twice: nothing was loaded.`
      return yield { is: 'failed', failure: { kind: 'answer', message } }
    }
    seen.add(next)
  }
}
