import type { Document } from '../document.ts'
import { folderOf } from '../path.ts'
import type { CostedSite, Finding, FunctionCost, Problem, Result } from '../types.ts'
import { type Places, places } from './place.ts'
import type { FindingJson, ScanDocument } from './schema.ts'
import { siteJson } from './site.ts'
import { totalsOf } from './totals.ts'

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
}

/** The document of `outlay scan --format json`; the other formats are renderings of it. */
export function scanDocument(scan: Scan, options: ScanOptions = {}): ScanDocument {
  const where = places((file) => scan.document(file))
  const results = [...scan.results].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
  const roots = [...new Set(results.flatMap((result) => result.sites.flatMap(rootOf)))].sort()
  const inputOf = (costed: CostedSite) => {
    const root = rootOf(costed)[0]
    return root === undefined ? null : roots.indexOf(root)
  }
  const sites = results.flatMap((result) => result.sites.map((costed) => siteJson(costed, where, inputOf(costed))))
  const findings = results
    .flatMap((result) => result.findings)
    .filter((finding) => !finding.suppressed || options.showSuppressed)
  return {
    schema: 1,
    version: scan.version,
    root: scan.root,
    pricesAsOf: scan.pricesAsOf,
    inputs: roots.map((root) => ({ root: root || '.', varFiles: [], workspace: null, plan: null })),
    sites,
    functions: results.flatMap((result) => (result.functions ?? []).map((cost) => functionJson(cost, where))),
    findings: findings.map((finding) => findingJson(finding, where)),
    ...(scan.fixed === undefined ? {} : { fixed: scan.fixed }),
    totals: totalsOf(sites),
    problems: [...scan.problems, ...results.flatMap((result) => result.problems)].map((problem) =>
      where.problem(problem),
    ),
  }
}

export const printJson = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`

/** The folder a resource's root is in: its own file's, or that of the file whose module call made it. */
const rootOf = ({ site }: CostedSite): string[] =>
  site.kind === 'resource' ? [folderOf(site.module?.file ?? site.location.file)] : []

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
