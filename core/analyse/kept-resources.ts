import type { Document } from '../document.ts'
import { type Edited, editedIn } from '../edited.ts'
import type { BlockPlace, Evaluation, Outline, Reached } from '../format.ts'
import type { PriceBook } from '../prices/book.ts'
import type { Settings } from '../settings.ts'
import type { CostedSite, Finding, Resource } from '../types.ts'
import { moveBy, withOwnPlaces } from './places.ts'

/**
 * The resources of one root, and of the modules it calls, as they were costed last. They stay the same objects until something of them
 * is new: an edit elsewhere only sets their places.
 */
export interface KeptResources {
  /** To be told of each evaluation before anything is asked. */
  next(now: Now): void
  /** What came of a block that no edit has reached; undefined where it is to be worked out. */
  blockBefore(block: BlockPlace, prices: PriceBook): readonly CostedSite[] | undefined
  /** @param asked types the block asked for */
  block(block: BlockPlace, prices: PriceBook, sites: readonly CostedSite[], asked: ReadonlySet<string>): void
  /** Every block of a file has been asked for: what is kept of others is none of it any more. */
  whole(file: string): void
  /** What the same resource cost before the edit; undefined where anything of it is new. */
  costedBefore(block: BlockPlace, site: Resource, prices: PriceBook): CostedSite | undefined
  /** The same, to be kept. */
  costed(site: CostedSite): CostedSite
  /** What all rules said of a resource that has not changed; undefined where they are to be asked. */
  foundBefore(site: CostedSite, settings: Settings): readonly (readonly Finding[])[] | undefined
  /** The same, to be kept: what each rule says, in the order of the rules. */
  found(site: CostedSite, settings: Settings, byRule: readonly (readonly Finding[])[]): readonly (readonly Finding[])[]
}

interface Now {
  /** All that the evaluation may have read. */
  readonly documents: readonly Document[]
  readonly evaluation: Evaluation
  readonly usage: Settings['usage']
  /** Other files that are asked for; those are added that what is kept has asked for. */
  readonly asked: Set<string>
}

interface KeptBlock {
  readonly part: string
  readonly sites: readonly CostedSite[]
  readonly prices: PriceBook
  readonly asked: ReadonlySet<string>
  readonly usage: Settings['usage'] | undefined
  /** False where an edit has reached it: it is to be worked out, and may come to the same. */
  holds: boolean
}

interface Found {
  readonly settings: Settings
  readonly byRule: readonly (readonly Finding[])[]
}

/** By `BlockPlace.key`. */
type Blocks = Map<string, KeptBlock>

