import { apart } from '../analysis/ask.ts'
import type { Grade } from '../focus.ts'
import type { Spend } from '../questions.ts'
import { daysOf } from '../range.ts'
import type { Point } from './forecast.ts'

/** One currency and grade of spend, day by day. */
export interface Daily {
  readonly currency: string
  readonly grade: Grade
  /** Days on which nothing was charged are 0. */
  readonly complete: readonly Point[]
  /** The last days, whose amounts may still change. */
  readonly estimated: readonly Point[]
}

/** @param rows spend by day, and by what else the caller chose, of one series */
export function dailyOf(rows: readonly Spend[]): Daily[] {
  return apart(rows).map(({ currency, grade, rows: group }) => {
    const amounts = new Map<string, number>()
    for (const { dimensions, effectiveCost } of group) {
      const day = dimensions.day ?? ''
      amounts.set(day, (amounts.get(day) ?? 0) + effectiveCost)
    }
    const known = [...amounts.keys()].sort()
    const unsure = group.filter(({ estimated }) => estimated).map(({ dimensions }) => dimensions.day ?? '')
    const firstUnsure = unsure.sort()[0] ?? '9999'
    const points = daysOf({ since: known[0]!, until: after(known.at(-1)!) }).map((day) => ({
      day,
      amount: amounts.get(day) ?? 0,
    }))
    return {
      currency,
      grade,
      complete: points.filter(({ day }) => day < firstUnsure),
      estimated: points.filter(({ day }) => day >= firstUnsure),
    }
  })
}

export const after = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
