import * as vscode from 'vscode'

// What mocha does in the other suites, where there is no process and no disk: the counts go to the runner over HTTP.

interface Handed {
  /** Of the runner; see page-server.mjs. */
  readonly page: string
  /** What `outlay scan --format json` says of the same files, in a form that is compared. */
  readonly sites: readonly { readonly file: string; readonly key: string; readonly usd: object | null }[]
  readonly findings: readonly string[]
  /** Only tests whose titles match. */
  readonly only?: string
}

/** Set by `runTests`: the runner leaves it in the workspace. */
export let handed: Handed

const tests: [title: string, body: () => Promise<void>][] = []

export const test = (title: string, body: () => Promise<void>) => void tests.push([title, body])

export const folder = () => vscode.workspace.workspaceFolders![0]!.uri

/** A folder that is on no disk. */
export const memory = vscode.Uri.parse('memfs:/shop')

/** In front. @returns its text, or those of its cells */
export async function show(uri: vscode.Uri): Promise<readonly vscode.TextDocument[]> {
  if (!uri.path.endsWith('.ipynb')) {
    const document = await vscode.workspace.openTextDocument(uri)
    await vscode.window.showTextDocument(document)
    return [document]
  }
  const notebook = await vscode.workspace.openNotebookDocument(uri)
  await vscode.window.showNotebookDocument(notebook)
  return notebook.getCells().map((cell) => cell.document)
}

const report = (counts: { passed: number; failed: number }, lines: readonly string[]) =>
  fetch(handed.page, { method: 'POST', body: JSON.stringify({ do: 'report', ...counts, log: lines.join('\n') }) })

export async function runTests(given: Handed): Promise<void> {
  handed = given
  Object.assign(globalThis, { outlayTestPage: given.page })
  const counts = { passed: 0, failed: 0 }
  const lines = ['a web extension host']
  const chosen = tests.filter(([title]) => new RegExp(given.only ?? '').test(title))
  for (const [title, body] of chosen) {
    // A run that dies has not passed.
    await report({ ...counts, failed: counts.failed + 1 }, lines)
    try {
      await body()
      counts.passed += 1
      lines.push(`  ✔ ${title}`)
    } catch (error) {
      counts.failed += 1
      lines.push(`  ✘ ${title}\n${error instanceof Error ? error.stack : String(error)}`)
    }
  }
  await report(counts, lines)
  if (counts.failed > 0) throw new Error(`${counts.failed} failed`)
}
