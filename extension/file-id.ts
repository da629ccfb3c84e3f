import * as vscode from 'vscode'

// The worker names a file by its path on disk, or by its URI where it has none, and tells languages by extension.

/** Of all that is written in HCL. */
const terragrunt = /(?:^|\/)terragrunt(?:\.stack)?\.hcl$/i

/** Without `add` only files that are called so are read. */
const extensions: Readonly<Record<string, { readonly known: RegExp; readonly add: string | undefined }>> = {
  python: { known: /\.pyi?$/i, add: '.py' },
  typescript: { known: /\.[cm]?ts$/i, add: '.ts' },
  typescriptreact: { known: /\.tsx$/i, add: '.tsx' },
  javascript: { known: /\.[cm]?js$/i, add: '.js' },
  javascriptreact: { known: /\.jsx?$/i, add: '.jsx' },
  yaml: { known: /\.ya?ml$/i, add: '.yaml' },
  terraform: { known: /\.(tf|tofu)$/i, add: '.tf' },
  opentofu: { known: /\.(tf|tofu)$/i, add: '.tf' },
  hcl: { known: terragrunt, add: undefined },
  terragrunt: { known: terragrunt, add: undefined },
}

const languages = Object.keys(extensions)

export const isConfig = (uri: vscode.Uri) => uri.path.endsWith('/outlay.json')

/** Undefined for a document Outlay does not read: another language, a diff's old side, an output channel. */
export function idOf(document: vscode.TextDocument): string | undefined {
  if (!isEditable(document.uri.scheme)) return undefined
  if (isConfig(document.uri)) return idOfUri(document.uri)
  const language = extensions[document.languageId]
  if (!language) return undefined
  const id = idOfUri(document.uri)
  if (language.known.test(id) || terragrunt.test(id)) return id
  return language.add && `${id}#${language.add}`
}

export function idOfUri(uri: vscode.Uri): string {
  return uri.scheme === 'file' ? uri.fsPath.replaceAll('\\', '/') : uri.toString()
}

export const uriOf = (id: string): vscode.Uri =>
  /^[a-z][a-z0-9+.-]+:/i.test(id) ? vscode.Uri.parse(id, true) : vscode.Uri.file(id)

/** Read-only file systems hold old versions and other people's text. */
function isEditable(scheme: string): boolean {
  return scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(scheme) === true
}

export const isJupyter = (notebook: vscode.NotebookDocument) =>
  notebook.notebookType === 'jupyter-notebook' && isEditable(notebook.uri.scheme)

export const cellScheme = 'vscode-notebook-cell'

/** What providers register for. Schemes are left open: a virtual file system is read as well as a disk. */
export const selector: vscode.DocumentSelector = languages.map((language) => ({ language }))
