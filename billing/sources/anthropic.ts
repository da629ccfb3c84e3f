// https://platform.claude.com/docs/en/build-with-claude/usage-cost-api: cost by day, workspace, key, model and token type.

import { isRecord } from '../../core/record.ts'
import { pages } from '../anthropic/pages.ts'
import { type GroupUse, groupsIn, tokensBy } from '../anthropic/usage.ts'
import type { SpendRow } from '../focus.ts'
import { instantIn, recordIn } from '../json.ts'
import { modelCharge } from '../model-charge.ts'
import { namedKey, namedProject } from '../names.ts'
import type { BillingSource, Mapped, Page, SourceExample } from '../source.ts'
import { requests, usageRows } from '../usage-rows.ts'

const meters: Readonly<Record<string, string>> = {
  uncached_input_tokens: 'Input Tokens',
  output_tokens: 'Output Tokens',
  cache_read_input_tokens: 'Cache Read Input Tokens',
  'cache_creation.ephemeral_5m_input_tokens': 'Cache Write Input Tokens',
  'cache_creation.ephemeral_1h_input_tokens': 'Cache Write Input Tokens (1 hour)',
}

/** A decimal text in cents. In dollars. */
function dollars(cents: unknown): number | undefined {
  const value = typeof cents === 'string' && cents.trim() !== '' ? Number(cents) : undefined
  return value !== undefined && Number.isFinite(value) ? value / 100 : undefined
}

interface Line {
  readonly start: string
  readonly end: string
  readonly cost: Readonly<Record<string, unknown>>
  readonly group: Readonly<Record<string, unknown>>
  /** Until when the amounts are complete. */
  readonly complete: string
  readonly page: Page
  readonly tokensOf: ReturnType<typeof tokensBy>
}

const anthropic = {
  ServiceProviderName: 'Anthropic',
  HostProviderName: 'Anthropic',
  InvoiceIssuerName: 'Anthropic',
  ServiceName: 'Claude API',
} as const

function row({ start, end, cost, group, complete, page, tokensOf }: Line): SpendRow | undefined {
  const billed = dollars(cost.amount)
  if (billed === undefined || typeof cost.currency !== 'string') return undefined
  const list = dollars(cost.list_amount)
  const text = (name: string) => (typeof group[name] === 'string' ? (group[name] as string) : undefined)
  const [workspace, key, model] = [text('workspace_id'), text('api_key_id'), text('model')]
  const kind = text('token_type') ?? ''
  const meter = meters[kind]
  const place = { start, ...(workspace && { workspace }), ...(key && { key }), ...(model && { model }) }
  const tokens = tokensOf(place, kind)
  const what = text('description') ?? text('token_type') ?? text('cost_type')
  return {
    ...anthropic,
    ...modelCharge(start, end),
    BillingCurrency: cost.currency,
    BilledCost: billed,
    EffectiveCost: billed,
    ...(list === undefined ? {} : { ListCost: list }),
    ...(what === undefined ? {} : { ChargeDescription: what }),
    ...(meter === undefined ? {} : { SkuMeter: meter }),
    ...(model === undefined ? {} : { x_ModelId: model }),
    ...(tokens === undefined ? {} : { ConsumedQuantity: tokens, ConsumedUnit: 'Tokens' }),
    ...namedProject(workspace, 'Workspace', page.names),
    ...namedKey(key, page.names),
    x_Source: 'anthropic',
    x_Grade: 'invoice',
    x_Estimated: Date.parse(end) > Date.parse(complete),
    x_FetchedAt: page.at,
  }
}

/** How many requests a group made, by service tier: nothing is charged by them. */
const requestRows = ({ start, end, workspace, key, model, tier, requests: count }: GroupUse, { at, names }: Page) =>
  usageRows(
    {
      ...anthropic,
      ...modelCharge(start, end),
      BillingCurrency: 'USD',
      ...(model === undefined ? {} : { x_ModelId: model }),
      ...namedProject(workspace, 'Workspace', names),
      ...namedKey(key, names),
      ...(tier === undefined ? {} : { SkuPriceDetails: JSON.stringify({ x_ServiceTier: tier }) }),
      x_Source: 'anthropic',
      x_Grade: 'invoice',
      x_Estimated: Date.parse(end) > Date.parse(at),
      x_FetchedAt: at,
    },
    [requests(count)],
  )

