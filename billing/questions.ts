import type { Dimension } from '../core/spend-dimensions.ts'
import type { Grade } from './focus.ts'

/** Only rows where the dimension has one of these values; null is a row that has none. */
export interface Filter {
  readonly dimension: Dimension
  readonly among: readonly (string | null)[]
}

/** UTC days, `since` inclusive, `until` exclusive. Every filter must hold. */
export interface Within {
  readonly since?: string
  readonly until?: string
  readonly where?: readonly Filter[]
  /** Rows for which all filters of one of these lists hold are left out. */
  readonly except?: readonly (readonly Filter[])[]
}

export type Question =
  | ({ readonly ask: 'spend'; readonly by: readonly Dimension[] } & Within)
  | ({ readonly ask: 'usage'; readonly by: readonly Dimension[] } & Within)
  | ({ readonly ask: 'totals' } & Within)
  | { readonly ask: 'sources' }
  | { readonly ask: 'overlaps' }

export interface Answers {
  /** One row per combination of dimensions, currency and grade, in the order of the dimensions. A dimension nobody wrote is null. */
  spend: Spend
  /** As `spend`, and a row of its own for each unit. */
  usage: Usage
  totals: Total
  sources: SourceState
  overlaps: Overlap
}

interface Amounts {
  readonly currency: string
  readonly grade: Grade
  /** What the invoice says. */
  readonly billedCost: number
  /** What use has consumed, prepaid purchases spread over it. Never added to `billedCost`. */
  readonly effectiveCost: number
}

export interface Spend extends Amounts {
  readonly dimensions: Readonly<Record<string, string | null>>
  /** True where the provider may still change one of the amounts in it. */
  readonly estimated: boolean
}

export interface Usage extends Spend {
  /** ConsumedUnit, else PricingUnit: `Hours`, `1000000 Tokens`. */
  readonly unit: string | null
  /** Null where one of the rows does not tell it. */
  readonly quantity: number | null
  /** At list prices. Null where one of the rows does not tell it. */
  readonly listCost: number | null
}

export interface Total extends Amounts {
  readonly rows: number
  /** First day, and last day, both inclusive. */
  readonly since: string
  readonly until: string
}

export interface SourceState {
  readonly source: string
  readonly providers: readonly string[]
  readonly rows: number
  /** When it was read. */
  readonly asOf: string
  readonly since: string
  /** The last day that a charge begins on; of a source with charges by the month, the last that one is of. Inclusive. */
  readonly until: string
  /** First day whose amounts may still change. */
  readonly estimatedSince: string | null
}

/** The same provider's charges from two sources on the same days: the totals count them twice. */
export interface Overlap {
  readonly provider: string
  readonly sources: readonly string[]
  readonly days: number
}
