import * as vscode from 'vscode'
import { configName } from '../../core/config/name.ts'
import { folderOf, relativePath } from '../../core/path.ts'
import { nearestConfig } from '../config-file/nearest-config.ts'
import { tellWritten } from '../config-file/tell.ts'
import { writeVarFiles } from '../config-file/write.ts'
import { idOfUri, uriOf } from '../file-id.ts'

// A bundle of its own, loaded when somebody chooses: dist/variable-files.js.

interface Choice extends vscode.QuickPickItem {
  readonly uri: vscode.Uri
}

/** More variable files than a list can be chosen from. */
const mostFiles = 500

/**
 * Asks which variable files the root of a file is read with, and writes them into the nearest outlay.json.
 * @param roots the roots the file is read for, as the engine names folders
 * @param used files that are read now
 */
export async function chooseVariableFiles(roots: readonly string[], used: readonly string[]): Promise<void> {
  const root = roots.length < 2 ? roots[0] : await vscode.window.showQuickPick(roots, { title: title() })
  if (root === undefined) return
  const folder = vscode.workspace.getWorkspaceFolder(uriOf(`${root}/main.tf`))
  if (!folder) {
    await vscode.window.showInformationMessage(
      vscode.l10n.t('Variable files are noted in outlay.json: open the folder that holds this file first.'),
    )
    return
  }
  const found = await vscode.workspace.findFiles(
    new vscode.RelativePattern(folder, '**/*.{tfvars,tfvars.json}'),
    '**/.terraform/**',
    mostFiles,
  )
  if (found.length === 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t('There is no .tfvars file in {0}.', folder.name))
    return
  }
  const choices = found.map((uri): Choice => {
    const file = idOfUri(uri)
    const loads = loadsByItself(file, root)
    return {
      uri,
      label: vscode.workspace.asRelativePath(uri, false),
      picked: used.includes(file) && !loads,
      ...(loads ? { description: vscode.l10n.t('Terraform loads it by itself') } : {}),
    }
  })
  const chosen = await vscode.window.showQuickPick(
    choices.sort((a, b) => (a.label < b.label ? -1 : 1)),
    {
      title: title(),
      canPickMany: true,
      placeHolder: vscode.l10n.t('Later files win. With none, what Terraform loads by itself.'),
    },
  )
  if (chosen)
    await write(
      folder,
      root,
      chosen.map(({ uri }) => idOfUri(uri)),
    )
}

const title = () => vscode.l10n.t('Outlay: Variable Files')

function loadsByItself(file: string, root: string): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1)
  return folderOf(file) === root && /^terraform\.tfvars(\.json)?$|\.auto\.tfvars(\.json)?$/.test(name)
}

async function write(folder: vscode.WorkspaceFolder, root: string, files: readonly string[]): Promise<void> {
  const uri = (await nearestConfig(folder, root)) ?? vscode.Uri.joinPath(folder.uri, configName)
  const from = folderOf(idOfUri(uri))
  const below = relativePath(from, root)
  const written = await writeVarFiles(uri, {
    root: below === '.' ? '' : below,
    varFiles: files.map((file) => relativePath(from, file)),
  })
  await tellWritten(uri, written, {
    unsaved: (name) => vscode.l10n.t('{0} names the variable files, and is not saved: it has other changes.', name),
    refused: (name, because) => vscode.l10n.t('{0} is as it was, without the variable files: {1}.', name, because),
  })
}