function rows(page: Page): Mapped {
  const { body, at, about, beside = [] } = page
  if (about === 'no usage')
    return { rows: [], problems: [`Anthropic’s costs are complete, tokens and requests are not: ${String(body)}`] }
  const uses = groupsIn(beside)
  if (about === 'usage') return { rows: uses.flatMap((use) => requestRows(use, page)), problems: [] }
  const tokensOf = tokensBy(uses)
  if (!isRecord(body) || !Array.isArray(body.data))
    return { rows: [], problems: ['Anthropic sent a page without data.'] }
  const made: SpendRow[] = []
  const problems: string[] = []
  const complete = instantIn(body.data_refreshed_at) ?? at
  for (const entry of body.data as unknown[]) {
    const [start, end] = isRecord(entry) ? [instantIn(entry.starting_at), instantIn(entry.ending_at)] : []
    if (!isRecord(entry) || !start || !end) {
      problems.push('Anthropic sent a period without its times: it is not in the totals.')
      continue
    }
    for (const line of Array.isArray(entry.results) ? (entry.results as unknown[]) : [entry]) {
      const whole = recordIn(line)
      const cost = isRecord(whole.cost) ? whole.cost : whole
      const group = isRecord(whole.group) ? whole.group : whole
      const found = row({ start, end, cost, group, complete, page, tokensOf })
      if (found) made.push(found)
      else
        problems.push(`Anthropic, ${start.slice(0, 10)}: an entry without a readable amount; it is not in the totals.`)
    }
  }
  return { rows: made, problems }
}

export const source: BillingSource = {
  id: 'anthropic',
  name: 'Anthropic',
  reads: 'Anthropic cost reports',
  base: 'https://api.anthropic.com',
  needs: {
    fields: [{ id: 'key', label: 'an admin key (sk-ant-admin…)', secret: true, env: 'ANTHROPIC_ADMIN_KEY' }],
    scope: 'read:analytics',
    link: 'https://platform.claude.com/docs/en/build-with-claude/usage-cost-api',
  },
  limits:
    'not stated as a number; a reading of a month is a request each for costs and usage, one for the keys, and one for each workspace',
  freshness: 'each answer says until when it is complete; later days are provisional',
  narrows: { projects: 'workspaces, by id', keys: 'API keys, by id; the older report knows none' },
  headers: ({ key }) => ({ 'x-api-key': key! }),
  pages,
  rows,
}

const at = '2026-11-20T08:00:00.000Z'
const common = {
  ServiceProviderName: 'Anthropic',
  HostProviderName: 'Anthropic',
  InvoiceIssuerName: 'Anthropic',
  ServiceName: 'Claude API',
  ServiceCategory: 'AI and Machine Learning',
  ServiceSubcategory: 'Generative AI',
  ChargeCategory: 'Usage',
  ChargeFrequency: 'Usage-Based',
  ChargePeriodStart: '2026-11-17T00:00:00.000Z',
  ChargePeriodEnd: '2026-11-18T00:00:00.000Z',
  BillingPeriodStart: '2026-11-01T00:00:00.000Z',
  BillingPeriodEnd: '2026-12-01T00:00:00.000Z',
  BillingCurrency: 'USD',
  x_Source: 'anthropic',
  x_Grade: 'invoice',
  x_Estimated: false,
  x_FetchedAt: at,
} as const
const period = { starting_at: '2026-11-17T00:00:00Z', ending_at: '2026-11-18T00:00:00Z' }

const used = [
  {
    data: [
      {
        ...period,
        usage: { output_tokens: 7000, requests: 3 },
        group: { api_key_id: 'apikey_1', model: 'claude-haiku-4-5', service_tier: 'batch' },
      },
    ],
  },
]

