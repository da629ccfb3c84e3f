import { withoutIndexes } from '../address.ts'
import { sum } from '../band.ts'
import { printUsd, usd } from '../money.ts'
import type { CostedSite } from '../types.ts'

/**
 * `$7.59 to $60.74/mo`: what a block of a module comes to from one caller to another. Nobody pays their sum in one place.
 * Undefined where all sites are one caller's.
 */
export function callersLabel(sites: readonly CostedSite[]): string | undefined {
  const byCaller = new Map<string, CostedSite[]>()
  for (const costed of sites) {
    const caller = callerOf(costed)
    byCaller.set(caller, [...(byCaller.get(caller) ?? []), costed])
  }
  if (byCaller.size < 2) return undefined
  const sums = [...byCaller.values()].flatMap((each) => sum(each.map(({ estimate }) => estimate.usd)) ?? [])
  if (sums.length === 0) return undefined
  const [low, high] = [Math.min(...sums.map((band) => band.low)), Math.max(...sums.map((band) => band.high))]
  const isOpen = sums.length < byCaller.size || sites.some(({ estimate }) => estimate.status !== 'priced')
  const amount = low === high ? printUsd(usd(low)) : `${printUsd(usd(low))} to ${printUsd(usd(high))}`
  return `${amount}/mo${isOpen ? ' + more' : ''}`
}

function callerOf({ site }: CostedSite): string {
  if (site.kind !== 'resource') return ''
  return `${site.readFrom?.root ?? ''} ${site.module === undefined ? '' : withoutIndexes(site.module.address)}`
}
