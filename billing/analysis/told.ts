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
