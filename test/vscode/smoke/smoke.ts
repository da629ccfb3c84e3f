import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { api, diagnosticsOf, open, until, write } from '../suite/look.ts'
import { suite } from '../suite/mocha.ts'

suite('the packaged extension', () => {
  test('starts for a file of data, and reads none that rents nothing', async () => {
    await write('ci.yaml', 'on: [push]\njobs:\n  build:\n    runs-on: ubuntu-latest\n')
    const plain = await open('ci.yaml')
    await until('the extension', () => vscode.extensions.getExtension('outlay.outlay')?.isActive || undefined)
    const { prices } = await api()
    await new Promise((passed) => setTimeout(passed, 3000))
    assert.equal(prices(), undefined, 'the worker that tells of prices is not started')
    const edit = new vscode.WorkspaceEdit()
    edit.insert(plain.uri, new vscode.Position(0, 0), 'resources:\n  accelerators: A100:8\n')
    assert.ok(await vscode.workspace.applyEdit(edit))
    await until('the worker', () => prices() && true)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  })

  test('is the installed one, activates and reports what a call costs', async () => {
    const document = await open('answer.py')
    const extension = vscode.extensions.getExtension('outlay.outlay')
    assert.ok(extension)
    assert.match(extension.extensionPath, /[\\/]extensions[\\/]/)
    const found = await diagnosticsOf(document)
    assert.equal(extension.isActive, true)
    assert.deepEqual(
      found.map((diagnostic) => diagnostic.source),
      found.map(() => 'outlay'),
    )
  })
})
