import * as vscode from 'vscode'
import { configName } from '../../core/config/name.ts'
import { folderOf, relativePath } from '../../core/path.ts'
import type { ConfigChange } from '../../core/simulate/write.ts'
import { allEdits, type Setting } from '../config-file/edit-config.ts'
import { nearestConfig } from '../config-file/nearest-config.ts'
import { tellWritten } from '../config-file/tell.ts'
import { writeConfig } from '../config-file/write.ts'
import type { Documents } from '../documents.ts'
import { idOfUri, uriOf } from '../file-id.ts'
import type { PlacedEdit } from '../protocol.ts'

/** A rule that is to say nothing of one file. */
interface Silence {
  readonly is: 'rule'
  readonly file: string
  readonly rule: string
}

/** One step that Undo takes back. False where the editor refused. */
export async function writeCode(edits: readonly PlacedEdit[], documents: Documents): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit()
  for (const { file, cell, range, text } of edits)
    edit.replace(documents.text(file, cell)?.uri ?? uriOf(file), new vscode.Range(...range), text)
  return edits.length > 0 && vscode.workspace.applyEdit(edit)
}

/** False where the config is as it was; then the user has been told why. */
export async function writeSettings(changes: readonly (ConfigChange | Silence)[]): Promise<boolean> {
  const [first] = changes
  if (!first) return false
  const uri = await configOf(first.file)
  const folder = folderOf(idOfUri(uri))
  const settings = changes.map((change) => settingOf(change, relativePath(folder, change.file)))
  const written = await writeConfig(uri, (text) => allEdits(text, settings))
  await tellWritten(uri, written)
  return written.is !== 'refused'
}

/** The nearest one, else one at the top of the workspace folder, or beside a file of no folder. */
async function configOf(file: string): Promise<vscode.Uri> {
  const folder = vscode.workspace.getWorkspaceFolder(uriOf(file))
  if (!folder) return uriOf(`${folderOf(file)}/${configName}`)
  return (await nearestConfig(folder, folderOf(file))) ?? vscode.Uri.joinPath(folder.uri, configName)
}

/** @param name the file, from the config's folder */
function settingOf(change: ConfigChange | Silence, name: string): Setting {
  switch (change.is) {
    case 'volume':
      return { path: ['volume', `${name}#${change.key}`], value: change.calls }
    case 'assume':
      return { files: name, path: ['assume', change.name], value: change.tokens }
    case 'usage':
      return { path: ['usage', change.address, change.name], value: change.quantity }
    case 'rule':
      return { files: name, path: ['rules', change.rule], value: 'off' }
    case 'region':
      return { path: ['region', change.cloud], value: change.region }
  }
}
