import * as vscode from 'vscode'
import type { Finding, Severity } from '../core/types.ts'
import type { Documents } from './documents.ts'
import { uriOf } from './file-id.ts'
import { eachInTurn } from './long-lists.ts'
import type { Places } from './places.ts'
import type { Results, Shown } from './results.ts'
import { flagOf } from './settings.ts'
import type { InTurn } from './turns.ts'

const source = 'outlay'

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
}

export interface DiagnosticsTools {
  readonly documents: Documents
  readonly results: Results
  readonly places: Places
  readonly soon: InTurn
  docs(rule: string): vscode.Uri
}

/** Findings in the Problems view, and what is wrong with an `outlay.json` on its key. */
export function createDiagnostics({
  documents,
  results,
  places,
  soon,
  docs,
}: DiagnosticsTools): vscode.Disposable & { refresh(): void } {
  const collection = vscode.languages.createDiagnosticCollection(source)
  const cellsOf = new Map<string, readonly vscode.Uri[]>()

  async function show(file: string): Promise<void> {
    const shown = results.current(file)
    const parts = shown ? documents.parts(file).filter((part) => flagOf('diagnostics', part.uri)) : []
    const now = new Set(parts.map((part) => part.uri.toString()))
    // What stays is replaced, never taken away first: it would flicker.
    for (const uri of cellsOf.get(file) ?? []) if (!now.has(uri.toString())) collection.delete(uri)
    if (shown)
      cellsOf.set(
        file,
        parts.map((part) => part.uri),
      )
    else cellsOf.delete(file)
    if (!shown) return
    for (const part of parts) {
      const here = shown.result.findings.filter(
        (finding) => !finding.suppressed && places.document(finding.location) === part,
      )
      const made = await eachInTurn(here, (finding) => [diagnosticOf(finding, part, shown)], soon)
      // Meanwhile somebody may have typed, or closed it.
      if (results.current(file) !== shown) return
      collection.set(part.uri, made)
    }
  }

  function diagnosticOf(finding: Finding, document: vscode.TextDocument, shown: Shown): vscode.Diagnostic {
    const diagnostic = new vscode.Diagnostic(
      places.range(document, finding.location),
      finding.message,
      severities[finding.severity],
    )
    diagnostic.source = source
    diagnostic.code = { value: finding.rule, target: docs(finding.rule) }
    diagnostic.relatedInformation = finding.related.flatMap(({ message, location }) => {
      const place = places.find(location, shown.elsewhere)
      return place ? [new vscode.DiagnosticRelatedInformation(place, message)] : []
    })
    return diagnostic
  }

  const subscriptions = [
    collection,
    results.onDidChange(show),
    results.onDidCheckConfig(({ file, problems }) => {
      const all = problems.map(({ message, range, rule, severity = 'error' }) => {
        const diagnostic = new vscode.Diagnostic(new vscode.Range(...range), message, severities[severity])
        diagnostic.source = source
        if (rule !== undefined) diagnostic.code = { value: rule, target: docs(rule) }
        return diagnostic
      })
      collection.set(uriOf(file), all)
    }),
  ]
  return {
    refresh() {
      for (const file of [...cellsOf.keys()]) void show(file)
    },
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  }
}

export const ruleOf = (diagnostic: vscode.Diagnostic): string | undefined =>
  diagnostic.source === source && typeof diagnostic.code === 'object' ? String(diagnostic.code.value) : undefined
