import * as z from 'zod/mini'
import { hashComments } from './comments.ts'
import { meant } from './config/explain.ts'
import { nearest } from './config/nearest.ts'
import { type Document, textOf } from './document.ts'
import { lineStarts, positionAt } from './lines.ts'
import type { RuleDocs } from './rule.ts'
import type { RuleSetting } from './settings.ts'
import type { CostedSite, Edit, Finding, Location, Severity, Span } from './types.ts'

// `outlay-ignore-next-line <rule>[, <rule>] -- reason`, in any language's comment.

/** How such a comment begins. */
export const ignoring = 'outlay-ignore-next-line'

/** Not a rule that looks at sites, but known to the config and to `outlay explain` as one. */
export const suppressionRule = {
  id: 'unused-suppression',
  severity: 'warning',
  preset: 'recommended',
  options: z.object({}) as never,
  docs: {
    what: `An \`${ignoring}\` comment suppresses nothing, names no rule, or gives no reason.`,
    why: 'A suppression that outlives its finding hides the next one; one without a reason cannot be judged by the next reader.',
    fix: 'Remove the comment, or write `-- ` and the reason after the rule.',
    unless: 'The finding only appears under another config that is used elsewhere.',
    source: 'docs/config.md',
  } satisfies RuleDocs,
} as const

/** A comment as its language found it: the location with its markers, the text without. */
export interface PlacedComment {
  readonly text: string
  readonly location: Location
}

export interface SuppressionContext {
  /** A comment above a call or block speaks for all of it; without the sites only for findings on the next line. */
  readonly sites?: readonly Pick<CostedSite, 'site'>[]
  readonly rules?: ReadonlyMap<string, RuleSetting>
  /** Every rule there is; without them no name is told to be none. */
  readonly known?: readonly { readonly id: string }[]
}

interface Directive {
  readonly comment: PlacedComment
  readonly rules: readonly string[]
  readonly reason: string | undefined
  /** 1-based line that is spoken for, in the file or cell. */
  readonly line: number
  readonly used: Set<string>
}

/** Comments of a document whose format hands out none. */
export function commentsOf(document: Document): readonly PlacedComment[] {
  if (!document.text.includes(ignoring)) return []
  return document.parts.flatMap((part) =>
    hashComments(part.text).map(({ span, text }) => ({
      text,
      location:
        part.cell === undefined ? { file: document.file, span } : { file: document.file, cell: part.cell, span },
    })),
  )
}

/**
 * The findings of one document with those marked that a comment suppresses, and one finding for each comment that
 * suppresses nothing or gives no reason. A comment without a reason suppresses nothing.
 */
export function applySuppressions(
  findings: readonly Finding[],
  comments: readonly PlacedComment[],
  document: Document,
  context: SuppressionContext = {},
): readonly Finding[] {
  if (!comments.some((comment) => comment.text.includes(ignoring))) return findings
  const directives = directivesOf(comments, document)
  if (directives.length === 0) return findings
  const lineOf = lineFinder(document)
  const siteLine = new Map(
    (context.sites ?? []).map(({ site }) => [site.key, { ...site.location, line: lineOf(site.location) }]),
  )
  const marked = findings.map((finding): Finding => {
    const site = finding.site === undefined ? undefined : siteLine.get(finding.site)
    const by = directives.find(
      (d) =>
        d.reason !== undefined &&
        d.rules.includes(finding.rule) &&
        d.comment.location.cell === finding.location.cell &&
        (d.line === lineOf(finding.location) ||
          (site !== undefined && site.cell === finding.location.cell && d.line === site.line)),
    )
    if (by === undefined) return finding
    by.used.add(finding.rule)
    return { ...finding, suppressed: { reason: by.reason!, at: by.comment.location } }
  })
  const severity = context.rules?.get(suppressionRule.id)?.severity ?? suppressionRule.severity
  const known = context.known && [...context.known.map(({ id }) => id), suppressionRule.id]
  return severity === 'off'
    ? marked
    : [...marked, ...directives.flatMap((d) => complaintsOf(d, severity, document, known))]
}

function directivesOf(comments: readonly PlacedComment[], document: Document): Directive[] {
  const endLine = lineFinder(document, 1)
  const startLine = lineFinder(document)
  return comments.flatMap((comment, i) => {
    const found = /^\s*outlay-ignore-next-line(?![\w-])([\s\S]*)$/.exec(comment.text)
    if (!found) return []
    const [names, reason] = split(found[1]!)
    // A comment below it, alone on its line, is passed over, so that two of them can stand above one line.
    let line = endLine(comment.location) + 1
    for (const next of comments.slice(i + 1)) {
      if (
        next.location.cell !== comment.location.cell ||
        startLine(next.location) !== line ||
        !standsAlone(next.location, document)
      )
        break
      line = endLine(next.location) + 1
    }
    return [{ comment, rules: names, reason, line, used: new Set<string>() }]
  })
}

