// https://github.com/vantage-sh/vantage-go at c6fc7d4, GET /costs: what a cost report of Vantage holds, by provider, account, service and region.

import { isRecord } from '../../core/record.ts'
import { monthAround, type SpendRow } from '../focus.ts'
import { decimalIn, recordIn, textIn } from '../json.ts'
import { followedPages } from '../next-page.ts'
import type { Ask, BillingSource, Fetched, Mapped, Page, Range, SourceExample, SourceIo } from '../source.ts'

/** Charged as invoiced; and with upfront fees spread over what they are for. */
const views = [
  { about: 'invoiced', amortize: 'false' },
  { about: 'amortized', amortize: 'true' },
] as const

async function* pages(range: Range, io: SourceIo): AsyncIterable<Fetched> {
  for (const { about, amortize } of views) {
    const query: (readonly [string, string])[] = [
      ['cost_report_token', io.settings.report ?? ''],
      ['start_date', range.since],
      // Whether the last date is one of them is not said: one more is asked for, and left out of the rows.
      ['end_date', range.until],
      ['date_bin', 'day'],
      ['groupings', 'provider,billing_account_id,account_id,service,region'],
      ['order', 'asc'],
      ['limit', '5000'],
      ['settings[include_credits]', 'true'],
      ['settings[include_refunds]', 'true'],
      ['settings[include_discounts]', 'true'],
      ['settings[include_tax]', 'true'],
      ['settings[amortize]', amortize],
      ['settings[show_previous_period]', 'false'],
    ]
    const ask = (next: string | undefined): Ask => (next === undefined ? { path: '/costs', query } : { path: next })
    for await (const got of followedPages('Vantage', io, ask, (body) => textIn(recordIn(recordIn(body).links).next))) {
      yield got.is === 'page' ? { ...got, about, body: within(got.body, range) } : got
      if (got.is === 'failed') return
    }
  }
}

const dayOf = (cost: unknown) => /^\d{4}-\d\d-\d\d/.exec(String(recordIn(cost).accrued_at))?.[0]

function within(body: unknown, { since, until }: Range): unknown {
  if (!isRecord(body) || !Array.isArray(body.costs)) return body
  const costs = (body.costs as unknown[]).filter((cost) => {
    const day = dayOf(cost)
    return day === undefined || (day >= since && day < until)
  })
  return { ...body, costs }
}

/** As our own sources call them, so that what comes from both is seen. */
const providers: Readonly<Record<string, string>> = {
  aws: 'AWS',
  azure: 'Microsoft',
  azure_csp: 'Microsoft',
  gcp: 'Google Cloud',
  open_ai: 'OpenAI',
  anthropic: 'Anthropic',
  snowflake: 'Snowflake',
  databricks: 'Databricks',
  modal: 'Modal',
  oracle: 'Oracle',
  opencost: 'OpenCost',
}
/** What these tell is use at list prices, billed by the cloud beneath. */
const meters = new Set(['kubernetes', 'kubernetes_agent', 'opencost'])

function row(cost: Readonly<Record<string, unknown>>, about: string, at: string): SpendRow | undefined {
  const [day, amount, currency] = [dayOf(cost), decimalIn(cost.amount), textIn(cost.currency)]
  if (day === undefined || amount === undefined || currency === undefined) return undefined
  const start = `${day}T00:00:00.000Z`
  const month = monthAround(start)
  const [provider, service, region] = [textIn(cost.provider), textIn(cost.service), textIn(cost.region)]
  const [payer, account] = [textIn(cost.billing_account_id), textIn(cost.account_id)]
  return {
    ServiceProviderName: providers[provider ?? ''] ?? provider ?? 'a provider Vantage does not name',
    ServiceName: service ?? 'Not of a service',
    ChargeCategory: 'Usage',
    ChargePeriodStart: start,
    ChargePeriodEnd: new Date(Date.parse(start) + 86_400_000).toISOString(),
    BillingPeriodStart: month.start,
    BillingPeriodEnd: month.end,
    BillingCurrency: currency,
    BilledCost: about === 'amortized' ? 0 : amount,
    EffectiveCost: about === 'amortized' ? amount : 0,
    ...(payer ? { BillingAccountId: payer } : {}),
    ...(account ? { SubAccountId: account } : {}),
    ...(region ? { RegionId: region } : {}),
    x_Source: 'vantage',
    x_Grade: meters.has(provider ?? '') ? 'metered' : 'invoice',
    // Vantage reads the providers' reports; those change until the month is invoiced.
    x_Estimated: Date.parse(month.end) > Date.parse(at),
    x_FetchedAt: at,
  }
}

