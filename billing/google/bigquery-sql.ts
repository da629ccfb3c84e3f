// https://docs.cloud.google.com/billing/docs/how-to/export-data-bigquery-tables: the standard and the detailed export have one schema
// but for `resource`; the FOCUS export has FOCUS's columns. Hours are summed to days: the month of a busy account is otherwise millions of rows.
import { additive, type Column, columns } from '../focus.ts'
import type { Range, Scope } from '../source.ts'
import type { BigQuery } from './bigquery-job.ts'

/** Names of the table's columns say which export it is, also behind a view. */
export type Export = 'usage' | 'focus'

export function exportOf(names: ReadonlySet<string>): Export | undefined {
  if (names.has('BilledCost') && names.has('ChargePeriodStart') && names.has('BillingCurrency')) return 'focus'
  return ['usage_start_time', 'service', 'cost', 'currency', 'credits'].every((name) => names.has(name))
    ? 'usage'
    : undefined
}

const text = (name: string, value: string) => ({
  name,
  parameterType: { type: 'STRING' },
  parameterValue: { value },
})
const texts = (name: string, values: readonly string[]) => ({
  name,
  parameterType: { type: 'ARRAY', arrayType: { type: 'STRING' } },
  parameterValue: { arrayValues: values.map((value) => ({ value })) },
})

interface Asked {
  /** `project.dataset.table`, checked. */
  readonly table: string
  readonly names: ReadonlySet<string>
  readonly range: Range
  readonly scope: Scope
}

/** Charges and, as rows of their own, their credits; by day, invoice, project, service, SKU, place and labels. */
export function usageQuery({ table, names, range, scope }: Asked): BigQuery {
  const keys: [string, string][] = [
    ['day', `FORMAT_TIMESTAMP('%F', usage_start_time)`],
    ['month', 'invoice.month'],
    ['cost_type', 'cost_type'],
    ['account', 'billing_account_id'],
    ['project', 'project.id'],
    ['project_name', 'project.name'],
    ['service', 'service.description'],
    ['sku', 'sku.id'],
    ['meter', 'sku.description'],
    ['region', 'location.region'],
    ['zone', 'location.zone'],
    ['currency', 'currency'],
    ['labels', 'TO_JSON_STRING(ARRAY(SELECT AS STRUCT l.key, l.value FROM UNNEST(labels) AS l ORDER BY l.key))'],
    ...(names.has('resource')
      ? ([
          ['resource', 'resource.global_name'],
          ['resource_name', 'resource.name'],
        ] as [string, string][])
      : []),
  ]
  const { projects = [], accounts = [], tags = {} } = scope
  // A row is written on its day or later, never before: older partitions need not be read. A view has no partitions.
  const isExport = /\.gcp_billing_export_(resource_)?v1_[^.]*$/.test(table)
  const tests = [
    ...(isExport ? ['_PARTITIONTIME >= TIMESTAMP_SUB(TIMESTAMP(@since), INTERVAL 1 DAY)'] : []),
    'usage_start_time >= TIMESTAMP(@since)',
    'usage_start_time < TIMESTAMP(@until)',
    ...(projects.length > 0 ? ['project.id IN UNNEST(@projects)'] : []),
    ...(accounts.length > 0 ? ['billing_account_id IN UNNEST(@accounts)'] : []),
    ...Object.keys(tags).map(
      (_, i) => `EXISTS(SELECT 1 FROM UNNEST(labels) AS l WHERE l.key = @key${i} AND l.value = @value${i})`,
    ),
  ]
  const selected = keys.map(([name, expression]) => `${expression} AS ${name}`).join(', ')
  const by = [...keys, '', ''].map((_, i) => i + 1).join(', ')
  const query = `SELECT ${selected}, CAST(NULL AS STRING) AS credit, usage.pricing_unit AS unit, SUM(usage.amount_in_pricing_units) AS quantity, SUM(cost) AS cost
FROM \`${table}\` WHERE ${tests.join(' AND ')} GROUP BY ${by}
UNION ALL
SELECT ${selected}, c.name AS credit, CAST(NULL AS STRING) AS unit, CAST(NULL AS FLOAT64) AS quantity, SUM(c.amount) AS cost
FROM \`${table}\`, UNNEST(credits) AS c WHERE ${tests.join(' AND ')} GROUP BY ${by}`
  const queryParameters = [
    text('since', range.since),
    text('until', range.until),
    ...(projects.length > 0 ? [texts('projects', projects)] : []),
    ...(accounts.length > 0 ? [texts('accounts', accounts)] : []),
    ...Object.entries(tags).flatMap(([key, value], i) => [text(`key${i}`, key), text(`value${i}`, value)]),
  ]
  return { query, queryParameters }
}

const periods = new Set<Column>(['ChargePeriodStart', 'ChargePeriodEnd'])

/** FOCUS's own columns, as far as the table has them, by day. */
export function focusQuery({ table, names, range, scope }: Asked): BigQuery {
  const all = (Object.keys(columns) as Column[]).filter((column) => names.has(column) && !column.startsWith('x_'))
  const provider = names.has('ServiceProviderName') || !names.has('ProviderName') ? [] : ['ProviderName']
  const { projects = [], accounts = [] } = scope
  const tests = [
    'ChargePeriodStart >= TIMESTAMP(@since)',
    'ChargePeriodStart < TIMESTAMP(@until)',
    ...(projects.length > 0 ? ['SubAccountId IN UNNEST(@projects)'] : []),
    ...(accounts.length > 0 ? ['BillingAccountId IN UNNEST(@accounts)'] : []),
  ]
  const keys = all.filter((column) => !additive.has(column) && !periods.has(column))
  const selected = [
    ...keys.map((column) => {
      if (columns[column] === 'time') return `FORMAT_TIMESTAMP('%FT%TZ', ${column}) AS ${column}`
      return columns[column] === 'json'
        ? `TO_JSON_STRING(${column}) AS ${column}`
        : `CAST(${column} AS STRING) AS ${column}`
    }),
    ...provider.map((name) => `CAST(${name} AS STRING) AS ServiceProviderName`),
    `FORMAT_TIMESTAMP('%FT00:00:00Z', ChargePeriodStart) AS ChargePeriodStart`,
  ]
  const summed = all.filter((column) => additive.has(column)).map((column) => `SUM(${column}) AS ${column}`)
  const by = selected.map((_, i) => i + 1).join(', ')
  return {
    query: `SELECT ${[...selected, ...summed].join(', ')}
FROM \`${table}\` WHERE ${tests.join(' AND ')} GROUP BY ${by}`,
    queryParameters: [
      text('since', range.since),
      text('until', range.until),
      ...(projects.length > 0 ? [texts('projects', projects)] : []),
      ...(accounts.length > 0 ? [texts('accounts', accounts)] : []),
    ],
  }
}
