import * as vscode from 'vscode'
import type { Finding } from '../core/types.ts'

const slash = new Set(['typescript', 'typescriptreact', 'javascript', 'javascriptreact'])

/** A comment above the line that switches the rule off there; the reason is left for the user to write. */
export function suppression(
  finding: Finding,
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(
    vscode.l10n.t('Ignore {0} here, with a reason', finding.rule),
    vscode.CodeActionKind.QuickFix,
  )
  const line = document.lineAt(document.positionAt(finding.location.span[0]).line)
  const indent = line.text.slice(0, line.firstNonWhitespaceCharacterIndex)
  const comment = slash.has(document.languageId) ? '//' : '#'
  const eol = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n'
  action.edit = new vscode.WorkspaceEdit()
  action.edit.insert(
    document.uri,
    line.range.start,
    `${indent}${comment} outlay-ignore-next-line ${finding.rule} -- reason${eol}`,
  )
  action.diagnostics = [...diagnostics]
  return action
}
