import { sum } from '../band.ts'
import { folderOf } from '../path.ts'
import type { SiteJson, TotalsJson } from './schema.ts'
import { monthOf } from './site.ts'

/** Every total there is, once, from the sites: amounts that are not known are counted, never taken as 0. */
export function totalsOf(sites: readonly SiteJson[]): TotalsJson {
  const having = (status: SiteJson['status']) => sites.filter((site) => site.status === status).length
  return {
    perMonth: perMonth(sites),
    pricedSites: having('priced'),
    partialSites: having('partial'),
    unknownSites: having('unknown'),
    freeSites: having('free'),
    unsupportedSites: having('unsupported'),
    byModule: shares(sites, (site) => (site.kind === 'resource' ? [site.module?.address ?? ''] : [])),
    byDirectory: shares(sites, (site) => [folderOf(site.file) || '.']),
    byTag: shares(sites, (site) =>
      site.kind === 'resource' ? Object.entries(site.tags).map(([k, v]) => `${k}=${v}`) : [],
    ),
  }
}

const perMonth = (sites: readonly SiteJson[]) => sum(sites.map((site) => monthOf(site.estimate))) ?? null

function shares(sites: readonly SiteJson[], groupsOf: (site: SiteJson) => readonly string[]): TotalsJson['byModule'] {
  const groups = new Map<string, SiteJson[]>()
  for (const site of sites) {
    for (const name of groupsOf(site)) {
      const group = groups.get(name)
      if (group === undefined) groups.set(name, [site])
      else group.push(site)
    }
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(
    sorted.map(([name, members]) => [
      name,
      {
        perMonth: perMonth(members),
        sites: members.length,
        partialSites: members.filter((site) => site.status === 'partial').length,
        unknownSites: members.filter((site) => site.status === 'unknown' || site.status === 'unsupported').length,
      },
    ]),
  )
}
