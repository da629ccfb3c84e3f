import * as vscode from 'vscode'
import type { Documents } from '../documents.ts'
import { idOfUri } from '../file-id.ts'
import type { Base, FromWorker, Refs, ToWorker } from '../protocol.ts'
import type { Results } from '../results.ts'
import { mayCompare } from '../settings.ts'
import { createEditorsGit, type EditorsGit } from './git-extension.ts'

/** What costs are compared with, and when they are compared anew. */
export interface BaseChoice extends vscode.Disposable {
  base(): Base
  choose(): Promise<void>
  /** Asks the worker to compare all that is in sight. */
  compare(): void
  /** The settings, or the trust in the folder, are not what they were. */
  refresh(): void
  /** Somebody looks at what changed in all files. */
  watch(on: boolean): void
  /** A new worker knows nothing. */
  restarted(): void
  receive(message: FromWorker): void
  readonly uriAt: EditorsGit['uriAt']
}

const key = 'outlay.base'

export function createBaseChoice(
  memory: vscode.Memento,
  documents: Documents,
  results: Results,
  send: (message: ToWorker) => void,
): BaseChoice {
  const git = createEditorsGit(() => compareAll())
  const asked = new Map<number, (found: Refs | undefined) => void>()
  let last = 0
  /** The worker is told with the first file, and again when it is another one. */
  let told: Promise<void> | undefined
  let watching = false
  /** What the worker was told last. */
  let may = false

  const base = (): Base => memory.get<Base>(key) ?? { is: 'head' }

  async function tell(): Promise<void> {
    may = mayCompare()
    const program = may ? await git.program() : undefined
    send({ is: 'choose-base', base: may ? base() : undefined, git: program })
  }

  function visible(): readonly string[] {
    const shown = [
      ...vscode.window.visibleTextEditors.map(({ document }) => document),
      ...vscode.window.visibleNotebookEditors.flatMap(({ notebook }) =>
        notebook
          .getCells()
          .slice(0, 1)
          .map((cell) => cell.document),
      ),
    ]
    const files = new Set(shown.flatMap((document) => documents.id(document) ?? []))
    return [...files].filter((file) => documents.version(file) !== undefined)
  }

  /** Nothing is compared before something was shown: it would start the worker. */
  async function compare(files = visible()): Promise<void> {
    if (files.length === 0 || !mayCompare()) return
    told ??= tell()
    await told
    send({ is: 'compare', files })
  }

  async function watch(on: boolean): Promise<void> {
    watching = on
    told ??= tell()
    await told
    if (watching === on) send({ is: 'watch-changes', on })
  }

  function compareAll(): void {
    void compare()
    if (watching) void watch(true)
  }

  function again(): void {
    if (told === undefined) return
    told = tell()
    compareAll()
  }

  function refs(): Promise<Refs | undefined> {
    const front = vscode.window.activeTextEditor?.document.uri
    const folder = (front && vscode.workspace.getWorkspaceFolder(front)) ?? vscode.workspace.workspaceFolders?.[0]
    if (!folder) return Promise.resolve(undefined)
    const id = ++last
    send({ is: 'find-refs', id, folder: idOfUri(folder.uri) })
    return new Promise((answered) => asked.set(id, answered))
  }

  const seen = new Set<string>()
  const subscriptions = [
    git,
    results.onDidChange((file) => {
      if (seen.has(file) || documents.version(file) === undefined) return
      seen.add(file)
      void compare([file])
    }),
    documents.onDidForget((file) => seen.delete(file)),
    vscode.window.onDidChangeActiveTextEditor(() => void compare()),
    vscode.window.onDidChangeActiveNotebookEditor(() => void compare()),
    vscode.workspace.onDidSaveTextDocument(compareAll),
    vscode.workspace.onDidSaveNotebookDocument(compareAll),
    vscode.workspace.onDidGrantWorkspaceTrust(again),
    vscode.workspace.onDidChangeWorkspaceFolders(again),
    vscode.window.onDidChangeWindowState(({ focused }) => focused && compareAll()),
  ]

  return {
    base,
    async choose() {
      told ??= tell()
      await told
      const { chooseBase } = await import('../compare/choose.ts')
      const picked = await chooseBase(base(), mayCompare() ? refs() : Promise.resolve(undefined))
      if (picked === undefined) return
      await memory.update(key, picked)
      again()
    },
    compare: compareAll,
    refresh: () => mayCompare() !== may && again(),
    watch: (on) => void watch(on),
    restarted() {
      for (const answered of asked.values()) answered(undefined)
      asked.clear()
      seen.clear()
      again()
    },
    receive(message) {
      if (message.is !== 'refs') return
      asked.get(message.id)?.(message.found)
      asked.delete(message.id)
    },
    uriAt: git.uriAt,
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  }
}
