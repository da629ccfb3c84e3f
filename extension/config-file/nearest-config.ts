import * as vscode from 'vscode'
import { configName } from '../../core/config/name.ts'
import { folderOf } from '../../core/path.ts'
import { idOfUri, uriOf } from '../file-id.ts'

/** Upward from a folder, not above the workspace folder. */
export async function nearestConfig(folder: vscode.WorkspaceFolder, root: string): Promise<vscode.Uri | undefined> {
  const top = idOfUri(folder.uri)
  for (let at = root; at === top || at.startsWith(`${top}/`); at = folderOf(at)) {
    const uri = uriOf(`${at}/${configName}`)
    const there = await vscode.workspace.fs.stat(uri).then(
      ({ type }) => (type & vscode.FileType.File) !== 0,
      () => false,
    )
    if (there) return uri
  }
  return undefined
}
