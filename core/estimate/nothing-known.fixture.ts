import type { Estimate } from '../types.ts'

/** What one call costs where nothing is known of it. */
export const nothingKnown: Estimate = {
  per: 'call',
  status: 'unknown',
  usd: undefined,
  month: undefined,
  lines: [],
  unknown: [],
  assumed: [],
}
