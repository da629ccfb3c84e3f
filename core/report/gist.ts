import type { CostedSite, FunctionCost, Result, Status } from '../types.ts'
import { isTelling } from './function-cost.ts'
import { type Total, totalOf, totalOfTotals } from './total.ts'

/** What lists of thousands of files go by: small enough to be sent with each, so that only what is in sight is looked into. */
export interface Gist {
  /** In the order of `result.sites`. */
  readonly sites: readonly SiteGist[]
  /** Of those worth a line of their own, in the order of `result.functions`. */
  readonly functions: readonly FunctionGist[]
  /** What the sites of each type come to. */
  readonly types: Readonly<Record<string, Total>>
  /** Sites by what is known of their cost. */
  readonly counts: Readonly<Record<Status, number>>
  /** Date of the oldest price; undefined where there is none. */
  readonly asOf: string | undefined
}

/** By what a list is sorted: the dearest by month first, then the dearest by call. USD; -1 where there is no amount. */
export interface Weight {
  readonly month: number
  readonly once: number
}

export interface SiteGist {
  /** `aws_instance`; of model calls who is paid. */
  readonly type: string
  readonly weight: Weight
}

export interface FunctionGist {
  /** In `result.functions`. */
  readonly index: number
  readonly entry: FunctionCost['entry']
  readonly weight: Weight
}

export function gistOf({ sites, functions = [] }: Pick<Result, 'sites' | 'functions'>): Gist {
  const gists = sites.map((costed) => ({ type: typeOf(costed), weight: weightOf(costed) }))
  const types = [...new Set(gists.map(({ type }) => type))]
  const dates = sites.flatMap(({ estimate }) => estimate.lines.flatMap(({ prices }) => prices.map(({ asOf }) => asOf)))
  return {
    sites: gists,
    functions: functions.flatMap((cost, index) =>
      isTelling(cost) ? [{ index, entry: cost.entry, weight: { month: -1, once: cost.usd?.likely ?? -1 } }] : [],
    ),
    types: Object.fromEntries(
      types.map((type) => [type, totalOf([{ sites: sites.filter((_, i) => gists[i]!.type === type) }])]),
    ),
    counts: countsOf(sites),
    asOf: earliest(dates),
  }
}

/** Of a result whose gist was made part by part: what it would have been of the whole. The functions are in one of them. */
export function joinGists(parts: readonly Gist[]): Gist {
  const types = [...new Set(parts.flatMap(({ types }) => Object.keys(types)))]
  const counts = countsOf([])
  for (const part of parts) for (const status of Object.keys(counts) as Status[]) counts[status] += part.counts[status]
  const totalsOf = (type: string) => parts.flatMap(({ types }) => types[type] ?? [])
  return {
    sites: parts.flatMap(({ sites }) => sites),
    functions: parts.flatMap(({ functions }) => functions),
    types: Object.fromEntries(types.map((type) => [type, totalOfTotals(totalsOf(type))])),
    counts,
    asOf: earliest(parts.map(({ asOf }) => asOf)),
  }
}

export const byWeight = (a: Weight, b: Weight): number => b.month - a.month || b.once - a.once

/** Of ISO dates. */
export const earliest = (dates: readonly (string | undefined)[]): string | undefined =>
  dates.reduce((first, date) => (!first || (date && date < first) ? date || first : first), undefined)

function typeOf({ site }: CostedSite): string {
  return site.kind === 'resource' ? site.type : site.provider
}

function weightOf({ estimate: { month, per, usd } }: CostedSite): Weight {
  const monthly = month?.usd ?? (per === 'month' ? usd : undefined)
  return { month: monthly?.likely ?? -1, once: monthly ? -1 : (usd?.likely ?? -1) }
}

function countsOf(sites: readonly CostedSite[]): Record<Status, number> {
  const counts = { priced: 0, partial: 0, unknown: 0, free: 0, unsupported: 0 }
  for (const { estimate } of sites) counts[estimate.status] += 1
  return counts
}
