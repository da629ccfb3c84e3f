import type { Currency } from '../prices/user/prices.ts'
import { amountOf, partlyKnown, plain, rangesOf, savingText, totalText, unknownsOf } from './amount.ts'
import { freeNote } from './free-tier.ts'
import type { At, ScanDocument } from './schema.ts'
import { isListed, nameOf } from './shown.ts'
import { whatIfSummary } from './what-if-text.ts'

/** A scan for a pull request: the total, a table of sites, the findings, what was not read. */
export function scanMarkdown(scan: ScanDocument, currency?: Currency): string {
  const open = scan.findings.filter((finding) => !finding.suppressed)
  const suppressed = scan.findings.filter((finding) => finding.suppressed)
  const isPartly = partlyKnown(scan)
  return [
    `**${cell(totalText(scan, currency))}** · prices as of ${scan.pricesAsOf}`,
    freeNote(scan.sites) ?? '',
    siteTable(scan),
    section('What if', whatIfSummary(scan).map(cell)),
    section(
      'Findings',
      open.map((finding) => findingItem(finding, isPartly(finding))),
    ),
    section(
      'Suppressed',
      suppressed.map((f) => `${findingItem(f, isPartly(f))} (${cell(f.suppressed?.reason ?? '')})`),
    ),
    section(
      'Fixed',
      (scan.fixed ?? []).map((f) => `\`${f.rule}\` ${cell(f.file)}: ${cell(f.title)}`),
    ),
    section(
      'Not read',
      scan.problems.map((p) => `${cell(p.file)}${p.line === undefined ? '' : `:${p.line}`}: ${cell(p.message)}`),
    ),
  ]
    .filter((part) => part !== '')
    .map((part) => `${part}\n`)
    .join('\n')
}

function siteTable(scan: ScanDocument): string {
  const sites = scan.sites.filter(isListed)
  if (sites.length === 0) return ''
  const rows = sites.map(
    (site) =>
      `| ${cell(placeText(site))} | ${cell(nameOf(site))} | ${cell(amountOf(site))} | ${cell([...unknownsOf(site), ...rangesOf(site)].join('; '))} |`,
  )
  return ['| Where | What | Cost | Not known |', '| :-- | :-- | --: | :-- |', ...rows].join('\n')
}

function findingItem(finding: ScanDocument['findings'][number], partly: boolean): string {
  const saving = partly && finding.unit ? '' : savingText(finding.saves, partly)
  return `**${finding.severity}** \`${finding.rule}\` ${cell(placeText(finding))}: ${cell(finding.message)}${saving === '' ? '' : ` (${saving})`}`
}

const section = (title: string, items: readonly string[]) =>
  items.length === 0 ? '' : `### ${title}\n\n${items.map((item) => `- ${item}`).join('\n')}`

export const placeText = ({ file, cell, line }: Pick<At, 'file' | 'cell' | 'line'>): string =>
  `${file}${cell === undefined ? '' : `[${cell}]`}:${line}`

/** Text from the source must become neither markup, nor a link, nor a mention. */
export const cell = (text: string): string =>
  plain(text)
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replaceAll('@', '@\u200b')
