import * as vscode from 'vscode'
import { idOfUri } from './file-id.ts'
import type { ToWorker } from './protocol.ts'

export interface WatchTools {
  send(message: ToWorker): void
  gone(file: string): void
  /** A file is there that was not: an editor may have shown it all the while. */
  came(file: string): void
  /** A commit, or another branch. */
  headMoved(): void
}

/** Files a result can rest on without being open. Starts with the first document, not at activation. */
export function createWatch({ send, gone, came, headMoved }: WatchTools): vscode.Disposable & { start(): void } {
  let watcher: vscode.Disposable | undefined

  function start(): void {
    if (watcher) return
    const made = vscode.workspace.createFileSystemWatcher(
      '**/{outlay.json,tsconfig.json,*.csv,*.tf,*.tofu,*.tfvars,*.hcl,*.py,*.ts,*.tsx,*.mts,*.cts,*.js,*.jsx,*.mjs,*.cjs}',
    )
    const tell = (uri: vscode.Uri) => send({ is: 'changed', uris: [idOfUri(uri)] })
    const tellData = (uri: vscode.Uri) => {
      if (!/\/(?:outlay|tsconfig)\.json$/.test(uri.path)) tell(uri)
    }
    const deleted = (uri: vscode.Uri) => {
      gone(idOfUri(uri))
      tell(uri)
    }
    const created = (uri: vscode.Uri) => {
      tell(uri)
      came(idOfUri(uri))
    }
    // What is deleted and written again at once is told as a change.
    const changed = (uri: vscode.Uri) => {
      tell(uri)
      const shown = vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === uri.toString())
      if (shown) came(idOfUri(uri))
    }
    // Read where code names them, and shown in no editor of ours.
    const data = vscode.workspace.createFileSystemWatcher('**/{.env,.env.*,*.env,*.json,*.yaml,*.yml}')
    const head = vscode.workspace.createFileSystemWatcher('**/.git/logs/HEAD')
    watcher = vscode.Disposable.from(
      made,
      made.onDidChange(changed),
      made.onDidCreate(created),
      made.onDidDelete(deleted),
      data,
      data.onDidChange(tellData),
      data.onDidCreate(tellData),
      data.onDidDelete(tellData),
      head,
      head.onDidChange(headMoved),
      head.onDidCreate(headMoved),
    )
  }
  return { start, dispose: () => watcher?.dispose() }
}
