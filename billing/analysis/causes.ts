import type { Dimension } from '../../core/spend-dimensions.ts'
import type { Filter, Spend } from '../questions.ts'
import { dayAfter } from '../range.ts'
import { type Ask, grouped, type Kind, total } from './ask.ts'

/** A part of what was unusual on a day: one value of a dimension that makes at least half of the difference. */
export interface Cause {
  readonly dimension: Dimension
  readonly value: string
  readonly amount: number
  /** Mean of the same weekday in the four weeks before. */
  readonly usual: number
  /** Of the whole difference from usual; above 1 where others went the other way. */
  readonly share: number
  /** new: it had cost nothing on those days. gone: it costs nothing any more. */
  readonly kind: 'new' | 'gone' | 'grown' | 'shrunk'
}

interface Unusual extends Kind {
  readonly day: string
  readonly dimension: Dimension
  readonly value: string
}

const looked = ['service', 'model', 'key', 'project', 'account', 'region', 'meter', 'resource'] as const
const weeks = 4

/** In the order of the dimensions. A dimension that tells nothing apart is no cause. @param only what the day was found among */
export async function causesOf(
  ask: Ask,
  { day, dimension, value, currency, grade }: Unusual,
  only: readonly Filter[] = [],
): Promise<Cause[]> {
  const causes: Cause[] = []
  const range = { since: dayAfter(day, -7 * weeks), until: dayAfter(day) }
  const compared = Array.from({ length: weeks }, (_, i) => dayAfter(day, -7 * (i + 1)))
  for (const other of looked) {
    if (other === dimension) continue
    const where = [...only, { dimension, among: [value] }]
    const rows = (await ask({ ask: 'spend', by: ['day', other], where, ...range })).filter(
      (row) => row.currency === currency && row.grade === grade,
    )
    // A week that begins before anything is known is no usual one.
    const first = rows.map((row) => row.dimensions.day ?? '').sort()[0] ?? day
    const cause = largest(
      rows,
      other,
      day,
      compared.filter((each) => each >= first),
    )
    if (cause) causes.push(cause)
  }
  return causes
}

function largest(rows: readonly Spend[], dimension: Dimension, day: string, usualDays: readonly string[]) {
  const values = grouped(rows, ({ dimensions }) => dimensions[dimension] ?? null)
  if (usualDays.length === 0 || values.length < 2) return undefined
  const parts = values.map(([value, of]) => {
    const on = (days: readonly string[]) =>
      total(of.filter(({ dimensions }) => days.includes(dimensions.day ?? '')).map((row) => row.effectiveCost))
    return { value, amount: on([day]), usual: on(usualDays) / usualDays.length }
  })
  const off = total(parts.map(({ amount, usual }) => amount - usual))
  const found = parts
    .map((part) => ({ ...part, share: (part.amount - part.usual) / off }))
    .sort((a, b) => b.share - a.share)[0]!
  const { value, amount, usual, share } = found
  if (value === null || !(share >= 0.5)) return undefined
  const kind = usual === 0 ? 'new' : amount === 0 ? 'gone' : amount > usual ? 'grown' : 'shrunk'
  return { dimension, value, amount, usual, share, kind } as const
}
