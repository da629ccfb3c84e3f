import type { ScanDocument } from './schema.ts'

/** The clouds of which outlay.json may say a region for all. */
const clouds = ['aws', 'gcp', 'azure']

/** What to do where a program names no region: most leave that to the environment it runs in. */
export function regionNote(sites: ScanDocument['sites']): string | undefined {
  const open = sites.filter(
    (site) =>
      site.kind === 'resource' &&
      clouds.includes(site.cloud) &&
      site.unknown.some(({ what, why }) => what === 'region' && why === 'absent'),
  )
  if (open.length === 0) return undefined
  const named = [...new Set(open.flatMap((site) => (site.kind === 'resource' ? site.cloud : [])))]
  const example = named.map((cloud) => `"${cloud}": "…"`).join(', ')
  return `${open.length === 1 ? '1 site names' : `${open.length} sites name`} no region, and the price goes by it: say one for all in outlay.json, "region": { ${example} }.`
}