export const examples: readonly SourceExample[] = [
  {
    name: 'amounts are texts in cents: what is billed, and what the list price would be',
    page: {
      is: 'page',
      at,
      body: {
        data: [
          {
            ...period,
            cost: { amount: '12345.67', list_amount: '13000.00', currency: 'USD', requests: null },
            group: {
              workspace_id: 'wrkspc_01harbour',
              api_key_id: 'apikey_01quay',
              model: 'claude-sonnet-4-5',
              cost_type: 'tokens',
              token_type: 'cache_read_input_tokens',
            },
          },
        ],
        has_more: false,
        next_page: null,
        data_refreshed_at: '2026-11-20T03:00:00Z',
      },
    },
    rows: [
      {
        ...common,
        BilledCost: 123.4567,
        EffectiveCost: 123.4567,
        ListCost: 130,
        ChargeDescription: 'cache_read_input_tokens',
        SkuMeter: 'Cache Read Input Tokens',
        x_ModelId: 'claude-sonnet-4-5',
        SubAccountId: 'wrkspc_01harbour',
        SubAccountType: 'Workspace',
        x_CredentialId: 'apikey_01quay',
      },
    ],
  },
  {
    name: 'tokens of the usage report stand in the row of their money, requests in one that adds none',
    page: { is: 'page', at, about: 'usage', body: undefined, names: { apikey_1: 'production' }, beside: used },
    rows: [
      {
        ...common,
        BilledCost: 0,
        EffectiveCost: 0,
        SkuMeter: 'Requests',
        ConsumedQuantity: 3,
        ConsumedUnit: 'Requests',
        x_ModelId: 'claude-haiku-4-5',
        x_CredentialId: 'apikey_1',
        ResourceId: 'apikey_1',
        ResourceName: 'production',
        ResourceType: 'API Key',
        SkuPriceDetails: '{"x_ServiceTier":"batch"}',
      },
    ],
  },
  {
    name: 'the cost of those tokens',
    page: {
      is: 'page',
      at,
      beside: used,
      body: {
        data: [
          {
            ...period,
            cost: { amount: '50', list_amount: '100', currency: 'USD', requests: null },
            group: { api_key_id: 'apikey_1', model: 'claude-haiku-4-5', token_type: 'output_tokens' },
          },
        ],
      },
    },
    rows: [
      {
        ...common,
        BilledCost: 0.5,
        EffectiveCost: 0.5,
        ListCost: 1,
        ChargeDescription: 'output_tokens',
        SkuMeter: 'Output Tokens',
        ConsumedQuantity: 7000,
        ConsumedUnit: 'Tokens',
        x_ModelId: 'claude-haiku-4-5',
        x_CredentialId: 'apikey_1',
      },
    ],
  },
  {
    name: 'a day that the data does not reach yet is provisional',
    page: {
      is: 'page',
      at,
      body: {
        data: [
          {
            ...period,
            cost: { amount: '50', list_amount: '50', currency: 'USD', requests: 3 },
            group: { model: null },
          },
        ],
        has_more: false,
        next_page: null,
        data_refreshed_at: '2026-11-17T21:00:00Z',
      },
    },
    rows: [{ ...common, BilledCost: 0.5, EffectiveCost: 0.5, ListCost: 0.5, x_Estimated: true }],
  },
  {
    name: 'the older report: a list for each day, a description in place of the groups',
    page: {
      is: 'page',
      at,
      body: {
        data: [
          {
            ...period,
            results: [
              {
                amount: '123.45',
                currency: 'USD',
                workspace_id: null,
                description: 'Claude Sonnet 4.5 Usage - Input Tokens',
              },
              { currency: 'USD', workspace_id: null, description: 'Web Search' },
            ],
          },
        ],
        has_more: false,
        next_page: null,
      },
    },
    rows: [
      {
        ...common,
        BilledCost: 1.2345,
        EffectiveCost: 1.2345,
        ChargeDescription: 'Claude Sonnet 4.5 Usage - Input Tokens',
      },
    ],
    problems: ['Anthropic, 2026-11-17: an entry without a readable amount; it is not in the totals.'],
  },
]
