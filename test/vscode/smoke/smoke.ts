import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { diagnosticsOf, open } from '../suite/look.ts'
import { suite } from '../suite/mocha.ts'

suite('the packaged extension', () => {
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
