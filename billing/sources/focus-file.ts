// https://focus.finops.org/focus-specification/ releases 1.0 to 1.4; what differs between them is only which columns exist.
import { type Column, columns, essential } from '../focus.ts'

export type Header =
  | {
      readonly is: 'focus'
      /** The oldest release that has all the columns found. */
      readonly version: string
      /** For each of our columns, positions in the file to take the first value from. */
      readonly from: ReadonlyMap<Column, readonly number[]>
    }
  | { readonly is: 'not-focus'; readonly message: string }

// Where a release, or a draft of the next one, uses another name for what we store.
const otherNames: Readonly<Partial<Record<Column, readonly string[]>>> = {
  ServiceProviderName: ['ProviderName'], // until 1.3
  x_CredentialId: ['CredentialId'], // 1.5 draft
  x_PrincipalId: ['PrincipalId'],
}

/** Set by us on every load, whatever the file says. */
const ours: readonly Column[] = ['x_Source', 'x_FetchedAt']

/** Finds our columns in a header; a file that lacks what every total needs is refused in one sentence. */
export function readHeader(file: string, names: readonly string[]): Header {
  const at = new Map(names.map((name, index) => [name.trim().toLowerCase(), index]))
  const position = (name: string) => at.get(name.toLowerCase())
  const from = new Map<Column, readonly number[]>()
  for (const column of Object.keys(columns) as Column[]) {
    if (ours.includes(column)) continue
    const found = [column, ...(otherNames[column] ?? [])].map(position).filter((index) => index !== undefined)
    if (found.length > 0) from.set(column, found)
  }
  const missing = essential.filter((column) => !from.has(column))
  if (missing.length === 0) return { is: 'focus', version: version(position), from }
  return {
    is: 'not-focus',
    message: `${file} is not a FOCUS file: ${list(missing)} ${missing.length === 1 ? 'is' : 'are'} missing. ${hint(names)}`,
  }
}

function version(position: (name: string) => number | undefined): string {
  const has = (...names: string[]) => names.some((name) => position(name) !== undefined)
  if (has('InvoiceDetailId', 'CommitmentProgramEligibilityDetails')) return '1.4'
  if (has('ServiceProviderName', 'HostProviderName')) return '1.3'
  if (has('InvoiceId', 'BillingAccountType', 'PricingCurrency')) return '1.2'
  if (has('SkuMeter', 'CapacityReservationId', 'ServiceSubcategory')) return '1.1'
  return '1.0'
}

function hint(names: readonly string[]): string {
  if (names.some((name) => /^line_?item[/_]unblended/i.test(name))) {
    return 'It looks like an AWS Cost and Usage Report: in AWS Data Exports choose the FOCUS 1.2 table.'
  }
  if (names.some((name) => /^(MeterCategory|PreTaxCost|CostInBillingCurrency)$/i.test(name))) {
    return 'It looks like an Azure cost export: in Cost Management choose the FOCUS data set.'
  }
  return 'Export FOCUS 1.0 to 1.4 as CSV or Parquet from your provider.'
}

const list = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** The first line of a CSV as names: quotes removed, doubled quotes halved, a byte order mark dropped. */
export function splitHeader(line: string): string[] {
  const names: string[] = []
  for (const [, quoted, plain] of line.replace(/^\uFEFF/, '').matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
    names.push(quoted === undefined ? (plain ?? '').trim() : quoted.replaceAll('""', '"'))
  }
  return names
}
