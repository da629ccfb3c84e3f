// What `outlay scan --what-if` prints beside the amounts, and below the total.
import { printUsd, say, usd } from '../money.ts'
import type { ScanDocument, SiteJson } from './schema.ts'
import { termOf } from './what-if.ts'

/** Of one resource: `m5.large for 1 year, paid at once: $41.20 per month instead of $70.08; $494.43 ahead`. */
export function whatIfOf(site: SiteJson): readonly string[] {
  if (site.kind !== 'resource' || site.whatIf === undefined) return []
  const { committed, licences } = site.whatIf
  return [
    ...committed.map(
      (one) =>
        say`if ${one.what} for ${termOf(one)}: ${usd(one.month)} per month instead of ${usd(one.onDemand)}` +
        ahead(one.paidAhead),
    ),
    ...licences.map(
      ({ what, by, saves }) => say`if the ${what} is brought along (${by}): ${usd(saves)} per month less`,
    ),
  ]
}

const ahead = (paid: Parameters<typeof usd>[0] | null): string =>
  paid === null || paid === undefined ? '' : `; ${printUsd(usd(paid))} ahead`

/** Of all resources: one sentence for each cloud and term, and where the rates are from. Empty where nobody asked. */
export function whatIfSummary({ whatIf, sites }: ScanDocument): readonly string[] {
  if (whatIf === undefined) return []
  const { committed, licences } = whatIf
  if (committed.length + licences.length === 0) return ['What if: nothing here has a known rate for a year or three.']
  return [
    'What if, in no total: what is committed to is paid for every hour, used or not.',
    ...committed.map(
      (one) =>
        say`${one.cloud}, ${termOf(one)}: ${usd(one.month)} per month instead of ${usd(one.onDemand)} for ${resources(one.resources)}, saves ${usd(one.saves)}` +
        ahead(one.paidAhead),
    ),
    ...licences.map(
      (one) =>
        say`${one.cloud}, ${one.by}: ${usd(one.saves)} per month less for ${resources(one.resources)}, with licences one has`,
    ),
    `Rates: ${ratesOf(sites).join('; ')}.`,
  ]
}

const resources = (count: number): string => (count === 1 ? '1 resource' : `${count} resources`)

function ratesOf(sites: readonly SiteJson[]): readonly string[] {
  const told = sites.flatMap((site) => (site.kind === 'resource' ? (site.whatIf?.committed ?? []) : []))
  return [...new Set(told.map(({ source, asOf }) => `${source}, ${asOf}`))].sort()
}
