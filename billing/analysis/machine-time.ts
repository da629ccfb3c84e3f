import type { Filter } from '../questions.ts'
import type { Range } from '../source.ts'
import { type Ask, apart, type Kind, total } from './ask.ts'
import { measured } from './metric-days.ts'
import type { NamedMetric } from './unit-costs.ts'
import { whereOf } from './where.ts'

/** What hours of machines cost: those that work, or those that start (a cold start), of all that are paid for. */
export interface MachineTime extends Kind {
  readonly name: string
  readonly is: 'busy-hours' | 'cold-start-hours'
  /** As told. */
  readonly hours: number
  readonly days: number
  /** Of charges by the hour on those days. */
  readonly effectiveCost: number
  /** Null where a row does not tell, or they are told in several units. */
  readonly paidHours: number | null
  /** Effective cost of the told hours, and of the others; of busy hours these are idle ones and cold starts. Null without paid hours, or with fewer than are told. */
  readonly cost: number | null
  readonly rest: number | null
  /** Of the hours that are paid for, 0 to 1. */
  readonly share: number | null
}

const isHours = (unit: string | null) => /^(1 )?([\w-]+[- ])?(hours?|hrs?)$/i.test(unit ?? '')

export async function machineTimeOf(
  ask: Ask,
  metrics: readonly NamedMetric[],
  range: Range,
  filters: readonly Filter[] = [],
): Promise<MachineTime[]> {
  const times: MachineTime[] = []
  for (const { metric, series } of metrics) {
    const { name, is } = metric
    if (is !== 'busy-hours' && is !== 'cold-start-hours') continue
    const { quantity: hours, days } = measured(metric, series, range)
    const known = new Set(days)
    const where = [...whereOf(metric.where), ...filters]
    const rows = (await ask({ ask: 'usage', by: ['day'], where, ...range })).filter(
      ({ dimensions, unit }) => known.has(dimensions.day ?? '') && isHours(unit),
    )
    for (const { currency, grade, rows: own } of apart(rows)) {
      const isOne = new Set(own.map(({ unit }) => unit)).size === 1 && own.every(({ quantity }) => quantity !== null)
      const paidHours = isOne ? total(own.map(({ quantity }) => quantity ?? 0)) : null
      const effectiveCost = total(own.map((row) => row.effectiveCost))
      const share = paidHours !== null && paidHours > 0 && hours <= paidHours ? hours / paidHours : null
      const cost = share === null ? null : effectiveCost * share
      const rest = cost === null ? null : effectiveCost - cost
      times.push({ name, is, hours, days: days.length, currency, grade, effectiveCost, paidHours, cost, rest, share })
    }
  }
  return times
}
