import * as vscode from 'vscode'
import { idOfUri } from './file-id.ts'
import type { ToWorker } from './protocol.ts'

/** Files a result can rest on without being open. Starts with the first document, not at activation. */
export function createWatch(
  send: (message: ToWorker) => void,
  gone: (file: string) => void,
): vscode.Disposable & { start(): void } {
  let watcher: vscode.Disposable | undefined

  function start(): void {
    if (watcher) return
    const made = vscode.workspace.createFileSystemWatcher('**/{outlay.json,*.csv,*.tf,*.tofu,*.tfvars}')
    const tell = (uri: vscode.Uri) => send({ is: 'changed', uris: [idOfUri(uri)] })
    const deleted = (uri: vscode.Uri) => {
      gone(idOfUri(uri))
      tell(uri)
    }
    watcher = vscode.Disposable.from(made, made.onDidChange(tell), made.onDidCreate(tell), made.onDidDelete(deleted))
  }
  return { start, dispose: () => watcher?.dispose() }
}
