import type { SpendRow } from './focus.ts'
import { notKept } from './kept-to.ts'
import { dayAfter } from './range.ts'
import { type Connection, ioOf, type Outside } from './runner.ts'
import type { BillingSource, Failure, Provider, Range, Scope, SourceIo } from './source.ts'

export type Collected =
  | {
      readonly is: 'rows'
      readonly rows: readonly SpendRow[]
      readonly problems: readonly string[]
      /** Those of the problems that say what made no row. */
      readonly unread: readonly string[]
      readonly pages: number
    }
  | { readonly is: 'failed'; readonly failure: Failure }

/** All pages of one source. All or nothing: a failure half way loads nothing, so that no total is silently short. */
export async function collect(
  source: BillingSource,
  connection: Connection,
  range: Range,
  outside: Outside,
  signal: AbortSignal,
): Promise<Collected> {
  const { scope = {} } = connection
  const io = ioOf(source, connection, outside, signal)
  if ('kind' in io) return { is: 'failed', failure: io }
  const collected = await collectDays(source, io, scope, range)
  if (collected.is === 'failed') return collected
  const { problems, pages } = collected
  return {
    ...collected,
    problems: [...beforehand(source, scope, range, outside.now()), ...problems, ...charged(source, pages)],
  }
}

/** The pages of these days, all or nothing: without what is said of the reading as a whole. */
export async function collectDays(source: BillingSource, io: SourceIo, scope: Scope, days: Range): Promise<Collected> {
  const rows: SpendRow[] = []
  const problems: string[] = []
  const unread: string[] = []
  let pages = 0
  for await (const page of source.pages(days, io, scope)) {
    if (page.is === 'failed') return page
    const mapped = source.rows(page)
    // One by one: a page of a large cluster has more rows than a call may have arguments.
    for (const row of mapped.rows) rows.push(row)
    for (const problem of [...(mapped.notes ?? []), ...mapped.problems]) problems.push(problem)
    for (const problem of mapped.problems) unread.push(problem)
    pages++
  }
  return { is: 'rows', rows, problems, unread, pages }
}

/** What is known of a reading before anything was asked: which part of the scope is not kept to, which days nobody tells of. */
export const beforehand = (source: BillingSource, scope: Scope, range: Range, now: Date): string[] => [
  ...notKept(source, scope),
  ...untold(source, range, now),
]

/** The days of which the provider still tells: what was read of earlier ones stays, as nobody says it anew. */
export function stillTold({ keeps }: Provider, range: Range, now: Date): Range {
  const first = keeps === undefined ? range.since : dayAfter(now.toISOString().slice(0, 10), -keeps)
  const [latest] = [first, range.until].sort()
  return range.since >= first ? range : { since: latest!, until: range.until }
}

/** Days before the provider's memory are not zero: nobody says what they cost. */
function untold(source: Provider, range: Range, now: Date): string[] {
  const { since } = stillTold(source, range, now)
  if (since === range.since) return []
  return [`${source.name} tells of the last ${source.keeps} days only: of days before ${since} nothing new was read.`]
}

export function charged({ name, askCosts }: Provider, pages: number): string[] {
  if (!askCosts || pages === 0) return []
  return [
    `${name} charges $${askCosts.usd} for each request: this reading took at least ${pages}, $${(askCosts.usd * pages).toFixed(2)}.`,
  ]
}
