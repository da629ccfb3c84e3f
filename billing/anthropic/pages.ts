// https://platform.claude.com/docs/en/build-with-claude/usage-cost-api: the costs, with the use beside them; where the organisation does not
// have that yet, the cost report before it.
import { cursorPages } from '../cursor.ts'
import { windows } from '../range.ts'
import type { Ask, Failure, Fetched, Range, Scope, SourceIo } from '../source.ts'
import { namesFrom } from './names.ts'
import { type Ended, reportPages } from './older-report.ts'
import { usageBodies, usageOf } from './usage.ts'

// https://platform.claude.com/docs/en/api/versioning: the newest, which Anthropic’s own client sends with every request.
const version = { 'anthropic-version': '2026-10-21' }
const analytics = { ...version, 'anthropic-beta': 'analytics-usage-cost-2026-08-24' }
const groups = ['workspace_id', 'api_key_id', 'model', 'cost_type', 'token_type']
const longest = 31 // days in one request

export async function* pages(range: Range, io: SourceIo, scope: Scope): AsyncIterable<Fetched> {
  const names = namesFrom(io, version)
  for (const part of windows(range, longest)) {
    const newer = yield* analyticsPages(part, io, scope, names)
    const ended = newer === 'absent' ? yield* reportPages(part, io, scope, version) : newer
    if (ended === 'failed') return
  }
}

async function* analyticsPages(
  part: Range,
  io: SourceIo,
  scope: Scope,
  names: ReturnType<typeof namesFrom>,
): AsyncGenerator<Fetched, Ended | 'absent'> {
  let beside: readonly unknown[] | undefined
  for await (const page of cursorPages('Anthropic', io, analyticsOf(part, scope))) {
    if (page.is === 'failed') {
      // Not every organisation has the newer report: the older one knows no keys, so a scope of keys cannot be kept there.
      if (beside === undefined && !scope.keys && isNotThere(page.failure)) return 'absent'
      yield page
      return 'failed'
    }
    if (beside === undefined) {
      const usage = await usageBodies(io, usageOf(part, scope, analytics))
      if ('is' in usage) {
        yield* unread(usage)
        if (usage.failure.kind === 'cancelled') return 'failed'
        beside = []
      } else {
        beside = usage
        yield { ...page, about: 'usage', body: undefined, beside, names: await names(usage) }
      }
    }
    yield { ...page, beside, names: await names([page.body]) }
  }
  return 'read'
}

const isNotThere = ({ status }: Failure) => status === 404 || status === 400

/** Money is complete without it; what tokens and requests there were is not known then. */
function* unread({ failure }: Extract<Fetched, { is: 'failed' }>): Iterable<Fetched> {
  if (failure.kind === 'cancelled') yield { is: 'failed', failure }
  else if (!isNotThere(failure)) yield { is: 'page', at: '', about: 'no usage', body: failure.message }
}

const analyticsOf = ({ since, until }: Range, { projects = [], keys = [] }: Scope): Ask => ({
  path: '/v1/organizations/analytics/cost',
  headers: analytics,
  query: [
    ['starting_at', `${since}T00:00:00Z`],
    ['ending_at', `${until}T00:00:00Z`],
    ['time_bucket_width', '1d'],
    ...groups.map((group): [string, string] => ['group_by[]', group]),
    ...projects.map((id): [string, string] => ['workspace_ids[]', id]),
    ...keys.map((id): [string, string] => ['api_key_ids[]', id]),
    ['limit', '1000'],
  ],
})