function rows({ body, at, about = 'invoiced' }: Page): Mapped {
  if (!isRecord(body) || !Array.isArray(body.costs))
    return { rows: [], problems: ['Vantage sent a page without costs.'] }
  const made: SpendRow[] = []
  const problems: string[] = []
  for (const cost of body.costs as unknown[]) {
    const found = isRecord(cost) ? row(cost, about, at) : undefined
    if (found) made.push(found)
    else problems.push('Vantage: a cost without a readable day, amount or currency; it is not in the totals.')
  }
  return { rows: made, problems }
}

export const source: BillingSource = {
  id: 'vantage',
  name: 'Vantage',
  reads: 'Vantage cost reports: the bills of every provider connected there',
  base: 'https://api.vantage.sh/v2',
  needs: {
    fields: [
      { id: 'token', label: 'an API access token', secret: true, env: 'VANTAGE_API_TOKEN' },
      { id: 'report', label: 'the token of a cost report (rprt_…)', secret: false, env: 'VANTAGE_COST_REPORT' },
    ],
    scope: 'read',
    link: 'https://docs.vantage.sh/api',
  },
  freshness: 'that of the provider’s own report; a month may change until it is invoiced',
  headers: ({ token }) => ({ authorization: `Bearer ${token}` }),
  pages,
  rows,
}

const page = (costs: readonly unknown[], about: string): Page => ({
  is: 'page',
  at: '2026-11-20T08:00:00.000Z',
  about,
  body: { links: { next: null }, total_cost: { amount: '0', currency: 'USD' }, costs },
})
const common = {
  ChargeCategory: 'Usage',
  ChargePeriodStart: '2026-11-17T00:00:00.000Z',
  ChargePeriodEnd: '2026-11-18T00:00:00.000Z',
  BillingPeriodStart: '2026-11-01T00:00:00.000Z',
  BillingPeriodEnd: '2026-12-01T00:00:00.000Z',
  BillingCurrency: 'USD',
  x_Source: 'vantage',
  x_Estimated: true,
  x_FetchedAt: '2026-11-20T08:00:00.000Z',
} as const

export const examples: readonly SourceExample[] = [
  {
    name: 'as invoiced: a provider is called as our own source of it calls it; an amount that is no number is told',
    page: page(
      [
        {
          accrued_at: '2026-11-17',
          amount: '4.25',
          currency: 'USD',
          provider: 'aws',
          billing_account_id: '123456789012',
          account_id: '123456789013',
          service: 'Amazon Elastic Compute Cloud - Compute',
          region: 'us-east-1',
        },
        { accrued_at: '2026-11-17', amount: '', currency: 'USD', provider: 'aws' },
      ],
      'invoiced',
    ),
    rows: [
      {
        ...common,
        ServiceProviderName: 'AWS',
        ServiceName: 'Amazon Elastic Compute Cloud - Compute',
        BilledCost: 4.25,
        EffectiveCost: 0,
        BillingAccountId: '123456789012',
        SubAccountId: '123456789013',
        RegionId: 'us-east-1',
        x_Grade: 'invoice',
      },
    ],
    problems: ['Vantage: a cost without a readable day, amount or currency; it is not in the totals.'],
  },
  {
    name: 'amortized: what use consumed; a cluster’s costs are metered',
    page: page(
      [{ accrued_at: '2026-11-17+00:00', amount: '-1.5', currency: 'USD', provider: 'kubernetes', service: 'search' }],
      'amortized',
    ),
    rows: [
      {
        ...common,
        ServiceProviderName: 'kubernetes',
        ServiceName: 'search',
        BilledCost: 0,
        EffectiveCost: -1.5,
        x_Grade: 'metered',
      },
    ],
  },
]
