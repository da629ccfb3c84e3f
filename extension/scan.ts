import * as vscode from 'vscode'
import { folderOf } from '../core/path.ts'
import { idOfUri, isConfig, uriOf } from './file-id.ts'
import { projectFiles, type Wanted } from './project-files.ts'
import type { FromWorker, ToWorker } from './protocol.ts'
import { flagOf } from './settings.ts'

const read: Wanted = {
  // Braces inside braces find nothing.
  glob: '**/{*.py,*.ipynb,*.ts,*.tsx,*.mts,*.cts,*.js,*.jsx,*.mjs,*.cjs,*.tf,*.tofu,*.yaml,*.yml,terragrunt.hcl}',
  name: /\.(py|ipynb|[cm]?[tj]s|[tj]sx|tf|tofu|ya?ml)$|^terragrunt\.hcl$/,
  skipped: [
    ...['node_modules', '.git', '.venv', 'venv', 'dist', 'build', 'out'],
    ...['.terraform', '.terragrunt-cache', '__pycache__', 'site-packages'],
  ],
  /** More files than this belong to the command line. */
  most: 20_000,
}

export interface Scan {
  /** Asked again while one is at it, it is that one. */
  run(): Promise<void>
  /** What it found so far stays. */
  stop(): void
  receive(message: FromWorker): void
  /** A file that a scan has read was closed: it counts as it stands on disk. */
  closed(file: string): void
  /** Files of the project that are there again, or under another name. */
  again(files: readonly string[]): void
  /** When the one that is running has ended; at once where none is. */
  ended(): Promise<void>
  /** The worker that was at it is gone. */
  abandon(): void
}

/** Files looked at in one go: some milliseconds. */
const atOnce = 100

/** Those the user has not switched off: a setting is a folder's, not a file's. */
async function enabled(found: readonly vscode.Uri[]): Promise<string[]> {
  // Of which of the workspace's folders a file is takes longer to find than all the rest.
  const folders = new Map<string, vscode.WorkspaceFolder | undefined>()
  const flags = new Map<vscode.WorkspaceFolder | undefined, boolean>()
  const folderAround = (uri: vscode.Uri) => {
    const place = `${uri.scheme}://${uri.authority}${folderOf(uri.path)}`
    if (!folders.has(place)) folders.set(place, vscode.workspace.getWorkspaceFolder(uri))
    return folders.get(place)
  }
  const files: string[] = []
  for (const [i, uri] of found.entries()) {
    if (i % atOnce === atOnce - 1) await new Promise((go) => setTimeout(go, 0))
    const folder = folderAround(uri)
    const flag = flags.get(folder) ?? flagOf('enable', folder?.uri)
    flags.set(folder, flag)
    if (flag && !isConfig(uri)) files.push(idOfUri(uri))
  }
  return files
}

interface Current {
  readonly ended: Promise<void>
  stop(): void
}

interface Running {
  readonly files: Set<string>
  done(): void
}

/** Reads every file of the project once, on request; the worker answers file by file. `finished` is told which files cost something. */
export function createScan(send: (message: ToWorker) => void, finished: (files: ReadonlySet<string>) => void): Scan {
  const running = new Map<number, Running>()
  let scanned = new Set<string>()
  let last = 0

  function ask(files: readonly string[], isAll: boolean): number {
    last += 1
    send({ is: 'scan', id: last, files, isAll })
    return last
  }

  function all(files: readonly string[], token: vscode.CancellationToken): Promise<void> {
    scanned = new Set(files)
    return new Promise((done) => {
      const id = ask(files, true)
      running.set(id, { files: new Set(), done })
      token.onCancellationRequested(() => {
        running.delete(id)
        send({ is: 'stop-scan', id })
        done()
      })
    })
  }

  async function look(token: vscode.CancellationToken): Promise<void> {
    const found = await projectFiles(read, token)
    const wanted = await enabled(found)
    if (!token.isCancellationRequested) await all(wanted, token)
  }

  /** Progress that stands in a view has no button of its own to cancel it. */
  function start(): Current {
    const source = new vscode.CancellationTokenSource()
    const ended = vscode.window.withProgress({ location: { viewId: 'outlay.costs' } }, () => look(source.token))
    void vscode.commands.executeCommand('setContext', 'outlay.scanning', true)
    const end = () => {
      current = undefined
      source.dispose()
      void vscode.commands.executeCommand('setContext', 'outlay.scanning', false)
    }
    return { ended: Promise.resolve(ended).finally(end), stop: () => source.cancel() }
  }

  let current: Current | undefined

  return {
    run() {
      current ??= start()
      return current.ended
    },
    stop: () => current?.stop(),
    receive(message) {
      if (message.is === 'result' && message.scanned) for (const { files } of running.values()) files.add(message.file)
      if (message.is !== 'scanned') return
      const ended = running.get(message.id)
      running.delete(message.id)
      if (!ended) return
      finished(ended.files)
      ended.done()
    },
    closed(file) {
      if (scanned.has(file) && flagOf('enable', uriOf(file))) ask([file], false)
    },
    again(files) {
      const wanted = files.filter((file) => flagOf('enable', uriOf(file)))
      for (const file of wanted) scanned.add(file)
      if (wanted.length > 0) ask(wanted, false)
    },
    ended: () => current?.ended ?? Promise.resolve(),
    abandon() {
      for (const { done } of running.values()) done()
      running.clear()
    },
  }
}
