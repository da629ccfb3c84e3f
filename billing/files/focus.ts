// https://focus.finops.org/focus-specification/ releases 1.0 to 1.4; what differs between them is only which columns exist.
import type { Column } from '../focus.ts'
import { type Cells, firstOf } from './format.ts'

// Where a release, or a draft of the next one, uses another name for what we store.
const otherNames: Readonly<Partial<Record<Column, readonly string[]>>> = {
  ServiceProviderName: ['ProviderName'], // until 1.3
  // Where 1.0 has no column for it: Microsoft's, https://learn.microsoft.com/azure/cost-management-billing/dataset-schema/cost-usage-details-focus,
  // and AWS's, https://docs.aws.amazon.com/cur/latest/userguide/table-dictionary-focus-1-0-aws.html
  SkuMeter: ['x_SkuMeterName', 'x_UsageType'],
  x_CredentialId: ['CredentialId'], // 1.5 draft
  x_PrincipalId: ['PrincipalId'],
}

/** Set by us on every load, whatever the file says. */
const ours: readonly Column[] = ['x_Source', 'x_FetchedAt']

/** In lower case; the first whose cell is not empty tells the value. None where no file tells it. */
export const focusNames = (column: Column): readonly string[] =>
  ours.includes(column) ? [] : [column, ...(otherNames[column] ?? [])].map((name) => name.toLowerCase())

export const focusValue = (column: Column, cells: Cells): string | undefined =>
  firstOf(...focusNames(column).map(cells))

/** The oldest release that has all the columns found. `has`: names in lower case. */
export function focusRelease(has: (name: string) => boolean): string {
  const any = (...names: string[]) => names.some((name) => has(name.toLowerCase()))
  if (any('InvoiceDetailId', 'CommitmentProgramEligibilityDetails')) return '1.4'
  if (any('ServiceProviderName', 'HostProviderName')) return '1.3'
  if (any('InvoiceId', 'BillingAccountType', 'PricingCurrency')) return '1.2'
  if (any('SkuMeter', 'CapacityReservationId', 'ServiceSubcategory')) return '1.1'
  return '1.0'
}
