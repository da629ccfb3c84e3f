import assert from 'node:assert/strict'
import { join } from 'node:path'
import * as vscode from 'vscode'
import { api, found, hintsOf, own, page, rule, statusOf, until } from '../suite/look.ts'
import { suite } from '../suite/mocha.ts'

// Two folders side by side, one of them with two packages, opened by somebody who has not said yet that they trust them.

const folder = (name: string) => vscode.workspace.workspaceFolders!.find((one) => one.name === name)!.uri

async function show(root: string, name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder(root), name))
  await vscode.window.showTextDocument(document)
  return document
}

const hintIn = (document: vscode.TextDocument, text: RegExp) =>
  until(
    () => `${text} in ${document.uri.path}`,
    async () => (await hintsOf(document)).find((hint) => text.test(hint.text)),
  )

suite('an untrusted workspace', () => {
  test('is read and priced; git is not run, and nothing asks for a key', async () => {
    assert.equal(vscode.workspace.isTrusted, false)
    const document = await show('shop', 'main.tf')
    await found(document.uri)
    await hintIn(document, /^\$50\.00\/mo$/)
    await until('a total', async () => ((await statusOf())?.includes('$50.00') ? true : undefined))
    // Returns at once: no box waits for a key.
    await vscode.commands.executeCommand('outlay.connectSpend')
    assert.doesNotMatch((await statusOf()) ?? '', /·/)
    await page({ do: 'texts', selector: 'outlay-panel .empty:has-text("Live sources need")', webview: 'outlay-panel' })
    const [offered] = await page<string[]>({ do: 'texts', selector: 'outlay-panel .empty', webview: 'outlay-panel' })
    assert.doesNotMatch(offered ?? '', /Connect a source/i)
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
  })
})

suite('two folders', () => {
  test('each go by their own outlay.json: the region of one is not that of the other', async () => {
    const [one, other] = [await show('shop', 'main.tf'), await show('infra', 'main.tf')]
    await hintIn(one, /^\$50\.00\/mo$/)
    await hintIn(other, /^\$59\.50\/mo$/)
  })

  test('each go by their own settings: no squiggle in the one that wants none, though it costs', async () => {
    const document = await show('infra', 'main.tf')
    await hintIn(document, /mo/)
    assert.deepEqual(own(document.uri), [])
    assert.ok(own((await show('shop', 'main.tf')).uri).length > 0)
  })
})

suite('a repository of packages', () => {
  test('a package goes by its own outlay.json and what that extends, its neighbour by the one of the whole', async () => {
    const api = await show('shop', 'packages/api/picture.py')
    await hintIn(api, /^\$4,000\/mo$/)
    await until('its own rule', () => own(api.uri).find((one) => rule(one) === 'unbounded-output'))
    const jobs = await show('shop', 'packages/jobs/picture.py')
    await hintIn(jobs, /^\$40\.00\/mo$/)
    assert.equal(
      own(jobs.uri).find((one) => rule(one) === 'unbounded-output'),
      undefined,
    )
  })
})

suite('a remote window', () => {
  test('runs the extension where the files are, with its worker beside it', async () => {
    const extension = vscode.extensions.getExtension('outlay.outlay')
    assert.ok(extension)
    assert.equal(extension.extensionKind, vscode.ExtensionKind.Workspace)
    assert.equal(folder('shop').scheme, 'file')
    const { estimates } = await api()
    const file = join(folder('shop').fsPath, 'main.tf').replaceAll('\\', '/')
    assert.ok(estimates().some((site) => site.file === file))
  })
})

suite('trust that is given', () => {
  test('brings the change against the last commit, without a restart', async () => {
    const document = await show('shop', 'main.tf')
    await vscode.commands.executeCommand('workbench.trust.manage')
    await page({ do: 'click', selector: '.workspace-trust-editor .monaco-button:has-text("Trust")' })
    await until('trust', () => (vscode.workspace.isTrusted ? true : undefined))
    await vscode.window.showTextDocument(document)
    const edit = new vscode.WorkspaceEdit()
    const at = document.positionAt(document.getText().indexOf('500'))
    edit.replace(document.uri, new vscode.Range(at, at.translate(0, 3)), '600')
    assert.ok(await vscode.workspace.applyEdit(edit))
    await until('the change against HEAD', async () => ((await statusOf())?.includes('+$10.00/mo') ? true : undefined))
    await vscode.commands.executeCommand('workbench.action.files.revert')
  })
})
