import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { suite } from './mocha.ts'

suite('opening a file', () => {
  test('activates the extension', async () => {
    const [file] = await vscode.workspace.findFiles('**/*.py')
    assert.ok(file)
    await vscode.window.showTextDocument(file)
    const extension = vscode.extensions.getExtension('outlay.outlay')
    assert.ok(extension)
    await extension.activate()
    assert.equal(extension.isActive, true)
  })
})
