import type { Currency } from '../prices/user/prices.ts'
import { amountOf, freeOf, plain, rangesOf, savingText, totalText, unknownsOf } from './amount.ts'
import { freeNote } from './free-tier.ts'
import { regionNote } from './region-note.ts'
import type { FindingJson, ProblemJson, ScanDocument, SiteJson } from './schema.ts'
import { isListed, moduleOf } from './shown.ts'
import { whatIfOf, whatIfSummary } from './what-if-text.ts'

export interface TextOptions {
  /** Columns of the terminal. */
  readonly width: number
  readonly colour: boolean
  /** Shown with the total. */
  readonly currency?: Currency
}

type Paint = (text: string) => string
interface Paints {
  readonly bold: Paint
  readonly dim: Paint
  readonly severity: Readonly<Record<FindingJson['severity'], Paint>>
}

/** A scan for the terminal: one block per file, a line per site, its unknowns and findings below it, then the total. */
export function scanText(scan: ScanDocument, options: TextOptions): string {
  const paint = paints(options.colour)
  const listed = scan.sites.filter(isListed)
  const files = [...new Set([...listed, ...scan.findings].map((each) => each.file))].sort()
  const labels = Math.max(0, ...listed.map((site) => plain(site.label).length))
  const widths = { all: options.width, label: Math.min(labels, Math.max(16, Math.floor(options.width / 2) - 8)) }
  const blocks = files.map((file) => fileBlock(file, scan, widths, paint))
  const problems = scan.problems.map((problem) => problemText(problem, options.width))
  const otherwise = whatIfSummary(scan).flatMap((text, i) => wrap(plain(text), options.width, i === 0 ? 0 : 2))
  return [
    ...blocks,
    ...(problems.length > 0 ? [problems.join('\n')] : []),
    ...(otherwise.length > 0 ? [otherwise.join('\n')] : []),
    summary(scan, paint, options.currency),
  ]
    .map((block) => `${block}\n`)
    .join('\n')
}

interface Widths {
  readonly all: number
  readonly label: number
}

function fileBlock(file: string, scan: ScanDocument, widths: Widths, paint: Paints): string {
  const sites = scan.sites.filter((site) => site.file === file && isListed(site)).sort(byPlace)
  const findings = scan.findings.filter((finding) => finding.file === file)
  const ofSite = (site: SiteJson) => findings.filter((finding) => finding.site?.key === site.key)
  const rest = findings.filter((finding) => !sites.some((site) => site.key === finding.site?.key))
  return [
    paint.bold(plain(file)),
    ...sites.flatMap((site) => [
      ...siteLines(site, widths, paint),
      ...ofSite(site).flatMap((finding) => findingLines(finding, widths, paint, site.unknown.length > 0)),
    ]),
    ...rest.flatMap((finding) => findingLines(finding, widths, paint, false)),
  ].join('\n')
}

const byPlace = (a: SiteJson, b: SiteJson) => (a.cell ?? 0) - (b.cell ?? 0) || a.line - b.line || a.column - b.column

const indent = 10

const lineOf = ({ cell, line }: { readonly cell?: number; readonly line: number }) =>
  `${cell === undefined ? '' : `[${cell}]:`}${line}`.padStart(indent - 2)

function siteLines(site: SiteJson, widths: Widths, paint: Paints): string[] {
  const label = cut(plain(site.label), widths.label).padEnd(widths.label)
  return [
    `${paint.dim(lineOf(site))}  ${label}  ${paint.bold(amountOf(site))}`,
    ...[moduleOf(site), ...freeOf(site), ...unknownsOf(site), ...rangesOf(site), ...whatIfOf(site)].flatMap((text) =>
      text === undefined ? [] : wrap(plain(text), widths.all, indent).map(paint.dim),
    ),
  ]
}

function findingLines(finding: FindingJson, widths: Widths, paint: Paints, partly: boolean): string[] {
  const { severity, rule, message, suppressed, fixes } = finding
  const fix = fixes.some((each) => each.safety === 'safe')
    ? '--fix mends it'
    : fixes.length > 0
      ? 'the editor offers a fix'
      : ''
  const notes = [
    partly && finding.unit ? '' : savingText(finding.saves, partly),
    fix,
    suppressed ? `suppressed: ${suppressed.reason}` : '',
  ].filter((note) => note !== '')
  const text = `${severity} ${rule}: ${plain(message)}${notes.length > 0 ? ` (${plain(notes.join('; '))})` : ''}`
  const [first, ...others] = wrap(text, widths.all, indent)
  const at = finding.site === null ? `${paint.dim(lineOf(finding))}  ` : ' '.repeat(indent)
  return [at + first!.slice(indent).replace(severity, paint.severity[severity](severity)), ...others]
}

const problemText = ({ file, line, message }: ProblemJson, width: number) =>
  wrap(`${plain(file)}${line === undefined ? '' : `:${line}`}: ${plain(message)}`, width, 0).join('\n')

function summary(scan: ScanDocument, paint: Paints, currency: Currency | undefined): string {
  const fixable = scan.findings.filter(
    (finding) => !finding.suppressed && finding.fixes.some((fix) => fix.safety === 'safe'),
  ).length
  const open = scan.findings.filter((finding) => !finding.suppressed).length
  const findings =
    open === 0
      ? 'No findings'
      : `${open} ${open === 1 ? 'finding' : 'findings'}${fixable > 0 ? `, ${fixable} mended by --fix` : ''}`
  const fixed =
    scan.fixed && scan.fixed.length > 0
      ? [`Fixed: ${scan.fixed.map((f) => `${f.rule} in ${plain(f.file)}`).join(', ')}.`]
      : []
  const notes = [freeNote(scan.sites), regionNote(scan.sites)].filter((note) => note !== undefined)
  return [
    ...fixed,
    paint.bold(totalText(scan, currency)),
    ...notes,
    ...(scan.totals.perMonth || !scan.sites.some(isOfCall) ? [] : [howToVolume]),
    `${findings}. Prices as of ${scan.pricesAsOf}.`,
  ].join('\n')
}

const isOfCall = ({ estimate: { per, usd, month } }: SiteJson): boolean =>
  per === 'call' && usd !== null && month === null
const howToVolume = 'Say in outlay.json how many calls a month these are ("volume").'

const cut = (text: string, width: number) => (text.length <= width ? text : `${text.slice(0, width - 1)}…`)

/** Lines of at most `width` columns, each indented; a word longer than that is left whole. */
function wrap(text: string, width: number, by: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/ +/)) {
    const last = lines.at(-1)
    if (last !== undefined && by + last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.map((line) => ' '.repeat(by) + line)
}

function paints(colour: boolean): Paints {
  const code = (open: number, close: number): Paint =>
    colour ? (text) => `\u001b[${open}m${text}\u001b[${close}m` : (text) => text
  return {
    bold: code(1, 22),
    dim: code(2, 22),
    severity: { error: code(31, 39), warning: code(33, 39), info: code(36, 39), hint: code(2, 22) },
  }
}
