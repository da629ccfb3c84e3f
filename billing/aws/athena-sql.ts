// Trino's SQL over an export of AWS's bill: FOCUS, or CUR 2.0. Athena's names are in lower case.
// https://docs.aws.amazon.com/athena/latest/ug/ddl-sql-reference.html
import { additive, type Column, columns } from '../focus.ts'
import type { Range, Scope } from '../source.ts'

export const quote = (text: string) => `'${text.replaceAll("'", "''")}'`

export type Export = 'focus' | 'cur'

export function exportOf(names: ReadonlySet<string>): Export | undefined {
  if (['billedcost', 'effectivecost', 'chargeperiodstart', 'billingcurrency'].every((name) => names.has(name)))
    return 'focus'
  return ['line_item_unblended_cost', 'line_item_line_item_type', 'line_item_usage_start_date'].every((name) =>
    names.has(name),
  )
    ? 'cur'
    : undefined
}

interface Asked {
  /** `"database"."table"`. */
  readonly table: string
  /** Of the table's columns, partitions among them. */
  readonly names: ReadonlySet<string>
  readonly range: Range
  readonly scope: Scope
}

interface Parts {
  readonly keys: readonly (readonly [Column, string])[]
  readonly sums: readonly (readonly [Column, string])[]
  readonly day: string
  readonly accounts: string
}

/** A day's sums, named as FOCUS names them. */
export function exportQuery(kind: Export, asked: Asked): string {
  const { table, names, range, scope } = asked
  const { keys, sums, day, accounts } = kind === 'focus' ? focusParts(names) : curParts(names)
  const named = scope.accounts ?? []
  const tests = [
    // A day's charges are in its own month's part of the table, or, corrected, in a later one.
    ...(names.has('billing_period') ? [`billing_period >= ${quote(range.since.slice(0, 7))}`] : []),
    `${day} >= ${quote(range.since)}`,
    `${day} < ${quote(range.until)}`,
    ...(named.length > 0 ? [`${accounts} IN (${named.map(quote).join(', ')})`] : []),
    ...Object.entries(scope.tags ?? {}).map(([key, value]) => tagTest(kind, key, value)),
  ]
  const selected = [
    ...keys.map(([column, expression]) => `${expression} AS ${column}`),
    `${day} || 'T00:00:00Z' AS ChargePeriodStart`,
    ...sums.map(([column, expression]) => `SUM(CAST(${expression} AS DOUBLE)) AS ${column}`),
  ]
  const by = [...keys, ''].map((_, i) => i + 1).join(', ')
  return `SELECT ${selected.join(', ')}\nFROM ${table} WHERE ${tests.join(' AND ')} GROUP BY ${by}`
}

/** A user's own tags stand under their name, or with `user_` or `user:` before it: what is read drops that, and so does what is asked. */
function tagTest(kind: Export, key: string, value: string): string {
  const tags = kind === 'focus' ? 'tags' : 'resource_tags'
  const named = [`user_${key}`, `user:${key}`, key].map((name) => `element_at(${tags}, ${quote(name)})`)
  return `COALESCE(${named.join(', ')}) = ${quote(value)}`
}

const dayOf = (time: string) => `substr(CAST(${time} AS VARCHAR), 1, 10)`

function focusParts(names: ReadonlySet<string>): Parts {
  const all = (Object.keys(columns) as Column[]).filter(
    (column) => names.has(column.toLowerCase()) && !column.startsWith('x_'),
  )
  const keys = all
    .filter((column) => !additive.has(column) && !column.startsWith('ChargePeriod'))
    .map((column): [Column, string] => {
      if (columns[column] === 'time') return [column, `${dayOf(column)} || 'T00:00:00Z'`]
      return columns[column] === 'json'
        ? [column, `json_format(CAST(${column} AS JSON))`]
        : [column, `CAST(${column} AS VARCHAR)`]
    })
  const provider: [Column, string][] =
    names.has('serviceprovidername') || !names.has('providername') ? [] : [['ServiceProviderName', 'providername']]
  return {
    keys: [...keys, ...provider],
    sums: all.filter((column) => additive.has(column)).map((column) => [column, column]),
    day: dayOf('chargeperiodstart'),
    accounts: 'subaccountid',
  }
}

/** The amortized cost is that of AWS's CUR Query Library; see billing/files/aws-cur.ts. */
function curParts(names: ReadonlySet<string>): Parts {
  const kind = 'line_item_line_item_type'
  const category = `CASE WHEN ${kind} IN ('Usage', 'DiscountedUsage', 'SavingsPlanCoveredUsage') THEN 'Usage' WHEN ${kind} = 'Tax' THEN 'Tax' WHEN ${kind} = 'Credit' OR ${kind} LIKE '%Discount' THEN 'Credit' WHEN ${kind} IN ('Fee', 'RIFee', 'SavingsPlanRecurringFee', 'SavingsPlanUpfrontFee') THEN 'Purchase' ELSE 'Adjustment' END`
  const text: readonly (readonly [Column, string])[] = [
    ['InvoiceId', 'bill_invoice_id'],
    ['BillingAccountId', 'bill_payer_account_id'],
    ['BillingAccountName', 'bill_payer_account_name'],
    ['SubAccountId', 'line_item_usage_account_id'],
    ['SubAccountName', 'line_item_usage_account_name'],
    ['BillingCurrency', 'line_item_currency_code'],
    ['RegionId', 'product_region_code'],
    ['ResourceId', 'line_item_resource_id'],
    ['SkuId', 'product_sku'],
    ['SkuMeter', 'line_item_usage_type'],
  ]
  const there = (name: string, value: string) => (names.has(name) ? value : 'NULL')
  const service = `COALESCE(${there('product', `element_at(product, 'product_name')`)}, ${there('line_item_product_code', 'line_item_product_code')})`
  const fee = `WHEN 'Fee' THEN CASE WHEN COALESCE(reservation_reservation_a_r_n, '') = '' THEN line_item_unblended_cost ELSE 0 END`
  return {
    keys: [
      ...text.filter(([, name]) => names.has(name)),
      ['ServiceName', service],
      ['ChargeCategory', category],
      ['ChargeClass', `CASE WHEN ${kind} = 'Refund' THEN 'Correction' END`],
      ...(names.has('resource_tags') ? ([['Tags', 'json_format(CAST(resource_tags AS JSON))']] as const) : []),
    ],
    sums: [
      [
        'BilledCost',
        `CASE WHEN ${kind} IN ('SavingsPlanCoveredUsage', 'SavingsPlanNegation') THEN 0 ELSE line_item_unblended_cost END`,
      ],
      [
        'EffectiveCost',
        `CASE ${kind} WHEN 'SavingsPlanCoveredUsage' THEN savings_plan_savings_plan_effective_cost WHEN 'SavingsPlanRecurringFee' THEN savings_plan_total_commitment_to_date - savings_plan_used_commitment WHEN 'SavingsPlanNegation' THEN 0 WHEN 'SavingsPlanUpfrontFee' THEN 0 WHEN 'DiscountedUsage' THEN reservation_effective_cost WHEN 'RIFee' THEN reservation_unused_amortized_upfront_fee_for_billing_period + reservation_unused_recurring_fee ${names.has('reservation_reservation_a_r_n') ? fee : ''} ELSE line_item_unblended_cost END`,
      ],
      ...(names.has('line_item_usage_amount') ? ([['PricingQuantity', 'line_item_usage_amount']] as const) : []),
    ],
    day: dayOf('line_item_usage_start_date'),
    accounts: 'line_item_usage_account_id',
  }
}
