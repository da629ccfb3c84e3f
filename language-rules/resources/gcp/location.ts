import { isUnwritten, type Priced } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { mapKnown } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import type { Fact, Known } from '../../../core/types.ts'

/** `us-central1-a` → `us-central1`; a region as it is. */
export const regionOfZone = (location: Fact): string => String(location).replace(/^(\w+-[a-z]+\d+)-[a-z]$/, '$1')

/** Where a resource's `location`, a region or a zone of one, is; the provider's region where it has none. */
export function regionOfLocation(block: Block, path = 'location'): Known<string> {
  const location = block.fact(path)
  return isUnwritten(location) ? block.region : mapKnown(location, regionOfZone)
}

export const isZone = (location: Fact): boolean => /^\w+-[a-z]+\d+-[a-z]$/.test(String(location))

/** The price of what the list knows no region of. */
export const worldwide = (prices: PriceBook, service: string, item: string): Priced =>
  prices.service('gcp', service, item, 'global') ?? 'no-price'
