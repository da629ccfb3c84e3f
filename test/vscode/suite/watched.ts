import * as vscode from 'vscode'
import { until, uriOf, write } from './look.ts'

const watchers: vscode.Disposable[] = []

export function unwatch(): void {
  for (const watcher of watchers.splice(0)) watcher.dispose()
}

/** Makes the folders around files one after the other: of one that is made within a new one the editor may never tell. What it tells of comes out. */
export async function watched(names: readonly string[]): Promise<ReadonlySet<string>> {
  const told = new Set<string>()
  const watcher = vscode.workspace.createFileSystemWatcher('**')
  watcher.onDidCreate((uri) => told.add(uri.fsPath))
  watchers.push(watcher)
  const around = (name: string) =>
    name.split('/').flatMap((_, at, parts) => (at > 0 ? [parts.slice(0, at).join('/')] : []))
  for (const folder of new Set(names.flatMap(around))) {
    let tries = 0
    await until(`${folder} is watched`, async () => {
      tries += 1
      const probe = `${folder}/probe${tries}.txt`
      await write(probe, '')
      await new Promise((go) => setTimeout(go, 200))
      return told.has(uriOf(probe).fsPath) ? true : undefined
    })
  }
  return told
}
