// AWS Cost and Usage Reports, the CSV with `lineItem/UnblendedCost` and CUR 2.0 with `line_item_unblended_cost`.
// Columns: https://docs.aws.amazon.com/cur/latest/userguide/table-dictionary-cur2.html and .../data-dictionary.html
// What use consumed of prepaid commitments: the amortized cost of AWS's CUR Query Library,
// https://github.com/awslabs/aws-well-architected-labs static/Cost/300_CUR_Queries/Code/Global/amortized_cost_by_charge_type.sql
import { always, type Cells, type FileFormat, firstOf, tagObject, take, words } from './format.ts'

/** `lineItem/UnblendedCost` as Athena and CUR 2.0 write it; the name of a tag keeps its capitals. */
function normal(name: string): string {
  const [group = '', rest] = [name.split('/', 1)[0], name.split('/').slice(1).join('/')]
  const snake = (part: string) => part.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/^_/, '')
  if (rest === '') return name
  return `${snake(group)}_${group === 'resourceTags' ? rest : snake(rest)}`
}

const kind = (cells: Cells) => cells('line_item_line_item_type')
const isCovered = (cells: Cells) => `${kind(cells)} IN ('Usage', 'DiscountedUsage', 'SavingsPlanCoveredUsage')`

function ifUsed(cells: Cells, value: string | undefined): string | undefined {
  return value === undefined ? undefined : `CASE WHEN ${isCovered(cells)} THEN ${value} END`
}

/** The covered hour is in the plan's own fee: AWS charges it at the list price and takes the same amount off in another line. */
function billed(cells: Cells): string {
  return `CASE WHEN ${kind(cells)} IN ('SavingsPlanCoveredUsage', 'SavingsPlanNegation') THEN '0' ELSE ${cells('line_item_unblended_cost')} END`
}

function effective(cells: Cells): string {
  const sum = (first: string, sign: '+' | '-', second: string) => {
    const [a, b] = [cells(first), cells(second)]
    // What an export does not have is not zero: the row is told instead.
    return a && b
      ? `CAST(TRY_CAST(${a} AS DECIMAL(38,12)) ${sign} TRY_CAST(${b} AS DECIMAL(38,12)) AS VARCHAR)`
      : 'NULL'
  }
  const reservation = cells('reservation_reservation_a_r_n')
  return `CASE ${kind(cells)}
    WHEN 'SavingsPlanCoveredUsage' THEN ${cells('savings_plan_savings_plan_effective_cost') ?? 'NULL'}
    WHEN 'SavingsPlanRecurringFee' THEN ${sum('savings_plan_total_commitment_to_date', '-', 'savings_plan_used_commitment')}
    WHEN 'SavingsPlanNegation' THEN '0'
    WHEN 'SavingsPlanUpfrontFee' THEN '0'
    WHEN 'DiscountedUsage' THEN ${cells('reservation_effective_cost') ?? 'NULL'}
    WHEN 'RIFee' THEN ${sum('reservation_unused_amortized_upfront_fee_for_billing_period', '+', 'reservation_unused_recurring_fee')}
    ${reservation ? `WHEN 'Fee' THEN CASE WHEN ${reservation} IS NULL THEN ${cells('line_item_unblended_cost')} ELSE '0' END` : ''}
    ELSE ${cells('line_item_unblended_cost')} END`
}

const categories = {
  Usage: 'Usage',
  DiscountedUsage: 'Usage',
  SavingsPlanCoveredUsage: 'Usage',
  Tax: 'Tax',
  Credit: 'Credit',
  Discount: 'Credit',
  BundledDiscount: 'Credit',
  EdpDiscount: 'Credit',
  PrivateRateDiscount: 'Credit',
  RiVolumeDiscount: 'Credit',
  Fee: 'Purchase',
  RIFee: 'Purchase',
  SavingsPlanRecurringFee: 'Purchase',
  SavingsPlanUpfrontFee: 'Purchase',
}

