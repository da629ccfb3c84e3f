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
import type { Known, Line, Resource } from '../../../core/types.ts'
import { isValue } from '../block-facts.ts'
import { hybridBenefit, itemLines, type Multiple, type Picked, timesPrice, withGlobal } from './item-lines.ts'

export const service = 'sql-database'

export const backupUsage = {
  backupGB: 'GB of backups beside those that are free, mean of the month',
  longTermBackupGB: 'GB of backups kept for the long term, mean of the month',
}

/** In each list that was read, those kept in a second region too cost twice, and those for the long term a quarter. */
const backups = (place: string, share: number): Picked => ({
  by: [],
  item: () => undefined,
  multiple: () => ['PITR backup LRS', (place === 'LRS' ? 1 : 2) * share],
})

/**
 * By vCore. https://learn.microsoft.com/azure/azure-sql/database/automated-backups-overview: "In the DTU model […] there's no
 * extra charge for PITR backup storage", and "you pay for the LTR backup storage".
 */
export function backupLines(resource: Resource, prices: PriceBook, place: string): Line[] {
  const { used } = itemLines(resource, prices, service)
  return [used('Backup storage', 'GB-month', backups(place, 1), 'backupGB'), ...longTermLines(resource, prices, place)]
}

export const longTermLines = (resource: Resource, prices: PriceBook, place: string): readonly Line[] =>
  itemLines(resource, prices, service).told('Long-term backups', 'GB-month', backups(place, 0.25), 'longTermBackupGB')

export const computeItem = (tier: string, hardware: string) =>
  `${tier} ${hardware}${tier === 'General Purpose' ? ' provisioned' : ''}`

/** Of the general purpose tier, in each of the fourteen regions whose list was read. */
const shares: Readonly<Record<string, number>> = { 'Business Critical': 2, Hyperscale: 1.2 }

export const computeMultiple = (tier: string, hardware: string): Multiple | undefined =>
  hardware === 'Gen5' && shares[tier] !== undefined
    ? [computeItem('General Purpose', hardware), shares[tier]]
    : undefined

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

/** Of the compute itself, in each of the fourteen regions whose list was read, from East US 2 to Central India. */
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
  const price = priceFor(resource, [], (region) =>
    timesPrice(prices.service('azure', service, compute, region), zoneShare),
  )
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
