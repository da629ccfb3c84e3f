// https://platform.claude.com/docs/en/build-with-claude/usage-cost-api: tokens by day, workspace, key, model and service tier. The cost report has the
// money of each kind of token and not their number; the usage report has the number: the same groups make one row of both.

import { isRecord } from '../../core/record.ts'
import { cursorPages } from '../cursor.ts'
import { instantIn, numberIn, recordIn, textIn } from '../json.ts'
import type { Ask, Fetched, Range, Scope, SourceIo } from '../source.ts'

/** One group of the usage report. */
export interface GroupUse {
  readonly start: string
  readonly end: string
  readonly workspace?: string
  readonly key?: string
  readonly model?: string
  readonly tier?: string
  readonly requests?: number
  /** By the names that the cost report has for them. */
  readonly tokens: Readonly<Record<string, number>>
}

const groups = ['workspace_id', 'api_key_id', 'model', 'service_tier']

export const usageOf = (
  { since, until }: Range,
  { projects = [], keys = [] }: Scope,
  headers: Readonly<Record<string, string>>,
): Ask => ({
  path: '/v1/organizations/analytics/usage',
  headers,
  query: [
    ['starting_at', `${since}T00:00:00Z`],
    ['ending_at', `${until}T00:00:00Z`],
    ['time_bucket_width', '1d'],
    ...groups.map((group) => ['group_by[]', group] as const),
    ...projects.map((id) => ['workspace_ids[]', id] as const),
    ...keys.map((id) => ['api_key_ids[]', id] as const),
    ['limit', '1000'],
  ],
})

type Failed = Extract<Fetched, { is: 'failed' }>

/** All pages, as the provider sent them; or why there are none. */
export async function usageBodies(io: SourceIo, ask: Ask): Promise<readonly unknown[] | Failed> {
  const bodies: unknown[] = []
  for await (const got of cursorPages('Anthropic', io, ask)) {
    if (got.is === 'failed') return got
    bodies.push(got.body)
  }
  return bodies
}

export function groupsIn(bodies: readonly unknown[]): GroupUse[] {
  return bodies
    .flatMap((body) => recordIn(body).data)
    .filter(isRecord)
    .flatMap((entry) => {
      const [start, end] = [instantIn(entry.starting_at), instantIn(entry.ending_at)]
      return start && end && isRecord(entry.usage) ? [groupUse(start, end, recordIn(entry.group), entry.usage)] : []
    })
}

type Json = Readonly<Record<string, unknown>>

function groupUse(start: string, end: string, group: Json, usage: Json): GroupUse {
  const written = recordIn(usage.cache_creation)
  const counts = {
    uncached_input_tokens: numberIn(usage.uncached_input_tokens),
    output_tokens: numberIn(usage.output_tokens),
    cache_read_input_tokens: numberIn(usage.cache_read_input_tokens),
    'cache_creation.ephemeral_5m_input_tokens': numberIn(written.ephemeral_5m_input_tokens),
    'cache_creation.ephemeral_1h_input_tokens': numberIn(written.ephemeral_1h_input_tokens),
  }
  const told = Object.entries(counts).filter((each): each is [string, number] => each[1] !== undefined)
  const named = {
    workspace: textIn(group.workspace_id),
    key: textIn(group.api_key_id),
    model: textIn(group.model),
    tier: textIn(group.service_tier),
    requests: numberIn(usage.requests),
  }
  const known = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined))
  return { start, end, ...known, tokens: Object.fromEntries(told) }
}

type Place = Pick<GroupUse, 'start' | 'workspace' | 'key' | 'model'>
const placeOf = ({ start, workspace, key, model }: Place) => JSON.stringify([start, workspace, key, model])

/** How many tokens of a kind a group of the cost report is for: those of all tiers together, as it does not tell them apart. */
export function tokensBy(uses: readonly GroupUse[]) {
  const sums = new Map<string, Record<string, number>>()
  for (const use of uses) {
    const sum = sums.get(placeOf(use)) ?? {}
    for (const [kind, count] of Object.entries(use.tokens)) sum[kind] = (sum[kind] ?? 0) + count
    sums.set(placeOf(use), sum)
  }
  return (place: Place, kind: string): number | undefined => sums.get(placeOf(place))?.[kind]
}
