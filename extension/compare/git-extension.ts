import * as vscode from 'vscode'

/** The part of the built-in git extension's API (version 1) that is used here. https://github.com/microsoft/vscode/blob/main/extensions/git/src/api/git.d.ts */
interface GitApi {
  readonly git: { readonly path: string }
  readonly repositories: readonly GitRepository[]
  readonly onDidOpenRepository: vscode.Event<GitRepository>
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri
}

interface GitRepository {
  readonly state: { readonly HEAD: { readonly commit?: string } | undefined; readonly onDidChange: vscode.Event<void> }
}

interface GitExtension {
  readonly enabled: boolean
  getAPI(version: 1): GitApi
}

export interface EditorsGit extends vscode.Disposable {
  /** Path of the program; undefined where the extension is switched off, or is not there: on the web. */
  program(): Promise<string | undefined>
  /** A file as it was at a commit. */
  uriAt(uri: vscode.Uri, commit: string): vscode.Uri | undefined
}

/** Repositories are read by the worker; the editor's git says which program that is, and when a commit was made. */
export function createEditorsGit(headMoved: () => void): EditorsGit {
  const subscriptions: vscode.Disposable[] = []
  let api: Promise<GitApi | undefined> | undefined
  let there: GitApi | undefined

  async function find(): Promise<GitApi | undefined> {
    const extension = vscode.extensions.getExtension<GitExtension>('vscode.git')
    if (!extension) return undefined
    const exported = extension.isActive ? extension.exports : await extension.activate()
    if (!exported?.enabled) return undefined
    there = exported.getAPI(1)
    there.repositories.forEach(follow)
    subscriptions.push(there.onDidOpenRepository(follow))
    return there
  }

  /** Its state changes with every file that is written: only another commit counts. */
  function follow({ state }: GitRepository): void {
    let last = state.HEAD?.commit
    subscriptions.push(
      state.onDidChange(() => {
        const commit = state.HEAD?.commit
        if (commit === last) return
        last = commit
        headMoved()
      }),
    )
  }

  return {
    async program() {
      // One that fails to start is one that is not there.
      api ??= find().catch(() => undefined)
      return (await api)?.git.path
    },
    uriAt: (uri, commit) => there?.toGitUri(uri, commit),
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  }
}