function split(rest: string): readonly [string[], string | undefined] {
  const dashes = rest.search(/(?:^|\s)--(?:\s|$)/)
  const names = (dashes < 0 ? rest : rest.slice(0, dashes)).split(/[\s,]+/).filter(Boolean)
  const reason = dashes < 0 ? '' : rest.slice(dashes).trim().slice(2).trim()
  return [names, reason === '' ? undefined : reason]
}

function complaintsOf(
  { comment, rules, reason, used }: Directive,
  severity: Severity,
  document: Document,
  known: readonly string[] | undefined,
): Finding[] {
  const finding = (message: string, fixes: Finding['fixes'] = []): Finding => ({
    rule: suppressionRule.id,
    site: undefined,
    location: comment.location,
    message,
    severity,
    related: [],
    saves: undefined,
    unit: undefined,
    fixes,
  })
  if (rules.length === 0) return [finding(`This suppression names no rule: write \`${ignoring} <rule> -- reason\`.`)]
  if (reason === undefined)
    return [
      finding(
        `This suppression gives no reason and is not followed: write \`${ignoring} ${rules.join(', ')} -- reason\`.`,
      ),
    ]
  const wrong = rules.filter((rule) => known?.includes(rule) === false)
  const complaints = wrong.map((rule) => {
    const near = nearest(rule, known ?? [])
    const edits =
      near === undefined ? [] : [renameRules(comment, rules, (each) => (each === rule ? near : each), document)]
    const fix = { title: `Write "${near}"`, safety: 'suggestion', edits, before: undefined, after: undefined } as const
    return finding(`No rule has the name "${rule}"${meant(rule, known ?? [])}`, edits.length > 0 ? [fix] : [])
  })
  const idle = rules.filter((rule) => !used.has(rule) && !wrong.includes(rule))
  if (idle.length === 0) return complaints
  const kept = (rule: string) => (idle.includes(rule) ? undefined : rule)
  const edit =
    idle.length === rules.length ? removeComment(comment, document) : renameRules(comment, rules, kept, document)
  const title =
    idle.length === rules.length ? 'Remove the suppression' : `Remove ${idle.join(', ')} from the suppression`
  return [
    ...complaints,
    finding(
      `This suppression suppresses nothing: the next line has no finding of ${idle.map((rule) => `"${rule}"`).join(', ')}.`,
      [{ title, safety: 'safe', edits: [edit], before: undefined, after: undefined }],
    ),
  ]
}

/** With its whole line where it stands alone, else with the blanks before it. */
function removeComment({ location }: PlacedComment, document: Document): Edit {
  const text = textOf(document, location.cell)
  let [start, end] = location.span
  while (start > 0 && /[ \t]/.test(text[start - 1]!)) start--
  if (standsAlone(location, document)) {
    while (/[ \t]/.test(text[end] ?? '')) end++
    if (text[end] === '\r') end++
    if (text[end] === '\n') end++
  }
  return { ...location, span: [start, end], text: '' }
}

function renameRules(
  { location }: PlacedComment,
  rules: readonly string[],
  to: (rule: string) => string | undefined,
  document: Document,
): Edit {
  const raw = textOf(document, location.cell).slice(...location.span)
  const first = raw.indexOf(rules[0]!, raw.indexOf(ignoring) + ignoring.length)
  const last =
    rules.slice(1).reduce((at, rule) => raw.indexOf(rule, at), first + rules[0]!.length) +
    (rules.length > 1 ? rules.at(-1)!.length : 0)
  const span: Span = [location.span[0] + first, location.span[0] + last]
  return { ...location, span, text: rules.flatMap((rule) => to(rule) ?? []).join(', ') }
}

function standsAlone({ cell, span }: Location, document: Document): boolean {
  const text = textOf(document, cell)
  const before = text.slice(0, span[0]).search(/[^\r\n]*$/)
  return (
    text.slice(before, span[0]).replace('\ufeff', '').trim() === '' &&
    /^[ \t]*(?:[\r\n]|$)/.test(text.slice(span[1], span[1] + 1000))
  )
}

/** Line of a location's start (or its end) in its file or cell. */
function lineFinder(document: Document, end: 0 | 1 = 0): (location: Location) => number {
  const starts = new Map<number | undefined, readonly number[]>()
  return ({ cell, span }) => {
    const known = starts.get(cell) ?? lineStarts(textOf(document, cell))
    starts.set(cell, known)
    return positionAt(known, span[end]).line
  }
}
