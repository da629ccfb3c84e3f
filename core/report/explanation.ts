import { billedWithWord } from '../billed-with.ts'
import type { Beside } from '../prices/beside.ts'
import type { Currency } from '../prices/user/prices.ts'
import type { CostedSite, CostSite, Finding, Unknown } from '../types.ts'
import { candidateSentences, candidatesTitle } from './candidates.ts'
import { carbonSentences } from './carbon.ts'
import { cheaperSentence } from './cheaper.ts'
import { freeSources } from './free-tier.ts'
import { growthSentence } from './growth.ts'
import { headline } from './hover.ts'
import { lineTexts, sourceTexts } from './line-texts.ts'
import { whatIfSentences } from './what-if.ts'
import { reasonOf } from './why.ts'

export interface Explained {
  readonly costed: CostedSite
  /** `infra/main.tf, line 12`. */
  readonly where: string
  readonly approximate?: boolean
  readonly currency?: Currency | undefined
  readonly beside?: Beside
  /** What the rules say of it. */
  readonly findings: readonly Pick<Finding, 'rule' | 'message'>[]
  /** What its usage may be told by: name → meaning. */
  readonly usage?: Readonly<Record<string, string>>
}

/**
 * The whole of one cost as Markdown that reads as plain text too: what it comes to, quantity × price for each part, what is not known
 * and how to tell it, what was assumed, where each price is from and of which day.
 */
export function explanation(explained: Explained): string {
  const { costed, where, approximate = false, currency, beside, findings, usage } = explained
  const { site, estimate } = costed
  const own = site.kind === 'resource' ? site.cloud : site.provider
  const tells = [
    ...new Set(
      estimate.unknown.map((unknown) =>
        `${unknown.what}: ${reasonOf(unknown)}. ${remedy(unknown, site, usage)}`.trim(),
      ),
    ),
  ]
  return [
    `# ${site.label}`,
    `${where} · ${site.kind === 'resource' ? site.address : site.call}`,
    headline(costed, approximate, currency, false),
    table(costed),
    section(candidatesTitle, candidateSentences(site)),
    estimate.growth && growthSentence(estimate.growth),
    section('Not known, and how to tell it', tells),
    section(
      'Assumed',
      estimate.assumed
        .filter(({ what }) => what !== billedWithWord)
        .map(({ what, value, from }) => `${what} = ${value} (${from})`),
    ),
    section('Prices, with their source and day', sourceTexts(estimate.lines)),
    section('Free tier', freeSources(estimate.lines)),
    section(
      'What would cost less',
      (beside?.cheaper ?? []).map((each) => cheaperSentence(each, own)),
    ),
    section('What if, and not counted', beside ? whatIfSentences(beside.whatIf) : []),
    section(
      'What the rules say',
      findings.map(({ rule, message }) => `${rule}: ${message}`),
    ),
    section('Carbon', carbonSentences(estimate.carbon)),
    approximate ? 'Tokens are estimated until the tokenizer is loaded.' : undefined,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n')
    .concat('\n')
}

/** Columns of even width, so that it is a table in a terminal as well. */
function table({ estimate }: CostedSite): string | undefined {
  if (estimate.lines.length === 0) return undefined
  const rows = [
    ['Part', 'Quantity', '× Unit price', '= USD'],
    ...estimate.lines.map((line) => [line.label.replaceAll('|', '/'), ...lineTexts(line)]),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]!.length)))
  const text = (row: readonly string[]) =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' | ')} |`
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(Math.max(1, width - 1))}:`)).join(' | ')} |`
  return [text(rows[0]!), rule, ...rows.slice(1).map(text)].join('\n')
}

const section = (title: string, items: readonly string[]) =>
  items.length === 0 ? undefined : `## ${title}\n\n${items.map((item) => `- ${item}`).join('\n')}`

/** What somebody can do so that it is known. */
function remedy({ what, why }: Unknown, site: CostSite, usage: Explained['usage']): string {
  if (why === 'no-price')
    return 'Read the lists anew with `outlay prices update`, or give the price under "prices" in outlay.json.'
  if (why === 'not-indexed')
    return 'Where a file of the project has it, open the folder of the project: what a library decides is not read.'
  if (why === 'missing-file' || why === 'missing-module') return 'Bring it to where it is looked for.'
  if (what === 'region')
    return `Name one in the source, or say \`"region": { "${site.kind === 'resource' ? site.cloud : 'aws'}": "…" }\` in outlay.json.`
  if (site.kind === 'resource') {
    const names = Object.keys(usage ?? {})
    return why === 'usage' && names.length > 0
      ? `Say how much in outlay.json: \`"usage": { "${site.address}": { "${names[0]}": … } }\`${names.length > 1 ? ` (or ${names.slice(1).join(', ')})` : ''}.`
      : why === 'dynamic'
        ? site.source.call
          ? 'Write it in the code, or give it a default that can be read there.'
          : 'Give the variable a value: by a default, or with a variable file.'
        : ''
  }
  if (/^(tokens of|input$)/.test(what)) return 'Say how many in outlay.json: `"assume": { "inputTokens": … }`.'
  if (what === 'output limit') return 'Write one in the call.'
  if (what.startsWith('model')) return 'Write the name of the model as text, or give it a default that can be read.'
  return ''
}
