import type { Grade } from '../focus.ts'
import type { Answers, Question } from '../questions.ts'

/** A store's `ask`: every analysis is a function over it, so that panel, command line and agents get the same answer. */
export type Ask = <Q extends Question>(question: Q) => Promise<readonly Answers[Q['ask']][]>

/** What money is never added across. */
export interface Kind {
  readonly currency: string
  readonly grade: Grade
}

const kindOf = ({ currency, grade }: Kind): Kind => ({ currency, grade })

/** One list for each currency and grade, in the order they come. */
export function apart<T extends Kind>(rows: readonly T[]): readonly (Kind & { readonly rows: readonly T[] })[] {
  return grouped(rows, ({ currency, grade }) => `${currency} ${grade}`).map(([, of]) => ({
    ...kindOf(of[0]!),
    rows: of,
  }))
}

/** Rows by a key, in the order the keys come. */
export function grouped<T, K>(rows: readonly T[], key: (row: T) => K): readonly (readonly [K, readonly T[]])[] {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return [...groups]
}

/** effective: what use consumed. billed: what is invoiced. One is looked at, or the other; they are never added. */
export type Measure = 'effective' | 'billed'

export const amountOf = (
  row: { readonly billedCost: number; readonly effectiveCost: number },
  measure: Measure = 'effective',
): number => (measure === 'billed' ? row.billedCost : row.effectiveCost)

export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
