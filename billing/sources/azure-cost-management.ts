// https://learn.microsoft.com/rest/api/cost-management/query/usage: cost by day, service and kind of charge. Asked twice: what is invoiced
// (ActualCost), and what use consumed with prepaid purchases spread over it (AmortizedCost). At most 31 days come in one answer.

import { isRecord } from '../../core/record.ts'
import { subscriptions } from '../azure-subscriptions.ts'
import { monthAround, type SpendRow } from '../focus.ts'
import { recordIn, textIn } from '../json.ts'
import { followedPages } from '../next-page.ts'
import { windows } from '../range.ts'
import type { Ask, BillingSource, Fetched, Mapped, Page, Range, Scope, SourceExample, SourceIo } from '../source.ts'

const version = '2025-03-01'
const views = ['ActualCost', 'AmortizedCost'] as const
const longest = 31

async function* pages(range: Range, io: SourceIo, scope: Scope): AsyncIterable<Fetched> {
  for (const account of scope.accounts ?? [])
    for (const part of windows(range, longest))
      for (const view of views) {
        const first = `${account.replace(/\/$/, '')}/providers/Microsoft.CostManagement/query?api-version=${version}`
        const ask = (path = first): Ask => ({ method: 'POST', path, body: queryOf(view, part, scope) })
        const next = (body: unknown) => textIn(recordIn(recordIn(body).properties).nextLink)
        for await (const got of followedPages('Azure Cost Management', io, ask, next)) {
          yield got.is === 'page' ? { ...got, about: `${view} ${account}` } : got
          if (got.is === 'failed') return
        }
      }
  if ((scope.accounts ?? []).length === 0) {
    const message =
      'Azure Cost Management needs to know whose cost to read: write subscriptions into spend.scope, as /subscriptions/<id>.'
    yield { is: 'failed', failure: { kind: 'scope', message } }
  }
}

function queryOf(type: (typeof views)[number], { since, until }: Range, { tags = {} }: Scope) {
  const last = new Date(Date.parse(until) - 1000).toISOString()
  const byTag = Object.entries(tags).map(([name, value]) => ({ tags: { name, operator: 'In', values: [value] } }))
  return {
    type,
    timeframe: 'Custom',
    // Both days inclusive.
    timePeriod: { from: `${since}T00:00:00Z`, to: last.replace('.000Z', 'Z') },
    dataset: {
      granularity: 'Daily',
      aggregation: { totalCost: { name: 'Cost', function: 'Sum' } },
      grouping: ['ServiceName', 'ChargeType'].map((name) => ({ type: 'Dimension', name })),
      ...(byTag.length === 0 ? {} : { filter: byTag.length === 1 ? byTag[0] : { and: byTag } }),
    },
  }
}

/** `20261117`, a number. */
function dayOf(value: unknown): string | undefined {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(String(value)) ?? []
  return year === undefined ? undefined : `${year}-${month}-${day}T00:00:00.000Z`
}

function rows({ body, at, about = '' }: Page): Mapped {
  if (body === undefined) return { rows: [], problems: [] } // 204: there is no cost
  const properties = isRecord(body) ? body.properties : undefined
  if (!isRecord(properties) || !Array.isArray(properties.columns) || !Array.isArray(properties.rows))
    return { rows: [], problems: ['Azure Cost Management sent a page without columns or rows.'] }
  const names = (properties.columns as unknown[]).map((each) => (isRecord(each) ? String(each.name) : ''))
  const [view, account] = about.split(' ')
  const made: SpendRow[] = []
  const problems: string[] = []
  for (const cells of properties.rows as unknown[]) {
    const cell = (name: string) => (Array.isArray(cells) ? cells[names.indexOf(name)] : undefined)
    const found = row(cell, view === 'AmortizedCost', account ?? '', at)
    if (found) made.push(found)
    else
      problems.push('Azure Cost Management: a row without a readable day, amount or currency; it is not in the totals.')
  }
  return { rows: made, problems }
}

// Azure settles the cost of a day within 24 hours, and of a month until its fifth day.
// https://learn.microsoft.com/azure/cost-management-billing/costs/understand-cost-mgt-data
const settles = 24 * 3_600_000

/** FOCUS's word for Azure's ChargeType; an unused reservation is use of what was bought. */
function categoryOf(charge: unknown): string {
  const kind = String(charge ?? '')
  if (/^(usage|unused)/i.test(kind)) return 'Usage'
  if (/^purchase$/i.test(kind)) return 'Purchase'
  return /^tax$/i.test(kind) ? 'Tax' : 'Adjustment'
}

