import { dayAfter } from '../range.ts'
import type { Range } from '../source.ts'
import type { Ask } from './ask.ts'

/**
 * Exclusive: the day after the last that every source tells of. Days that one of them does not tell yet would make the whole
 * look cheap; a source that ended before the range is no longer waited for.
 */
export async function toldUntil(ask: Ask, { since, until }: Range): Promise<string> {
  const states = await ask({ ask: 'sources' })
  return [until, ...states.map((state) => dayAfter(state.until))].filter((day) => day > since).sort()[0]!
}

/**
 * The first day of the range that any source tells of: what came before costs nothing only because nobody tells. Of those
 * that begin later a sentence, as they may have cost nothing until then.
 */
export async function toldSince(ask: Ask, { since, until }: Range) {
  const states = (await ask({ ask: 'sources' })).filter((state) => state.until >= since && state.since < until)
  const [first = since] = states.map((state) => state.since).sort()
  const from = first > since ? first : since
  const later = states.filter((state) => state.since > from)
  return {
    since: from,
    notes: later.map(({ source, since }) => `${source} tells nothing before ${since}: what was spent may be more.`),
  }
}
