import { periodAround } from './analysis/period.ts'
import { dayAfter } from './range.ts'
import type { Signal } from './signals/signal.ts'
import type { Range } from './source.ts'

/** Days of the past that a provider's anomalies are asked for. */
const lately = 14

/** What a provider is asked for when nobody says otherwise: the rest of the month, the month so far, the last days. */
export function askedDays(tells: Exclude<Signal['is'], 'use'>, today: string): Range {
  const { since, until } = periodAround(today, 'month')
  switch (tells) {
    case 'forecast':
      return { since: today, until }
    case 'budget':
      return { since, until: dayAfter(today) }
    case 'anomaly':
      return { since: dayAfter(today, -lately), until: dayAfter(today) }
  }
}
