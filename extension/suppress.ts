import * as vscode from 'vscode'
import type { Finding } from '../core/types.ts'

/** In JSON nothing can be said beside what it says. */
export const hasComments = ({ uri, languageId }: vscode.TextDocument) =>
  languageId !== 'json' && !uri.path.endsWith('.json')

const slash = new Set(['typescript', 'typescriptreact', 'javascript', 'javascriptreact'])

/** A comment above the line that switches the rule off there, with the cursor where the reason belongs. */
export function suppression(
  finding: Finding,
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction {
  const title = vscode.l10n.t('Ignore {0} here, with a reason', finding.rule)
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix)
  const line = document.lineAt(document.positionAt(finding.location.span[0]).line)
  const indent = line.text.slice(0, line.firstNonWhitespaceCharacterIndex)
  const comment = slash.has(document.languageId) ? '//' : '#'
  const text = new vscode.SnippetString()
    .appendText(`${indent}${comment} outlay-ignore-next-line ${finding.rule} -- `)
    .appendPlaceholder('reason')
    .appendText('\n')
  action.edit = new vscode.WorkspaceEdit()
  action.edit.set(document.uri, [vscode.SnippetTextEdit.insert(line.range.start, text)])
  action.diagnostics = [...diagnostics]
  return action
}

/** For what has no comments, and for those who want it out of sight in all of a file. */
export function switchedOff(
  finding: Finding,
  file: string,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction {
  const title = vscode.l10n.t('Switch {0} off for this file, in outlay.json', finding.rule)
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix)
  action.command = { command: 'outlay.switchOff', title, arguments: [{ file, rule: finding.rule }] }
  action.diagnostics = [...diagnostics]
  return action
}
