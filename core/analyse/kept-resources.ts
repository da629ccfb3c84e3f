import type { Document } from '../document.ts'
import { type Edited, editedIn } from '../edited.ts'
import type { Block, Evaluation, Outline, Reached } from '../format.ts'
import type { PriceBook } from '../prices/book.ts'
import type { Settings } from '../settings.ts'
import type { CostedSite, Finding, Resource } from '../types.ts'
import { moved } from './moved.ts'

/** The resources of one root, and of the modules it calls, as they were costed, for the next edit of one of the files. */
export interface KeptResources {
  readonly documents: readonly Document[]
  readonly entries: ReadonlyMap<string, Entry>
  readonly blocks: ReadonlyMap<string, KeptBlock>
  readonly outline: Outline | undefined
  /** To be told before anything is asked of blocks. */
  evaluated(evaluation: Evaluation, usage: Settings['usage']): void
  /** What came of a block that the edit did not reach, in its place of now; undefined where it is to be worked out. */
  blockBefore(block: Block, prices: PriceBook): readonly CostedSite[] | undefined
  /** @param asked types the block asked for */
  block(block: Block, prices: PriceBook, sites: readonly CostedSite[], asked: ReadonlySet<string>): void
  /** What the same resource cost before the edit, in its place of now; undefined where anything of it is new. */
  costedBefore(site: Resource, prices: PriceBook): CostedSite | undefined
  costed(site: CostedSite, prices: PriceBook): void
  /** What a rule said of a resource that has not changed; undefined where it is to be asked. */
  foundBefore(rule: string, site: CostedSite, settings: Settings): readonly Finding[] | undefined
  found(rule: string, site: CostedSite, settings: Settings, findings: readonly Finding[]): void
}

interface KeptBlock {
  readonly sites: readonly CostedSite[]
  readonly prices: PriceBook
  readonly asked: ReadonlySet<string>
  readonly usage: Settings['usage'] | undefined
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

export function keepResources(documents: readonly Document[], last: KeptResources | undefined): KeptResources {
  // Only what it came to: the object itself would hold the one before it, and that all others since the file was opened.
  const before = last && {
    documents: last.documents,
    entries: last.entries,
    blocks: last.blocks,
    outline: last.outline,
  }
  const edit = before && onlyEdit(before.documents, documents)
  const entries = new Map<string, Entry>()
  const textOf = (file: string) => documents.find((each) => each.file === file)?.text ?? ''
  const enter = (costed: CostedSite, prices: PriceBook, earlier: Findings | undefined) =>
    entries.set(idOf(costed), { costed, prices, before: earlier, findings: new Map() })

  const blocks = new Map<string, KeptBlock>()
  let outline: Outline | undefined
  let reached: Reached | undefined
  let usage: Settings['usage'] | undefined

  return {
    documents,
    entries,
    blocks,
    get outline() {
      return outline
    },
    evaluated(evaluation, usageNow) {
      outline = evaluation.outline
      usage = usageNow
      // The line that a module is called on is told too.
      const then = before?.outline
      reached = then && edit?.inLine ? evaluation.reached?.(then, edit) : undefined
    },
    blockBefore(block, prices) {
      const there = reached && before?.blocks.get(idOfBlock(block))
      if (!edit || !reached || !there || there.prices !== prices || there.usage !== usage) return undefined
      if (reached.has(block) || [...there.asked].some((type) => reached!.types.has(type))) return undefined
      const sites = there.sites.map((costed) => moved(costed, edit.file, edit.edited))
      if (!sites.every((costed) => costed !== undefined)) return undefined
      for (const costed of sites) {
        const entry = before?.entries.get(idOf(costed))
        if (entry) enter(costed, prices, entry.findings)
      }
      blocks.set(idOfBlock(block), { ...there, sites })
      return sites
    },
    block: (block, prices, sites, asked) => void blocks.set(idOfBlock(block), { sites, prices, asked, usage }),
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

const idOfBlock = ({ key, location }: Block) => `${key} ${location.file}`

const idOf = ({ site }: Pick<CostedSite, 'site'>) => `${site.key} ${site.location.file}`

interface Edit {
  readonly file: string
  readonly edited: Edited
  /** No line has another number than before. */
  readonly inLine: boolean
}

/** Undefined where the files are others, or more than one of them has changed. */
function onlyEdit(before: readonly Document[], now: readonly Document[]): Edit | undefined {
  if (before.length !== now.length || before.some(({ file }, i) => file !== now[i]!.file)) return undefined
  const changed = now.filter((document, i) => document !== before[i])
  const [only] = changed
  if (changed.length > 1) return undefined
  if (only === undefined) return { file: '', edited: { from: 0, before: 0, after: 0 }, inLine: false }
  const old = before.find(({ file }) => file === only.file)!
  const isSameBreak = old.text.includes('\r\n') === only.text.includes('\r\n')
  if (!isSameBreak) return undefined
  const edited = editedIn(old.text, only.text)
  const { from, before: end, after } = edited
  const inLine = !/[\r\n]/.test(old.text.slice(from, end) + only.text.slice(from, after))
  return { file: only.file, edited, inLine }
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
