import { type Change, deltaOf } from '../delta.ts'
import { printUsd, usd } from '../money.ts'
import { amountOf, perWord, plain } from './amount.ts'
import { reasonWords } from './fact-words.ts'
import type { Scan } from './json.ts'
import { cell, placeText } from './markdown.ts'
import { places } from './place.ts'
import type { DiffDocument } from './schema.ts'
import { isListed, nameOf } from './shown.ts'
import { siteJson } from './site.ts'

export interface Side {
  /** A revision as the user named it, or `working tree`. */
  readonly name: string
  readonly scan: Scan
}

/**
 * The document of `outlay diff --format json`. A file that could not be read on one side is left out on both: what is in
 * it was neither added nor removed. It is among the problems.
 */
export function diffDocument(base: Side, head: Side, renames: ReadonlyMap<string, string>): DiffDocument {
  const unread = unreadFiles(base, head, renames)
  const sites = ({ scan }: Side) => scan.results.flatMap((result) => (unread.has(result.file) ? [] : result.sites))
  const [was, is] = [places(base.scan.document), places(head.scan.document)]
  const { changes, totals } = deltaOf(sites(base), sites(head), renames)
  return {
    schema: 1,
    base: base.name,
    head: head.name,
    changes: changes.map(({ change, key, before, after, because, delta }) => ({
      change,
      key,
      before: before ? siteJson(before, was, null) : null,
      after: after ? siteJson(after, is, null) : null,
      because: because.map(({ what, from, to, at }) => ({
        what,
        from: from ?? null,
        to: to ?? null,
        ...(at && { at: is.at(at) }),
      })),
      delta: { per: delta.per, usd: delta.usd ?? null },
    })),
    totals: {
      perMonth: totals.perMonth ?? null,
      perCall: totals.perCall.map((each) => ({ ...each, usd: each.usd ?? null })),
      unknown: totals.unknown,
    },
    problems: [
      ...base.scan.problems.map(({ file, message }) => ({ file, message: `At ${base.name}: ${message}` })),
      ...[...head.scan.problems, ...head.scan.results.flatMap((result) => result.problems)].map((each) =>
        is.problem(each),
      ),
    ],
  }
}

function unreadFiles(base: Side, head: Side, renames: ReadonlyMap<string, string>): ReadonlySet<string> {
  const now = [...renames].map(([to, from]) => [from, to] as const)
  const names = [...base.scan.problems, ...head.scan.problems].map(({ file }) => file)
  return new Set(names.flatMap((file) => [file, renames.get(file) ?? file, new Map(now).get(file) ?? file]))
}

/** A diff for the terminal: one line per change, what it is because of, the total. */
export function diffText(diff: DiffDocument): string {
  const lines = diff.changes
    .filter(isTold)
    .flatMap((change) => [
      `${marks[change.change]} ${plain(placeOf(change))}  ${plain(labelOf(change))}  ${deltaText(change)}`,
      ...change.because.map(
        ({ what, from, to }) => `    ${plain(`${reasonWords(what)}: ${from ?? 'unknown'} → ${to ?? 'unknown'}`)}`,
      ),
    ])
  return [...lines, ...(lines.length > 0 ? [''] : []), diffTotal(diff), ''].join('\n')
}

/** A diff for a pull request. */
export function diffMarkdown(diff: DiffDocument): string {
  const rows = diff.changes.filter(isTold).map((change) => {
    const why = change.because
      .map(({ what, from, to }) => `${reasonWords(what)}: ${from ?? 'unknown'} → ${to ?? 'unknown'}`)
      .join('; ')
    return `| ${change.change} | ${cell(placeOf(change))} | ${cell(labelOf(change))} | ${cell(deltaText(change))} | ${cell(why)} |`
  })
  const table = ['| | Where | What | Change | Because |', '| :-- | :-- | :-- | --: | :-- |', ...rows].join('\n')
  return `**${cell(diffTotal(diff))}**\n${rows.length > 0 ? `\n${table}\n` : ''}`
}

type ChangeJson = DiffDocument['changes'][number]

const marks: Readonly<Record<Change['change'], string>> = { added: '+', removed: '-', changed: '~', moved: '>' }

const siteOf = ({ before, after }: ChangeJson) => (after ?? before)!
const placeOf = (change: ChangeJson) => placeText(siteOf(change))
const labelOf = (change: ChangeJson) => nameOf(siteOf(change))

/** What was free and is, is in the JSON alone. */
const isTold = ({ before, after }: ChangeJson) => [before, after].some((site) => site !== null && isListed(site))

function deltaText(change: ChangeJson): string {
  if (change.change === 'moved') return 'moved, costs the same'
  const { per, usd: amount } = change.delta
  if (amount !== null)
    return `${signed(amount)}/${perWord[per]}${siteOf(change).status === 'partial' ? ' and what is not known' : ''}`
  return change.before && change.after ? 'change unknown' : amountOf(siteOf(change))
}

function signed(band: { readonly low: number; readonly likely: number; readonly high: number }): string {
  return `${band.low > 0 || (band.low === 0 && band.high > 0) ? '+' : ''}${printUsd(usd(band))}`
}

function diffTotal({ changes, totals, base, head, problems }: DiffDocument): string {
  const unread =
    problems.length === 0 ? '' : `; ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in reading`
  if (changes.length === 0) return `No change of cost from ${base} to ${head}${unread}.`
  const month = totals.perMonth ? `${signed(totals.perMonth)}/month` : 'No monthly change known'
  const changed = changes.filter(({ change, delta }) => change !== 'moved' && delta.per !== 'month').length
  const calls = changed > 0 ? `; ${changed} ${changed === 1 ? 'call' : 'calls'} changed per call` : ''
  return `${month}${calls}${totals.unknown > 0 ? `; ${totals.unknown} not known in full` : ''}${unread}`
}
