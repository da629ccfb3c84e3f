import { sum } from '../band.ts'
import { printUsd, usd } from '../money.ts'
import type { Band, Result } from '../types.ts'

/** What the sites of some files come to. Amounts of different kinds are never added up. USD. */
export interface Total {
  /** Resources, and calls whose volume is configured or measured. */
  readonly month: Band | undefined
  /** Model calls without a volume, each made once. */
  readonly once: Band | undefined
  /** How many calls are in `once`. */
  readonly calls: number
  /** Sites with an amount and something unknown. */
  readonly partial: number
  /** Sites with no amount, though they cost something. */
  readonly unknown: number
}

export const nothing: Total = { month: undefined, once: undefined, calls: 0, partial: 0, unknown: 0 }

export function totalOf(results: readonly Pick<Result, 'sites'>[]): Total {
  const estimates = results.flatMap((result) => result.sites.map(({ estimate }) => estimate))
  const once = estimates.filter((estimate) => !estimate.month && estimate.per !== 'month' && estimate.usd)
  return {
    month: sum(
      estimates.map((estimate) => estimate.month?.usd ?? (estimate.per === 'month' ? estimate.usd : undefined)),
    ),
    once: sum(once.map((estimate) => estimate.usd)),
    calls: once.length,
    partial: estimates.filter((estimate) => estimate.status === 'partial' && estimate.usd).length,
    unknown: estimates.filter(
      (estimate) => estimate.status === 'unknown' || (estimate.status === 'partial' && !estimate.usd),
    ).length,
  }
}

/** `$23,812/mo`, `$0.013/3 calls`, `$23,812/mo + 2 unknown`; undefined where nothing costs anything. */
export function printTotal(total: Total): string | undefined {
  const parts: string[] = []
  if (total.month) parts.push(`${printUsd(usd(total.month.likely))}/mo`)
  if (total.once)
    parts.push(`${printUsd(usd(total.once.likely))}/${total.calls === 1 ? 'call' : `${total.calls} calls`}`)
  if (total.unknown > 0) parts.push(`${total.unknown} unknown`)
  return parts.length === 0 ? undefined : parts.join(' + ')
}

/**
 * `+$16,033`, `-$12`; `change unknown` where a side has unknowns the other has not, because then a difference of the
 * known parts would pass for a saving. Undefined where nothing changed.
 */
export function printChange(before: Total, after: Total): string | undefined {
  if (before.unknown !== after.unknown || before.partial !== after.partial) return 'change unknown'
  for (const [was, is] of [
    [before.month, after.month],
    [before.once, after.once],
  ]) {
    const change = (is?.likely ?? 0) - (was?.likely ?? 0)
    if (Math.abs(change) > 1e-9) return `${change > 0 ? '+' : ''}${printUsd(usd(change))}`
  }
  return undefined
}
