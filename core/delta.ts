import { saved, scale, sum } from './band.ts'
import { valueOf } from './known.ts'
import type { Band, CostedSite, CostSite, Estimate, Fact, Known, Line, Location, ModelCall, Resource } from './types.ts'

interface Because {
  readonly what: string
  /** In words; undefined where that side has none or it is not known. */
  readonly from: string | undefined
  readonly to: string | undefined
  /** In the text of the head side. */
  readonly at?: Location
}

export interface Change {
  readonly change: 'added' | 'removed' | 'changed' | 'moved'
  /** The key on the head side; of what was removed, on the base side. */
  readonly key: string
  readonly before: CostedSite | undefined
  readonly after: CostedSite | undefined
  readonly because: readonly Because[]
  /** USD, after − before; undefined where a side is unknown, or where what is unknown of it may have changed too. */
  readonly delta: { readonly per: Estimate['per']; readonly usd: Band | undefined }
  /** True where the amount leaves something out: a side is unknown, or known only in part. */
  readonly open: boolean
}

export interface Delta {
  readonly changes: readonly Change[]
  readonly totals: {
    /** Sum of the known monthly changes; undefined where none is known. Nothing changed: exactly 0. */
    readonly perMonth: Band | undefined
    readonly perCall: readonly { readonly file: string; readonly key: string; readonly usd: Band | undefined }[]
    /** Changes whose amount is not known, or not in full. */
    readonly unknown: number
  }
}

/**
 * What changed between two states of a project. A site is the same by file and key, then by key in a file git says was
 * renamed (`renames`: new path → old path), then by the hash of its shape. Sites that did not change are left out.
 */
export function deltaOf(
  before: readonly CostedSite[],
  after: readonly CostedSite[],
  renames: ReadonlyMap<string, string> = new Map(),
): Delta {
  const pairs = match(before, after, renames)
  const paired = new Set(pairs.flat())
  const changes = [
    ...pairs.flatMap(([was, is]) => changed(was, is)),
    ...before.filter((site) => !paired.has(site)).map(removed),
    ...after.filter((site) => !paired.has(site)).map(added),
  ].sort(byPlace)
  return { changes, totals: totalsOf(changes) }
}

type Pair = readonly [was: CostedSite, is: CostedSite]

function match(
  before: readonly CostedSite[],
  after: readonly CostedSite[],
  renames: ReadonlyMap<string, string>,
): Pair[] {
  const left = new Set(before)
  const right = new Set(after)
  const pairs: Pair[] = []
  const pairUp = (idBefore: (site: CostSite) => string, idAfter: (site: CostSite) => string) => {
    const waiting = new Map<string, CostedSite[]>()
    for (const was of left) waiting.set(idBefore(was.site), [...(waiting.get(idBefore(was.site)) ?? []), was])
    for (const is of right) {
      const was = waiting.get(idAfter(is.site))?.shift()
      if (was === undefined) continue
      left.delete(was)
      right.delete(is)
      pairs.push([was, is])
    }
  }
  const place = (file: string, key: string) => `${file}\0${key}`
  const here = (site: CostSite) => place(site.location.file, site.key)
  pairUp(here, here)
  pairUp(here, (site) => place(renames.get(site.location.file) ?? site.location.file, site.key))
  // In the same file first: a function that was renamed, before one that moved elsewhere.
  pairUp(
    (site) => place(site.location.file, shapeOf(site)),
    (site) => place(renames.get(site.location.file) ?? site.location.file, shapeOf(site)),
  )
  pairUp(shapeOf, shapeOf)
  return pairs
}

/** Everything that is billed, and nothing of where it stands. */
function shapeOf(site: CostSite): string {
  return JSON.stringify([site.kind, ...facts(site).map((fact) => [fact.what, fact.text, fact.reads])])
}

interface SiteFact {
  readonly what: string
  /** In words; undefined where not known. */
  readonly text: string | undefined
  /** Why it is not known, or the text in full: what `text` does not tell. */
  readonly reads?: string
  readonly at?: Location
}

const facts = (site: CostSite): readonly SiteFact[] =>
  site.kind === 'model-call' ? callFacts(site) : resourceFacts(site)

