import type { Document } from '../document.ts'
import { type Edited, editedIn } from '../edited.ts'
import type { PriceBook } from '../prices/book.ts'
import type { Settings } from '../settings.ts'
import type { CostedSite, Finding, Resource } from '../types.ts'
import { moved } from './moved.ts'

/** The resources of one root, and of the modules it calls, as they were costed, for the next edit of one of the files. */
export interface KeptResources {
  readonly documents: readonly Document[]
  readonly entries: ReadonlyMap<string, Entry>
  /** What the same resource cost before the edit, in its place of now; undefined where anything of it is new. */
  costedBefore(site: Resource, prices: PriceBook): CostedSite | undefined
  costed(site: CostedSite, prices: PriceBook): void
  /** What a rule said of a resource that has not changed; undefined where it is to be asked. */
  foundBefore(rule: string, site: CostedSite, settings: Settings): readonly Finding[] | undefined
  found(rule: string, site: CostedSite, settings: Settings, findings: readonly Finding[]): void
}

interface Entry {
  readonly costed: CostedSite
  readonly prices: PriceBook
  readonly findings: Findings
  /** Those before the edit, where nothing of the resource is new. */
  readonly before: Findings | undefined
}

/** By rule. */
type Findings = Map<string, { readonly settings: Settings; readonly findings: readonly Finding[] }>

export function keepResources(documents: readonly Document[], before: KeptResources | undefined): KeptResources {
  const edit = before && onlyEdit(before.documents, documents)
  const entries = new Map<string, Entry>()
  const textOf = (file: string) => documents.find((each) => each.file === file)?.text ?? ''
  const enter = (costed: CostedSite, prices: PriceBook, earlier: Findings | undefined) =>
    entries.set(idOf(costed), { costed, prices, before: earlier, findings: new Map() })

  return {
    documents,
    entries,
    costedBefore(site, prices) {
      const there = before?.entries.get(idOf({ site }))
      if (!edit || !there || there.prices !== prices) return undefined
      const same = moved(there.costed, edit.file, edit.edited)
      if (!same || !isSame(same.site, site)) return undefined
      const now = { ...same, site }
      enter(now, prices, there.findings)
      return now
    },
    costed: (site, prices) => enter(site, prices, undefined),
    foundBefore(rule, costed, settings) {
      const entry = entries.get(idOf(costed))
      const there = entry?.costed === costed ? entry.before?.get(rule) : undefined
      if (!edit || !there || there.settings !== settings) return undefined
      if (edit.file === costed.site.location.file && !isOnOwnLine(costed, edit.edited, textOf(edit.file)))
        return undefined
      const findings = there.findings.map((finding) => moved(finding, edit.file, edit.edited))
      return findings.every((finding) => finding !== undefined) ? findings : undefined
    },
    found: (rule, costed, settings, findings) => entries.get(idOf(costed))?.findings.set(rule, { settings, findings }),
  }
}

const idOf = ({ site }: Pick<CostedSite, 'site'>) => `${site.key} ${site.location.file}`

/** Undefined where the files are others, or more than one of them has changed. */
function onlyEdit(
  before: readonly Document[],
  now: readonly Document[],
): { readonly file: string; readonly edited: Edited } | undefined {
  if (before.length !== now.length || before.some(({ file }, i) => file !== now[i]!.file)) return undefined
  const changed = now.filter((document, i) => document !== before[i])
  const [only] = changed
  if (changed.length > 1) return undefined
  if (only === undefined) return { file: '', edited: { from: 0, before: 0, after: 0 } }
  const old = before.find(({ file }) => file === only.file)!
  const isSameBreak = old.text.includes('\r\n') === only.text.includes('\r\n')
  return isSameBreak ? { file: only.file, edited: editedIn(old.text, only.text) } : undefined
}

/** A fix indents as the first line of the block is, so an edit on that line may change what it writes. */
function isOnOwnLine({ site }: CostedSite, { from, after }: Edited, text: string): boolean {
  const [start, end] = site.location.span
  return end <= from || (start > 0 && text.lastIndexOf('\n', start - 1) >= after)
}

/** Of plain data. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => key in other && isSame(one[key], other[key]))
}
