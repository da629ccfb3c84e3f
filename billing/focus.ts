// https://focus.finops.org/focus-specification/v1-2/ with the provider names of 1.3; ours start with x_, as the specification asks.

/** What a column holds. `time` is ISO 8601 UTC, `money` is in BillingCurrency, `json` is the text of a JSON object. */
export type ColumnKind = 'text' | 'time' | 'money' | 'number' | 'json' | 'flag'

/** Every column of a stored row. Nothing here is guessed: what the source does not say is null. */
export const columns = {
  BillingAccountId: 'text',
  BillingAccountName: 'text',
  BillingAccountType: 'text',
  SubAccountId: 'text',
  SubAccountName: 'text',
  SubAccountType: 'text',
  InvoiceId: 'text',
  InvoiceIssuerName: 'text',
  ServiceProviderName: 'text',
  HostProviderName: 'text',
  PublisherName: 'text',
  BillingPeriodStart: 'time',
  BillingPeriodEnd: 'time',
  ChargePeriodStart: 'time',
  ChargePeriodEnd: 'time',
  ChargeCategory: 'text',
  ChargeClass: 'text',
  ChargeDescription: 'text',
  ChargeFrequency: 'text',
  BillingCurrency: 'text',
  BilledCost: 'money',
  EffectiveCost: 'money',
  ListCost: 'money',
  ContractedCost: 'money',
  ListUnitPrice: 'number',
  ContractedUnitPrice: 'number',
  PricingCategory: 'text',
  PricingCurrency: 'text',
  PricingCurrencyEffectiveCost: 'number',
  PricingQuantity: 'number',
  PricingUnit: 'text',
  ConsumedQuantity: 'number',
  ConsumedUnit: 'text',
  CommitmentDiscountCategory: 'text',
  CommitmentDiscountId: 'text',
  CommitmentDiscountName: 'text',
  CommitmentDiscountQuantity: 'number',
  CommitmentDiscountStatus: 'text',
  CommitmentDiscountType: 'text',
  CommitmentDiscountUnit: 'text',
  CapacityReservationId: 'text',
  CapacityReservationStatus: 'text',
  ServiceCategory: 'text',
  ServiceSubcategory: 'text',
  ServiceName: 'text',
  RegionId: 'text',
  RegionName: 'text',
  AvailabilityZone: 'text',
  ResourceId: 'text',
  ResourceName: 'text',
  ResourceType: 'text',
  SkuId: 'text',
  SkuMeter: 'text',
  SkuPriceId: 'text',
  SkuPriceDetails: 'json',
  Tags: 'json',
  x_ModelId: 'text',
  x_CredentialId: 'text',
  x_PrincipalId: 'text',
  /** Which load the row came with: `openai`, `file:<name>`, `demo`. A new load of the same source replaces it. */
  x_Source: 'text',
  x_Grade: 'text',
  /** True while the provider may still change the amount. */
  x_Estimated: 'flag',
  /** When the row was read from its source. */
  x_FetchedAt: 'time',
} as const satisfies Record<string, ColumnKind>

export type Column = keyof typeof columns

/** Whose sum over the hours of a day is that of the day; all others say what the hours have in common. */
export const additive: ReadonlySet<Column> = new Set<Column>([
  'BilledCost',
  'EffectiveCost',
  'ListCost',
  'ContractedCost',
  'PricingCurrencyEffectiveCost',
  'PricingQuantity',
  'ConsumedQuantity',
  'CommitmentDiscountQuantity',
])

/** invoice: the provider bills this amount. metered: usage priced by us. allocated: a shared amount split by us. */
export type Grade = 'invoice' | 'metered' | 'allocated'
export const grades: readonly Grade[] = ['invoice', 'metered', 'allocated']

interface Kinds {
  text: string
  time: string
  money: number
  number: number
  json: string
  flag: boolean
}

/** A row that lacks one of these cannot be in any total: it is reported instead. */
export const countable = [
  'ChargePeriodStart',
  'BillingCurrency',
  'BilledCost',
  'EffectiveCost',
] as const satisfies readonly Column[]

/** What a file must have columns for, to be FOCUS at all; all Mandatory in every release. A cell of the others may be empty. */
export const essential = [
  'ServiceProviderName',
  'ServiceName',
  'ChargePeriodEnd',
  'ChargeCategory',
  ...countable,
] as const satisfies readonly Column[]

type Always = (typeof essential)[number] | 'x_Source' | 'x_FetchedAt' | 'x_Estimated'

export type SpendRow = {
  readonly [C in Exclude<Column, Always | 'x_Grade'>]?: Kinds[(typeof columns)[C]]
} & { readonly [C in Always]: Kinds[(typeof columns)[C]] } & { readonly x_Grade: Grade }

/** First and last instant of the UTC month around a time: what providers that invoice by the month call the billing period. */
export function monthAround(time: string): { start: string; end: string } {
  const at = new Date(time)
  return {
    start: new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1)).toISOString(),
    end: new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1)).toISOString(),
  }
}
