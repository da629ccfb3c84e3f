// https://platform.openai.com/docs/api-reference/usage/costs: money and tokens by day, line item, project and key; beside it how many requests there
// were, and what projects and keys are called.

import { isRecord } from '../../core/record.ts'
import { cursorPages } from '../cursor.ts'
import type { SpendRow } from '../focus.ts'
import { recordIn, textIn } from '../json.ts'
import { modelCharge } from '../model-charge.ts'
import { listedNames, namedKey, namedProject } from '../names.ts'
import { usageMapped, usagePages } from '../openai/usage.ts'
import type { BillingSource, Fetched, Mapped, Page, Range, Scope, SourceExample, SourceIo } from '../source.ts'

const day = 24 * 60 * 60 * 1000
const seconds = (date: string) => String(Date.parse(date) / 1000)

async function* pages(range: Range, io: SourceIo, scope: Scope): AsyncIterable<Fetched> {
  let names: Record<string, string> = {}
  const asked = new Set<string>()
  for await (const got of costPages(range, io, scope)) {
    if (got.is === 'failed') {
      yield got
      return
    }
    names = { ...names, ...(await namesFor(got.body, io, asked)) }
    yield { ...got, names }
  }
  yield* usagePages(range, io, scope, names)
}

const mostProjects = 50 // one request each for the names of their keys; keys of further projects are told by id

/** Of the projects, and of the keys of those that the page names for the first time. */
async function namesFor(body: unknown, io: SourceIo, asked: Set<string>): Promise<Record<string, string>> {
  const query = [['limit', '100'] as const]
  const results = resultsIn(body)
  const isFirst = asked.size === 0
  const projects = results.flatMap(({ project_id, api_key_id }) =>
    textIn(api_key_id) ? [textIn(project_id) ?? ''] : [],
  )
  const unknown = [...new Set(projects)].filter((id) => id !== '' && !asked.has(id)).slice(0, mostProjects - asked.size)
  const all: Record<string, string>[] = []
  if (isFirst && results.some(({ project_id }) => textIn(project_id))) {
    asked.add('')
    const every = [...query, ['include_archived', 'true'] as const]
    all.push(await listedNames(io, { path: '/organization/projects', query: every }, 'after'))
  }
  for (const id of unknown) {
    asked.add(id)
    all.push(await listedNames(io, { path: `/organization/projects/${id}/api_keys`, query }, 'after'))
  }
  return Object.assign({}, ...all)
}

function resultsIn(body: unknown): readonly Readonly<Record<string, unknown>>[] {
  const { data } = recordIn(body)
  const buckets = Array.isArray(data) ? (data as unknown[]).map((bucket) => recordIn(bucket).results) : []
  return buckets.flatMap((results) => (Array.isArray(results) ? (results as unknown[]).map(recordIn) : []))
}

async function* costPages(range: Range, io: SourceIo, { projects = [], keys = [] }: Scope): AsyncIterable<Fetched> {
  const query: [string, string][] = [
    ['start_time', seconds(range.since)],
    ['end_time', seconds(range.until)],
    ['bucket_width', '1d'],
    ['group_by', 'line_item'],
    ['group_by', 'project_id'],
    ['group_by', 'api_key_id'],
    ['limit', '180'],
    ...projects.map((id): [string, string] => ['project_ids', id]),
    ...keys.map((id): [string, string] => ['api_key_ids', id]),
  ]
  yield* cursorPages('OpenAI', io, { path: '/organization/costs', query })
}

// The words after the comma of a line item: "gpt-4.1-2025-04-14, cached input".
const meters: Readonly<Record<string, string>> = {
  input: 'Input Tokens',
  output: 'Output Tokens',
  'cached input': 'Cache Read Input Tokens',
}

const units: Readonly<Record<string, readonly [unit: string, scale: number]>> = {
  tokens: ['Tokens', 1],
  '1000_tokens': ['Tokens', 1000],
  duration_seconds: ['Seconds', 1],
  duration_minutes: ['Minutes', 1],
  duration_hours: ['Hours', 1],
  gibibyte_hours: ['GiB-Hours', 1],
  images: ['Images', 1],
  characters: ['Characters', 1],
}

