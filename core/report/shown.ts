import type { SiteJson } from './schema.ts'

/** What a reader is told one by one: of resources that cost nothing there are too many, and the total counts them. */
export const isListed = (site: SiteJson): boolean => site.kind !== 'resource' || site.status !== 'free'

/** The module that makes it, where one does: `in module.web["a"]`; several callers make the same line. */
export const moduleOf = (site: SiteJson): string | undefined =>
  site.kind === 'resource' && site.module ? `in ${site.module.address}` : undefined

/** What it is, and which module makes it. */
export const nameOf = (site: SiteJson): string => [site.label, moduleOf(site)].filter(Boolean).join(' ')
