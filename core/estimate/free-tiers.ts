import { sum } from '../band.ts'
import type { FreeLines, FreeTier } from '../free-tier.ts'
import { valueOf } from '../known.ts'
import type { Assumption, Band, CostedSite, Estimate, Line, Resource } from '../types.ts'

/** What is left of the allowances, by allowance and region; in the allowance's own unit. */
type Left = Map<string, Band>

interface Match {
  readonly tier: FreeTier
  readonly each: number
}

/**
 * What the sites of one root cost when the monthly allowances are taken off: each once, since it is shared by all of them, in the
 * order of files and places, so that a new resource changes what comes after it. Only quantities that are known take from one.
 * Sites that none is taken from are the same objects; the others are too, as long as nothing of them changes.
 */
export function withFreeTiers(
  sites: readonly CostedSite[],
  tiers: readonly FreeTier[],
): ReadonlyMap<CostedSite, CostedSite> {
  const knowledge = knowledgeOf(tiers)
  const left: Left = new Map()
  const owners = new Map<string, CostedSite>()
  const lowered = new Map<CostedSite, CostedSite>()
  const asking = sites.flatMap((costed) => {
    const matches = matchesOf(costed, knowledge)
    return matches ? [{ costed, matches }] : []
  })
  for (const { costed, matches } of asking.sort((a, b) => byPlace(a.costed, b.costed))) {
    const taken: FreeTier[] = []
    const lines = costed.estimate.lines.map((line, i) => {
      const match = matches[i]
      if (match && !isIts(match.tier, costed, owners)) return line
      const after = match && takeOff(line, match, left)
      if (match === undefined || after === undefined) return line
      taken.push(match.tier)
      return after
    })
    if (taken.length > 0) lowered.set(costed, remade(costed, lines, taken))
  }
  return lowered
}

/** False where the allowance is another resource's, or where the site is several resources. */
function isIts({ one }: FreeTier, costed: CostedSite, owners: Map<string, CostedSite>): boolean {
  if (one === undefined) return true
  if (costed.site.kind !== 'resource' || valueOf(costed.site.count) !== 1) return false
  const owner = owners.get(one) ?? costed
  owners.set(one, owner)
  return owner === costed
}

const byPlace = ({ site: a }: CostedSite, { site: b }: CostedSite) =>
  compare(a.location.file, b.location.file) || a.location.span[0] - b.location.span[0] || compare(a.key, b.key)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Undefined where nothing of the allowance is left. */
function takeOff(line: Line, { tier, each }: Match, left: Left): Line | undefined {
  const { quantity: used, usd } = line
  if (used === undefined || usd === undefined) return undefined
  const region = tier.inEachRegion ? line.prices[0]?.region : undefined
  const key = `${tier.what} ${region ?? ''}`
  const there = left.get(key) ?? ends(() => tier.quantity)
  if (there.low + there.likely + there.high === 0) return undefined
  // An end that uses less leaves more to the next line: low and high are two months, not one.
  const quantity = ends((end) => Math.max(0, used[end] - there[end] * each))
  const taken = ends((end) => used[end] - quantity[end])
  if (taken.low + taken.likely + taken.high === 0) return undefined
  left.set(
    key,
    ends((end) => Math.max(0, there[end] - taken[end] / each)),
  )
  return {
    ...line,
    quantity,
    usd: ends((end) => (used[end] === 0 ? usd[end] : usd[end] * (quantity[end] / used[end]))),
    free: { used, tier: tierText(tier), source: tier.page, asOf: tier.asOf },
  }
}

const ends = (of: (end: keyof Band) => number): Band => ({ low: of('low'), likely: of('likely'), high: of('high') })

const texts = new WeakMap<FreeTier, string>()

function tierText(tier: FreeTier): string {
  const { quantity, what, holder, inEachRegion } = tier
  const text =
    texts.get(tier) ??
    `the first ${quantity.toLocaleString('en')} ${what} a month of a ${holder}${inEachRegion ? ' in each region' : ''}`
  texts.set(tier, text)
  return text
}

