// What a database of Azure SQL and an elastic pool of them are billed by alike: the list has them as "Single/Elastic Pool".
import {
  committable,
  fact,
  isUnwritten,
  line,
  numberFact,
  priceFor,
  usage,
} from '../../../core/estimate/resource-line.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import type { Known, Line, Price, Resource } from '../../../core/types.ts'
import { isValue } from '../block-facts.ts'
import { hybridBenefit, itemLines, withGlobal } from './item-lines.ts'

export const service = 'sql-database'

export const backupUsage = {
  backupGB: 'GB of backups beside those that are free, mean of the month',
  longTermBackupGB: 'GB of backups kept for the long term, mean of the month',
}

/**
 * By vCore. https://learn.microsoft.com/azure/azure-sql/database/automated-backups-overview: "In the DTU model […] there's no
 * extra charge for PITR backup storage", and "you pay for the LTR backup storage".
 */
export function backupLines(resource: Resource, prices: PriceBook, place: string): Line[] {
  const { used } = itemLines(resource, prices, service)
  return [
    used('Backup storage', 'GB-month', `PITR backup ${place}`, 'backupGB'),
    ...longTermLines(resource, prices, place),
  ]
}

export const longTermLines = (resource: Resource, prices: PriceBook, place: string): readonly Line[] =>
  itemLines(resource, prices, service).told('Long-term backups', 'GB-month', `LTR backup ${place}`, 'longTermBackupGB')

export const computeItem = (tier: string, hardware: string) =>
  `${tier} ${hardware}${tier === 'General Purpose' ? ' provisioned' : ''}`

/** Compute and its zones, not the licence; of the two tiers whose rates agree: those of Hyperscale differ by its hardware. */
export const reserved = (compute: Line, tier: string): Line =>
  committable(compute, tier === 'Hyperscale' ? undefined : { service, family: 'vCores', what: 'vCores' })

/** What a licence that is brought along saves is a line of its own, and so is left out. */
export function licenceLines(resource: Resource, prices: PriceBook, tier: string, hours: Known<number>): Line[] {
  if (isValue(fact(resource, 'licence'), 'BasePrice') || tier === 'Hyperscale') return []
  const billed = itemLines(resource, prices, service).item('SQL licence', 'vCore-hour', hours, `${tier} SQL licence`)
  return [{ ...billed, ownLicence: hybridBenefit }]
}

/** Of the general purpose tier only: the others have their replicas anyway. */
const isApart = (resource: Resource, tier: string) =>
  tier === 'General Purpose' && isValue(fact(resource, 'zoneRedundant'), true)

/** Of the compute itself, in each region whose list was read: East US, Canada Central and Indonesia Central. */
const zoneShare = 0.6

export function zoneLines(
  resource: Resource,
  book: PriceBook,
  tier: string,
  hours: Known<number>,
  compute: string,
): Line[] {
  if (!isApart(resource, tier)) return []
  const prices = withGlobal(book)
  const share = (price: Price | undefined): Price | undefined =>
    price && {
      ...price,
      usd: price.usd * zoneShare,
      weak: 'six tenths of the compute, as the list has zone redundancy',
    }
  const price = priceFor(resource, [], (region) => share(prices.service('azure', service, compute, region)))
  return [reserved(line('Zone redundancy', 'vCore-hour', hours, price), tier)]
}

/** With zone redundancy the list has general purpose storage at twice its price. */
export function sqlStorageLines(resource: Resource, prices: PriceBook, tier: string): Line[] {
  const { item } = itemLines(resource, prices, service)
  const written = numberFact(resource, 'storageGB')
  const size = tier === 'Hyperscale' && isUnwritten(written) ? usage(resource, 'storedGB') : written
  const kind = { 'General Purpose': 'GP', Hyperscale: 'Hyperscale' }[tier] ?? 'BC'
  const kept = item('Storage', 'GB-month', size, `storage ${kind}`)
  return isApart(resource, tier) ? [kept, { ...kept, label: 'Storage in other zones' }] : [kept]
}
