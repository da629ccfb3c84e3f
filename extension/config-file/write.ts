import * as vscode from 'vscode'
import { type Refused, type RootFiles, varFilesEdits } from './edit-config.ts'
import type { TextEdit } from './json-text.ts'

/** What became of a config that something was to be written into. */
export type Written =
  | { readonly is: 'saved' }
  | { readonly is: 'unchanged' }
  /** It is in it, beside changes of somebody's that are not saved: saving those is not ours to do. */
  | { readonly is: 'unsaved'; readonly document: vscode.TextDocument }
  /** As it was. */
  | {
      readonly is: 'refused'
      readonly document: vscode.TextDocument
      readonly because: string
      readonly offset: number
    }

/** What is changed on the disk while it is written is read anew, so often. */
const mostTries = 3

/** Writes the files into an outlay.json. */
export const writeVarFiles = (uri: vscode.Uri, change: RootFiles): Promise<Written> =>
  writeConfig(uri, (text) => varFilesEdits(text, change))

/** Changes an outlay.json, which is made where it is not there. What else it holds, saved or not, stays. */
export async function writeConfig(
  uri: vscode.Uri,
  change: (text: string) => readonly TextEdit[] | Refused,
  tries = mostTries,
): Promise<Written> {
  const make = new vscode.WorkspaceEdit()
  make.createFile(uri, { ignoreIfExists: true })
  await vscode.workspace.applyEdit(make)
  const document = await vscode.workspace.openTextDocument(uri)
  const wasDirty = document.isDirty
  const text = document.getText()
  const refused = (because: string, offset = 0): Written => ({ is: 'refused', document, because, offset })
  // What is no UTF-8 is shown with this sign, and would be saved with it.
  const lost = text.indexOf('\uFFFD')
  if (lost >= 0) return refused(vscode.l10n.t('it is not in UTF-8'), lost)
  const edits = change(text)
  if ('refused' in edits) return refused(whyNot(edits, document), edits.offset)
  if (edits.length === 0) return { is: 'unchanged' }
  const edit = new vscode.WorkspaceEdit()
  for (const { start, end, text: put } of edits)
    edit.replace(uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), put)
  if (!(await vscode.workspace.applyEdit(edit)))
    return tries > 1 ? writeConfig(uri, change, tries - 1) : refused(vscode.l10n.t('it cannot be edited here'))
  if (wasDirty) return { is: 'unsaved', document }
  return (await document.save()) ? { is: 'saved' } : { is: 'unsaved', document }
}

function whyNot({ refused, offset, what }: Refused, document: vscode.TextDocument): string {
  const line = document.positionAt(offset).line + 1
  if (refused === 'broken') return vscode.l10n.t('it is no valid JSON at line {0} ({1})', line, what)
  return what === ''
    ? vscode.l10n.t('it holds no object')
    : vscode.l10n.t('"{0}" at line {1} is not what it should be', what, line)
}
