/** What spend can be listed by, and filtered by, besides `tag:<name>`. */
export const dimensionNames = [
  'day',
  'week',
  'month',
  'provider',
  'service',
  'model',
  'region',
  'account',
  /** Ids as the provider writes them, where the dimension before is the name: several may be called the same. */
  'account-id',
  'project',
  'project-id',
  'key',
  'resource',
  'resource-id',
  'source',
  /** ChargeCategory: Usage, Purchase, Tax, Credit, Adjustment. */
  'charge',
  'meter',
  'sku',
  /** PricingCategory: Standard, Dynamic, Committed, Other. */
  'pricing',
  'commitment',
  'commitment-id',
  /** CommitmentDiscountStatus: Used, Unused. */
  'commitment-status',
] as const

export type PlainDimension = (typeof dimensionNames)[number]
export type Dimension = PlainDimension | `tag:${string}`

export const isDimension = (name: string): name is Dimension =>
  dimensionNames.some((each) => each === name) || (name.startsWith('tag:') && name.length > 4)

/** For sentences and help. */
export const dimensionsText = `${dimensionNames.join(', ')}, tag:<name>`
