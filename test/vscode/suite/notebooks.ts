import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { hintsOf, own, rule, textAt, until, uriOf } from './look.ts'
import { suite } from './mocha.ts'

suite('a notebook', () => {
  test('reports in the cell the call is in, with a model from the cell before', async () => {
    const notebook = await vscode.workspace.openNotebookDocument(uriOf('evaluation.ipynb'))
    await vscode.window.showNotebookDocument(notebook)
    const cell = notebook.cellAt(2).document
    const found = await until('the finding', () => own(cell.uri).find((one) => rule(one) === 'unbounded-output'))
    assert.equal(textAt(cell, found.range), 'create')
    assert.equal(found.range.start.line, 1)
    assert.match((await hintsOf(cell))[0]?.text ?? '', /^[~≈] ?\$0\.\d+\/call$/)
    assert.deepEqual(own(notebook.cellAt(1).document.uri), [])
  })

  test('follows an edit in one cell', async () => {
    const notebook = await vscode.workspace.openNotebookDocument(uriOf('evaluation.ipynb'))
    const cell = notebook.cellAt(1).document
    const edit = new vscode.WorkspaceEdit()
    edit.replace(cell.uri, new vscode.Range(2, 0, 2, cell.lineAt(2).text.length), 'MODEL = pick()')
    assert.ok(await vscode.workspace.applyEdit(edit))
    await until('the model is not known', async () =>
      (await hintsOf(notebook.cellAt(2).document))[0]?.text === 'model unknown' ? true : undefined,
    )
  })
})
