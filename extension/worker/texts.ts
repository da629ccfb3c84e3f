import { type Document, fileDocument } from '../../core/document.ts'
import { pythonNotebook, scriptNotebook } from '../../language-rules/languages/notebook.ts'
import type { Cell, Change } from '../protocol.ts'

/** What the editor has open, as it stands there. */
export type OpenText =
  | { readonly is: 'text'; version: number; text: string }
  | { readonly is: 'notebook'; version: number; readonly cells: { code: boolean; text: string; script?: true }[] }

export const openText = (text: string, version: number): OpenText => ({ is: 'text', version, text })

export const openNotebook = (cells: readonly Cell[], version: number): OpenText => ({
  is: 'notebook',
  version,
  cells: cells.map((cell) => ({ ...cell })),
})

/** Changes of one edit do not overlap and are relative to the text before; from the end on, none moves another. */
export function applyChanges(text: string, changes: readonly Change[]): string {
  const ordered = [...changes].sort((a, b) => b.start - a.start)
  return ordered.reduce(
    (before, { start, length, text: put }) => before.slice(0, start) + put + before.slice(start + length),
    text,
  )
}

/** False where the text afterwards has not the length the editor's has: an edit was lost. */
export function edit(
  open: OpenText,
  cell: number | undefined,
  changes: readonly Change[],
  version: number,
  length: number,
): boolean {
  const target = open.is === 'text' ? open : open.cells[cell ?? -1]
  if (target === undefined) return false
  target.text = applyChanges(target.text, changes)
  open.version = version
  return target.text.length === length
}

/** A notebook's cells of Python, else those of TypeScript and JavaScript, as one document; cell indices are over all its cells. */
export function notebookOf(file: string, open: OpenText & { readonly is: 'notebook' }): Document {
  const python = open.cells.flatMap(({ code, script, text }, cell) => (code && !script ? [{ cell, text }] : []))
  if (python.length > 0) return pythonNotebook(file, python, open.version)
  const scripts = open.cells.flatMap(({ script, text }, cell) => (script ? [{ cell, text }] : []))
  return scripts.length > 0
    ? scriptNotebook(file, scripts, open.version)
    : fileDocument(file, 'python', '', open.version)
}
