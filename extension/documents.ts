import * as vscode from 'vscode'
import { cellScheme, idOf, idOfUri, isJupyter } from './file-id.ts'
import { isPlainData } from './plain-data.ts'
import type { Cell, ToWorker } from './protocol.ts'
import { flagOf } from './settings.ts'

interface Tracked {
  readonly id: string
  readonly of: vscode.TextDocument | vscode.NotebookDocument
  /** A notebook has no one version that its cells' edits count up: it is counted here. */
  version: number
  eol: vscode.EndOfLine | undefined
}

/** The documents the worker knows. One is told of when it first becomes visible, and kept until it is closed. */
export interface Documents extends vscode.Disposable {
  /** The worker's name of a document, which is made known if it was not. */
  track(document: vscode.TextDocument): string | undefined
  id(document: vscode.TextDocument): string | undefined
  /** The version a result must have to fit what is on screen. */
  version(id: string): number | undefined
  text(id: string, cell: number | undefined): vscode.TextDocument | undefined
  notebook(id: string): vscode.NotebookDocument | undefined
  /** Cells of a notebook, or the file itself. */
  parts(id: string): readonly vscode.TextDocument[]
  resend(id: string): void
  /** What was deleted on disk is gone, though an editor may still show it: until somebody writes in it, or it comes back. */
  gone(id: string): void
  came(id: string): void
  resendAll(): void
  /** From now on it hears of what is opened, typed and closed. */
  start(): void
  /** Looks at the visible editors, and lets go of what is switched off. */
  look(): void
  readonly onDidForget: vscode.Event<string>
}

