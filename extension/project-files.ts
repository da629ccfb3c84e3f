import * as vscode from 'vscode'

export interface Wanted {
  /** As VS Code's search wants it, and as a name is told by. */
  readonly glob: string
  readonly name: RegExp
  /** Names of folders that are not looked into. */
  readonly skipped: readonly string[]
  readonly most: number
}

/** Folders looked into where a file system has no search of its own. */
const mostFolders = 2000

/** The workspace's files of a kind, from whatever file systems its folders are of. */
export async function projectFiles(wanted: Wanted, token?: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
  const { glob, most } = wanted
  const found = await vscode.workspace.findFiles(glob, without(wanted), most, token)
  const unsearched = (vscode.workspace.workspaceFolders ?? []).filter(
    ({ uri }) => uri.scheme !== 'file' && !found.some((file) => file.scheme === uri.scheme),
  )
  if (unsearched.length === 0) return found
  return [...found, ...(await walked(unsearched, wanted, token))].slice(0, most)
}

/** The same of those in one folder. */
export async function filesIn(folder: vscode.Uri, wanted: Wanted): Promise<readonly vscode.Uri[]> {
  const glob = new vscode.RelativePattern(folder, wanted.glob)
  const found = await vscode.workspace.findFiles(glob, without(wanted), wanted.most)
  return found.length > 0 || folder.scheme === 'file' ? found : walked([{ uri: folder }], wanted, undefined)
}

const without = ({ skipped }: Wanted) => `**/{${skipped.join(',')}}/**`

/** A virtual file system need not be searchable: `findFiles` then finds nothing in it. */
async function walked(
  folders: readonly Pick<vscode.WorkspaceFolder, 'uri'>[],
  { name: wanted, skipped, most }: Wanted,
  token: vscode.CancellationToken | undefined,
): Promise<readonly vscode.Uri[]> {
  const left = folders.map(({ uri }) => uri)
  const files: vscode.Uri[] = []
  for (const folder of left) {
    if (files.length >= most || token?.isCancellationRequested) break
    const entries = await Promise.resolve(vscode.workspace.fs.readDirectory(folder)).catch(() => [])
    for (const [name, type] of entries) {
      if (type === vscode.FileType.File && wanted.test(name)) files.push(vscode.Uri.joinPath(folder, name))
      else if (type === vscode.FileType.Directory && !skipped.includes(name) && left.length < mostFolders)
        left.push(vscode.Uri.joinPath(folder, name))
    }
  }
  return files
}
