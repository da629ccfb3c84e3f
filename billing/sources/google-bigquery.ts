// Google Cloud's bill, from the table Cloud Billing exports it to: https://docs.cloud.google.com/billing/docs/how-to/export-data-bigquery.
import { size } from '../bytes.ts'
import { type Column, monthAround, type SpendRow } from '../focus.ts'
import { focusRow, isOpen, tagsIn } from '../focus-cells.ts'
import { billPages, cellsOf } from '../google/bigquery-pages.ts'
import { bigQueryMeaning } from '../google/meaning.ts'
import { decimalIn } from '../json.ts'
import type { BillingSource, Mapped, Page, SourceExample } from '../source.ts'

type Cells = ReadonlyMap<string, string | undefined>

function rows(page: Page): Mapped {
  const [bytes, limit] =
    /^(\d+) (\d+)$/
      .exec(page.about ?? '')
      ?.slice(1)
      .map(Number) ?? []
  if (bytes !== undefined && limit !== undefined)
    return {
      rows: [],
      problems: [],
      notes: [`Google BigQuery reads ${size(bytes)} for this, of ${size(limit)} allowed.`],
    }
  const cells = cellsOf(page)
  if (!cells) return { rows: [], problems: ['Google BigQuery sent a page without columns or rows.'] }
  const made: SpendRow[] = []
  let unread = 0
  for (const each of cells) {
    const row =
      page.about === 'focus' ? focusRow(each, 'Google Cloud', 'google-bigquery', page.at) : usageRow(each, page.at)
    if (row) made.push(row)
    else unread++
  }
  const problem = `Google BigQuery: ${unread} ${unread === 1 ? 'row' : 'rows'} without a readable day, amount or currency; not in the totals.`
  return { rows: made, problems: unread > 0 ? [problem] : [] }
}

/** https://docs.cloud.google.com/billing/docs/how-to/export-data-bigquery-tables/standard-usage: cost_type. */
const categories: Readonly<Record<string, string>> = { regular: 'Usage', tax: 'Tax' }

function usageRow(cells: Cells, at: string): SpendRow | undefined {
  const [day, currency, cost] = [cells.get('day'), cells.get('currency'), decimalIn(cells.get('cost'))]
  if (!/^\d{4}-\d\d-\d\d$/.test(day ?? '') || currency === undefined || cost === undefined) return undefined
  const start = `${day}T00:00:00.000Z`
  const month = cells.get('month') ?? ''
  const period = monthAround(/^\d{6}$/.test(month) ? `${month.slice(0, 4)}-${month.slice(4)}-01T00:00:00Z` : start)
  const credit = cells.get('credit')
  const type = cells.get('cost_type') ?? 'regular'
  const quantity = decimalIn(cells.get('quantity'))
  return {
    ServiceProviderName: 'Google Cloud',
    InvoiceIssuerName: 'Google Cloud',
    ServiceName: cells.get('service') ?? 'Not of a service',
    ChargeCategory: credit === undefined ? (categories[type] ?? 'Adjustment') : 'Credit',
    ...optional({
      ChargeDescription: credit ?? (type === 'regular' ? undefined : type),
      BillingAccountId: cells.get('account'),
      SubAccountId: cells.get('project'),
      SubAccountName: cells.get('project_name'),
      SkuId: cells.get('sku'),
      SkuMeter: cells.get('meter'),
      RegionId: cells.get('region'),
      AvailabilityZone: cells.get('zone'),
      ResourceId: cells.get('resource'),
      ResourceName: cells.get('resource_name'),
      Tags: tagsIn(cells.get('labels')),
      ...(quantity === undefined ? {} : { PricingUnit: cells.get('unit') }),
    }),
    ...(quantity === undefined ? {} : { PricingQuantity: quantity }),
    ChargePeriodStart: start,
    ChargePeriodEnd: dayAfter(start),
    BillingPeriodStart: period.start,
    BillingPeriodEnd: period.end,
    BillingCurrency: currency,
    BilledCost: cost,
    EffectiveCost: cost,
    x_Source: 'google-bigquery',
    x_Grade: 'invoice',
    x_Estimated: isOpen(period.end, at),
    x_FetchedAt: at,
  }
}

const dayAfter = (start: string) => new Date(Date.parse(start) + 86_400_000).toISOString()

function optional(values: Readonly<Partial<Record<Column, string | undefined>>>): Partial<SpendRow> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

const scopes = ['https://www.googleapis.com/auth/bigquery']

