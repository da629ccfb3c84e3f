import type { Filter } from '../questions.ts'
import type { Range } from '../source.ts'
import { type Ask, apart, type Kind, total } from './ask.ts'

/** What of the money carries no value for a tag; an empty one is none. */
export interface Untagged extends Kind {
  readonly key: string
  readonly billedCost: number
  readonly effectiveCost: number
  /** Of the effective cost, 0 to 1. Null where that is not above zero, or credits leave no share of it. */
  readonly share: number | null
}

export async function untaggedOf(
  ask: Ask,
  keys: readonly string[],
  range: Range,
  where?: readonly Filter[],
): Promise<Untagged[]> {
  const found: Untagged[] = []
  for (const key of keys) {
    const rows = await ask({ ask: 'spend', by: [`tag:${key}`], where, ...range })
    for (const { currency, grade, rows: all } of apart(rows)) {
      const without = all.filter(({ dimensions }) => !dimensions[`tag:${key}`])
      const effectiveCost = total(without.map((row) => row.effectiveCost))
      const whole = total(all.map((row) => row.effectiveCost))
      const share = whole > 0 ? effectiveCost / whole : Number.NaN
      found.push({
        key,
        currency,
        grade,
        billedCost: total(without.map((row) => row.billedCost)),
        effectiveCost,
        share: share >= 0 && share <= 1 ? share : null,
      })
    }
  }
  return found
}
