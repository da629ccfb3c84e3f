import * as vscode from 'vscode'
import type { Written } from './write.ts'

interface Words {
  unsaved(name: string): string
  refused(name: string, because: string): string
}

const general: Words = {
  unsaved: (name) => vscode.l10n.t('{0} is changed and not saved: it has other changes.', name),
  refused: (name, because) => vscode.l10n.t('{0} is as it was: {1}.', name, because),
}

/** Says nothing where all went well; else what became of the file, which is shown to whoever wants to see it. */
export async function tellWritten(uri: vscode.Uri, written: Written, words = general): Promise<void> {
  if (written.is === 'saved' || written.is === 'unchanged') return
  const name = vscode.workspace.asRelativePath(uri, false)
  const show = vscode.l10n.t('Show {0}', name)
  const said =
    written.is === 'unsaved'
      ? await vscode.window.showInformationMessage(words.unsaved(name), show)
      : await vscode.window.showWarningMessage(words.refused(name, written.because), show)
  if (said !== show) return
  const at = written.document.positionAt(written.is === 'refused' ? written.offset : 0)
  const selection = written.is === 'refused' ? { selection: new vscode.Range(at, at) } : {}
  await vscode.window.showTextDocument(written.document, selection)
}
