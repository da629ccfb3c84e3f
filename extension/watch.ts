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

/** Files told of in one go: some milliseconds. */
const atOnce = 500

/** Files a result can rest on without being open. Starts with the first document or scan, not at activation, and in a turn of its own: the worker starts in this one. */
export function createWatch({ send, gone, came, headMoved }: WatchTools): vscode.Disposable & { start(): void } {
  let watcher: vscode.Disposable | undefined
  let pending: NodeJS.Timeout | undefined
  let starting: NodeJS.Timeout | undefined

  function watchFiles(): void {
    const made = vscode.workspace.createFileSystemWatcher(
      '**/{outlay.json,tsconfig.json,*.csv,*.tf,*.tofu,*.tfvars,*.hcl,*.py,*.ts,*.tsx,*.mts,*.cts,*.js,*.jsx,*.mjs,*.cjs}',
    )
    const told: { readonly uri: vscode.Uri; readonly isThere: boolean }[] = []
    // A checkout tells of thousands of files in one go: the worker is told of many at once, and others have their turn in between.
    const flush = () => {
      // The last that was told of a file is what holds.
      const some = new Map(told.splice(0, atOnce).map(({ uri, isThere }) => [idOfUri(uri), isThere]))
      if (told.length > 0) pending = setTimeout(flush, 0)
      send({ is: 'changed', uris: [...some.keys()] })
      for (const [file, isThere] of some) if (isThere) came(file)
    }
    const tell = (uri: vscode.Uri, isThere: boolean) => {
      if (told.length === 0) pending = setTimeout(flush, 0)
      told.push({ uri, isThere })
    }
    const tellData = (uri: vscode.Uri) => {
      if (!/\/(?:outlay|tsconfig)\.json$/.test(uri.path)) tell(uri, false)
    }
    const deleted = (uri: vscode.Uri) => {
      gone(idOfUri(uri))
      tell(uri, false)
    }
    // What is deleted and written again at once is told as a change.
    const written = (uri: vscode.Uri) => tell(uri, true)
    // Read where code names them, and shown in no editor of ours.
    const data = vscode.workspace.createFileSystemWatcher('**/{.env,.env.*,*.env,*.json,*.yaml,*.yml}')
    const head = vscode.workspace.createFileSystemWatcher('**/.git/logs/HEAD')
    watcher = vscode.Disposable.from(
      made,
      made.onDidChange(written),
      made.onDidCreate(written),
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
  return {
    start() {
      starting ??= setTimeout(watchFiles, 0)
    },
    dispose() {
      clearTimeout(starting)
      clearTimeout(pending)
      watcher?.dispose()
    },
  }
}
