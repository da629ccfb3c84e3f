import type { Metric } from '../../core/config/spend-metric-schema.ts'
import type { Filter } from '../questions.ts'
import type { Range } from '../source.ts'
import { type Ask, apart, type Kind, total } from './ask.ts'
import { measured } from './metric-days.ts'
import type { Series } from './metric-file.ts'
import { whereOf } from './where.ts'

export interface NamedMetric {
  readonly metric: Metric
  /** Of its file. */
  readonly series?: Series
}

/** Spend over a metric, on the days on which both are told. */
export interface UnitCost {
  readonly name: string
  readonly is: 'count' | 'tokens' | 'revenue'
  /** What one is called: `request`, `million tokens`; of revenue its currency. */
  readonly unit: string
  /** In the unit. */
  readonly quantity: number
  readonly days: number
  /** First and last of them; null where there is none. */
  readonly since: string | null
  readonly until: string | null
  /** One for each currency and grade of the spend, each by itself. */
  readonly costs: readonly CostOf[]
}

export interface CostOf extends Kind {
  readonly effectiveCost: number
  /** Effective cost of one unit. Null where there is none of it, or it is revenue. */
  readonly perUnit: number | null
  /** Of revenue in the same currency: what is left of it after this spend alone, 0 to 1 and below. */
  readonly margin: number | null
  /** Of revenue in the same currency: what one of it spent brings in. */
  readonly returned: number | null
  /** The provider may still change it. */
  readonly estimated: boolean
  /** Day by day, where the metric has days; a quantity of 0 has no cost per unit. */
  readonly byDay: readonly {
    readonly day: string
    readonly effectiveCost: number
    readonly quantity: number
    readonly perUnit: number | null
  }[]
}

export async function unitCostsOf(
  ask: Ask,
  metrics: readonly NamedMetric[],
  range: Range,
  where: readonly Filter[] = [],
): Promise<UnitCost[]> {
  const costs: UnitCost[] = []
  // Hours are a share of what is paid for: machine-time.ts.
  for (const each of metrics)
    if (!each.metric.is?.endsWith('-hours')) costs.push(await unitCostOf(ask, each, range, where))
  return costs
}

async function unitCostOf(
  ask: Ask,
  { metric, series }: NamedMetric,
  range: Range,
  filters: readonly Filter[],
): Promise<UnitCost> {
  const { name, unit = name, currency = 'USD' } = metric
  const is = metric.is === 'tokens' || metric.is === 'revenue' ? metric.is : 'count'
  const where = [...whereOf(metric.where), ...filters]
  const scale = is === 'tokens' ? 1e6 : 1
  const { quantity: whole, days, of } = measured(metric, series, range)
  const quantity = whole / scale
  const known = new Set(days)
  const rows = (await ask({ ask: 'spend', by: ['day'], where, ...range })).filter(({ dimensions }) =>
    known.has(dimensions.day ?? ''),
  )
  const costs = apart(rows).map((kind): CostOf => {
    const effectiveCost = total(kind.rows.map((row) => row.effectiveCost))
    const isRevenue = is === 'revenue'
    const isSame = isRevenue && kind.currency === currency
    return {
      currency: kind.currency,
      grade: kind.grade,
      effectiveCost,
      perUnit: !isRevenue && quantity > 0 ? effectiveCost / quantity : null,
      margin: isSame && quantity > 0 ? (quantity - effectiveCost) / quantity : null,
      returned: isSame && effectiveCost > 0 ? quantity / effectiveCost : null,
      estimated: kind.rows.some((row) => row.estimated),
      byDay: days.flatMap((day) => {
        const count = of(day)
        if (count === undefined) return []
        const cost = total(kind.rows.filter((row) => row.dimensions.day === day).map((row) => row.effectiveCost))
        const inUnit = count / scale
        return [
          { day, effectiveCost: cost, quantity: inUnit, perUnit: !isRevenue && inUnit > 0 ? cost / inUnit : null },
        ]
      }),
    }
  })
  return {
    ...{ name, is, unit: is === 'tokens' ? 'million tokens' : is === 'revenue' ? currency : unit, quantity },
    ...{ days: days.length, since: days[0] ?? null, until: days.at(-1) ?? null, costs },
  }
}
