import * as vscode from 'vscode'

/**
 * Left alone, a quick pick sorts what it shows by how well the label fits the text; these come sorted by price. The property is
 * not part of the API's types; where it is not known the labels, which are amounts, do not fit the text and stay in order.
 */
export function inGivenOrder<T extends vscode.QuickPickItem>(pick: vscode.QuickPick<T>): vscode.QuickPick<T> {
  return Object.assign(pick, { sortByLabel: false })
}

export function copied(text: string): void {
  void vscode.env.clipboard.writeText(text)
  vscode.window.setStatusBarMessage(`$(check) ${vscode.l10n.t('Copied')}`, 2000)
}
