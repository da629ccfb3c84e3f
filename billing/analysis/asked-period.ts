import { dayAfter } from '../range.ts'
import type { Range } from '../source.ts'
import type { AnalysisName } from './analyse.ts'
import type { Ask } from './ask.ts'
import { periodAround, previous } from './period.ts'

/** What can be looked at without naming days. */
export const askedPeriods = ['last-30-days', 'this-month', 'last-month', 'last-90-days'] as const
export type AskedPeriod = (typeof askedPeriods)[number]

/** These look at no period that is chosen. */
const ofTheirOwnTime: readonly AnalysisName[] = ['anomalies', 'forecast', 'budgets']
export const looksAtPeriod = (analysis: AnalysisName): boolean => !ofTheirOwnTime.includes(analysis)

/** @param today UTC, and the last day of it, except of the month before */
export function rangeOfPeriod(period: AskedPeriod, today: string): Range {
  const until = dayAfter(today)
  switch (period) {
    case 'last-30-days':
      return { since: dayAfter(today, -29), until }
    case 'last-90-days':
      return { since: dayAfter(today, -89), until }
    case 'this-month':
      return { since: periodAround(today, 'month').since, until }
    case 'last-month':
      return previous(periodAround(today, 'month'))
  }
}

/** Today; where nothing is told of the last thirty days, the last day of which something is: a bill of last year is looked at too. */
export async function lastLookedAt(ask: Ask, today: string): Promise<string> {
  const states = await ask({ ask: 'sources' })
  const last = states
    .map(({ until }) => until)
    .sort()
    .at(-1)
  return last === undefined || last >= rangeOfPeriod('last-30-days', today).since ? today : last
}
