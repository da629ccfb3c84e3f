// https://openrouter.ai/docs/api-reference/analytics/get-user-activity: what was charged per day, model and endpoint; the last 30 completed
// UTC days, one answer for all of them.

import { isRecord } from '../../core/record.ts'
import type { SpendRow } from '../focus.ts'
import { numberIn } from '../json.ts'
import { modelCharge } from '../model-charge.ts'
import { daysOf } from '../range.ts'
import type { BillingSource, Fetched, Mapped, Page, Range, Scope, SourceExample, SourceIo } from '../source.ts'
import { requests, usageRows } from '../usage-rows.ts'

async function* pages(range: Range, io: SourceIo, { projects = [], keys = [] }: Scope): AsyncIterable<Fetched> {
  const asked = new Set(daysOf(range))
  for (const project of projects.length > 0 ? projects : [undefined])
    for (const key of keys.length > 0 ? keys : [undefined]) {
      const got = await io.ask({
        path: '/activity',
        query: [
          ['group_by', 'workspace'],
          ...(project === undefined ? [] : [['workspace_id', project] as const]),
          ...(key === undefined ? [] : [['api_key_hash', key] as const]),
        ],
      })
      yield got.is === 'page' ? { ...got, body: within(got.body, asked) } : got
      if (got.is === 'failed') return
    }
}

/** The answer holds 30 days, whichever were asked for. */
function within(body: unknown, days: ReadonlySet<string>): unknown {
  if (!isRecord(body) || !Array.isArray(body.data)) return body
  return { ...body, data: body.data.filter((item) => !isRecord(item) || days.has(String(item.date).slice(0, 10))) }
}

function rowsOf(item: Readonly<Record<string, unknown>>, at: string): readonly SpendRow[] | undefined {
  const [cost, day] = [numberIn(item.usage), /^\d{4}-\d\d-\d\d/.exec(String(item.date))?.[0]]
  if (cost === undefined || day === undefined) return undefined
  const start = `${day}T00:00:00.000Z`
  const [model, host] = [item.model_permaslug ?? item.model, item.provider_name]
  const tokens = [item.prompt_tokens, item.completion_tokens].map(numberIn)
  const of = {
    ServiceProviderName: 'OpenRouter',
    ...(typeof host === 'string' ? { HostProviderName: host } : {}),
    InvoiceIssuerName: 'OpenRouter',
    ServiceName: 'OpenRouter',
    ...modelCharge(start, new Date(Date.parse(start) + 86_400_000).toISOString()),
    BillingCurrency: 'USD',
    ...(typeof model === 'string' ? { x_ModelId: model } : {}),
    ...(typeof item.workspace_id === 'string' ? { SubAccountId: item.workspace_id, SubAccountType: 'Workspace' } : {}),
    x_Source: 'openrouter',
    x_Grade: 'invoice' as const,
    x_Estimated: false,
    x_FetchedAt: at,
  }
  // Of each call both kinds of token: which of them cost how much is not told.
  const used = tokens.every((count) => count !== undefined)
    ? { ConsumedQuantity: tokens[0]! + tokens[1]!, ConsumedUnit: 'Tokens' }
    : {}
  return [
    { ...of, BilledCost: cost, EffectiveCost: cost, ...used },
    ...usageRows(of, [requests(numberIn(item.requests))]),
  ]
}

function rows({ body, at }: Page): Mapped {
  if (!isRecord(body) || !Array.isArray(body.data))
    return { rows: [], problems: ['OpenRouter sent a page without data.'] }
  const made: SpendRow[] = []
  const problems: string[] = []
  for (const item of body.data as unknown[]) {
    const found = isRecord(item) ? rowsOf(item, at) : undefined
    if (found) made.push(...found)
    else problems.push('OpenRouter: an entry without a readable day or amount; it is not in the totals.')
  }
  return { rows: made, problems }
}

export const source: BillingSource = {
  id: 'openrouter',
  name: 'OpenRouter',
  reads: 'OpenRouter activity',
  base: 'https://openrouter.ai/api/v1',
  needs: {
    fields: [{ id: 'key', label: 'a management key', secret: true, env: 'OPENROUTER_MANAGEMENT_KEY' }],
    scope: 'nothing more: a management key calls no model',
    link: 'https://openrouter.ai/settings/management-keys',
  },
  keeps: 30,
  tellsAll: true,
  // Whole UTC days are told once they are over.
  renews: { hours: 24, source: 'https://openrouter.ai/docs/api-reference/analytics/get-user-activity' },
  narrows: { projects: 'workspaces, by id', keys: 'API keys, by their hash' },
  headers: ({ key }) => ({ authorization: `Bearer ${key}` }),
  pages,
  rows,
}

export const examples: readonly SourceExample[] = [
  {
    name: 'a day of one model; what was paid to a provider with an own key is not OpenRouter’s charge',
    page: {
      is: 'page',
      at: '2026-11-20T08:00:00.000Z',
      body: {
        data: [
          {
            date: '2026-11-17',
            model: 'openai/gpt-4.1',
            model_permaslug: 'openai/gpt-4.1-2025-04-14',
            endpoint_id: 'b7f5a2d0-0000-4000-8000-000000000001',
            provider_name: 'Azure',
            workspace_id: 'b7f5a2d0-0000-4000-8000-000000000002',
            usage: 0.75,
            byok_usage_inference: 0.25,
            requests: 5,
            prompt_tokens: 1000,
            completion_tokens: 200,
            reasoning_tokens: 0,
          },
          { date: '2026-11-17', model: 'openai/gpt-4.1' },
        ],
      },
    },
    rows: [
      { BilledCost: 0.75, EffectiveCost: 0.75, ConsumedQuantity: 1200, ConsumedUnit: 'Tokens' },
      {
        BilledCost: 0,
        EffectiveCost: 0,
        SkuMeter: 'Requests',
        ConsumedQuantity: 5,
        ConsumedUnit: 'Requests',
      },
    ].map((own) => ({
      ServiceProviderName: 'OpenRouter',
      HostProviderName: 'Azure',
      InvoiceIssuerName: 'OpenRouter',
      ServiceName: 'OpenRouter',
      ServiceCategory: 'AI and Machine Learning',
      ServiceSubcategory: 'Generative AI',
      ChargeCategory: 'Usage',
      ChargeFrequency: 'Usage-Based',
      ChargePeriodStart: '2026-11-17T00:00:00.000Z',
      ChargePeriodEnd: '2026-11-18T00:00:00.000Z',
      BillingPeriodStart: '2026-11-01T00:00:00.000Z',
      BillingPeriodEnd: '2026-12-01T00:00:00.000Z',
      BillingCurrency: 'USD',
      x_ModelId: 'openai/gpt-4.1-2025-04-14',
      SubAccountId: 'b7f5a2d0-0000-4000-8000-000000000002',
      SubAccountType: 'Workspace',
      x_Source: 'openrouter',
      x_Grade: 'invoice' as const,
      x_Estimated: false,
      x_FetchedAt: '2026-11-20T08:00:00.000Z',
      ...own,
    })),
    problems: ['OpenRouter: an entry without a readable day or amount; it is not in the totals.'],
  },
]
