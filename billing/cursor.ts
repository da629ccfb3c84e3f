import { isRecord } from '../core/record.ts'
import type { Ask, Fetched, SourceIo } from './source.ts'

/**
 * Pages that say `has_more` and name the next one as `next_page`, which goes into `page`: OpenAI's and Anthropic's way.
 * What a page tells stands in no other one: one that comes twice would be counted twice.
 */
export async function* cursorPages(provider: string, io: SourceIo, ask: Ask): AsyncIterable<Fetched> {
  const seen = new Set<string>()
  const told = new Set<string>()
  for (let cursor: string | undefined; ; ) {
    const got = await io.ask(cursor === undefined ? ask : { ...ask, query: [...(ask.query ?? []), ['page', cursor]] })
    if (got.is === 'page' && isRecord(got.body) && Array.isArray(got.body.data) && got.body.data.length > 0) {
      const data = JSON.stringify(got.body.data)
      if (told.has(data)) {
        const message = `${provider} sent the same page of costs twice: nothing was loaded. Retry.`
        yield { is: 'failed', failure: { kind: 'answer', message } }
        return
      }
      told.add(data)
    }
    yield got
    if (got.is === 'failed' || !isRecord(got.body) || got.body.has_more !== true) return
    const next = got.body.next_page
    if (typeof next !== 'string' || seen.has(next)) {
      const message = `${provider} says there are more costs but not where: nothing was loaded.`
      yield { is: 'failed', failure: { kind: 'answer', message } }
      return
    }
    seen.add(next)
    cursor = next
  }
}
