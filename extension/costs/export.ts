import * as vscode from 'vscode'
import { type Exported, type ExportFormat, exportText } from './export-text.ts'

interface Item extends vscode.QuickPickItem {
  readonly format: ExportFormat
  readonly language: string
}

/** What is shown as a new document, to be saved or copied: nothing is written by itself. */
export async function exportCosts(rows: readonly Exported[]): Promise<void> {
  const items: readonly Item[] = [
    { label: 'CSV', description: vscode.l10n.t('for a spreadsheet'), format: 'csv', language: 'plaintext' },
    { label: 'JSON', description: vscode.l10n.t('for a program'), format: 'json', language: 'json' },
    {
      label: 'Markdown',
      description: vscode.l10n.t('for a comment or a page'),
      format: 'markdown',
      language: 'markdown',
    },
  ]
  const item = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Export the costs that are shown') })
  if (item === undefined) return
  const document = await vscode.workspace.openTextDocument({
    content: exportText(rows, item.format),
    language: item.language,
  })
  await vscode.window.showTextDocument(document)
}
