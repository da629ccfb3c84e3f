import { withoutIndexes } from '../address.ts'
import { sum } from '../band.ts'
import { bandOf } from '../known.ts'
import type { Band, CostedSite, ModuleCost } from '../types.ts'
import type { RootAnalysis } from './root.ts'

/** What one caller's instance of a call comes to. */
type OneCaller = Pick<ModuleCost, 'usd' | 'resources' | 'open' | 'largest'>

const mostLargest = 5

/**
 * What each module call of a file comes to. A file of a module that is called from several places has its calls once for
 * each: then the band over these, since they are no sum anybody pays.
 */
export function moduleCosts(file: string, roots: readonly RootAnalysis[]): readonly ModuleCost[] {
  const byPlace = new Map<string, { first: Omit<ModuleCost, keyof OneCaller | 'callers'>; each: OneCaller[] }>()
  for (const root of roots) {
    for (const { address, location, missing, whole } of root.calls) {
      if (location.file !== file) continue
      const key = location.span.join('-')
      const place = byPlace.get(key) ?? {
        first: { address, location, ...(missing === undefined ? {} : { missing }) },
        each: [],
      }
      place.each.push(costOf(whole ? root.sites : (sitesOf(root).get(address) ?? [])))
      byPlace.set(key, place)
    }
  }
  return [...byPlace.values()]
    .map(({ first, each }) => ({ ...first, ...overCallers(each) }))
    .sort((a, b) => a.location.span[0] - b.location.span[0])
}

/** By the address of the call, without indexes: those in what it makes, and in what that calls. */
const inCalls = new WeakMap<RootAnalysis, ReadonlyMap<string, readonly CostedSite[]>>()

function sitesOf(root: RootAnalysis): ReadonlyMap<string, readonly CostedSite[]> {
  const before = inCalls.get(root)
  if (before) return before
  const made = new Map<string, CostedSite[]>()
  const above = new Map<string, readonly string[]>()
  for (const costed of root.sites) {
    const { site } = costed
    if (site.kind !== 'resource' || site.module === undefined) continue
    const calls = above.get(site.module.address) ?? callsAbove(site.module.address)
    above.set(site.module.address, calls)
    for (const call of calls) {
      const there = made.get(call)
      if (there) there.push(costed)
      else made.set(call, [costed])
    }
  }
  inCalls.set(root, made)
  return made
}

/** `module.a["x"].module.b` → `module.a`, `module.a.module.b`. */
function callsAbove(address: string): readonly string[] {
  const names = withoutIndexes(address).split('.')
  return names.flatMap((_, i) => (i % 2 === 1 ? [names.slice(0, i + 1).join('.')] : []))
}

function costOf(sites: readonly CostedSite[]): OneCaller {
  const billed = sites.filter(({ estimate }) => estimate.status !== 'free')
  return {
    usd: sum(billed.map(({ estimate }) => estimate.usd)),
    resources: billed.reduce((total, costed) => total + countOf(costed), 0),
    open: billed.reduce((total, costed) => total + (costed.estimate.status === 'priced' ? 0 : countOf(costed)), 0),
    largest: billed
      .flatMap(({ site, estimate: { usd } }) => (usd ? [{ address: site.key, usd }] : []))
      .sort((a, b) => b.usd.likely - a.usd.likely)
      .slice(0, mostLargest),
  }
}

const countOf = ({ site }: CostedSite) => (site.kind === 'resource' ? (bandOf(site.count)?.likely ?? 1) : 1)

function overCallers(each: readonly OneCaller[]): OneCaller & { readonly callers: number } {
  const known = each.flatMap(({ usd }) => usd ?? [])
  const most = (of: (one: OneCaller) => number) => Math.max(...each.map(of))
  return {
    usd: known.length === 0 ? undefined : widest(known),
    resources: most(({ resources }) => resources),
    open: most(({ open }) => open),
    largest: each.length === 1 ? each[0]!.largest : [],
    callers: each.length,
  }
}

const widest = (bands: readonly Band[]): Band => ({
  low: Math.min(...bands.map(({ low }) => low)),
  likely: bands.reduce((total, { likely }) => total + likely, 0) / bands.length,
  high: Math.max(...bands.map(({ high }) => high)),
})
