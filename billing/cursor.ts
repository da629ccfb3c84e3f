import { isRecord } from './json.ts'
import type { Ask, Fetched, SourceIo } from './source.ts'

/** Pages that say `has_more` and name the next one as `next_page`, which goes into `page`: OpenAI's and Anthropic's way. */
export async function* cursorPages(provider: string, io: SourceIo, ask: Ask): AsyncIterable<Fetched> {
  const seen = new Set<string>()
  for (let cursor: string | undefined; ; ) {
    const got = await io.ask(cursor === undefined ? ask : { ...ask, query: [...(ask.query ?? []), ['page', cursor]] })
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