function callFacts(call: ModelCall): readonly SiteFact[] {
  const prompt = call.input.map((part) => (part.is === 'text' ? part.text : `{${part.name}}`)).join('')
  return [
    { what: 'provider', text: call.provider },
    { what: 'call', text: call.call },
    fact('model', call.model),
    fact('maxOutput', call.maxOutput),
    fact('n', call.n),
    { what: 'cached', text: String(call.cached) },
    { what: 'batch', text: String(call.batch) },
    fact('tier', call.tier),
    fact('reasoning', call.reasoning),
    { what: 'prompt', text: call.input.length === 0 ? undefined : `${prompt.length} characters`, reads: prompt },
    {
      what: 'repeats',
      text:
        call.repeats.map(({ kind, bound }) => `${kind}${bound === undefined ? '' : ` ≤ ${bound}`}`).join(', ') ||
        undefined,
    },
  ]
}

function resourceFacts(resource: Resource): readonly SiteFact[] {
  return [
    { what: 'type', text: resource.type },
    fact('region', resource.region),
    fact('count', resource.count),
    { what: 'purchase', text: resource.purchase },
    ...Object.entries(resource.shape).map(([name, value]) => fact(name, value)),
  ]
}

function fact(what: string, value: Known<Fact>): SiteFact {
  const reads = value.is === 'unknown' ? value.why : undefined
  return { what, text: words(value), ...(reads === undefined ? {} : { reads }), ...(value.at ? { at: value.at } : {}) }
}

function words(value: Known<Fact>): string | undefined {
  if (value.is === 'oneOf') return value.among.join(' or ')
  if (value.is === 'range') return `${value.low}–${value.high}`
  const one = valueOf(value)
  return one === undefined ? undefined : String(one)
}

/** Most pairs are the same two objects at the next keystroke. Their places may have moved, and are moved in the change too. */
const weighed = new WeakMap<CostedSite, { readonly is: CostedSite; readonly changes: readonly Change[] }>()

function changed(was: CostedSite, is: CostedSite): readonly Change[] {
  const before = weighed.get(was)
  if (before?.is === is) return before.changes
  const changes = compared(was, is)
  weighed.set(was, { is, changes })
  return changes
}

function compared(was: CostedSite, is: CostedSite): Change[] {
  const because = reasons(was, is)
  const moved = placeReasons(was.site, is.site)
  if (because.length === 0 && moved.length === 0) return []
  const { per, usd, open } = difference(was.estimate, is.estimate)
  return [
    {
      change: because.length === 0 ? 'moved' : 'changed',
      key: is.site.key,
      before: was,
      after: is,
      because: [...moved, ...because],
      delta: { per, usd },
      open,
    },
  ]
}

const placeReasons = (was: CostSite, is: CostSite): Because[] =>
  [
    { what: 'file', from: was.location.file, to: is.location.file },
    { what: 'key', from: was.key, to: is.key },
  ].filter(({ from, to }) => from !== to)

function reasons(was: CostedSite, is: CostedSite): Because[] {
  const before = new Map(facts(was.site).map((each) => [each.what, each]))
  const after = new Map(facts(is.site).map((each) => [each.what, each]))
  const names = [...new Set([...before.keys(), ...after.keys()])]
  const differing = names.flatMap((what): Because[] => {
    const [a, b] = [before.get(what), after.get(what)]
    if (a?.text === b?.text && a?.reads === b?.reads) return []
    return [{ what, from: a?.text, to: b?.text, ...(b?.at ? { at: b.at } : {}) }]
  })
  const calls: Because = { what: 'calls per month', from: callsText(was.estimate), to: callsText(is.estimate) }
  const all = calls.from === calls.to ? differing : [...differing, calls]
  return all.length > 0 ? all : lineReasons(was.estimate, is.estimate)
}

const callsText = ({ month }: Estimate) => month && bandText(month.calls)

const bandText = ({ low, likely, high }: Band) => (low === high ? String(likely) : `${low}–${high}`)