const kept = new WeakMap<CostedSite, { readonly lines: string; readonly made: CostedSite }>()

/** Shares all places with the site it is made of, which are moved with it. */
function remade(costed: CostedSite, lines: readonly Line[], taken: readonly FreeTier[]): CostedSite {
  const text = JSON.stringify(lines.map(({ quantity, free }) => free && [quantity, free.tier]))
  const before = kept.get(costed)
  if (before?.lines === text && before.made.site === costed.site) return before.made
  const { estimate } = costed
  const lowered: Estimate = {
    ...estimate,
    usd: sum(lines.map((line) => line.usd)),
    lines,
    assumed: [...estimate.assumed, ...[...new Set(taken)].map(assumption)],
  }
  const made = { ...costed, estimate: lowered }
  kept.set(costed, { lines: text, made })
  return made
}

/** Which account pays, and what else is in it, no source file says. */
const assumption = (tier: FreeTier): Assumption => ({
  what: 'free tier',
  value: `all of ${tierText(tier)} is this root's`,
  from: tier.page,
})

/** By the cloud and the first word of the sku, as most lines have none. */
type Index = ReadonlyMap<string, readonly (readonly [FreeTier, FreeLines])[]>

/** The allowance of each line of a site, in their order; undefined where no line has one. */
type Matches = readonly (Match | undefined)[] | undefined

interface Knowledge {
  readonly index: Index
  /** Of sites that stay the same from one edit to the next. */
  readonly matches: WeakMap<CostedSite, { readonly are: Matches }>
}

const knowledge = new WeakMap<readonly FreeTier[], Knowledge>()

function knowledgeOf(tiers: readonly FreeTier[]): Knowledge {
  const before = knowledge.get(tiers) ?? { index: indexOf(tiers), matches: new WeakMap() }
  knowledge.set(tiers, before)
  return before
}

function matchesOf(costed: CostedSite, { index, matches }: Knowledge): Matches {
  const before = matches.get(costed)
  if (before) return before.are
  const { site, estimate } = costed
  const isMonthly = site.kind === 'resource' && estimate.per === 'month'
  const all = isMonthly ? estimate.lines.map((line) => matchOf(line, site, index)) : []
  const are = all.some((match) => match !== undefined) ? all : undefined
  matches.set(costed, { are })
  return are
}

function indexOf(tiers: readonly FreeTier[]): Index {
  const made = new Map<string, (readonly [FreeTier, FreeLines])[]>()
  for (const tier of tiers)
    for (const lines of tier.lines) {
      const key = `${tier.cloud} ${firstWord(typeof lines.sku === 'string' ? lines.sku : lines.sku.source.slice(1))}`
      made.set(key, [...(made.get(key) ?? []), [tier, lines]])
    }
  return made
}

const firstWord = (text: string) => text.split(' ', 1)[0]!

/** The allowance of a line, whether or not anything is left of it; undefined where it has none, or its quantity is not known. */
function matchOf(line: Line, site: Resource, index: Index): Match | undefined {
  const [first, ...others] = line.prices
  if (first === undefined || line.quantity === undefined || line.usd === undefined) return undefined
  const found = index
    .get(`${site.cloud} ${firstWord(first.sku)}`)
    ?.find(
      ([{ regions }, lines]) =>
        [first, ...others].every(
          ({ sku, region }) => isSku(lines.sku, sku) && (regions === undefined || regions.test(region ?? '')),
        ) && fits(lines, line, site),
    )
  return found && { tier: found[0], each: found[1].each ?? 1 }
}

const isSku = (wanted: string | RegExp, sku: string) => (typeof wanted === 'string' ? wanted === sku : wanted.test(sku))

const fits = ({ unit, label, definitions, facts = {} }: FreeLines, line: Line, { definition, shape }: Resource) =>
  unit === line.unit &&
  (label === undefined || label.test(line.label)) &&
  (definitions === undefined || definitions.includes(definition ?? '')) &&
  Object.entries(facts).every(([name, value]) => shape[name] !== undefined && valueOf(shape[name]) === value)
