import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { clean, found, hintsOf, own, retiredCall, until } from './look.ts'
import { suite } from './mocha.ts'

const [client, call] = retiredCall.trim().split(/\n(?=client\.)/) as [string, string]

suite('cells of a notebook', () => {
  const shownNotebook = async () => {
    const data = new vscode.NotebookData([
      new vscode.NotebookCellData(vscode.NotebookCellKind.Code, client, 'python'),
      new vscode.NotebookCellData(vscode.NotebookCellKind.Code, call, 'python'),
    ])
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', data)
    await vscode.window.showNotebookDocument(notebook)
    return notebook
  }
  const change = async (notebook: vscode.NotebookDocument, ...edits: vscode.NotebookEdit[]) => {
    const edit = new vscode.WorkspaceEdit()
    edit.set(notebook.uri, edits)
    assert.ok(await vscode.workspace.applyEdit(edit))
  }

  test('follow a cell that is added before, moved, deleted and given another language', async () => {
    const notebook = await shownNotebook()
    const cell = notebook.cellAt(1).document
    await found(cell.uri)
    const markup = new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, '# Title', 'markdown')
    await change(notebook, vscode.NotebookEdit.insertCells(0, [markup]))
    await until('the finding at its place', async () => {
      const [hint] = await hintsOf(cell)
      const retired = own(cell.uri).filter(({ code }) => typeof code === 'object' && code.value === 'retired-model')
      return retired.length === 1 && hint?.line === 0 ? true : undefined
    })
    await vscode.languages.setTextDocumentLanguage(cell, 'sql')
    await clean(cell.uri)
    await vscode.languages.setTextDocumentLanguage(cell, 'python')
    await found(cell.uri)
    // The client after its use: nothing tells any more which provider answers.
    const moved = new vscode.NotebookCellData(
      vscode.NotebookCellKind.Code,
      notebook.cellAt(1).document.getText(),
      'python',
    )
    await change(notebook, vscode.NotebookEdit.deleteCells(new vscode.NotebookRange(1, 2)))
    await clean(cell.uri)
    await change(notebook, vscode.NotebookEdit.insertCells(1, [moved]))
    await found(cell.uri)
    await change(notebook, vscode.NotebookEdit.deleteCells(new vscode.NotebookRange(2, 3)))
    await clean(cell.uri)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  })
})
