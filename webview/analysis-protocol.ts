// What the panel and its host say of the analyses of spend. No dependency, as protocol.ts. The shapes are those of `outlay spend <name> --format json`.

type Grade = 'invoice' | 'metered' | 'allocated'

/** What money is never added across. */
export interface Kind {
  readonly currency: string
  readonly grade: Grade
}

interface Band {
  readonly low: number
  readonly likely: number
  readonly high: number
}

/** UTC days, both inclusive. */
export interface Days {
  readonly since: string
  readonly until: string
}

/** Amounts that add up to a change. */
export interface DriverAmounts {
  readonly quantity: number
  readonly price: number
  readonly arrived: number
  readonly left: number
  readonly untold: number
}

export interface ChangeView {
  readonly by: string
  readonly before: Days
  readonly now: Days
  readonly changes: readonly (Kind & {
    readonly before: number
    readonly now: number
    readonly change: number
    readonly drivers: DriverAmounts
    readonly estimated: boolean
    readonly movers: readonly {
      readonly value: string | null
      readonly before: number
      readonly now: number
      readonly change: number
      readonly drivers: DriverAmounts
    }[]
  })[]
}

export interface AnomaliesView {
  /** The complete days that were looked at. */
  readonly period: Days
  readonly anomalies: readonly (Kind & {
    readonly day: string
    readonly dimension: string
    readonly value: string
    readonly actual: number
    readonly expected: Band
    readonly causes: readonly {
      readonly dimension: string
      readonly value: string
      readonly amount: number
      readonly usual: number
      readonly share: number
      readonly kind: 'new' | 'gone' | 'grown' | 'shrunk'
    }[]
  })[]
}

export interface ForecastView {
  /** `usd` of dollars, `amount` of other currencies. */
  readonly forecast: readonly (Kind & {
    readonly source: string
    readonly day: string
    readonly actual?: number
    readonly usd?: Band
    readonly amount?: Band
  })[]
  readonly totals: readonly (Kind & {
    readonly source: string
    readonly month: string
    readonly actual: number
    readonly expected: Band
    readonly method: 'run-rate' | 'seasonal-naive' | 'mstl-ets'
    readonly early: boolean
    readonly history: number
    readonly levelSince?: string | undefined
    readonly oneOffs: readonly { readonly first: string; readonly last: string }[]
  })[]
}

export interface BudgetsView {
  readonly budgets: readonly {
    readonly name: string
    readonly amount: number
    readonly currency: string
    readonly measure: 'effective' | 'billed'
    readonly period: Days
    readonly states: readonly {
      readonly grade: Grade
      readonly actual: number
      readonly expected: Band | null
      readonly used: number
      readonly crossed: readonly { readonly of: 'actual' | 'forecast'; readonly percent: number; readonly on: string }[]
    }[]
    readonly uncounted: readonly (Kind & { readonly amount: number })[]
    readonly notes: readonly string[]
  }[]
}

export interface UnitView {
  readonly period: Days
  readonly costs: readonly {
    readonly name: string
    readonly is: 'count' | 'tokens' | 'revenue'
    readonly unit: string
    readonly quantity: number
    readonly days: number
    readonly since: string | null
    readonly until: string | null
    readonly costs: readonly (Kind & {
      readonly effectiveCost: number
      readonly perUnit: number | null
      readonly margin: number | null
      readonly returned: number | null
      readonly byDay: readonly {
        readonly day: string
        readonly effectiveCost: number
        readonly quantity: number
        readonly perUnit: number | null
      }[]
    })[]
  }[]
  readonly machineTime: readonly (Kind & {
    readonly name: string
    readonly is: 'busy-hours' | 'cold-start-hours'
    readonly hours: number
    readonly paidHours: number | null
    readonly effectiveCost: number
    readonly cost: number | null
    readonly rest: number | null
    readonly share: number | null
  })[]
  readonly tokens: readonly (Kind & {
    readonly model: string | null
    readonly input: number | null
    readonly cacheRead: number | null
    readonly cacheWrite: number | null
    readonly output: number | null
    readonly requests: number | null
    readonly effectiveCost: number
    readonly density: number | null
    readonly cacheShare: number | null
    readonly perMillion: number | null
    readonly perRequest: number | null
  })[]
  readonly gpus: readonly (Kind & {
    readonly effectiveCost: number
    readonly idle: number
    readonly idleShare: number | null
    readonly hours: number | null
    readonly perHour: number | null
  })[]
}

