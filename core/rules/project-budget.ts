// What one file cannot tell: whether all of them together cost more than was meant.
import { type Document, textOf } from '../document.ts'
import { lineStarts, positionAt } from '../lines.ts'
import { say, usd } from '../money.ts'
import { monthOf } from '../report/site.ts'
import { type Total, totalOf, totalOfTotals } from '../report/total.ts'
import type { Settings } from '../settings.ts'
import {
  applySuppressions,
  ignoring,
  type PlacedComment,
  type SuppressionContext,
  suppressionRule,
} from '../suppress.ts'
import type { CostedSite, Finding, Location, Result, Severity } from '../types.ts'

const id = 'over-budget'

/** What one file adds to the project. */
export interface Share {
  readonly file: string
  readonly total: Total
  readonly dearest: { readonly site: CostedSite['site']; readonly usd: number } | undefined
  /** Whether a comment above what costs most says why the project may. */
  readonly isExcused: boolean
}

/** @param document of the result; undefined where its text is not at hand */
export function shareOf({ file, sites }: Pick<Result, 'file' | 'sites'>, document: Document | undefined): Share {
  const [dearest] = sites
    .map(({ site, estimate }) => ({ site, usd: monthOf(estimate)?.likely ?? 0 }))
    .toSorted((a, b) => b.usd - a.usd)
  const suppressed = dearest && document ? excused([findingAt(dearest.site, '', 'error')], dearest.site, document) : []
  return {
    ...{ file, total: totalOf([{ sites }]), dearest },
    isExcused: suppressed.some((finding) => finding.rule === id && finding.suppressed !== undefined),
  }
}

export interface Excess {
  /** What it costs, and how much that is too much. */
  readonly says: string
  /** What is not in it, as a sentence that follows; empty where all is known. */
  readonly rest: string
  readonly severity: Severity
  readonly dearest: Share
}

/** Undefined where there is no budget, or they keep within it. What is not known by the month is not in the sum: that is then the least it costs. */
export function excessOf(shares: readonly Share[], { rules }: Pick<Settings, 'rules'>): Excess | undefined {
  const setting = rules.get(id)
  const budget = setting && budgetIn(setting.options)
  if (!setting || setting.severity === 'off' || budget === undefined) return undefined
  const { month, calls, unknown, partial } = totalOfTotals(shares.map(({ total }) => total))
  if (!month || month.likely <= budget) return undefined
  const [dearest] = shares.filter((share) => share.dearest).toSorted((a, b) => b.dearest!.usd - a.dearest!.usd)
  if (!dearest) return undefined
  const open = [
    ...(calls > 0 ? [say`${calls} call${calls === 1 ? '' : 's'} without a volume`] : []),
    ...(unknown > 0 ? [say`${unknown} whose amount is not known`] : []),
    ...(partial > 0 ? [say`what is not known of ${partial} more`] : []),
  ]
  return {
    says: say`The project costs ${usd(month)} a month, ${usd(month.likely - budget)} over its budget of ${usd(budget)}.`,
    rest: open.length > 0 ? say` Not in it: ${open.join(', ')}.` : '',
    severity: setting.severity,
    dearest,
  }
}

/**
 * The results with a finding more, at what costs most, where they cost more than `over-budget` lets the project.
 * @param known every rule there is, by which a suppression of none of them is told
 */
export function withProjectBudget(
  results: readonly Result[],
  settings: Pick<Settings, 'rules'>,
  documentOf: (file: string) => Document | undefined,
  known: readonly { readonly id: string }[],
): readonly Result[] {
  const excess = excessOf(
    results.map((result) => shareOf(result, documentOf(result.file))),
    settings,
  )
  const site = excess?.dearest.dearest?.site
  if (!excess || !site) return results
  const finding = findingAt(site, `${excess.says} This costs most.${excess.rest}`, excess.severity)
  return results.map((each) => {
    if (each.file !== excess.dearest.file) return each
    const document = documentOf(each.file)
    const findings = [...each.findings, finding]
    return {
      ...each,
      findings: document ? excused(findings, site, document, { rules: settings.rules, known }) : findings,
    }
  })
}

const findingAt = (site: CostedSite['site'], message: string, severity: Severity): Finding => ({
  ...{ rule: id, site: site.key, location: site.location, message, severity },
  ...{ related: [], saves: undefined, unit: undefined, fixes: [] },
})

/** The findings of a file as the comments above a site have them, once all that they may speak for is there. */
function excused(
  findings: readonly Finding[],
  site: CostedSite['site'],
  document: Document,
  context: Pick<SuppressionContext, 'rules' | 'known'> = {},
): readonly Finding[] {
  const comments = commentsAbove(site.location, document)
  if (comments.length === 0) return findings
  const isOne = (place: Location | undefined) =>
    comments.some(({ location }) => place?.cell === location.cell && touches(place, location))
  const anew = findings
    .filter((finding) => finding.rule !== suppressionRule.id || !isOne(finding.location))
    .map(
      ({ suppressed, ...finding }): Finding =>
        suppressed && !isOne(suppressed.at) ? { ...finding, suppressed } : finding,
    )
  return applySuppressions(anew, comments, document, { ...context, sites: [{ site }] })
}

const touches = (a: Location | undefined, b: Location) =>
  a !== undefined && a.span[0] < b.span[1] && b.span[0] < a.span[1]

const comment = new RegExp(`(?:#|//|/\\*|<!--|--)\\s*(${ignoring}.*?)\\s*(?:\\*/|-->)?\\s*$`)

/** Those that speak for the line a site begins on: on the lines right above it. */
function commentsAbove({ file, cell, span }: Location, document: Document): readonly PlacedComment[] {
  const text = textOf(document, cell)
  if (!text.includes(ignoring)) return []
  const starts = lineStarts(text)
  const found: PlacedComment[] = []
  for (let line = positionAt(starts, span[0]).line - 1; line >= 1; line--) {
    const start = starts[line - 1]!
    const content = text.slice(start, starts[line]).trimEnd()
    const match = comment.exec(content)
    if (!match) break
    const at = [start + match.index, start + content.length] as const
    found.unshift({ text: match[1]!, location: { file, ...(cell === undefined ? {} : { cell }), span: at } })
  }
  return found
}

function budgetIn(options: unknown): number | undefined {
  if (typeof options !== 'object' || options === null || !('project' in options)) return undefined
  return typeof options.project === 'number' ? options.project : undefined
}
