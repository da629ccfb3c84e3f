import { plus, sum } from '../band.ts'
import { hasWhatIf, type WhatIf } from '../prices/what-if.ts'
import type { Band } from '../types.ts'
import type { ScanDocument, SiteJson } from './schema.ts'

type OfSite = NonNullable<Extract<SiteJson, { kind: 'resource' }>['whatIf']>
type OfScan = NonNullable<ScanDocument['whatIf']>

/** Undefined where nothing is known to be paid for otherwise. */
export function whatIfJson(told: WhatIf): OfSite | undefined {
  if (!hasWhatIf(told)) return undefined
  return {
    committed: told.committed.flatMap(({ what, onDemand, instead }) =>
      instead.map(({ years, how, month, paidAhead, saves, less, over, types, source, asOf }) => ({
        what,
        years,
        how,
        onDemand,
        month,
        paidAhead: paidAhead ?? null,
        saves,
        less,
        over,
        types: types ?? null,
        source,
        asOf,
      })),
    ),
    licences: told.licences.map(({ what, by, month }) => ({ what, by, saves: month })),
  }
}

/** By cloud and term: a term that only some of the resources have says of how many it is the sum. */
export function whatIfTotals(sites: readonly SiteJson[]): OfScan {
  const told = sites.flatMap((site) => (site.kind === 'resource' && site.whatIf ? [{ ...site.whatIf, site }] : []))
  const committed = told.flatMap(({ committed: all, site }) => all.map((each) => ({ ...each, site })))
  const licences = told.flatMap(({ licences: all, site }) => all.map((each) => ({ ...each, site })))
  const terms = grouped(committed, ({ site, years, how }) => [site.cloud, years, how].join('\t'))
  return {
    committed: terms
      .map((group) => {
        const [{ site, years, how }] = group
        const ahead = group.flatMap(({ paidAhead }) => (paidAhead === null ? [] : [paidAhead]))
        return {
          cloud: site.cloud,
          years,
          how,
          resources: new Set(group.map((each) => each.site)).size,
          onDemand: total(group.map(({ onDemand }) => onDemand)),
          month: total(group.map(({ month }) => month)),
          paidAhead: sum(ahead) ?? null,
          saves: total(group.map(({ saves }) => saves)),
        }
      })
      .sort((a, b) => order(a.cloud, b.cloud) || a.years - b.years || order(a.how, b.how)),
    licences: grouped(licences, ({ site, by }) => [site.cloud, by].join('\t')).map((group) => ({
      cloud: group[0].site.cloud,
      by: group[0].by,
      resources: new Set(group.map((each) => each.site)).size,
      saves: total(group.map(({ saves }) => saves)),
    })),
  }
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const total = ([first, ...others]: readonly Band[]): Band => others.reduce(plus, first!)

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return [...groups.values()]
}