/** Each amount stands in a row of its view, so that neither sum counts the other. */
function row(cell: (name: string) => unknown, isAmortized: boolean, account: string, at: string): SpendRow | undefined {
  const [cost, start, currency] = [cell('Cost'), dayOf(cell('UsageDate')), cell('Currency')]
  if (typeof cost !== 'number' || !Number.isFinite(cost) || !start || typeof currency !== 'string') return undefined
  const end = new Date(Date.parse(start) + 86_400_000).toISOString()
  const month = monthAround(start)
  const [service, charge] = [cell('ServiceName'), cell('ChargeType')]
  return {
    ServiceProviderName: 'Microsoft',
    InvoiceIssuerName: 'Microsoft',
    ServiceName: typeof service === 'string' && service !== '' ? service : 'Not of a service',
    ChargeCategory: categoryOf(charge),
    ...(charge === 'Refund' ? { ChargeClass: 'Correction' } : {}),
    ...(typeof charge === 'string' && charge !== '' ? { ChargeDescription: charge } : {}),
    ChargePeriodStart: start,
    ChargePeriodEnd: end,
    BillingPeriodStart: month.start,
    BillingPeriodEnd: month.end,
    BillingCurrency: currency,
    BilledCost: isAmortized ? 0 : cost,
    EffectiveCost: isAmortized ? cost : 0,
    SubAccountId: account,
    SubAccountType: 'Scope',
    x_Source: 'azure-cost-management',
    x_Grade: 'invoice',
    x_Estimated: Date.parse(end) + settles > Date.parse(at),
    x_FetchedAt: at,
  }
}

export const source: BillingSource = {
  id: 'azure-cost-management',
  name: 'Azure Cost Management',
  reads: 'Azure Cost Management',
  base: 'https://management.azure.com',
  needs: {
    fields: [
      { id: 'token', label: 'an access token of Azure Resource Manager', secret: true, env: 'AZURE_ACCESS_TOKEN' },
    ],
    scope: 'the role Cost Management Reader on the subscription',
    grant: 'Cost Management Reader',
    link: 'https://learn.microsoft.com/azure/cost-management-billing/costs/assign-access-acm-data',
    signIns: [{ with: 'microsoft', field: 'token', scopes: ['https://management.azure.com/.default'] }],
  },
  renews: {
    hours: 8,
    source: 'https://learn.microsoft.com/azure/cost-management-billing/costs/overview-cost-management',
  },
  accounts: subscriptions,
  narrows: { accounts: 'subscriptions, /subscriptions/<id>; at least one', tags: 'tags of resources' },
  headers: ({ token }) => ({ authorization: `Bearer ${token}` }),
  pages,
  rows,
}

const page = (about: string, rows: readonly unknown[][]): Page => ({
  is: 'page',
  at: '2026-11-20T08:00:00.000Z',
  about,
  body: {
    name: 'a',
    type: 'microsoft.costmanagement/Query',
    properties: {
      nextLink: null,
      columns: ['Cost', 'UsageDate', 'ServiceName', 'ChargeType', 'Currency'].map((name) => ({
        name,
        type: name === 'Cost' || name === 'UsageDate' ? 'Number' : 'String',
      })),
      rows,
    },
  },
})
const common = {
  ServiceProviderName: 'Microsoft',
  InvoiceIssuerName: 'Microsoft',
  ServiceName: 'Azure OpenAI',
  ChargeCategory: 'Usage',
  ChargeDescription: 'Usage',
  ChargePeriodStart: '2026-11-17T00:00:00.000Z',
  ChargePeriodEnd: '2026-11-18T00:00:00.000Z',
  BillingPeriodStart: '2026-11-01T00:00:00.000Z',
  BillingPeriodEnd: '2026-12-01T00:00:00.000Z',
  BillingCurrency: 'EUR',
  SubAccountId: '/subscriptions/7f3c',
  SubAccountType: 'Scope',
  x_Source: 'azure-cost-management',
  x_Grade: 'invoice',
  x_Estimated: false,
  x_FetchedAt: '2026-11-20T08:00:00.000Z',
} as const

export const examples: readonly SourceExample[] = [
  {
    name: 'what is invoiced; a day is a number, a row without one is told',
    page: page('ActualCost /subscriptions/7f3c', [
      [19.545363672276512, 20261117, 'Azure OpenAI', 'Usage', 'EUR'],
      [1, 'today', 'Azure OpenAI', 'Usage', 'EUR'],
    ]),
    rows: [{ ...common, BilledCost: 19.545363672276512, EffectiveCost: 0 }],
    problems: ['Azure Cost Management: a row without a readable day, amount or currency; it is not in the totals.'],
  },
  {
    name: 'a reservation that was bought, and one that was given back, are no use',
    page: page('ActualCost /subscriptions/7f3c', [
      [900, 20261117, 'Virtual Machines', 'Purchase', 'EUR'],
      [-100, 20261117, 'Virtual Machines', 'Refund', 'EUR'],
    ]),
    rows: [
      {
        ...common,
        ServiceName: 'Virtual Machines',
        ChargeCategory: 'Purchase',
        ChargeDescription: 'Purchase',
        BilledCost: 900,
        EffectiveCost: 0,
      },
      {
        ...common,
        ServiceName: 'Virtual Machines',
        ChargeCategory: 'Adjustment',
        ChargeClass: 'Correction',
        ChargeDescription: 'Refund',
        BilledCost: -100,
        EffectiveCost: 0,
      },
    ],
  },
  {
    name: 'what use consumed is a row of its own',
    page: page('AmortizedCost /subscriptions/7f3c', [[21.25, 20261117, 'Azure OpenAI', 'Usage', 'EUR']]),
    rows: [{ ...common, BilledCost: 0, EffectiveCost: 21.25 }],
  },
  {
    name: 'no content: there was no cost',
    page: { is: 'page', at: '2026-11-20T08:00:00.000Z', body: undefined },
    rows: [],
  },
]
