import type { AllocationRule } from '../../core/config/spend-allocation-schema.ts'
import type { Dimension } from '../../core/spend-dimensions.ts'
import type { Grade } from '../focus.ts'
import type { Filter, Spend } from '../questions.ts'
import type { Range } from '../source.ts'
import { type Ask, apart, total } from './ask.ts'
import { minorDigits, split } from './split.ts'
import { whereOf } from './where.ts'

/** Shared cost that a rule gave to one value of a dimension. Whole cents, whose sum is the shared cost to the cent. */
export interface Share {
  readonly rule: string
  readonly to: Dimension
  readonly value: string
  readonly currency: string
  readonly grade: 'allocated'
  /** What the shared cost was before it was split. */
  readonly from: Grade
  readonly billedCost: number
  readonly effectiveCost: number
  /** 0 to 1. */
  readonly share: number
  /** The provider may still change what was split. */
  readonly estimated: boolean
}

/** Shared cost that nobody could be given, with the reason. */
export interface Unallocated {
  readonly rule: string
  readonly currency: string
  readonly grade: Grade
  readonly billedCost: number
  readonly effectiveCost: number
  readonly estimated: boolean
  readonly because: string
}

export interface Allocation {
  /** What each value of the dimension spends itself: no rule takes it. Null: rows that do not say it. */
  readonly own: readonly (Spend & { readonly to: Dimension; readonly value: string | null })[]
  readonly shares: readonly Share[]
  readonly unallocated: readonly Unallocated[]
}

/** Splits shared cost by rules, in order: what one takes, the next does not see. */
export async function allocationOf(ask: Ask, rules: readonly AllocationRule[], range: Range): Promise<Allocation> {
  const shares: Share[] = []
  const unallocated: Unallocated[] = []
  const shared = rules.map(({ where }) => whereOf(where))
  for (const [index, rule] of rules.entries()) {
    const taken = await ask({ ask: 'spend', by: [], where: shared[index], except: shared.slice(0, index), ...range })
    for (const sum of taken) {
      const { currency, grade, billedCost, effectiveCost, estimated } = sum
      const weights = await weightsOf(ask, rule, shared, range, sum)
      if (typeof weights === 'string') {
        unallocated.push({ rule: rule.name, currency, grade, billedCost, effectiveCost, estimated, because: weights })
        continue
      }
      const digits = minorDigits(currency)
      const each = weights.map(([, weight]) => weight)
      const [billed, effective] = [split(billedCost, each, digits), split(effectiveCost, each, digits)]
      shares.push(
        ...weights.map(
          ([value, weight], i): Share => ({
            rule: rule.name,
            to: rule.to as Dimension,
            value,
            currency,
            grade: 'allocated',
            from: grade,
            billedCost: billed[i]!,
            effectiveCost: effective[i]!,
            share: weight / total(each),
            estimated,
          }),
        ),
      )
    }
  }
  return { own: await ownOf(ask, rules, shared, range), shares, unallocated }
}

async function ownOf(ask: Ask, rules: readonly AllocationRule[], except: readonly (readonly Filter[])[], range: Range) {
  const own: Allocation['own'][number][] = []
  for (const to of new Set(rules.map((rule) => rule.to as Dimension))) {
    const rows = await ask({ ask: 'spend', by: [to], except, ...range })
    own.push(...rows.map((row) => ({ ...row, to, value: row.dimensions[to] ?? null })))
  }
  return own
}

type Weights = readonly (readonly [value: string, weight: number])[]

/** Who bears how much, or why nobody does. */
async function weightsOf(
  ask: Ask,
  { to, by, among, of, shares }: AllocationRule,
  shared: readonly (readonly Filter[])[],
  range: Range,
  { currency, grade }: Spend,
): Promise<Weights | string> {
  if (shares) return Object.entries(shares)
  if (by === 'even' && among) return among.map((value) => [value, 1])
  const rows = await ask({ ask: 'spend', by: [to as Dimension], where: whereOf(of), except: shared, ...range })
  // Weights of another currency or grade say nothing of this one.
  const same = apart(rows).find((each) => each.currency === currency && each.grade === grade)?.rows ?? []
  const spent = same.flatMap((row): [string, number][] => {
    const value = row.dimensions[to]
    return value && (among?.includes(value) ?? true) ? [[value, row.effectiveCost]] : []
  })
  const above = spent.filter(([, amount]) => amount > 0)
  if (above.length === 0) return `nothing of the same currency and grade is spent by ${to} itself`
  return by === 'even' ? above.map(([value]) => [value, 1]) : above
}
