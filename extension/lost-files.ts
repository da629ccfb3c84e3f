import * as vscode from 'vscode'
import { folderOf } from '../core/path.ts'
import { idOfUri } from './file-id.ts'
import { eachInTurn } from './long-lists.ts'
import type { FromWorker } from './protocol.ts'
import type { Results } from './results.ts'
import type { Scan } from './scan.ts'
import { createSpaced } from './spaced.ts'
import type { InTurn } from './turns.ts'

interface LostFilesTools {
  readonly results: Results
  readonly scan: Scan
  readonly inTurn: InTurn
}

/**
 * Milliseconds: a checkout deletes thousands of files, and all are looked for at once. What it took may be the wait for a long scan:
 * then the next is not put off for minutes.
 */
const spacing = { soon: 50, apart: (took: number) => Math.min(2000, Math.max(500, took * 5)) }

/**
 * What a scan has found in a file goes with the file: deleted, renamed, with a folder it was in, or with a folder of the workspace.
 * What has come or changed on disk, or has another name, is read. Nothing is watched before a scan has found something.
 */
export function createLostFiles({
  results,
  scan,
  inTurn,
}: LostFilesTools): vscode.Disposable & { receive(message: FromWorker): void } {
  const subscriptions: vscode.Disposable[] = []
  /** Deleted since it was last looked: files, and folders with all that is in them. */
  const deleted = new Set<string>()
  /** Have come or changed: files, and folders that were moved, of which only they themselves are told. */
  const written = new Map<string, vscode.Uri>()
  /** Have another name, or read something that is another now. */
  const named = new Set<string>()

  const isScanned = (file: string) => results.all().get(file)?.scanned !== undefined

  function isIn(places: ReadonlySet<string>, file: string): boolean {
    for (let place = file; place !== ''; place = folderOf(place)) if (places.has(place)) return true
    return false
  }

  async function lookFor(): Promise<void> {
    // It may have read what was deleted meanwhile, and tells of it later.
    await scan.ended()
    const [gone, again, come] = [new Set(deleted), [...named], [...written.values()]]
    deleted.clear()
    named.clear()
    written.clear()
    const look = ([file, { scanned }]: [string, { readonly scanned?: unknown }]) => {
      if (scanned && isIn(gone, file)) results.forget(file)
      return []
    }
    if (gone.size > 0) await eachInTurn([...results.all()], look, inTurn)
    again.push(...(await scan.among(come)))
    if (again.length > 0) scan.again(again)
  }

  const looking = createSpaced(lookFor, spacing)

  function left(uri: vscode.Uri): void {
    deleted.add(idOfUri(uri))
    looking.ask()
  }

  function came(uri: vscode.Uri): void {
    if (!scan.looksAt(uri)) return
    written.set(idOfUri(uri), uri)
    looking.ask()
  }

  function renamed(from: string, to: string): void {
    const places = new Set([from])
    for (const file of results.all().keys())
      if (isScanned(file) && isIn(places, file)) named.add(`${to}${file.slice(from.length)}`)
    deleted.add(from)
    looking.ask()
  }

  function watch(): void {
    starting.dispose()
    const watcher = vscode.workspace.createFileSystemWatcher('**')
    subscriptions.push(
      watcher,
      watcher.onDidDelete(left),
      watcher.onDidCreate(came),
      watcher.onDidChange((uri) => scan.reads(uri) && came(uri)),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) renamed(idOfUri(oldUri), idOfUri(newUri))
      }),
      // One that is in another folder of the workspace has not gone.
      vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => {
        for (const { uri } of removed) if (!vscode.workspace.getWorkspaceFolder(uri)) left(uri)
      }),
    )
  }

  const starting = results.onDidChange((file) => {
    if (isScanned(file)) watch()
  })
  return {
    receive(message) {
      if (message.is !== 'outdated') return
      for (const file of message.files) named.add(file)
      looking.ask()
    },
    dispose() {
      looking.cancel()
      vscode.Disposable.from(starting, ...subscriptions).dispose()
    },
  }
}
