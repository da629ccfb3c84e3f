import { sum } from '../band.ts'
import { type Change, deltaOf, totalsOf } from '../delta.ts'
import { printUsd, usd } from '../money.ts'
import type { Band, CostedSite, Result } from '../types.ts'

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

/** What several come to together. */
export const totalOfTotals = (totals: readonly Total[]): Total => ({
  month: sum(totals.map(({ month }) => month)),
  once: sum(totals.map(({ once }) => once)),
  calls: totals.reduce((all, { calls }) => all + calls, 0),
  partial: totals.reduce((all, { partial }) => all + partial, 0),
  unknown: totals.reduce((all, { unknown }) => all + unknown, 0),
})

/** `$23,812/mo`, `$0.013/3 calls`, `$23,812/mo + more + 2 unknown` (`more`: the rest of sites known in part); undefined where nothing costs anything. */
export function printTotal(total: Total): string | undefined {
  const parts: string[] = []
  if (total.month) parts.push(`${printUsd(usd(total.month.likely))}/mo`)
  if (total.once)
    parts.push(`${printUsd(usd(total.once.likely))}/${total.calls === 1 ? 'call' : `${total.calls} calls`}`)
  if (total.partial > 0) parts.push('more')
  if (total.unknown > 0) parts.push(`${total.unknown} unknown`)
  return parts.length === 0 ? undefined : parts.join(' + ')
}

/** What a file's sites cost more (or less) than at another time. USD; matched site by site, so that nothing unknown passes for a saving. */
export interface Difference {
  readonly month: Band | undefined
  readonly once: Band | undefined
  /** Changes whose amount is not known, and what is new or gone and was not known in full. */
  readonly unknown: number
}

/** Undefined where nothing changed. */
export function differenceOf(before: readonly CostedSite[], after: readonly CostedSite[]): Difference | undefined {
  const { changes } = deltaOf(before, after)
  return changes.length === 0 ? undefined : differenceIn(changes)
}

/** What changes come to. What is unknown of a site before and after in the same way is no part of its change. */
export function differenceIn(changes: readonly Change[]): Difference {
  const totals = totalsOf(changes)
  const unknown = changes.filter(({ change, open, delta }) => !delta.usd || (open && change !== 'changed'))
  return { month: totals.perMonth, once: sum(totals.perCall.map(({ usd: one }) => one)), unknown: unknown.length }
}

/** `+$16,033/mo`, `-$0.002/call`, `+$742.38/mo + 1 unknown`; undefined where what changed costs the same. */
export function printDifference({ month, once, unknown }: Difference): string | undefined {
  const parts = [signed(month, 'mo'), signed(once, 'call')].filter((part) => part !== undefined)
  if (unknown > 0) parts.push(parts.length === 0 ? 'change unknown' : `${unknown} unknown`)
  return parts.length === 0 ? undefined : parts.join(' + ')
}

function signed(band: Band | undefined, per: string): string | undefined {
  if (!band || Math.abs(band.likely) < 1e-9) return undefined
  return `${band.likely > 0 ? '+' : ''}${printUsd(usd(band.likely))}/${per}`
}
