// https://langfuse.com/docs/metrics/features/metrics-api: what Langfuse reckons each model cost by day, from its own table of prices. No invoice: the
// rows are metered.

import { isRecord } from '../../core/record.ts'
import type { SpendRow } from '../focus.ts'
import { decimalIn, recordIn, textIn } from '../json.ts'
import { modelCharge } from '../model-charge.ts'
import { daysOf, windows } from '../range.ts'
import type { BillingSource, Fetched, Mapped, Page, Range, SourceExample, SourceIo } from '../source.ts'
import { requests, usageRows } from '../usage-rows.ts'

const most = 1000 // rows in one answer

async function* pages(range: Range, io: SourceIo): AsyncIterable<Fetched> {
  const project = await io.ask({ path: '/api/public/projects', once: true })
  if (project.is === 'failed') {
    yield project
    return
  }
  for (const part of windows(range, 31)) yield* daysFrom(part, io, namesIn(project.body))
}

function namesIn(body: unknown): Record<string, string> {
  const all = recordIn(body).data
  const projects = Array.isArray(all) ? (all as unknown[]).map(recordIn) : []
  return Object.fromEntries(projects.flatMap(({ id, name }) => (textIn(id) ? [[id, textIn(name) ?? id]] : [])))
}

/** One question where its answer fits; else of each half of the days. Asking is scarce: a free plan has a hundred a day. */
async function* daysFrom(part: Range, io: SourceIo, names: Record<string, string>): AsyncIterable<Fetched> {
  const got = await io.ask({ path: '/api/public/v2/metrics', query: [['query', JSON.stringify(questionOf(part))]] })
  const data = got.is === 'page' ? recordIn(got.body).data : undefined
  if (got.is === 'failed' || !Array.isArray(data) || data.length < most) {
    yield got.is === 'page' ? { ...got, names } : got
    return
  }
  const days = daysOf(part)
  if (days.length === 1) {
    const message = `Langfuse has more than ${most} models and environments on ${part.since} and tells no more of them: nothing was loaded.`
    yield { is: 'failed', failure: { kind: 'answer', message } }
    return
  }
  const middle = days[Math.ceil(days.length / 2)]!
  for (const half of [
    { since: part.since, until: middle },
    { since: middle, until: part.until },
  ])
    for await (const page of daysFrom(half, io, names)) {
      yield page
      if (page.is === 'failed') return
    }
}

const sums = ['totalCost', 'inputCost', 'outputCost', 'inputTokens', 'outputTokens', 'totalTokens']

const questionOf = ({ since, until }: Range) => ({
  view: 'observations',
  dimensions: [{ field: 'providedModelName' }, { field: 'environment' }],
  metrics: [...sums.map((measure) => ({ measure, aggregation: 'sum' })), { measure: 'count', aggregation: 'count' }],
  filters: [],
  timeDimension: { granularity: 'day' },
  fromTimestamp: `${since}T00:00:00.000Z`,
  toTimestamp: `${until}T00:00:00.000Z`,
  config: { row_limit: most },
})

type Json = Readonly<Record<string, unknown>>

function rowsOf(item: Json, { at, names = {} }: Page): readonly SpendRow[] | string {
  const day = /^\d{4}-\d\d-\d\d/.exec(String(item.time_dimension))?.[0]
  const [model, environment] = [textIn(item.providedModelName), textIn(item.environment)]
  const [total, input, output, inputTokens, outputTokens, all] = sums.map((sum) => decimalIn(item[`sum_${sum}`]))
  const used = (all ?? 0) + (inputTokens ?? 0) + (outputTokens ?? 0) > 0
  if (day === undefined) return 'an entry without a day'
  // Steps that call no model cost nothing and are not counted as requests.
  if (!used && !total) return []
  if (!total)
    return `${model ?? 'a model without a name'} on ${day} has tokens and no cost: Langfuse knows no price of it`
  const start = `${day}T00:00:00.000Z`
  const end = new Date(Date.parse(start) + 86_400_000).toISOString()
  const [project] = Object.entries(names)
  const common = {
    ServiceProviderName: 'Langfuse',
    ServiceName: 'Model calls in Langfuse',
    ...modelCharge(start, end),
    BillingCurrency: 'USD',
    ...(model ? { x_ModelId: model } : {}),
    ...(project ? { SubAccountId: project[0], SubAccountName: project[1], SubAccountType: 'Project' } : {}),
    ...(environment ? { Tags: JSON.stringify({ environment }) } : {}),
    x_Source: 'langfuse',
    x_Grade: 'metered' as const,
    x_Estimated: Date.parse(end) > Date.parse(at),
    x_FetchedAt: at,
  }
  const side = (SkuMeter: string, cost: number, quantity: number | undefined) => ({
    ...common,
    BilledCost: cost,
    EffectiveCost: cost,
    SkuMeter,
    ...tokens(quantity),
  })
  // Where only the total was given, which tokens cost how much is not told: none of them was free.
  const isSplit = Boolean(input || output)
  const sides = isSplit
    ? [
        ...(input !== undefined && (input || inputTokens) ? [side('Input Tokens', input, inputTokens)] : []),
        ...(output !== undefined && (output || outputTokens) ? [side('Output Tokens', output, outputTokens)] : []),
      ]
    : []
  const rest = total - sides.reduce((sum, { BilledCost }) => sum + BilledCost, 0)
  return [
    ...sides,
    ...(Math.abs(rest) > 1e-9
      ? [{ ...common, BilledCost: rest, EffectiveCost: rest, ...(isSplit ? {} : tokens(all)) }]
      : []),
    ...usageRows(common, [requests(decimalIn(item.count_count))]),
  ]
}

