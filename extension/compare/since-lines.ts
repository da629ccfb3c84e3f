import { type SiteChange, sinceLabel, sinceMarkdown } from '../../core/report/since.ts'
import { printDifference } from '../../core/report/total.ts'
import type { CostedSite, ModuleCost } from '../../core/types.ts'
import type { FileChange } from '../protocol.ts'

const indexed = new WeakMap<FileChange, ReadonlyMap<string, SiteChange>>()

/** What became of each site that is there, by its key: every line of a file asks. */
function indexOf(change: FileChange): ReadonlyMap<string, SiteChange> {
  const before = indexed.get(change)
  if (before) return before
  const there = change.sites.filter((each) => each.change !== 'removed')
  const index = new Map(there.map((each) => [each.key, each]))
  indexed.set(change, index)
  return index
}

function changesOf(sites: readonly CostedSite[], change: FileChange | undefined): readonly SiteChange[] {
  if (change === undefined || change.sites.length === 0) return []
  const index = indexOf(change)
  return [...new Set(sites.map(({ site }) => site.key))].flatMap((key) => index.get(key) ?? [])
}

/** `$742/mo · +$212/mo since main`. A line without a cost says something only where it had one. */
export function withSince(
  label: string | undefined,
  sites: readonly CostedSite[],
  change: FileChange | undefined,
): string | undefined {
  const own = changesOf(sites, change)
  const since = sinceLabel(
    label === undefined ? own.filter((each) => each.change === 'changed') : own,
    change?.base ?? '',
  )
  return [label, since].filter((part) => part !== undefined).join(' · ') || undefined
}

/** What became of some sites, as Markdown. */
export const sinceTexts = (sites: readonly CostedSite[], change: FileChange | undefined): readonly string[] =>
  changesOf(sites, change).map((each) => sinceMarkdown(each, change!.base))

/** `+$212/mo since main`: of all that a call of a module makes. */
export function moduleSince({ address }: ModuleCost, change: FileChange | undefined): string | undefined {
  const difference = change?.modules[address]
  const said = difference && printDifference(difference)
  return said === undefined ? undefined : `${said} since ${change!.base}`
}
