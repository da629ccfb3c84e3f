import * as vscode from 'vscode'
import { folderOf } from '../core/path.ts'
import { idOfUri, isConfig, uriOf } from './file-id.ts'
import { eachInTurn } from './long-lists.ts'
import { filesIn, projectFiles, type Wanted } from './project-files.ts'
import type { FromWorker, ToWorker } from './protocol.ts'
import { flagOf } from './settings.ts'
import type { InTurn } from './turns.ts'

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
  /** False in folders that no scan looks into. */
  looksAt(uri: vscode.Uri): boolean
  reads(uri: vscode.Uri): boolean
  /** Those that a scan reads, of files and folders that are there. */
  among(uris: readonly vscode.Uri[]): Promise<readonly string[]>
  /** Files of the project that have come or changed since, or have another name. */
  again(files: readonly string[]): void
  /** When all that are running have ended, those of some files too; at once where none is. */
  ended(): Promise<unknown>
  /** The worker that was at it is gone. */
  abandon(): void
}

/** Those the user has not switched off: a setting is a folder's, not a file's. */
async function enabled(found: readonly vscode.Uri[], inTurn: InTurn): Promise<string[]> {
  // Of which of the workspace's folders a file is takes longer to find than all the rest.
  const folders = new Map<string, vscode.WorkspaceFolder | undefined>()
  const flags = new Map<vscode.WorkspaceFolder | undefined, boolean>()
  const folderAround = (uri: vscode.Uri) => {
    const place = `${uri.scheme}://${uri.authority}${folderOf(uri.path)}`
    if (!folders.has(place)) folders.set(place, vscode.workspace.getWorkspaceFolder(uri))
    return folders.get(place)
  }
  const look = (uri: vscode.Uri) => {
    const folder = folderAround(uri)
    const flag = flags.get(folder) ?? flagOf('enable', folder?.uri)
    flags.set(folder, flag)
    return flag && !isConfig(uri) ? [idOfUri(uri)] : []
  }
  return eachInTurn(found, look, inTurn)
}

function looksAt(uri: vscode.Uri): boolean {
  const around = vscode.workspace.getWorkspaceFolder(uri)
  const names = uri.path.slice(around?.uri.path.length).split('/')
  return around !== undefined && !names.some((name) => read.skipped.includes(name))
}

async function among(uris: readonly vscode.Uri[]): Promise<readonly string[]> {
  const found: vscode.Uri[] = []
  for (const uri of uris) {
    if (read.name.test(uri.path)) found.push(uri)
    else if (await isFolder(uri)) found.push(...(await filesIn(uri, read)))
  }
  return found.filter((uri) => !isConfig(uri)).map(idOfUri)
}

/** What is not there any more is none. */
const isFolder = (uri: vscode.Uri): Promise<boolean> =>
  Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    ({ type }) => (type & vscode.FileType.Directory) !== 0,
    () => false,
  )

interface Current {
  readonly ended: Promise<void>
  stop(): void
}

interface Running {
  /** Undefined: all that there are. */
  readonly asked: ReadonlySet<string> | undefined
  /** Those that cost something. */
  readonly found: Set<string>
  done(): void
}

interface ScanTools {
  send(message: ToWorker): void
  /** Is told which files cost something, of those that were read; of all where `asked` is undefined. */
  finished(found: ReadonlySet<string>, asked: ReadonlySet<string> | undefined): Promise<void>
  readonly inTurn: InTurn
}

/** Reads every file of the project once, on request; the worker answers file by file. */
export function createScan({ send, finished, inTurn }: ScanTools): Scan {
  const running = new Map<number, Running>()
  let scanned = new Set<string>()
  let last = 0

  function ask(files: readonly string[], isAll: boolean, done: () => void): number {
    last += 1
    running.set(last, { asked: isAll ? undefined : new Set(files), found: new Set(), done })
    send({ is: 'scan', id: last, files, isAll })
    return last
  }

  /** Of some files. */
  const asked = new Set<Promise<void>>()

  function askSome(files: readonly string[]): void {
    const ended = new Promise<void>((done) => ask(files, false, done))
    asked.add(ended)
    void ended.then(() => asked.delete(ended))
  }

  function all(files: readonly string[], token: vscode.CancellationToken): Promise<void> {
    scanned = new Set(files)
    return new Promise((done) => {
      const id = ask(files, true, done)
      token.onCancellationRequested(() => {
        running.delete(id)
        send({ is: 'stop-scan', id })
        done()
      })
    })
  }

  async function look(token: vscode.CancellationToken): Promise<void> {
    const found = await projectFiles(read, token)
    const wanted = await enabled(found, inTurn)
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
      if (message.is === 'result' && message.scanned) for (const { found } of running.values()) found.add(message.file)
      if (message.is !== 'scanned') return
      const ended = running.get(message.id)
      running.delete(message.id)
      if (!ended) return
      void finished(ended.found, ended.asked).finally(ended.done)
    },
    closed(file) {
      if (scanned.has(file) && flagOf('enable', uriOf(file))) askSome([file])
    },
    looksAt,
    reads: (uri) => read.name.test(uri.path) && looksAt(uri),
    among,
    again(files) {
      const wanted = files.filter((file) => flagOf('enable', uriOf(file)))
      for (const file of wanted) scanned.add(file)
      if (wanted.length > 0) askSome(wanted)
    },
    ended: () => Promise.all([current?.ended, ...asked]),
    abandon() {
      for (const { done } of running.values()) done()
      running.clear()
    },
  }
}