function meter(lineItem: string): Pick<SpendRow, 'ChargeDescription' | 'SkuMeter' | 'x_ModelId'> {
  const [, model, what] = /^(.*), ([^,]+)$/.exec(lineItem) ?? []
  const SkuMeter = meters[what ?? '']
  return SkuMeter ? { ChargeDescription: lineItem, SkuMeter, x_ModelId: model } : { ChargeDescription: lineItem }
}

function quantity(result: Record<string, unknown>): Pick<SpendRow, 'ConsumedQuantity' | 'ConsumedUnit'> {
  if (typeof result.quantity !== 'number' || typeof result.quantity_unit !== 'string') return {}
  const [unit, scale] = units[result.quantity_unit] ?? [result.quantity_unit, 1]
  return { ConsumedQuantity: result.quantity * scale, ConsumedUnit: unit }
}

/** Dollars as the API writes them: a number, or the same number as text. */
function dollars(amount: unknown): { value: number; currency: string } | undefined {
  if (!isRecord(amount) || typeof amount.currency !== 'string') return undefined
  const value = typeof amount.value === 'string' && amount.value.trim() !== '' ? Number(amount.value) : amount.value
  return typeof value === 'number' && Number.isFinite(value)
    ? { value, currency: amount.currency.toUpperCase() }
    : undefined
}

function row(result: unknown, start: string, end: string, { at, names }: Page): SpendRow | string {
  if (!isRecord(result)) return 'an entry that is not an object'
  if (result.object !== 'organization.costs.result')
    return `an entry of type ${String(result.object)} where a cost was expected`
  const cost = dollars(result.amount)
  if (!cost) return `no readable amount for ${String(result.line_item ?? 'an unnamed line item')}`
  return {
    ServiceProviderName: 'OpenAI',
    HostProviderName: 'OpenAI',
    InvoiceIssuerName: 'OpenAI',
    ServiceName: 'OpenAI API',
    ...modelCharge(start, end),
    BillingCurrency: cost.currency,
    BilledCost: cost.value,
    EffectiveCost: cost.value,
    ...(typeof result.line_item === 'string' ? meter(result.line_item) : {}),
    ...namedProject(textIn(result.project_id), 'Project', names),
    ...namedKey(textIn(result.api_key_id), names),
    ...quantity(result),
    x_Source: 'openai',
    x_Grade: 'invoice',
    // OpenAI states no latency: amounts of a day that ended less than a day ago were seen to rise.
    x_Estimated: Date.parse(end) > Date.parse(at) - day,
    x_FetchedAt: at,
  }
}

function rows(page: Page): Mapped {
  if (page.about !== undefined) return usageMapped(page)
  const body = page.body
  if (!isRecord(body) || !Array.isArray(body.data)) return { rows: [], problems: ['OpenAI sent a page without data.'] }
  const rows: SpendRow[] = []
  const problems: string[] = []
  for (const bucket of body.data as unknown[]) {
    if (
      !isRecord(bucket) ||
      typeof bucket.start_time !== 'number' ||
      typeof bucket.end_time !== 'number' ||
      !Array.isArray(bucket.results)
    ) {
      problems.push('OpenAI sent a day without its times: it is not in the totals.')
      continue
    }
    const start = new Date(bucket.start_time * 1000).toISOString()
    const end = new Date(bucket.end_time * 1000).toISOString()
    for (const result of bucket.results as unknown[]) {
      const made = row(result, start, end, page)
      if (typeof made === 'string') problems.push(`OpenAI, ${start.slice(0, 10)}: ${made}; it is not in the totals.`)
      else rows.push(made)
    }
  }
  return { rows, problems }
}

export const source: BillingSource = {
  id: 'openai',
  name: 'OpenAI',
  reads: 'OpenAI costs API',
  base: 'https://api.openai.com/v1',
  needs: {
    fields: [{ id: 'key', label: 'an admin key (sk-admin-…)', secret: true, env: 'OPENAI_ADMIN_KEY' }],
    scope: 'api.usage.read',
    link: 'https://platform.openai.com/settings/organization/admin-keys',
  },
  limits:
    'not stated as a number; a reading of a month is one request for costs, five for usage, and one for each project’s keys',
  freshness: 'not stated; amounts of a day were seen to rise for a day after it',
  narrows: { projects: 'projects, by id', keys: 'API keys, by id' },
  headers: ({ key }) => ({ authorization: `Bearer ${key}` }),
  pages,
  rows,
}

