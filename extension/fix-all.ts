import * as vscode from 'vscode'
import type { Edit } from '../core/types.ts'
import { type CodeActionTools, editOf } from './code-actions.ts'

// All safe fixes at once: of a text, as its save or a key asks for it, and of a notebook over all its cells.

/** A save waits so long for its fixes, where the last keystroke is not answered yet. Milliseconds. */
const patience = 200

export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('outlay')

/** `notebook.fixAll` in `notebook.codeActionsOnSave` asks for it once for the whole notebook; source.fixAll asks in each cell. */
const notebookKind = vscode.CodeActionKind.Notebook.append('fixAll').append('outlay')

/** Asked of any cell, the first of a notebook may be a heading. */
const anyCell: vscode.DocumentSelector = { notebookType: 'jupyter-notebook' }

class NotebookFixes extends vscode.CodeAction {
  constructor(
    readonly file: string,
    /** Of the text that it was offered for. */
    readonly version: number,
  ) {
    super(vscode.l10n.t('Outlay: apply all safe fixes in the notebook'), notebookKind)
  }
}

/** In a file, or in one cell: fixes that stay in it. */
export async function fixAllActions(
  document: vscode.TextDocument,
  file: string,
  tools: CodeActionTools,
): Promise<vscode.CodeAction[]> {
  await tools.results.within(file, patience)
  const edit = fixAllEdit(file, tools, (one) => tools.places.document(one) === document)
  if (!edit) return []
  const action = new vscode.CodeAction(vscode.l10n.t('Outlay: apply all safe fixes'), fixAllKind)
  action.edit = edit
  return [action]
}

export function createNotebookFixes(tools: CodeActionTools): vscode.Disposable {
  const { documents, results } = tools
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, _range, { only }) {
      const file = documents.id(document)
      if (file === undefined || !only?.intersects(notebookKind)) return []
      await results.within(file, patience)
      const shown = results.current(file)
      return shown && fixAllEdit(file, tools) ? [new NotebookFixes(file, shown.result.version)] : []
    },
    // Made as it is done: VS Code does not look whether the cells are still what they were.
    resolveCodeAction(action) {
      if (!(action instanceof NotebookFixes)) return action
      const isSame = results.current(action.file)?.result.version === action.version
      if (isSame) action.edit = fixAllEdit(action.file, tools)
      return action
    },
  }
  return vscode.languages.registerCodeActionsProvider(anyCell, provider, { providedCodeActionKinds: [notebookKind] })
}

/** Every safe fix of a file, or of the `part` of it, that does not overlap one before it; undefined where there is none. */
export function fixAllEdit(
  file: string,
  tools: CodeActionTools,
  part: (edit: Edit) => boolean = () => true,
): vscode.WorkspaceEdit | undefined {
  // A result of another version is refused: its edits would land in the wrong place.
  const shown = tools.results.current(file)
  if (!shown) return undefined
  const taken: Edit[] = []
  const safe = shown.result.findings
    .filter((finding) => !finding.suppressed)
    .flatMap((finding) => finding.fixes.find((fix) => fix.safety === 'safe') ?? [])
    // Nobody looks at what is done to a whole file at once, or as it is saved: it stays in the file.
    .filter((fix) => fix.edits.every((edit) => edit.file === file && part(edit)))
    .filter((fix) => {
      if (fix.edits.some((edit) => taken.some((other) => overlaps(edit, other)))) return false
      taken.push(...fix.edits)
      return true
    })
  if (safe.length === 0) return undefined
  return editOf({ ...safe[0]!, edits: taken }, shown, tools)
}

const overlaps = (a: Edit, b: Edit) =>
  a.file === b.file && a.cell === b.cell && a.span[0] <= b.span[1] && b.span[0] <= a.span[1]
