import type { Document } from '../document.ts'
import type { Input } from '../input.ts'
import { folderOf } from '../path.ts'
import type { WhatIf } from '../prices/what-if.ts'
import type { CostedSite, Finding, FunctionCost, Problem, Result } from '../types.ts'
import { type Places, places } from './place.ts'
import type { FindingJson, ScanDocument, SiteJson } from './schema.ts'
import { siteJson } from './site.ts'
import { totalsOf } from './totals.ts'
import { whatIfJson, whatIfTotals } from './what-if-json.ts'

/** Everything a scan found, before anything is rendered. */
export interface Scan {
  readonly version: string
  /** Absolute; every `file` is relative to it with `/`. */
  readonly root: string
  readonly pricesAsOf: string
  readonly results: readonly Result[]
  /** What kept files from being read at all; a file's own problems are in its result. */
  readonly problems: readonly Problem[]
  readonly fixed?: ScanDocument['fixed']
  document(file: string): Document | undefined
}

export interface ScanOptions {
  readonly showSuppressed?: boolean
  /** What a resource would cost if it were paid for otherwise; left out where nobody asks. */
  readonly whatIf?: (costed: CostedSite) => WhatIf
}

/** The document of `outlay scan --format json`; the other formats are renderings of it. */
export function scanDocument(scan: Scan, options: ScanOptions = {}): ScanDocument {
  const where = places((file) => scan.document(file))
  const results = [...scan.results].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
  const inputs = inputsOf(results)
  const indexes = new Map(inputs.map((input, i) => [input.root, i]))
  const inputOf = (costed: CostedSite) => indexes.get(inputIn(costed)?.root ?? '\0') ?? null
  const sites = results.flatMap((result) =>
    result.sites.map((costed) => withWhatIf(siteJson(costed, where, inputOf(costed)), options.whatIf?.(costed))),
  )
  const findings = results
    .flatMap((result) => result.findings)
    .filter((finding) => !finding.suppressed || options.showSuppressed)
  return {
    schema: 1,
    version: scan.version,
    root: scan.root,
    pricesAsOf: scan.pricesAsOf,
    inputs: inputs.map(({ root, varFiles, workspace, plan }) => ({
      root: root || '.',
      varFiles: [...varFiles],
      workspace: workspace ?? null,
      plan: plan ?? null,
    })),
    sites,
    functions: results.flatMap((result) => (result.functions ?? []).map((cost) => functionJson(cost, where))),
    modules: results.flatMap((result) =>
      (result.modules ?? []).map(({ address, location, usd, resources, open, callers, missing }) => ({
        address,
        ...where.at(location),
        perMonth: usd ?? null,
        resources,
        open,
        callers,
        why: missing ?? null,
      })),
    ),
    findings: findings.map((finding) => findingJson(finding, where)),
    ...(scan.fixed === undefined ? {} : { fixed: scan.fixed }),
    ...(options.whatIf === undefined ? {} : { whatIf: whatIfTotals(sites) }),
    totals: totalsOf(sites),
    problems: [...scan.problems, ...results.flatMap((result) => result.problems)].map((problem) =>
      where.problem(problem),
    ),
  }
}

function withWhatIf(site: SiteJson, told: WhatIf | undefined): SiteJson {
  const whatIf = told && whatIfJson(told)
  return site.kind === 'resource' && whatIf !== undefined ? { ...site, whatIf } : site
}

export const printJson = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`

/** What a resource was read from; where nobody says, the folder it is in. */
function inputIn({ site }: CostedSite): Input | undefined {
  if (site.kind !== 'resource') return undefined
  const alone = { root: folderOf(site.location.file), varFiles: [], workspace: undefined, plan: undefined }
  return site.readFrom ?? alone
}

function inputsOf(results: readonly Result[]): readonly Input[] {
  const found = new Map<string, Input>()
  for (const costed of results.flatMap(({ sites }) => sites)) {
    const input = inputIn(costed)
    if (input) found.set(input.root, input)
  }
  return [...found.values()].sort((a, b) => (a.root < b.root ? -1 : 1))
}

function functionJson(
  { name, location, entry, usd, calls, unknownCalls }: FunctionCost,
  where: Places,
): ScanDocument['functions'][number] {
  return {
    name,
    ...where.at(location),
    entry: entry ?? null,
    per: 'call',
    usd: usd ?? null,
    calls: [...calls],
    unknownCalls,
  }
}

function findingJson(finding: Finding, where: Places): FindingJson {
  const { rule, site, location, message, severity, related, saves, unit, suppressed, fixes } = finding
  return {
    rule,
    site: site === undefined ? null : { file: location.file, key: site },
    ...where.at(location),
    message,
    severity,
    docs: `docs/rules/${rule}.md`,
    related: related.map((each) => ({ message: each.message, ...where.at(each.location) })),
    saves: saves ?? null,
    unit: unit ?? null,
    ...(suppressed && { suppressed: { reason: suppressed.reason, at: where.at(suppressed.at) } }),
    fixes: fixes.map(({ title, safety, before, after, edits }) => ({
      title,
      safety,
      before: before ?? null,
      after: after ?? null,
      edits: edits.map(({ span: [start, end], ...edit }) => ({ ...edit, start, end })),
    })),
  }
}