export const source: BillingSource = {
  id: 'google-bigquery',
  name: 'Google BigQuery',
  reads: 'Google Cloud Billing, exported to BigQuery',
  base: 'https://bigquery.googleapis.com',
  needs: {
    fields: [
      { id: 'token', label: 'an access token of Google Cloud', secret: true, env: 'GOOGLE_OAUTH_ACCESS_TOKEN' },
      {
        id: 'table',
        label: 'the table of the billing export (project.dataset.table)',
        secret: false,
        env: 'OUTLAY_BIGQUERY_TABLE',
        example: 'harbour-billing.bill.gcp_billing_export_resource_v1_010101_F0FFF0_10X10X',
      },
      {
        id: 'project',
        label: 'the project that pays for the query, if not the table’s own',
        secret: false,
        env: 'OUTLAY_BIGQUERY_PROJECT',
        optional: true,
        example: 'harbour',
      },
      {
        id: 'maxBytes',
        label: 'the most bytes one reading may scan, 10737418240 (10 GiB) if left out',
        secret: false,
        env: 'OUTLAY_BIGQUERY_MAX_BYTES',
        optional: true,
        example: '10737418240',
      },
    ],
    scope: 'the roles BigQuery Data Viewer on the export’s dataset and BigQuery Job User on the project that pays',
    grant: 'roles/bigquery.dataViewer\nroles/bigquery.jobUser',
    link: 'https://cloud.google.com/bigquery/docs/access-control',
    signIns: [{ with: 'google', field: 'token', scopes }],
  },
  limits:
    'one reading scans no more bytes than allowed: a dry run, which is free, says how many before anything is asked',
  freshness: 'no guarantee; usually within hours, up to five days at first',
  asking: 'the bytes a reading scans',
  narrows: { accounts: 'billing accounts', projects: 'projects', tags: 'labels; not of the FOCUS export' },
  headers: ({ token }) => ({ authorization: `Bearer ${token}` }),
  meaning: bigQueryMeaning,
  pages: billPages,
  rows,
}

const page = (about: string, values: readonly Readonly<Record<string, string | null>>[]): Page => ({
  is: 'page',
  at: '2026-11-20T08:00:00.000Z',
  about,
  body: {
    kind: 'bigquery#queryResponse',
    jobComplete: true,
    schema: { fields: Object.keys(values[0]!).map((name) => ({ name, type: 'STRING' })) },
    rows: values.map((row) => ({ f: Object.values(row).map((v) => ({ v })) })),
  },
})
const vertex = {
  day: '2026-11-17',
  month: '202611',
  cost_type: 'regular',
  account: '010101-F0FFF0-10X10X',
  project: 'harbour',
  project_name: 'Harbour',
  service: 'Vertex AI',
  sku: 'A-1',
  meter: 'Gemini 2.5 Flash Text Input',
  region: 'europe-west1',
  zone: null,
  currency: 'EUR',
  labels: '[{"key":"callsite","value":"summarise-ticket"}]',
  credit: null,
  unit: 'count',
  quantity: '1200000',
  cost: '0.36',
}
const common = {
  ServiceProviderName: 'Google Cloud',
  ServiceName: 'Vertex AI',
  ChargePeriodStart: '2026-11-17T00:00:00.000Z',
  ChargePeriodEnd: '2026-11-18T00:00:00.000Z',
  BillingPeriodStart: '2026-11-01T00:00:00.000Z',
  BillingPeriodEnd: '2026-12-01T00:00:00.000Z',
  BillingCurrency: 'EUR',
  SubAccountId: 'harbour',
  Tags: '{"callsite":"summarise-ticket"}',
  x_Source: 'google-bigquery',
  x_Grade: 'invoice',
  x_Estimated: true,
  x_FetchedAt: '2026-11-20T08:00:00.000Z',
} as const
const detailed = {
  ...common,
  InvoiceIssuerName: 'Google Cloud',
  BillingAccountId: '010101-F0FFF0-10X10X',
  SubAccountName: 'Harbour',
  SkuId: 'A-1',
  SkuMeter: 'Gemini 2.5 Flash Text Input',
  RegionId: 'europe-west1',
} as const

export const examples: readonly SourceExample[] = [
  {
    name: 'a day’s charge, and its credit as a row of its own; what has no amount is told',
    page: page('usage', [
      vertex,
      { ...vertex, credit: 'Committed use discount', unit: null, quantity: null, cost: '-0.06' },
      { ...vertex, cost_type: 'tax', credit: null, unit: null, quantity: null, cost: '0.05' },
      { ...vertex, cost: null },
    ]),
    rows: [
      {
        ...detailed,
        ChargeCategory: 'Usage',
        PricingQuantity: 1200000,
        PricingUnit: 'count',
        BilledCost: 0.36,
        EffectiveCost: 0.36,
      },
      {
        ...detailed,
        ChargeCategory: 'Credit',
        ChargeDescription: 'Committed use discount',
        BilledCost: -0.06,
        EffectiveCost: -0.06,
      },
      { ...detailed, ChargeCategory: 'Tax', ChargeDescription: 'tax', BilledCost: 0.05, EffectiveCost: 0.05 },
    ],
    problems: ['Google BigQuery: 1 row without a readable day, amount or currency; not in the totals.'],
  },
  {
    name: 'the FOCUS export has both amounts; tags may be an object',
    page: page('focus', [
      {
        BillingPeriodStart: '2026-11-01T00:00:00Z',
        BillingPeriodEnd: '2026-12-01T00:00:00Z',
        ChargePeriodStart: '2026-11-17T00:00:00Z',
        ChargeCategory: 'Usage',
        BillingCurrency: 'EUR',
        ServiceName: 'Vertex AI',
        ServiceProviderName: 'Google Cloud',
        SubAccountId: 'harbour',
        Tags: '{"callsite":"summarise-ticket"}',
        BilledCost: '0.36',
        EffectiveCost: '0.3',
        ListCost: '0.4',
      },
    ]),
    rows: [{ ...common, ChargeCategory: 'Usage', BilledCost: 0.36, EffectiveCost: 0.3, ListCost: 0.4 }],
  },
  {
    name: 'before anything is read, how much that is',
    page: { ...page('usage', [vertex]), about: '1288490189 10737418240' },
    rows: [],
    notes: ['Google BigQuery reads 1.2 GiB for this, of 10.0 GiB allowed.'],
  },
]