export function createKeptResources(): KeptResources {
  let documents: readonly Document[] = []
  let outline: Outline | undefined
  let usage: Settings['usage'] | undefined
  let files: ReadonlySet<string> = new Set()
  /** The file whose lines have other numbers than before. */
  let renumbered: string | undefined
  /** By file: as of the last evaluation, and as far as it has been asked for since. */
  const before = new Map<string, Blocks>()
  const now = new Map<string, Blocks>()
  const found = new WeakMap<CostedSite, Found>()

  function each(use: (block: KeptBlock, key: string, all: Blocks) => void): void {
    for (const blocks of before.values()) for (const [key, block] of blocks) use(block, key, blocks)
  }

  function move(edit: Edit): void {
    each(({ sites }, key, all) => {
      // Where one is torn the others may have moved: none of them is asked for again.
      if (!sites.every((costed) => moveBy(costed, edit.file, edit.edited))) all.delete(key)
      for (const costed of sites) moveFound(costed, edit)
    })
  }

  function moveFound(costed: CostedSite, { file, edited, text }: Edit): void {
    const there = found.get(costed)
    if (!there) return
    const isSame =
      (file !== costed.site.location.file || isOnOwnLine(costed, edited, text)) &&
      there.byRule.every((some) => some.every((finding) => moveBy(finding, file, edited)))
    if (!isSame) found.delete(costed)
  }

  /** The line that its module is called on is told too. */
  function inModule(costed: CostedSite, place: BlockPlace): CostedSite {
    const { site } = costed
    if (site.kind !== 'resource' || site.module === undefined || site.module.file !== renumbered) return costed
    const line = place.module()?.line ?? site.module.line
    if (site.module.line === line) return costed
    const now = { ...costed, site: { ...site, module: { ...site.module, line } } }
    const there = found.get(costed)
    if (there) found.set(now, there)
    return now
  }

  return {
    next(current) {
      const { evaluation } = current
      const edit = onlyEdit(documents, current.documents)
      for (const [file, blocks] of now) before.set(file, blocks)
      now.clear()
      if (edit === undefined) before.clear()
      else if (edit.file !== '') move(edit)
      const reached = outline && edit && edit.file !== '' ? evaluation.reached?.(outline, edit) : undefined
      each((block) => {
        if (!reached || isReached(block, reached)) block.holds = false
      })
      renumbered = edit?.inLine === false ? edit.file : undefined
      if (reached) for (const file of files) current.asked.add(file)
      outline = evaluation.outline
      ;({ documents, usage, asked: files } = current)
    },
    blockBefore(place, prices) {
      const there = before.get(place.file)?.get(place.key)
      if (!there?.holds || there.prices !== prices || there.usage !== usage) return undefined
      const sites = there.sites.map((costed) => inModule(costed, place))
      keep(now, place, { ...there, sites })
      return sites
    },
    block: (place, prices, sites, asked) =>
      keep(now, place, { part: place.part, sites, prices, asked, usage, holds: true }),
    whole: (file) => void before.delete(file),
    costedBefore(block, site, prices) {
      const there = before.get(block.file)?.get(block.key)
      if (there?.prices !== prices) return undefined
      return there.sites.find((costed) => costed.site.key === site.key && isSame(costed.site, site))
    },
    costed: withOwnPlaces,
    foundBefore(costed, settings) {
      const there = found.get(costed)
      return there?.settings === settings ? there.byRule : undefined
    },
    found(costed, settings, byRule) {
      const own = byRule.map((some) => (some.length === 0 ? some : some.map(withOwnPlaces)))
      found.set(costed, { settings, byRule: own })
      return own
    },
  }
}

/** Of what is read once: nothing is kept. */
export const keepsNothing: KeptResources = {
  next: () => undefined,
  blockBefore: () => undefined,
  block: () => undefined,
  whole: () => undefined,
  costedBefore: () => undefined,
  costed: (site) => site,
  foundBefore: () => undefined,
  found: (_site, _settings, byRule) => byRule,
}

function isReached({ part, asked }: KeptBlock, { parts, types }: Reached): boolean {
  if (parts.has(part)) return true
  for (const type of asked) if (type === '*' || types.has(type)) return true
  return false
}

function keep(into: Map<string, Blocks>, { file, key }: BlockPlace, block: KeptBlock): void {
  const blocks = into.get(file) ?? new Map<string, KeptBlock>()
  into.set(file, blocks)
  blocks.set(key, block)
}

interface Edit {
  readonly file: string
  readonly edited: Edited
  /** Of the file, as it is now. */
  readonly text: string
  /** No line has another number than before. */
  readonly inLine: boolean
}

/** Undefined where the files are others, or more than one of them has changed. */
function onlyEdit(before: readonly Document[], now: readonly Document[]): Edit | undefined {
  if (before.length !== now.length || before.some(({ file }, i) => file !== now[i]!.file)) return undefined
  const changed = now.filter((document, i) => document !== before[i])
  const [only] = changed
  if (changed.length > 1) return undefined
  if (only === undefined) return { file: '', edited: { from: 0, before: 0, after: 0 }, text: '', inLine: false }
  const old = before.find(({ file }) => file === only.file)!
  const isSameBreak = old.text.includes('\r\n') === only.text.includes('\r\n')
  if (!isSameBreak) return undefined
  const edited = editedIn(old.text, only.text)
  const { from, before: end, after } = edited
  const inLine = !/[\r\n]/.test(old.text.slice(from, end) + only.text.slice(from, after))
  return { file: only.file, edited, text: only.text, inLine }
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
