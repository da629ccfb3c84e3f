import { printUsd, usd } from '../money.ts'
import type { CostedSite } from '../types.ts'

/** More rows than this are told by their number. */
const mostRows = 12

const monthOf = ({ estimate }: CostedSite) => estimate.usd?.likely ?? -1

/** Dearest first; those without an amount last. */
export const dearestFirst = (sites: readonly CostedSite[]): readonly CostedSite[] =>
  [...sites].sort((a, b) => monthOf(b) - monthOf(a))

/** One block that makes several resources, each by its address and what it comes to; undefined for one, and for what is no resource. */
export function instancesMarkdown(sites: readonly CostedSite[]): string | undefined {
  if (sites.length < 2 || sites.some(({ site }) => site.kind !== 'resource')) return undefined
  const all = dearestFirst(sites)
  const rows = all.slice(0, mostRows).map(({ site, estimate }) => {
    const open = estimate.status === 'partial' ? ' + more' : ''
    const amount = estimate.usd
      ? `${printUsd(usd(estimate.usd))}${open}`
      : estimate.status === 'free'
        ? 'free'
        : 'not known'
    return `| \`${site.key.replaceAll('|', '\\|')}\` | &nbsp;&nbsp;${amount} |`
  })
  const left = all.length - rows.length
  const rest = left > 0 ? [`And ${left} more.`] : []
  const table = [`| ${all.length} resources | a month |`, '| :-- | --: |', ...rows].join('\n')
  return [table, ...rest].join('\n\n')
}