export interface AllocationView {
  readonly period: Days
  readonly own: readonly (Kind & {
    readonly to: string
    readonly value: string | null
    readonly effectiveCost: number
  })[]
  readonly shares: readonly {
    readonly rule: string
    readonly to: string
    readonly value: string
    readonly currency: string
    /** Of the cost that was split. */
    readonly from: Grade
    readonly effectiveCost: number
    readonly share: number
  }[]
  readonly unallocated: readonly (Kind & {
    readonly rule: string
    readonly effectiveCost: number
    readonly because: string
  })[]
}

export interface UntaggedView {
  readonly period: Days
  readonly untagged: readonly (Kind & {
    readonly key: string
    readonly effectiveCost: number
    readonly share: number | null
  })[]
}

export interface CommitmentsView {
  readonly period: Days
  readonly commitments: readonly (Kind & {
    readonly commitment: string
    readonly id: string
    readonly bought: number
    readonly used: number
    readonly wasted: number
    readonly utilisation: number | null
    readonly saved: number | null
    readonly countedTwice: number
  })[]
  readonly coverage: readonly (Kind & {
    readonly provider: string | null
    readonly service: string | null
    readonly covered: number | null
    readonly coverable: number | null
    readonly share: number | null
  })[]
}

export interface CarbonView {
  readonly period: Days
  readonly kWh: Band | null
  readonly kgCO2e: Band | null
  readonly waterL: Band | null
  readonly covered: readonly (Kind & {
    readonly kWh: number
    readonly kgCO2e: number
    readonly effectiveCost: number
  })[]
  readonly parts: readonly (Kind & {
    readonly what: string
    readonly quantity: number
    readonly unit: string
    readonly effectiveCost: number
    readonly carbon: {
      readonly kWh: Band | null
      readonly kgCO2e: Band | null
      readonly waterL: Band | null
      readonly method: string
      readonly assumed: readonly { readonly what: string; readonly value: string; readonly from: string }[]
      readonly unknown: readonly { readonly what: string; readonly because: string }[]
    } | null
  })[]
}

export interface AnalysisViews {
  change: ChangeView
  anomalies: AnomaliesView
  forecast: ForecastView
  budgets: BudgetsView
  unit: UnitView
  allocation: AllocationView
  untagged: UntaggedView
  commitments: CommitmentsView
  carbon: CarbonView
}
export type AnalysisName = keyof AnalysisViews

export const analysisNames: readonly AnalysisName[] = [
  'change',
  'anomalies',
  'forecast',
  'budgets',
  'unit',
  'allocation',
  'untagged',
  'commitments',
  'carbon',
]

export const periods = ['last-30-days', 'this-month', 'last-month', 'last-90-days'] as const
export type Period = (typeof periods)[number]

/** What a change can be told by. */
export const changeDimensions = [
  'service',
  'provider',
  'model',
  'region',
  'account',
  'account-id',
  'project',
  'project-id',
  'key',
] as const
export type ChangeDimension = (typeof changeDimensions)[number]

/** What somebody looks at; no view: at none of them any more. */
export interface Look {
  readonly views: readonly AnalysisName[]
  readonly period: Period
  readonly by: ChangeDimension
}

export type AnalysisState<A extends AnalysisName = AnalysisName> =
  | { readonly is: 'asking' }
  | {
      readonly is: 'answer'
      readonly document: AnalysisViews[A]
      /** What is not known, in sentences. */
      readonly notes: readonly string[]
      /** What outlay.json could say in its `spend`, and does not. */
      readonly missing?: { readonly because: string; readonly write: string }
    }
  /** There is nothing to answer with, and why. */
  | { readonly is: 'nothing'; readonly because: string }
  | { readonly is: 'failed'; readonly message: string }
  | { readonly is: 'cancelled' }

export type AnalysisStates = { readonly [A in AnalysisName]?: AnalysisState<A> }

const among = <T extends string>(all: readonly T[], value: unknown): value is T => all.some((each) => each === value)

/** A look as it came; a string names what was wrong with it. */
export function readLook({ views, period, by }: Readonly<Record<string, unknown>>): Look | string {
  if (!Array.isArray(views) || !views.every((view) => among(analysisNames, view))) return 'look at what is no view'
  if (!among(periods, period) || !among(changeDimensions, by)) return 'look without a period and a dimension'
  return { views: views as AnalysisName[], period, by }
}
