import * as vscode from 'vscode'

/** A browser runs no git: there is nothing to choose from. */
export async function chooseBase(): Promise<undefined> {
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'A browser cannot run git, so there is nothing to compare costs with: open this project in desktop VS Code or a remote window, or use the command line.',
    ),
  )
}
