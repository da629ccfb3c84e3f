// https://docs.litellm.ai/docs/proxy/cost_tracking#daily-spend-breakdown-api: what the proxy reckons each model cost per day. Its own reckoning
// from a table of prices, not an invoice: the rows are metered.

import { isRecord } from '../../core/record.ts'
import type { SpendRow } from '../focus.ts'
import { numberIn } from '../json.ts'
import { modelCharge } from '../model-charge.ts'
import type { BillingSource, Fetched, Mapped, Page, Range, Scope, SourceExample, SourceIo } from '../source.ts'
import { requests, usageRows } from '../usage-rows.ts'

async function* pages({ since, until }: Range, io: SourceIo, { keys = [] }: Scope): AsyncIterable<Fetched> {
  // The last day is inclusive here.
  const last = new Date(Date.parse(until) - 86_400_000).toISOString().slice(0, 10)
  for (const key of keys.length > 0 ? keys : [undefined])
    for (let page = 1; ; page++) {
      const got = await io.ask({
        path: '/user/daily/activity',
        query: [
          ['start_date', since],
          ['end_date', last],
          ['page', String(page)],
          ['page_size', '1000'],
          ...(key === undefined ? [] : [['api_key', key] as const]),
        ],
      })
      yield got
      if (got.is === 'failed') return
      const metadata = isRecord(got.body) && isRecord(got.body.metadata) ? got.body.metadata : {}
      if (metadata.has_more !== true) break
      if (typeof metadata.total_pages !== 'number' || page >= metadata.total_pages) {
        const message = 'The LiteLLM proxy says there is more spend but not on how many pages: nothing was loaded.'
        return yield { is: 'failed', failure: { kind: 'answer', message } }
      }
    }
}

function rows({ body, at }: Page): Mapped {
  if (!isRecord(body) || !Array.isArray(body.results))
    return { rows: [], problems: ['The LiteLLM proxy sent a page without results.'] }
  const made: SpendRow[] = []
  const problems: string[] = []
  for (const day of body.results as unknown[]) {
    const date = isRecord(day) ? /^\d{4}-\d\d-\d\d$/.exec(String(day.date))?.[0] : undefined
    const metrics = isRecord(day) && isRecord(day.metrics) ? day.metrics : {}
    const total = numberIn(metrics.spend)
    if (!isRecord(day) || date === undefined || total === undefined) {
      problems.push('LiteLLM proxy: a day without its date or spend; it is not in the totals.')
      continue
    }
    const models = isRecord(day.breakdown) && isRecord(day.breakdown.models) ? Object.entries(day.breakdown.models) : []
    const parts = models.flatMap(([model, entry]) => {
      const own = isRecord(entry) && isRecord(entry.metrics) ? entry.metrics : isRecord(entry) ? entry : {}
      const spend = numberIn(own.spend)
      return spend === undefined
        ? []
        : [{ model, spend, tokens: numberIn(own.total_tokens), count: numberIn(own.api_requests) }]
    })
    for (const { model, spend, tokens, count } of parts) {
      const of = { ...base(date, at, spend), x_ModelId: model }
      const used = tokens === undefined ? {} : { ConsumedQuantity: tokens, ConsumedUnit: 'Tokens' }
      made.push({ ...of, ...used }, ...usageRows(of, [requests(count)]))
    }
    const rest = total - parts.reduce((sum, { spend }) => sum + spend, 0)
    if (Math.abs(rest) > 1e-9) made.push(base(date, at, rest))
  }
  return { rows: made, problems }
}

function base(date: string, at: string, spend: number): SpendRow {
  const start = `${date}T00:00:00.000Z`
  const end = new Date(Date.parse(start) + 86_400_000).toISOString()
  return {
    ServiceProviderName: 'LiteLLM proxy',
    ServiceName: 'LiteLLM proxy',
    ...modelCharge(start, end),
    BillingCurrency: 'USD',
    BilledCost: spend,
    EffectiveCost: spend,
    x_Source: 'litellm',
    x_Grade: 'metered',
    x_Estimated: Date.parse(end) > Date.parse(at),
    x_FetchedAt: at,
  }
}

export const source: BillingSource = {
  id: 'litellm',
  name: 'LiteLLM proxy',
  reads: 'LiteLLM proxy, daily activity',
  needs: {
    fields: [{ id: 'key', label: 'a virtual key (sk-…)', secret: true, env: 'LITELLM_API_KEY' }],
    scope: 'its own spend; an admin’s key sees all',
    link: 'https://docs.litellm.ai/docs/proxy/virtual_keys',
  },
  narrows: { keys: 'virtual keys' },
  headers: ({ key }) => ({ authorization: `Bearer ${key}` }),
  pages,
  rows,
}

export const examples: readonly SourceExample[] = [
  {
    name: 'a day by model; what no model explains is a row of its own, a model whose spend is not told is none',
    page: {
      is: 'page',
      at: '2026-11-20T08:00:00.000Z',
      body: {
        results: [
          {
            date: '2026-11-17',
            metrics: { spend: 1.5, total_tokens: 900_000 },
            breakdown: {
              models: {
                'gpt-4.1': { metrics: { spend: 1, total_tokens: 500_000 } },
                'claude-haiku-4-5': { metrics: { spend: 0.25, api_requests: 7 } },
                'a-model-without-a-price': { metrics: { total_tokens: 400_000 } },
              },
            },
          },
          { date: '2026-11-18', metrics: {} },
        ],
        metadata: { total_pages: 1, has_more: false },
      },
    },
    rows: [
      {
        ...base('2026-11-17', '2026-11-20T08:00:00.000Z', 1),
        x_ModelId: 'gpt-4.1',
        ConsumedQuantity: 500_000,
        ConsumedUnit: 'Tokens',
      },
      { ...base('2026-11-17', '2026-11-20T08:00:00.000Z', 0.25), x_ModelId: 'claude-haiku-4-5' },
      {
        ...base('2026-11-17', '2026-11-20T08:00:00.000Z', 0),
        x_ModelId: 'claude-haiku-4-5',
        SkuMeter: 'Requests',
        ConsumedQuantity: 7,
        ConsumedUnit: 'Requests',
      },
      base('2026-11-17', '2026-11-20T08:00:00.000Z', 0.25),
    ],
    problems: ['LiteLLM proxy: a day without its date or spend; it is not in the totals.'],
  },
]