const page = (results: unknown[], names: Readonly<Record<string, string>> = {}, about?: string): Page => ({
  is: 'page',
  at: '2026-11-20T08:00:00.000Z',
  names,
  ...(about ? { about } : {}),
  body: {
    object: 'page',
    data: [{ object: 'bucket', start_time: 1794873600, end_time: 1794960000, results }],
    has_more: false,
    next_page: null,
  },
})
const common = {
  ServiceProviderName: 'OpenAI',
  HostProviderName: 'OpenAI',
  InvoiceIssuerName: 'OpenAI',
  ServiceName: 'OpenAI API',
  ServiceCategory: 'AI and Machine Learning',
  ServiceSubcategory: 'Generative AI',
  ChargeCategory: 'Usage',
  ChargeFrequency: 'Usage-Based',
  ChargePeriodStart: '2026-11-17T00:00:00.000Z',
  ChargePeriodEnd: '2026-11-18T00:00:00.000Z',
  BillingPeriodStart: '2026-11-01T00:00:00.000Z',
  BillingPeriodEnd: '2026-12-01T00:00:00.000Z',
  BillingCurrency: 'USD',
  x_Source: 'openai',
  x_Grade: 'invoice',
  x_Estimated: false,
  x_FetchedAt: '2026-11-20T08:00:00.000Z',
} as const

export const examples: readonly SourceExample[] = [
  {
    name: 'a line item with a model, its meter, its project and key by name, and its tokens',
    page: page(
      [
        {
          object: 'organization.costs.result',
          amount: { value: 4.25, currency: 'usd' },
          line_item: 'gpt-4.1-2025-04-14, cached input',
          project_id: 'proj_answers',
          api_key_id: 'key_1',
          quantity: 8500,
          quantity_unit: '1000_tokens',
        },
      ],
      { proj_answers: 'Answers', key_1: 'production' },
    ),
    rows: [
      {
        ...common,
        BilledCost: 4.25,
        EffectiveCost: 4.25,
        ChargeDescription: 'gpt-4.1-2025-04-14, cached input',
        SkuMeter: 'Cache Read Input Tokens',
        x_ModelId: 'gpt-4.1-2025-04-14',
        SubAccountId: 'proj_answers',
        SubAccountName: 'Answers',
        SubAccountType: 'Project',
        x_CredentialId: 'key_1',
        ResourceId: 'key_1',
        ResourceName: 'production',
        ResourceType: 'API Key',
        ConsumedQuantity: 8_500_000,
        ConsumedUnit: 'Tokens',
      },
    ],
  },
  {
    name: 'an amount written as text, a line item that names no model',
    page: page([
      {
        object: 'organization.costs.result',
        amount: { value: '0.060000', currency: 'usd' },
        line_item: 'web search tool calls',
        project_id: null,
        api_key_id: null,
        quantity: null,
        quantity_unit: null,
      },
    ]),
    rows: [{ ...common, BilledCost: 0.06, EffectiveCost: 0.06, ChargeDescription: 'web search tool calls' }],
  },
  {
    name: 'an entry without an amount is reported, never counted as zero',
    page: page([{ object: 'organization.costs.result', line_item: 'gpt-4.1-2025-04-14, input' }]),
    rows: [],
    problems: ['OpenAI, 2026-11-17: no readable amount for gpt-4.1-2025-04-14, input; it is not in the totals.'],
  },
  {
    name: 'requests by model, key, batch and tier add no money; their tokens stand in the costs',
    page: page(
      [
        {
          object: 'organization.usage.completions.result',
          input_tokens: 1000,
          output_tokens: 500,
          num_model_requests: 5,
          project_id: 'proj_answers',
          api_key_id: 'key_1',
          model: 'gpt-4.1-2025-04-14',
          batch: true,
          service_tier: 'flex',
        },
        { object: 'organization.usage.completions.result', num_model_requests: 0, model: 'gpt-4.1-2025-04-14' },
      ],
      {},
      'usage',
    ),
    rows: [
      {
        ...common,
        BilledCost: 0,
        EffectiveCost: 0,
        SkuMeter: 'Requests',
        ConsumedQuantity: 5,
        ConsumedUnit: 'Requests',
        x_ModelId: 'gpt-4.1-2025-04-14',
        SubAccountId: 'proj_answers',
        SubAccountType: 'Project',
        x_CredentialId: 'key_1',
        SkuPriceDetails: '{"x_ServiceTier":"flex","x_Batch":true}',
      },
    ],
  },
]
