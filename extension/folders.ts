import * as vscode from 'vscode'
import { idOfUri } from './file-id.ts'
import type { ToWorker } from './protocol.ts'

/** The worker is told the folders of the editor ahead of all else, and again where they are others: telling it nothing but that would start it. */
export interface Folders extends vscode.Disposable {
  ahead(): void
  restarted(): void
}

export function createFolders(send: (message: ToWorker) => void): Folders {
  let told = false

  function tell(): void {
    told = true
    send({ is: 'folders', folders: (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => idOfUri(uri)) })
  }

  const changed = vscode.workspace.onDidChangeWorkspaceFolders(() => {
    if (told) tell()
  })
  return {
    ahead() {
      if (!told) tell()
    },
    restarted: tell,
    dispose: () => changed.dispose(),
  }
}
