import { sum } from '../band.ts'
import type { Band, Estimate, Line } from '../types.ts'

const linesOf = ({ lines }: Estimate, wanted: (line: Line) => boolean): Band | undefined => {
  const found = lines.filter(wanted)
  return found.length > 0 && found.every(({ usd }) => usd) ? sum(found.map(({ usd }) => usd!)) : undefined
}

/** What its hours cost, whatever else is billed; undefined where there are none, or one of them has no amount. USD for what the estimate is for. */
export const perHour = (estimate: Estimate): Band | undefined => linesOf(estimate, ({ unit }) => unit === 'hour')

/** The same of what can be told without knowing its use. */
export const fixedPart = (estimate: Estimate): Band | undefined => linesOf(estimate, ({ why }) => why !== 'usage')
