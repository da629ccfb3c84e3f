// https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html
import type { RuleDocs } from '../rule.ts'
import type { Severity } from '../types.ts'
import type { At, FindingJson, ScanDocument } from './schema.ts'

export interface SarifRule {
  readonly id: string
  readonly severity: Severity
  readonly docs: RuleDocs
}

const level: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
}

/**
 * Findings as SARIF 2.1.0. Fixes are `fixes` a reader may propose. SARIF has no word for a notebook's cell: its places are of the
 * file, where lines of a cell would be wrong and edits of it would break the JSON, so a cell and its line are properties only.
 */
export function scanSarif(scan: ScanDocument, rules: readonly SarifRule[]) {
  const index = new Map(rules.map((rule, i) => [rule.id, i]))
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Outlay', version: scan.version, rules: rules.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { uri: folderUri(scan.root) } },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: scan.problems.map(notification) }],
        results: scan.findings.map((finding) => resultOf(finding, index.get(finding.rule))),
      },
    ],
  }
}

const descriptor = ({ id, severity, docs }: SarifRule) => ({
  id,
  shortDescription: { text: docs.what },
  fullDescription: { text: docs.why },
  help: { text: `${docs.fix} Leave it where: ${docs.unless}` },
  defaultConfiguration: { level: level[severity] },
})

function resultOf(finding: FindingJson, ruleIndex: number | undefined) {
  const fixes = finding.fixes.filter(({ edits }) => edits.every((edit) => edit.cell === undefined))
  return {
    ruleId: finding.rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: level[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: physical(finding) }],
    ...(finding.related.length === 0
      ? {}
      : {
          relatedLocations: finding.related.map((each, id) => ({
            id,
            message: { text: each.message },
            physicalLocation: physical(each),
          })),
        }),
    // No line in it, so that a result keeps its identity when code above it moves.
    partialFingerprints: { 'site/v1': [finding.rule, finding.file, finding.site?.key ?? finding.message].join('|') },
    ...(finding.suppressed ? { suppressions: [{ kind: 'inSource', justification: finding.suppressed.reason }] } : {}),
    ...(fixes.length === 0 ? {} : { fixes: fixes.map(fixOf) }),
    properties: { saves: finding.saves, unit: finding.unit },
  }
}

const physical = ({ file, cell, line, column, endLine, endColumn }: At) =>
  cell === undefined
    ? { artifactLocation: artifact(file), region: { startLine: line, startColumn: column, endLine, endColumn } }
    : { artifactLocation: artifact(file), properties: { cell, line, column } }

const fixOf = ({ title, safety, edits }: FindingJson['fixes'][number]) => ({
  description: { text: title },
  artifactChanges: [...new Set(edits.map((edit) => edit.file))].map((file) => ({
    artifactLocation: artifact(file),
    replacements: edits
      .filter((edit) => edit.file === file)
      .map((edit) => ({
        deletedRegion: { charOffset: edit.start, charLength: edit.end - edit.start },
        insertedContent: { text: edit.text },
      })),
  })),
  properties: { safety },
})

const notification = ({ file, line, message }: ScanDocument['problems'][number]) => ({
  level: 'warning',
  message: { text: message },
  locations: [
    {
      physicalLocation: {
        artifactLocation: artifact(file),
        ...(line === undefined ? {} : { region: { startLine: line } }),
      },
    },
  ],
})

const encoded = (path: string) => path.split('/').map(encodeURIComponent).join('/')

const artifact = (file: string) => ({ uri: encoded(file), uriBaseId: 'ROOT' })

/** `/a b` → `file:///a%20b/`, `c:/x` → `file:///c:/x/`. */
function folderUri(root: string): string {
  const path = root.replaceAll('\\', '/').replace(/\/$/, '')
  return `file://${path.startsWith('/') ? '' : '/'}${encoded(path).replace(/^(\/?[A-Za-z])%3A/, '$1:')}/`
}
