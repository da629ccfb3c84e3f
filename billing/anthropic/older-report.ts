// https://platform.claude.com/docs/en/build-with-claude/usage-cost-api, the report before the newer one: cost by day, workspace and a description in words.

import { isRecord } from '../../core/record.ts'
import { cursorPages } from '../cursor.ts'
import { recordIn } from '../json.ts'
import type { Ask, Fetched, Range, Scope, SourceIo } from '../source.ts'

export type Ended = 'read' | 'failed'

export async function* reportPages(
  part: Range,
  io: SourceIo,
  { projects }: Scope,
  headers: Ask['headers'],
): AsyncGenerator<Fetched, Ended> {
  for await (const page of cursorPages('Anthropic', io, reportOf(part, headers))) {
    yield page.is === 'page' ? { ...page, body: reportWithin(page.body, projects) } : page
    if (page.is === 'failed') return 'failed'
  }
  return 'read'
}

const reportOf = ({ since, until }: Range, headers: Ask['headers']): Ask => ({
  path: '/v1/organizations/cost_report',
  headers,
  query: [
    ['starting_at', `${since}T00:00:00Z`],
    ['ending_at', `${until}T00:00:00Z`],
    ['bucket_width', '1d'],
    ['group_by[]', 'workspace_id'],
    ['group_by[]', 'description'],
    ['limit', '31'],
  ],
})

/** The older report knows no question for single workspaces. */
function reportWithin(body: unknown, workspaces: readonly string[] | undefined): unknown {
  if (!workspaces || !isRecord(body) || !Array.isArray(body.data)) return body
  const data = (body.data as unknown[]).map((entry) => {
    const { results, ...rest } = recordIn(entry)
    if (!Array.isArray(results)) return entry
    const isIn = (line: unknown) => workspaces.includes(String(recordIn(line).workspace_id))
    return { ...rest, results: (results as unknown[]).filter(isIn) }
  })
  return { ...body, data }
}
