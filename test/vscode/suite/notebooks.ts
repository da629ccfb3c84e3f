import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { costsOf, hintsOf, own, page, rule, textAt, until, uriOf } from './look.ts'
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

  test('says below the cell what a run of it costs, and on the first what all of them cost', async () => {
    const items = await until('the costs', async () => {
      const found = (await page<string[]>({ do: 'texts', selector: '.cell-status-item' })).join(' | ')
      return /Run all/.test(found) ? found : undefined
    })
    assert.match(items, /Run all: (≈ |~)?\$0\.\d+/)
    assert.match(items.replace(/Run all: \S+( \S+)?/, ''), /(≈ |~)?\$0\.\d+/)
  })

  test('follows an edit in one cell', async () => {
    const notebook = await vscode.workspace.openNotebookDocument(uriOf('evaluation.ipynb'))
    const cell = notebook.cellAt(1).document
    const edit = new vscode.WorkspaceEdit()
    edit.replace(cell.uri, new vscode.Range(2, 0, 2, cell.lineAt(2).text.length), 'MODEL = pick()')
    assert.ok(await vscode.workspace.applyEdit(edit))
    await until('the model is not known', async () =>
      (await costsOf(notebook.cellAt(2).document))[0] === 'model unknown' ? true : undefined,
    )
  })
})
