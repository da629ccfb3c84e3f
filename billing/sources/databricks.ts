// https://docs.databricks.com/admin/system-tables/billing: use of the whole account at list prices, through the SQL statement API of one workspace.
// A list price is no invoice: discounts are not in it, so the rows are metered.

import { isRecord } from '../../core/record.ts'
import { databricksColumns, databricksPart, databricksParts, databricksStatement } from '../databricks-statement.ts'
import { monthAround, type SpendRow } from '../focus.ts'
import { decimalIn, textIn } from '../json.ts'
import { tableRows } from '../poll.ts'
import type { BillingSource, Failure, Fetched, Mapped, Page, Range, Scope, SourceExample, SourceIo } from '../source.ts'

/**
 * A correction is written as a retraction of the old row and a new one, so that only the sum of all is right. Use before or after
 * every price of its SKU is counted apart: it has no cost, which is not zero.
 */
const statement = (
  workspaces: number,
) => `SELECT u.usage_date, u.account_id, u.workspace_id, u.sku_name, u.cloud, u.usage_unit,
  u.billing_origin_product, to_json(u.custom_tags) AS tags, p.currency_code,
  COALESCE(u.usage_metadata.endpoint_name, u.usage_metadata.job_id, u.usage_metadata.warehouse_id, u.usage_metadata.cluster_id) AS resource,
  SUM(u.usage_quantity) AS quantity, SUM(u.usage_quantity * p.pricing.effective_list.default) AS cost
FROM system.billing.usage AS u LEFT JOIN system.billing.list_prices AS p
  ON u.sku_name = p.sku_name AND u.cloud = p.cloud AND u.usage_unit = p.usage_unit AND u.usage_end_time >= p.price_start_time
  AND (p.price_end_time IS NULL OR u.usage_end_time < p.price_end_time)
WHERE u.usage_date >= :since AND u.usage_date < :until${
  workspaces === 0
    ? ''
    : ` AND u.workspace_id IN (${Array.from({ length: workspaces }, (_, i) => `:workspace${i}`).join(', ')})`
}
GROUP BY ALL`

const parameter = (name: string, value: string, type: string) => ({ name, value, type })

async function* pages({ since, until }: Range, io: SourceIo, { projects = [] }: Scope): AsyncIterable<Fetched> {
  const parameters = [
    parameter('since', since, 'DATE'),
    parameter('until', until, 'DATE'),
    ...projects.map((id, i) => parameter(`workspace${i}`, id, 'STRING')),
  ]
  const { warehouse } = io.settings
  const done = await databricksStatement(io, { warehouse, text: statement(projects.length), parameters }, refusal)
  if (done.is === 'failed') return yield done
  const about = databricksColumns(done)
    .map(({ name }) => name)
    .join(',')
  for await (const got of databricksParts(io, done)) yield got.is === 'page' ? { ...got, about } : got
}

function refusal(code: string, words: string): Failure {
  const lacks = /INSUFFICIENT_PERMISSIONS|TABLE_OR_VIEW_NOT_FOUND|PERMISSION_DENIED/.test(`${code} ${words}`)
  const message = `Databricks could not read the billing tables (${code}): the token’s owner needs ${source.needs.scope}.`
  return { kind: lacks ? 'scope' : 'answer', message }
}

function row(item: Readonly<Record<string, unknown>>, at: string): SpendRow | string {
  const day = /^\d{4}-\d\d-\d\d/.exec(String(item.usage_date))?.[0]
  const [sku, cost, quantity] = [textIn(item.sku_name), decimalIn(item.cost), decimalIn(item.quantity)]
  const currency = textIn(item.currency_code)
  if (day === undefined) return 'an entry without a day'
  if (cost === undefined || currency === undefined)
    return `${day}: there is no list price of ${sku ?? 'an unnamed SKU'}`
  const start = `${day}T00:00:00.000Z`
  const end = new Date(Date.parse(start) + 86_400_000)
  const month = monthAround(start)
  const [account, workspace] = [textIn(item.account_id), textIn(item.workspace_id)]
  const [resource, tags, unit] = [textIn(item.resource), textIn(item.tags), textIn(item.usage_unit)]
  const [product, cloud] = [textIn(item.billing_origin_product), textIn(item.cloud)]
  return {
    ServiceProviderName: 'Databricks',
    ...(cloud ? { HostProviderName: cloud } : {}),
    ServiceName: product ?? 'Not of a product',
    ...(product === 'MODEL_SERVING'
      ? { ServiceCategory: 'AI and Machine Learning', ServiceSubcategory: 'Generative AI' }
      : {}),
    ChargeCategory: 'Usage',
    ChargeFrequency: 'Usage-Based',
    ChargePeriodStart: start,
    ChargePeriodEnd: end.toISOString(),
    BillingPeriodStart: month.start,
    BillingPeriodEnd: month.end,
    BillingCurrency: currency,
    BilledCost: cost,
    EffectiveCost: cost,
    ListCost: cost,
    ...(quantity === undefined || !unit ? {} : { ConsumedQuantity: quantity, ConsumedUnit: unit }),
    ...(account ? { BillingAccountId: account } : {}),
    ...(workspace ? { SubAccountId: workspace, SubAccountType: 'Workspace' } : {}),
    ...(resource ? { ResourceId: resource } : {}),
    ...(sku ? { SkuId: sku } : {}),
    ...(tags && tags !== '{}' ? { Tags: tags } : {}),
    x_Source: 'databricks',
    x_Grade: 'metered',
    // Records come within twelve hours as a rule; later corrections are in the sums of the next reading.
    x_Estimated: end.getTime() + 12 * 3_600_000 > Date.parse(at),
    x_FetchedAt: at,
  }
}

