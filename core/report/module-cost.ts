import { printUsd, usd } from '../money.ts'
import type { Band, ModuleCost } from '../types.ts'
import { escaped } from './escaped.ts'
import { whyWords } from './why.ts'

/** `$412.60/mo, 3 resources`, `$7.59 to $60.74/mo`, `module not read`; undefined where nothing in it costs anything. */
export function moduleLabel({ usd: band, resources, open, callers, missing }: ModuleCost): string | undefined {
  if (missing !== undefined) return 'module not read'
  if (resources === 0) return undefined
  if (band === undefined) return 'cost unknown'
  if (callers > 1 && band.low !== band.high) return `${printUsd(usd(band.low))} to ${printUsd(usd(band.high))}/mo`
  const isWide = band.high - band.low > Math.abs(band.likely) / 20
  const amount = `${isWide ? '≈ ' : ''}${printUsd(usd(band.likely))}/mo`
  return `${amount}${open > 0 ? ' + more' : ''}, ${counted(resources, 'resource')}`
}

/**
 * What a module call comes to, and which of its resources are the dearest.
 * @param since what it costs more than at another time, where somebody looked
 */
export function moduleMarkdown(cost: ModuleCost, since?: string): string {
  const { address, usd: band, resources, open, callers, largest, missing } = cost
  const name = `Module \`${address}\``
  if (missing !== undefined) return `**${name}** is not read: ${whyWords[missing]}.`
  if (resources === 0) return `**${name}** makes nothing that costs anything by itself.`
  const amount = band === undefined ? 'unknown' : `${printBand(band)} a month`
  const left =
    open === 0
      ? []
      : [`Of ${counted(resources, 'resource')}, ${open} ${open === 1 ? 'has' : 'have'} a part that is not known.`]
  const called = callers > 1 ? [`From the least to the most of its ${callers} callers.`] : []
  const rows = largest.map(
    (each) => `| \`${each.address.replaceAll('|', '\\|')}\` | &nbsp;&nbsp;${printBand(each.usd)} |`,
  )
  const table = rows.length === 0 ? [] : [['| Dearest | a month |', '| :-- | --: |', ...rows].join('\n')]
  const changed = since === undefined ? [] : [`**${escaped(since)}**`]
  return [
    `**${name}: ${amount}** for ${counted(resources, 'resource')}`,
    ...changed,
    ...called,
    ...left,
    ...table,
  ].join('\n\n')
}

const counted = (n: number, what: string) => `${Number(n.toFixed(1))} ${what}${n === 1 ? '' : 's'}`

const printBand = ({ low, likely, high }: Band) =>
  low === high ? printUsd(usd(likely)) : `${printUsd(usd(low))} to ${printUsd(usd(high))}`
