// Oracle's own cost reports: https://docs.oracle.com/iaas/Content/Billing/Concepts/usagereportsoverview.htm. One row per resource and hour;
// a correction is a row of its own, so that all rows are summed. Quantity, price and cost include what is beyond the agreed amount.
import { always, type Cells, type FileFormat, tagObject, take } from './format.ts'

/** `2023-11-13T10:00Z`: the engine wants seconds. */
function time(cell: string | undefined): string | undefined {
  return cell && `regexp_replace(${cell}, 'T([0-9]{2}:[0-9]{2})(Z|[+-])', 'T\\1:00\\2')`
}

const tags = (cells: Cells, names: readonly string[]) =>
  tagObject(
    cells,
    names.filter((name) => name.startsWith('tags/')).map((name) => [name, name.slice('tags/'.length)]),
  )

export const ociReport: FileFormat = {
  name: 'OCI cost report',
  // Tags keep their capitals.
  normal: (name) => (name.startsWith('tags/') ? name : name.toLowerCase()),
  marks: ['cost/mycost', 'cost/currencycode', 'lineitem/intervalusagestart'],
  lacks:
    'An OCI cost report tells no list cost and no billing period: they are empty. Oracle’s FOCUS reports have them.',
  columns: {
    ServiceProviderName: always('Oracle'),
    InvoiceIssuerName: always('Oracle'),
    BillingAccountId: take('lineitem/tenantid'),
    SubAccountId: take('product/compartmentid'),
    SubAccountName: take('product/compartmentname'),
    ChargePeriodStart: (cells) => time(cells('lineitem/intervalusagestart')),
    ChargePeriodEnd: (cells) => time(cells('lineitem/intervalusageend')),
    ChargeCategory: always('Usage'),
    ChargeClass: (cells) =>
      cells('lineitem/iscorrection') &&
      `CASE WHEN LOWER(${cells('lineitem/iscorrection')}) = 'true' THEN 'Correction' END`,
    ChargeDescription: take('product/description'),
    ChargeFrequency: always('Usage-Based'),
    BillingCurrency: take('cost/currencycode'),
    BilledCost: take('cost/mycost'),
    // The report has this one amount.
    EffectiveCost: take('cost/mycost'),
    ContractedUnitPrice: take('cost/unitprice'),
    PricingQuantity: take('usage/billedquantity'),
    PricingUnit: take('cost/skuunitdescription'),
    ServiceName: take('product/service'),
    RegionId: take('product/region'),
    AvailabilityZone: take('product/availabilitydomain'),
    ResourceId: take('product/resourceid'),
    SkuId: take('cost/productsku'),
    Tags: tags,
  },
}