function rows({ body, at, about = '' }: Page): Mapped {
  const result = databricksPart(body)
  // A statement without rows has no list of them.
  if (!isRecord(body) || about === '') return { rows: [], problems: ['Databricks sent an answer without columns.'] }
  const data: readonly unknown[] = Array.isArray(result.data_array) ? result.data_array : []
  const made: SpendRow[] = []
  const problems: string[] = []
  for (const item of tableRows(about.split(','), data)) {
    const found = row(item, at)
    if (typeof found === 'string') problems.push(`Databricks, ${found}; it is not in the totals.`)
    else made.push(found)
  }
  return { rows: made, problems }
}

export const source: BillingSource = {
  id: 'databricks',
  name: 'Databricks',
  reads: 'Databricks system.billing: the use of every workspace at list prices',
  needs: {
    fields: [
      { id: 'token', label: 'a personal access or OAuth token', secret: true, env: 'DATABRICKS_TOKEN' },
      { id: 'warehouse', label: 'the id of a SQL warehouse', secret: false, env: 'DATABRICKS_WAREHOUSE_ID' },
    ],
    scope: 'SELECT on system.billing.usage and system.billing.list_prices, and CAN USE on the warehouse',
    grant: [
      'GRANT USE CATALOG ON CATALOG system TO `<principal>`;',
      'GRANT USE SCHEMA ON SCHEMA system.billing TO `<principal>`;',
      'GRANT SELECT ON TABLE system.billing.usage TO `<principal>`;',
      'GRANT SELECT ON TABLE system.billing.list_prices TO `<principal>`;',
    ].join('\n'),
    link: 'https://docs.databricks.com/admin/usage/system-tables',
  },
  limits: 'one statement each reading; the warehouse that runs it is billed by Databricks for the time it is awake',
  freshness: 'records come within twelve hours as a rule and may be corrected later',
  asking: 'the time its SQL warehouse runs',
  narrows: { projects: 'workspaces, by id' },
  headers: ({ token }) => ({ authorization: `Bearer ${token}` }),
  pages,
  rows,
}

const columns =
  'usage_date,account_id,workspace_id,sku_name,cloud,usage_unit,billing_origin_product,tags,currency_code,resource,quantity,cost'
const common = {
  ServiceProviderName: 'Databricks',
  HostProviderName: 'AWS',
  ChargeCategory: 'Usage',
  ChargeFrequency: 'Usage-Based',
  ChargePeriodStart: '2026-11-17T00:00:00.000Z',
  ChargePeriodEnd: '2026-11-18T00:00:00.000Z',
  BillingPeriodStart: '2026-11-01T00:00:00.000Z',
  BillingPeriodEnd: '2026-12-01T00:00:00.000Z',
  BillingCurrency: 'USD',
  BillingAccountId: 'acc-1',
  SubAccountId: 'ws-1',
  SubAccountType: 'Workspace',
  x_Source: 'databricks',
  x_Grade: 'metered',
  x_Estimated: false,
  x_FetchedAt: '2026-11-20T08:00:00.000Z',
} as const

export const examples: readonly SourceExample[] = [
  {
    name: 'a serving endpoint at its list price; a SKU without a price is told, not free',
    page: {
      is: 'page',
      at: '2026-11-20T08:00:00.000Z',
      about: columns,
      body: {
        statement_id: '01ef',
        status: { state: 'SUCCEEDED' },
        result: {
          data_array: [
            [
              '2026-11-17',
              'acc-1',
              'ws-1',
              'SERVING',
              'AWS',
              'DBU',
              'MODEL_SERVING',
              '{"team":"search"}',
              'USD',
              'answers',
              '100.5',
              '7.035',
            ],
            ['2026-11-17', 'acc-1', 'ws-1', 'NEW_SKU', 'AWS', 'DBU', 'JOBS', '{}', null, null, '3', null],
          ],
        },
      },
    },
    rows: [
      {
        ...common,
        ServiceName: 'MODEL_SERVING',
        ServiceCategory: 'AI and Machine Learning',
        ServiceSubcategory: 'Generative AI',
        BilledCost: 7.035,
        EffectiveCost: 7.035,
        ListCost: 7.035,
        ConsumedQuantity: 100.5,
        ConsumedUnit: 'DBU',
        ResourceId: 'answers',
        SkuId: 'SERVING',
        Tags: '{"team":"search"}',
      },
    ],
    problems: ['Databricks, 2026-11-17: there is no list price of NEW_SKU; it is not in the totals.'],
  },
]