/** CUR 2.0 has them in one column, as a map; older reports in a column each, `resourceTags/user:team`. */
function tags(cells: Cells, names: readonly string[]): string | undefined {
  const map = cells('resource_tags')
  if (map !== undefined) return `regexp_replace(${map}, '([{,]\\s*)"user[_:]', '\\1"', 'g')`
  const columns = names.filter((name) => /^resource_tags_./.test(name))
  return tagObject(
    cells,
    columns.map((name) => [name, name.replace(/^resource_tags_(?:user[:_])?/, '')]),
  )
}

export const awsCur: FileFormat = {
  name: 'AWS CUR',
  normal,
  marks: [
    'line_item_unblended_cost',
    'line_item_line_item_type',
    'line_item_usage_start_date',
    'line_item_currency_code',
  ],
  lacks:
    'An AWS Cost and Usage Report tells no contracted cost, service category or resource name: they are empty. The FOCUS 1.2 export of AWS has them.',
  columns: {
    ServiceProviderName: always('AWS'),
    InvoiceIssuerName: take('bill_invoicing_entity'),
    InvoiceId: take('bill_invoice_id'),
    BillingAccountId: take('bill_payer_account_id'),
    BillingAccountName: take('bill_payer_account_name'),
    SubAccountId: take('line_item_usage_account_id'),
    SubAccountName: take('line_item_usage_account_name'),
    BillingPeriodStart: take('bill_billing_period_start_date'),
    BillingPeriodEnd: take('bill_billing_period_end_date'),
    ChargePeriodStart: take('line_item_usage_start_date'),
    ChargePeriodEnd: take('line_item_usage_end_date'),
    ChargeCategory: (cells) => words(kind(cells), categories, 'Adjustment'),
    ChargeClass: (cells) => words(kind(cells), { Refund: 'Correction' }),
    ChargeDescription: take('line_item_line_item_description'),
    ChargeFrequency: (cells) =>
      words(kind(cells), {
        Usage: 'Usage-Based',
        DiscountedUsage: 'Usage-Based',
        SavingsPlanCoveredUsage: 'Usage-Based',
        RIFee: 'Recurring',
        SavingsPlanRecurringFee: 'Recurring',
        SavingsPlanUpfrontFee: 'One-Time',
      }),
    BillingCurrency: take('line_item_currency_code'),
    BilledCost: billed,
    EffectiveCost: effective,
    ListCost: (cells) => ifUsed(cells, cells('pricing_public_on_demand_cost')),
    ListUnitPrice: (cells) => ifUsed(cells, cells('pricing_public_on_demand_rate')),
    PricingQuantity: (cells) => ifUsed(cells, cells('line_item_usage_amount')),
    PricingUnit: (cells) => ifUsed(cells, cells('pricing_unit')),
    ConsumedQuantity: (cells) => ifUsed(cells, cells('line_item_usage_amount')),
    ConsumedUnit: (cells) => ifUsed(cells, cells('pricing_unit')),
    CommitmentDiscountId: take('savings_plan_savings_plan_a_r_n', 'reservation_reservation_a_r_n'),
    CommitmentDiscountCategory: (cells) =>
      words(kind(cells), {
        SavingsPlanCoveredUsage: 'Spend',
        SavingsPlanRecurringFee: 'Spend',
        DiscountedUsage: 'Usage',
        RIFee: 'Usage',
      }),
    CommitmentDiscountStatus: (cells) =>
      words(kind(cells), { SavingsPlanCoveredUsage: 'Used', DiscountedUsage: 'Used' }),
    ServiceName: (cells) =>
      firstOf(
        cells('product_servicename'),
        cells('product_product_name'),
        cells('product') && `json_extract_string(${cells('product')}, '$.product_name')`,
        cells('line_item_product_code'),
      ),
    RegionId: take('product_region_code', 'product_region'),
    RegionName: take('product_location'),
    AvailabilityZone: take('line_item_availability_zone'),
    ResourceId: take('line_item_resource_id'),
    SkuId: take('product_sku'),
    SkuMeter: take('line_item_usage_type'),
    Tags: tags,
    // The invoice's number stays empty until the month is final.
    x_Estimated: (cells) =>
      cells('bill_invoice_id') ? `CAST(${cells('bill_invoice_id')} IS NULL AS VARCHAR)` : undefined,
  },
}
