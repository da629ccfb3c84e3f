// An organisation at Anthropic: cost and use by day, and what keys and workspaces are called.
import { daysOf } from '../range.ts'
import contract from './contracts/anthropic-usage-cost.json' with { type: 'json' }
import type { Heard, Said } from './fake.ts'

const day = 86_400_000 // ms
const iso = (time: number) => new Date(time).toISOString()
const group = { workspace_id: 'wrkspc_1', api_key_id: 'apikey_1', model: 'claude-haiku-4-5' }
const { schemas } = contract.components
const empty = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, null]))
const emptyUsage = empty(schemas.BetaAnalyticsUsageGroup.required)
const emptyCost = empty(schemas.BetaAnalyticsCostGroup.required)

/** Each day and tier has a thousand tokens out, none of others, and two requests; the tiers on a page each. */
export function usage({ query }: Heard): Said {
  const [from, to] = [query.get('starting_at')!, query.get('ending_at')!]
  const service_tier = query.get('page') ?? 'standard'
  const counts = { cache_read_input_tokens: 0, uncached_input_tokens: 0, output_tokens: 1000, total_tokens: 1000 }
  const written = { ephemeral_1h_input_tokens: 0, ephemeral_5m_input_tokens: 0 }
  const data = daysOf({ since: from.slice(0, 10), until: to.slice(0, 10) }).map((date) => ({
    starting_at: iso(Date.parse(date)),
    ending_at: iso(Date.parse(date) + day),
    usage: { ...counts, cache_creation: written, server_tool_use: { web_search_requests: 0 }, requests: 2 },
    group: { ...emptyUsage, ...group, service_tier },
  }))
  const isLast = service_tier === 'batch'
  return {
    body: { data, has_more: !isLast, next_page: isLast ? null : 'batch', data_refreshed_at: '2026-11-20T03:00:00Z' },
  }
}

/** One day costs its number in cents; two days to a page. */
export function analytics({ query }: Heard): Said {
  const end = Date.parse(query.get('ending_at')!)
  const first = Number(query.get('page') ?? Date.parse(query.get('starting_at')!))
  const next = first + 2 * day
  const data = [first, first + day]
    .filter((start) => start < end)
    .map((start) => ({
      starting_at: iso(start),
      ending_at: iso(start + day),
      cost: { amount: String(new Date(start).getUTCDate()), list_amount: '100', currency: 'USD', requests: null },
      group: { ...emptyCost, ...group, token_type: 'output_tokens' },
    }))
  return {
    body: {
      data,
      has_more: next < end,
      next_page: next < end ? String(next) : null,
      data_refreshed_at: '2026-11-20T03:00:00Z',
    },
  }
}

const ends = { has_more: false, first_id: null, last_id: null }

/** Costs by `costs`; beside it usage, and names. */
export function anthropic(costs: (request: Heard) => Said = analytics, used: (request: Heard) => Said = usage) {
  return (request: Heard): Said => {
    if (request.path.endsWith('/analytics/usage')) return used(request)
    if (request.path.endsWith('/api_keys'))
      return { body: { ...ends, data: [{ id: 'apikey_1', name: 'production', type: 'api_key' }] } }
    if (request.path.includes('/workspaces/')) return { body: { id: 'wrkspc_1', name: 'Answers', type: 'workspace' } }
    return costs(request)
  }
}

/** https://platform.claude.com/docs/en/api/errors */
export const anthropicRefusal = (status: number, type: string) => ({
  status,
  body: { type: 'error', error: { type, message: 'made up' }, request_id: 'req_made_up' },
})