/** The same facts and another amount: an assumption of the config, or a price. */
function lineReasons(was: Estimate, is: Estimate): Because[] {
  const text = (line: Line | undefined) =>
    line &&
    [line.quantity && bandText(line.quantity), line.unitUsd && `${bandText(line.unitUsd)} USD`]
      .filter(Boolean)
      .join(' × ')
  const labels = [...new Set([...was.lines, ...is.lines].map((line) => line.label))]
  return labels.flatMap((label) => {
    const [from, to] = [was, is].map(({ lines }) => text(lines.find((line) => line.label === label)))
    return from === to ? [] : [{ what: label, from, to }]
  })
}

/** Per month where both sides have a month, else per what both are per. */
function difference(was: Estimate, is: Estimate): { per: Estimate['per']; usd: Band | undefined; open: boolean } {
  const open = isOpen(was) || isOpen(is)
  const [a, b] = [amount(was, true), amount(is, true)]
  if (a && b) return { per: 'month', usd: comparable(was, is) ? saved(b, a) : undefined, open }
  // A volume on one side only: what a month costs on the other is not known, and a difference per call would hide it.
  if (was.month || is.month) return { per: 'month', usd: undefined, open: true }
  const [x, y] = [amount(was, false), amount(is, false)]
  const known = x && y && was.per === is.per && comparable(was, is)
  return { per: is.per, usd: known ? saved(y, x) : undefined, open: open || !known }
}

/** USD of one side; 0 for what is free; undefined where nothing is known. */
function amount(estimate: Estimate, monthly: boolean): Band | undefined {
  if (estimate.status === 'free') return { low: 0, likely: 0, high: 0 }
  return monthly ? (estimate.month?.usd ?? (estimate.per === 'month' ? estimate.usd : undefined)) : estimate.usd
}

/** The known parts may be subtracted only where the unknown ones are the same on both sides and so cancel. */
function comparable(was: Estimate, is: Estimate): boolean {
  const unknown = (estimate: Estimate) =>
    JSON.stringify(estimate.lines.filter((line) => !line.usd).map((line) => [line.label, line.unitUsd, line.why]))
  return (!isOpen(was) && !isOpen(is)) || (was.status === is.status && unknown(was) === unknown(is))
}

const isOpen = ({ status }: Estimate) => status !== 'priced' && status !== 'free'

const isFree = ({ estimate }: CostedSite) => estimate.status === 'free'

const added = (after: CostedSite): Change => one('added', undefined, after, after, 1)
const removed = (before: CostedSite): Change => one('removed', before, undefined, before, -1)

function one(
  change: 'added' | 'removed',
  before: CostedSite | undefined,
  after: CostedSite | undefined,
  { site, estimate }: CostedSite,
  sign: 1 | -1,
): Change {
  const monthly = amount(estimate, true)
  const usd = monthly ?? amount(estimate, false)
  const signed = usd && (sign === 1 ? usd : negative(usd))
  const delta = { per: monthly && estimate.status !== 'free' ? ('month' as const) : estimate.per, usd: signed }
  return { change, key: site.key, before, after, because: [], delta, open: isOpen(estimate) }
}

function negative(band: Band): Band {
  const { low, likely, high } = scale(band, -1)
  return { low: high, likely, high: low }
}

/** What some of the changes come to. */
export function totalsOf(changes: readonly Change[]): Delta['totals'] {
  // What is free on both sides adds nothing, and must not make an amount of $0 out of changes that are unknown.
  const billed = changes.filter(({ before, after }) => [before, after].some((side) => side && !isFree(side)))
  const monthly = sum(billed.map(({ delta }) => (delta.per === 'month' ? delta.usd : undefined)))
  const calls = changes.filter(({ delta }) => delta.per !== 'month')
  return {
    perMonth: billed.length === 0 ? { low: 0, likely: 0, high: 0 } : monthly,
    perCall: calls.map(({ key, delta, before, after }) => ({
      file: (after ?? before)!.site.location.file,
      key,
      usd: delta.usd,
    })),
    unknown: changes.filter((change) => change.open || change.delta.usd === undefined).length,
  }
}

function byPlace(a: Change, b: Change): number {
  const [x, y] = [a, b].map(({ before, after }) => (after ?? before)!.site.location)
  if (x!.file !== y!.file) return x!.file < y!.file ? -1 : 1
  return (x!.cell ?? 0) - (y!.cell ?? 0) || x!.span[0] - y!.span[0]
}
