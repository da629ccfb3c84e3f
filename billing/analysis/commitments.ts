import type { Filter, Usage } from '../questions.ts'
import type { Range } from '../source.ts'
import { type Ask, apart, grouped, type Kind, total } from './ask.ts'

// What FOCUS says of sums (1.2, EffectiveCost, CommitmentDiscountStatus): the purchase of a commitment has EffectiveCost 0 and stands in
// BilledCost; its cost is spread over rows of use, "Used" what something drew on, "Unused" what nothing did. The two together are what
// was committed for the period, so EffectiveCost may be summed over all rows, and BilledCost too, but never one plus the other.

/** One reservation, savings plan or committed use, in one currency and grade. */
export interface Commitment extends Kind {
  /** Its name, or its id where it has none: two may be called the same. */
  readonly commitment: string
  /** CommitmentDiscountId; the name where the rows tell no id. */
  readonly id: string
  /** Invoiced for it in the period. */
  readonly bought: number
  /** Of what was committed for the period. Effective cost. */
  readonly used: number
  readonly wasted: number
  /** 0 to 1. Null where no row tells of its use. */
  readonly utilisation: number | null
  /** List price of what drew on it, less all that was committed; below zero it costs more than it saves. Null where no list price is told. */
  readonly saved: number | null
  /** Effective cost on rows of its purchase, against FOCUS: totals count it twice. */
  readonly countedTwice: number
}

/** Of one service of one provider in which a commitment is used. */
export interface Coverage extends Kind {
  readonly provider: string | null
  readonly service: string | null
  /** At list prices: of what drew on a commitment, and of all that could be committed (no spot). Null where a row does not tell. */
  readonly covered: number | null
  readonly coverable: number | null
  /** 0 to 1. */
  readonly share: number | null
}

export interface Commitments {
  readonly commitments: readonly Commitment[]
  readonly coverage: readonly Coverage[]
}

export async function commitmentsOf(ask: Ask, range: Range, where?: readonly Filter[]): Promise<Commitments> {
  const by = ['commitment', 'commitment-id', 'commitment-status', 'charge', 'pricing', 'provider', 'service'] as const
  const rows = apart(await ask({ ask: 'usage', by, where, ...range }))
  const commitments = rows.flatMap(({ currency, grade, rows }) =>
    grouped(rows, ({ dimensions }) => dimensions['commitment-id']).flatMap(([id, of]) =>
      id ? [{ commitment: nameOf(id, of), id, currency, grade, ...useOf(of) }] : [],
    ),
  )
  const coverage = rows.flatMap(({ currency, grade, rows }) =>
    grouped(rows, ({ dimensions }) => JSON.stringify([dimensions.provider, dimensions.service])).flatMap(([, of]) => {
      const { provider = null, service = null } = of[0]!.dimensions
      const covered = coverageOf(of)
      return covered ? [{ provider, service, currency, grade, ...covered }] : []
    }),
  )
  commitments.sort((a, b) => b.wasted - a.wasted || b.used - a.used)
  return { commitments, coverage }
}

/** Rows of the purchase may lack the name that rows of use have. */
const nameOf = (id: string, rows: readonly Usage[]) =>
  rows.map(({ dimensions }) => dimensions.commitment).find((name) => name && name !== id) ?? id

const isUse = ({ dimensions }: Usage) => dimensions.charge === 'Usage'
const isUsed = (row: Usage) => isUse(row) && row.dimensions['commitment-status'] === 'Used'
const isUnused = (row: Usage) => isUse(row) && row.dimensions['commitment-status'] === 'Unused'
const effective = (rows: readonly Usage[]) => total(rows.map(({ effectiveCost }) => effectiveCost))

function useOf(rows: readonly Usage[]) {
  const [ofUse, ofNone] = [rows.filter(isUsed), rows.filter(isUnused)]
  const purchases = rows.filter(({ dimensions }) => dimensions.charge === 'Purchase')
  const [used, wasted] = [effective(ofUse), effective(ofNone)]
  const list = listOf(ofUse)
  const isTold = ofUse.length + ofNone.length > 0
  return {
    bought: total(purchases.map(({ billedCost }) => billedCost)),
    used,
    wasted,
    utilisation: used + wasted > 0 ? used / (used + wasted) : null,
    saved: list === null || !isTold ? null : list - used - wasted,
    countedTwice: isTold ? effective(purchases) : 0,
  }
}

/** Undefined where the service draws on no commitment. */
function coverageOf(rows: readonly Usage[]): Pick<Coverage, 'covered' | 'coverable' | 'share'> | undefined {
  const used = rows.filter(isUsed)
  if (used.length === 0) return undefined
  const open = rows.filter((row) => isUse(row) && row.dimensions['commitment-status'] === null)
  const isClear = open.every(({ dimensions }) => dimensions.pricing !== null)
  const standard = open.filter(({ dimensions }) => dimensions.pricing === 'Standard')
  const covered = listOf(used)
  const coverable = isClear ? listOf([...used, ...standard]) : null
  const share = covered !== null && coverable !== null && coverable > 0 ? covered / coverable : null
  return { covered, coverable, share }
}

/** Null where one of them does not tell it. */
const listOf = (rows: readonly Usage[]): number | null =>
  rows.reduce<number | null>((sum, { listCost }) => (sum === null || listCost === null ? null : sum + listCost), 0)
