import type { Change } from '../delta.ts'
import { printUsd, usd } from '../money.ts'
import type { Band, CostedSite, Estimate, Line } from '../types.ts'
import { escaped } from './escaped.ts'
import { reasonWords } from './fact-words.ts'
import { hintLabel, unitPrice } from './hint.ts'

/** What became of one site since the state it is compared with, without the old text: for an editor's lines and lists. */
export interface SiteChange {
  readonly change: Change['change']
  readonly file: string
  readonly cell?: number
  /** Of what was removed, the one it had. */
  readonly key: string
  readonly label: string
  readonly kind: CostedSite['site']['kind']
  /** 0-based, inside its cell; of what was removed, in the old text. */
  readonly line: number
  readonly delta: Change['delta']
  /** The amount leaves something out, or is not known at all. */
  readonly open: boolean
  readonly because: readonly {
    readonly what: string
    readonly from: string | undefined
    readonly to: string | undefined
  }[]
  /** What it cost, and what it costs, as a hint says it; undefined where that says nothing. */
  readonly was: string | undefined
  readonly is: string | undefined
  /** Where nobody knows how many units there will be: `input $0.15 → $2.50/1M input`. */
  readonly unit: string | undefined
}

/**
 * @param lineOf 0-based line a site begins on
 * @param root of the repository: files are named from there
 */
export function siteChange(change: Change, lineOf: (costed: CostedSite) => number, root: string): SiteChange {
  const named = (text: string | undefined) => (text?.startsWith(`${root}/`) ? text.slice(root.length + 1) : text)
  const { before, after } = change
  const { site } = (after ?? before)!
  return {
    change: change.change,
    file: site.location.file,
    ...(site.location.cell === undefined ? {} : { cell: site.location.cell }),
    key: change.key,
    label: site.label,
    kind: site.kind,
    line: lineOf((after ?? before)!),
    delta: change.delta,
    open: change.open,
    because: change.because.map(({ what, from, to }) => ({ what, from: named(from), to: named(to) })),
    was: before && amountText(before),
    is: after && amountText(after),
    unit: before && after && change.delta.usd === undefined ? unitChange(before.estimate, after.estimate) : undefined,
  }
}

const amountText = (costed: CostedSite): string | undefined =>
  costed.estimate.status === 'free' ? 'free' : hintLabel(costed)

/** The first price of a unit that is another one. A price on one side only is no change of price. */
function unitChange(was: Estimate, is: Estimate): string | undefined {
  const open = is.lines.filter((line) => !line.usd && line.unitUsd)
  const changes = open.flatMap((line): string[] => {
    const before = was.lines.find((each) => each.label === line.label && each.unit === line.unit)
    if (!before?.unitUsd || before.unitUsd.likely === line.unitUsd!.likely) return []
    return [`${priceAlone(before)} → ${unitPrice(line)}`]
  })
  return changes.length > 1 ? `${changes[0]} + more` : changes[0]
}

const priceAlone = (line: Line) => unitPrice(line).replace(/\/.*$/, '')

const perWord: Readonly<Record<Estimate['per'], string>> = { call: 'call', run: 'run', hour: 'h', month: 'mo' }

/** USD; less than this is said in the hover alone: half a cent a month, and of a call what rounds to nothing. */
const worth: Readonly<Record<Estimate['per'], number>> = { month: 0.005, hour: 0.000005, run: 1e-9, call: 1e-9 }

/** `+$212/mo`, `≈ -$0.002/call`; undefined where it is nothing, or too little to be said. */
export function signedAmount(band: Band | undefined, per: Estimate['per']): string | undefined {
  if (!band || Math.max(Math.abs(band.low), Math.abs(band.likely), Math.abs(band.high)) < worth[per]) return undefined
  const wide = band.high - band.low > Math.abs(band.likely) / 20 ? '≈ ' : ''
  return `${wide}${band.likely > 0 ? '+' : ''}${printUsd(usd(band.likely))}/${perWord[per]}`
}

/**
 * What stands beside the cost of a line: `+$212/mo since main`, `new since main`, `$0.15 → $2.50/1M input since main`,
 * `change unknown since main`. Undefined where the line costs what it did.
 * @param changes of the sites that begin on the line
 */
export function sinceLabel(changes: readonly SiteChange[], base: string): string | undefined {
  const told = changes.map(shortly).filter((text) => text !== undefined)
  if (told.length === 0) return undefined
  return `${told.length === 1 || new Set(told).size === 1 ? told[0] : summed(changes)} since ${base}`
}

/** Several sites of one block. */
function summed(changes: readonly SiteChange[]): string {
  const [first] = changes
  const isOne = changes.every(({ delta }) => delta.usd && delta.per === first!.delta.per)
  const amounts = changes.map(({ delta }) => delta.usd!)
  const all = isOne
    ? amounts.reduce((a, b) => ({ low: a.low + b.low, likely: a.likely + b.likely, high: a.high + b.high }))
    : undefined
  return signedAmount(all, first!.delta.per) ?? (isOne ? 'changed' : 'change unknown')
}

function shortly({ change, delta, was, is, unit }: SiteChange): string | undefined {
  if (change === 'added') return 'new'
  if (change === 'removed') return 'removed'
  if (change === 'moved') return undefined
  if (delta.usd) return signedAmount(delta.usd, delta.per)
  if (unit !== undefined) return unit
  return was === is ? undefined : 'change unknown'
}

const changeWords: Readonly<Record<Change['change'], string>> = {
  added: 'New',
  removed: 'Removed',
  changed: 'Changed',
  moved: 'Moved',
}

/** The change in a sentence, and what it is because of, as Markdown. */
export function sinceMarkdown(change: SiteChange, base: string): string {
  const { because } = change
  const rows = because.map(
    ({ what, from, to }) =>
      `- ${escaped(reasonWords(what))}: ${escaped(from ?? 'not known')} → ${escaped(to ?? 'not known')}`,
  )
  return [`**${changeWords[change.change]} since ${escaped(base)}**${escaped(amountSentence(change))}`, rows.join('\n')]
    .filter(Boolean)
    .join('\n\n')
}

function amountSentence(change: SiteChange): string {
  const { delta, open, was, is, unit } = change
  const rest = open ? ', and what is not known' : ''
  if (change.change === 'added') return is === undefined ? '' : `: ${is}`
  if (change.change === 'removed') return was === undefined ? '' : `: it cost ${was}`
  if (change.change === 'moved') return ': costs the same'
  if (delta.usd) {
    const amount = signedAmount(delta.usd, delta.per)
    if (amount === undefined) return open ? ': what is known of it costs the same' : ': costs the same'
    // What is not known is the same on both sides, or there would be no amount.
    return was === undefined || is === undefined ? `: ${amount}` : `: ${amount} (${was} → ${is})`
  }
  if (unit !== undefined) return `: ${unit}${rest}`
  return `: by how much is not known (${was ?? 'cost unknown'} → ${is ?? 'cost unknown'})`
}
