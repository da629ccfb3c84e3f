import type { Grade } from './focus.ts'

/** What spend can be listed by, besides tags. */
export const plainDimensions = [
  'day',
  'week',
  'month',
  'provider',
  'service',
  'model',
  'region',
  'account',
  'project',
  'key',
  'resource',
  'source',
] as const

export type PlainDimension = (typeof plainDimensions)[number]
export type Dimension = PlainDimension | `tag:${string}`

export const isDimension = (name: string): name is Dimension =>
  plainDimensions.some((plain) => plain === name) || (name.startsWith('tag:') && name.length > 4)

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
}

export type Question =
  | ({ readonly ask: 'spend'; readonly by: readonly Dimension[] } & Within)
  | ({ readonly ask: 'totals' } & Within)
  | { readonly ask: 'sources' }
  | { readonly ask: 'overlaps' }

export interface Answers {
  /** One row per combination of dimensions, currency and grade, in the order of the dimensions. A dimension nobody wrote is null. */
  spend: Spend
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
