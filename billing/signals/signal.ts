import type { Page, Provider } from '../source.ts'

// What a provider itself says of money besides what was spent: its budgets, its forecast, its anomalies. None of it is a row of spend, and
// none of it is added to one. Days are UTC, `since` inclusive, `until` exclusive.

export type Signal = ProviderBudget | ProviderForecast | ProviderAnomaly | ModelUse

interface Told {
  /** Which of `signalSources` said it. */
  readonly source: string
  /** ISO instant: when it was asked. */
  readonly at: string
}

export interface ProviderBudget extends Told {
  readonly is: 'budget'
  readonly id: string
  readonly name: string
  /** How much it allows; left out where the provider takes what the period before cost. */
  readonly allowed?: Money
  readonly period: 'day' | 'month' | 'quarter' | 'year' | 'custom'
  readonly since?: string
  readonly until?: string
  /** What the provider says was spent of it, and will be; left out where it does not say. */
  readonly actual?: Money
  readonly forecast?: Money
  /** Left out where the provider was not asked for them. */
  readonly thresholds?: readonly Threshold[]
  /** What it is limited to, each as the provider names it; empty: everything. */
  readonly of: readonly { readonly what: string; readonly values: readonly string[] }[]
}

export interface ProviderForecast extends Told {
  readonly is: 'forecast'
  readonly since: string
  readonly until: string
  readonly expected: Money
  /** The band and how sure the provider is of it, in percent; left out where it gives none. */
  readonly band?: { readonly low: number; readonly high: number; readonly percent: number }
  /** What it is of: an account, a subscription; left out: all that the credentials can see. */
  readonly of?: string
}

export interface ProviderAnomaly extends Told {
  readonly is: 'anomaly'
  readonly id: string
  readonly since: string
  /** Left out while it goes on. */
  readonly until?: string
  /** What it cost beyond the expected. */
  readonly impact: Money
  readonly actual?: Money
  readonly expected?: Money
  /** Where it comes from, the likeliest first. */
  readonly causes: readonly Cause[]
}

/** What was asked of a model on a day, counted and not priced: `meteredRows` makes spend of it where the price is known. */
export interface ModelUse extends Told {
  readonly is: 'use'
  readonly day: string
  /** As the price book calls the host. */
  readonly provider: 'bedrock'
  readonly model: string
  readonly region: string
  /** Counts; left out where the provider tells none. */
  readonly requests?: number
  readonly input?: number
  readonly output?: number
  readonly cacheRead?: number
  readonly cacheWrite?: number
}

export interface Money {
  readonly amount: number
  readonly currency: string
}

export interface Threshold {
  readonly percent: number
  readonly of: 'actual' | 'forecast'
}

export interface Cause {
  readonly service?: string
  readonly account?: string
  readonly region?: string
  /** The provider's name for what was used. */
  readonly meter?: string
}

export interface SignalSource extends Provider {
  /** The source of spend whose connection it is asked with. */
  readonly with: string
  readonly tells: Signal['is']
  /** Pure. */
  signals(page: Page): { readonly signals: readonly Signal[]; readonly problems: readonly string[] }
}

export interface SignalExample {
  readonly name: string
  readonly page: Page
  readonly signals: readonly Signal[]
  readonly problems?: readonly string[]
}