const tokens = (quantity: number | undefined): Partial<SpendRow> =>
  quantity ? { ConsumedQuantity: quantity, ConsumedUnit: 'Tokens' } : {}

function rows(page: Page): Mapped {
  const data = recordIn(page.body).data
  if (!Array.isArray(data)) return { rows: [], problems: ['Langfuse sent an answer without data.'] }
  const made: SpendRow[] = []
  const problems: string[] = []
  for (const item of data as unknown[]) {
    const found = isRecord(item) ? rowsOf(item, page) : 'an entry that is not an object'
    if (typeof found === 'string') problems.push(`Langfuse: ${found}; it is not in the totals.`)
    else made.push(...found)
  }
  return { rows: made, problems }
}

export const source: BillingSource = {
  id: 'langfuse',
  name: 'Langfuse',
  reads: 'Langfuse metrics: what the model calls traced there cost by its own prices',
  base: 'https://cloud.langfuse.com',
  needs: {
    fields: [
      { id: 'publicKey', label: 'a public key (pk-lf-…)', secret: false, env: 'LANGFUSE_PUBLIC_KEY' },
      { id: 'secretKey', label: 'its secret key (sk-lf-…)', secret: true, env: 'LANGFUSE_SECRET_KEY' },
    ],
    scope: 'the keys of one project; other regions and own servers by their address',
    link: 'https://langfuse.com/faq/all/where-are-langfuse-api-keys',
  },
  limits: '100, 200 or 2000 questions about metrics a day by plan; one is asked for each 31 days',
  freshness: 'seconds to minutes; the current day grows',
  headers: ({ publicKey, secretKey }) => ({ authorization: `Basic ${btoa(`${publicKey}:${secretKey}`)}` }),
  pages,
  rows,
}

const entry = {
  time_dimension: '2026-11-17',
  environment: 'production',
  providedModelName: 'gpt-4.1',
  count_count: '20',
}
const common = {
  ServiceProviderName: 'Langfuse',
  ServiceName: 'Model calls in Langfuse',
  ServiceCategory: 'AI and Machine Learning',
  ServiceSubcategory: 'Generative AI',
  ChargeCategory: 'Usage',
  ChargeFrequency: 'Usage-Based',
  ChargePeriodStart: '2026-11-17T00:00:00.000Z',
  ChargePeriodEnd: '2026-11-18T00:00:00.000Z',
  BillingPeriodStart: '2026-11-01T00:00:00.000Z',
  BillingPeriodEnd: '2026-12-01T00:00:00.000Z',
  BillingCurrency: 'USD',
  x_ModelId: 'gpt-4.1',
  SubAccountId: 'prj_1',
  SubAccountName: 'answers',
  SubAccountType: 'Project',
  Tags: '{"environment":"production"}',
  x_Source: 'langfuse',
  x_Grade: 'metered',
  x_Estimated: false,
  x_FetchedAt: '2026-11-20T08:00:00.000Z',
} as const

export const examples: readonly SourceExample[] = [
  {
    name: 'tokens in and out, what is neither, and requests; a model without a price is told, a step without a model is not',
    page: {
      is: 'page',
      at: '2026-11-20T08:00:00.000Z',
      names: { prj_1: 'answers' },
      body: {
        data: [
          {
            ...entry,
            sum_totalCost: 1.5,
            sum_inputCost: '0.5',
            sum_outputCost: 0.75,
            sum_inputTokens: '100000',
            sum_outputTokens: 20_000,
            sum_totalTokens: 120_000,
          },
          { ...entry, providedModelName: 'own-model', sum_totalCost: null, sum_totalTokens: 5 },
          { ...entry, providedModelName: null, sum_totalCost: null, sum_totalTokens: 0 },
        ],
      },
    },
    rows: [
      {
        ...common,
        BilledCost: 0.5,
        EffectiveCost: 0.5,
        SkuMeter: 'Input Tokens',
        ConsumedQuantity: 100_000,
        ConsumedUnit: 'Tokens',
      },
      {
        ...common,
        BilledCost: 0.75,
        EffectiveCost: 0.75,
        SkuMeter: 'Output Tokens',
        ConsumedQuantity: 20_000,
        ConsumedUnit: 'Tokens',
      },
      { ...common, BilledCost: 0.25, EffectiveCost: 0.25 },
      {
        ...common,
        BilledCost: 0,
        EffectiveCost: 0,
        SkuMeter: 'Requests',
        ConsumedQuantity: 20,
        ConsumedUnit: 'Requests',
      },
    ],
    problems: [
      'Langfuse: own-model on 2026-11-17 has tokens and no cost: Langfuse knows no price of it; it is not in the totals.',
    ],
  },
  {
    name: 'a cost that was given as a whole is of all tokens: neither side was free',
    page: {
      is: 'page',
      at: '2026-11-20T08:00:00.000Z',
      names: { prj_1: 'answers' },
      body: {
        data: [
          {
            ...entry,
            count_count: null,
            sum_totalCost: 2,
            sum_inputCost: 0,
            sum_outputCost: null,
            sum_inputTokens: 100,
            sum_outputTokens: 20,
            sum_totalTokens: 120,
          },
        ],
      },
    },
    rows: [{ ...common, BilledCost: 2, EffectiveCost: 2, ConsumedQuantity: 120, ConsumedUnit: 'Tokens' }],
  },
]