export function createDocuments(send: (message: ToWorker) => void): Documents {
  const tracked = new Map<string, Tracked>()
  const forgotten = new vscode.EventEmitter<string>()
  /** Deleted on disk, perhaps still shown. */
  const deleted = new Set<string>()

  const notebookOf = (document: vscode.TextDocument) =>
    document.uri.scheme === cellScheme
      ? vscode.workspace.notebookDocuments.find((notebook) =>
          notebook.getCells().some((cell) => cell.document === document),
        )
      : undefined

  function id(document: vscode.TextDocument): string | undefined {
    const notebook = notebookOf(document)
    if (notebook) return isJupyter(notebook) ? idOfUri(notebook.uri) : undefined
    return document.uri.scheme === cellScheme ? undefined : idOf(document)
  }

  function open(held: Tracked): void {
    if ('getCells' in held.of) {
      const cells = held.of.getCells().map(({ document }): Cell => {
        const isScript = /^(?:type|java)script(?:react)?$/.test(document.languageId)
        const code = isScript || document.languageId === 'python'
        return { code, text: document.getText(), ...(isScript ? { script: true } : {}) }
      })
      send({ is: 'open-notebook', file: held.id, version: held.version, cells })
    } else {
      held.version = held.of.version
      held.eol = held.of.eol
      send({ is: 'open', file: held.id, version: held.of.version, text: held.of.getText() })
    }
  }

  function add(key: string, of: Tracked['of']): void {
    const held: Tracked = { id: key, of, version: 1, eol: undefined }
    tracked.set(key, held)
    open(held)
  }

  function track(document: vscode.TextDocument): string | undefined {
    const key = id(document)
    if (key === undefined || tracked.has(key)) return key
    if (!flagOf('enable', document.uri)) return undefined
    if (deleted.has(key) && !document.isDirty) return undefined
    if (tracked.size === 0 && isPlainData(document)) return undefined
    const isFirst = tracked.size === 0
    add(key, notebookOf(document) ?? document)
    // What was left alone before it is known too from now on: programs read data that is not saved yet.
    if (isFirst) look()
    return key
  }

  function forget(key: string): void {
    if (!tracked.delete(key)) return
    send({ is: 'close', file: key })
    forgotten.fire(key)
  }

  function gone(key: string): void {
    deleted.add(key)
    forget(key)
  }

  /** Also finds what a rename or a change of language left behind under its old name. */
  function forgetDocument(document: vscode.TextDocument): void {
    for (const held of [...tracked.values()]) if (held.of === document) forget(held.id)
  }

  function changed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const held = tracked.get(id(document) ?? '')
    if (!held) {
      if (tracked.size === 0 && document.languageId === 'yaml') look()
      return
    }
    const notebook = 'getCells' in held.of ? held.of : undefined
    if (!notebook && held.version === document.version) return
    if (!notebook && held.eol !== document.eol) {
      open(held)
      return
    }
    held.version = notebook ? held.version + 1 : document.version
    const cell = notebook?.getCells().find((one) => one.document === document)?.index
    const changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
      start: rangeOffset,
      length: rangeLength,
      text,
    }))
    send({
      is: 'edit',
      file: held.id,
      ...(cell === undefined ? {} : { cell }),
      version: held.version,
      changes,
      length: lengthOf(document),
    })
  }

  function notebookChanged(event: vscode.NotebookDocumentChangeEvent): void {
    const held = tracked.get(idOfUri(event.notebook.uri))
    if (held && event.contentChanges.length > 0) reopen(held)
  }

  function reopen(held: Tracked): void {
    held.version += 1
    open(held)
  }

  function look(): void {
    for (const held of [...tracked.values()]) if (!flagOf('enable', held.of.uri)) forget(held.id)
    for (const editor of vscode.window.visibleTextEditors) track(editor.document)
    for (const { notebook } of vscode.window.visibleNotebookEditors) {
      const key = idOfUri(notebook.uri)
      if (isJupyter(notebook) && !tracked.has(key) && flagOf('enable', notebook.uri)) add(key, notebook)
    }
  }

  /** A change of language closes the document and opens it again; a notebook does not hear of it. */
  function opened(document: vscode.TextDocument): void {
    const notebook = notebookOf(document)
    const held = notebook && tracked.get(idOfUri(notebook.uri))
    if (held) reopen(held)
    look()
  }

  const subscriptions: vscode.Disposable[] = [forgotten]
  const listen = () => [
    vscode.window.onDidChangeVisibleTextEditors(look),
    vscode.window.onDidChangeVisibleNotebookEditors(look),
    vscode.workspace.onDidChangeTextDocument(changed),
    vscode.workspace.onDidChangeNotebookDocument(notebookChanged),
    vscode.workspace.onDidCloseTextDocument((document) => {
      deleted.delete(id(document) ?? '')
      forgetDocument(document)
    }),
    vscode.workspace.onDidSaveTextDocument((document) => deleted.delete(id(document) ?? '')),
    vscode.workspace.onDidOpenTextDocument(opened),
    vscode.workspace.onDidCloseNotebookDocument((notebook) => forget(idOfUri(notebook.uri))),
    vscode.workspace.onDidDeleteFiles(({ files }) => {
      for (const uri of files) gone(idOfUri(uri))
    }),
  ]

  return {
    track,
    id,
    version: (key) => tracked.get(key)?.version,
    text(key, cell) {
      const of = tracked.get(key)?.of
      if (of === undefined) return undefined
      if (!('getCells' in of)) return of
      return cell !== undefined && cell < of.cellCount ? of.cellAt(cell).document : undefined
    },
    notebook(key) {
      const of = tracked.get(key)?.of
      return of && 'getCells' in of ? of : undefined
    },
    parts(key) {
      const of = tracked.get(key)?.of
      if (of === undefined) return []
      return 'getCells' in of ? of.getCells().map((cell) => cell.document) : [of]
    },
    resend(key) {
      const held = tracked.get(key)
      if (held) open(held)
    },
    gone,
    came(key) {
      // Of thousands that a checkout writes, an editor may have shown only those that were deleted.
      if (deleted.delete(key)) look()
    },
    resendAll() {
      for (const held of tracked.values()) open(held)
    },
    start: () => void subscriptions.push(...listen()),
    look,
    onDidForget: forgotten.event,
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  }
}

/** Without joining the lines, which `getText` would. */
function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end)
}
