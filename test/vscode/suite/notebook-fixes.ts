import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { actionsOf, own, rule, until, uriOf, write } from './look.ts'
import { suite } from './mocha.ts'

const ignoring = '# outlay-ignore-next-line unbounded-output -- the answers are one word\n'
const call = (text: string) =>
  `client.chat.completions.create(model="gpt-4o-mini", max_tokens=5, messages=[{"role": "user", "content": "${text}"}])`
const client = 'from openai import OpenAI\nclient = OpenAI()'

/** Two of its cells have a comment that is not needed; a heading comes first, of which nobody asks a code action in Python. */
async function shown(name: string): Promise<vscode.NotebookDocument> {
  const code = (source: string) => ({ cell_type: 'code', metadata: {}, outputs: [], execution_count: null, source })
  const cells = [
    { cell_type: 'markdown', metadata: {}, source: '# Costs' },
    code(client),
    code(ignoring + call('one')),
    code(ignoring + call('two')),
  ]
  const metadata = { language_info: { name: 'python' } }
  await write(name, JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }))
  const notebook = await vscode.workspace.openNotebookDocument(uriOf(name))
  await vscode.window.showNotebookDocument(notebook)
  await until('what is not needed', () => (found(notebook, 2) && found(notebook, 3) ? true : undefined))
  return notebook
}

const found = (notebook: vscode.NotebookDocument, cell: number) =>
  own(notebook.cellAt(cell).document.uri).some((one) => rule(one) === 'unused-suppression')

const textOf = (notebook: vscode.NotebookDocument, cell: number) => notebook.cellAt(cell).document.getText()

const whole = (document: vscode.TextDocument) => new vscode.Range(0, 0, document.lineCount, 0)

/** As VS Code does: offered for a cell, made when it is done. */
const offered = (cell: vscode.NotebookCell, kind: string) =>
  vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    cell.document.uri,
    whole(cell.document),
    kind,
    10,
  )

const saving = () => vscode.workspace.getConfiguration('notebook')

suite('all safe fixes of a notebook', () => {
  suiteTeardown(async () => {
    await saving().update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global)
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
  })

  test('are one action over all cells, asked of one', async () => {
    const notebook = await shown('notebook-fixes/asked.ipynb')
    const all = await offered(notebook.cellAt(1), 'notebook.fixAll')
    assert.deepEqual(
      all.map(({ title, kind }) => [title, kind?.value]),
      [['Outlay: apply all safe fixes in the notebook', 'notebook.fixAll.outlay']],
    )
    assert.ok(all[0]?.edit)
    assert.equal(all[0].edit.size, 2)
    assert.ok(await vscode.workspace.applyEdit(all[0].edit))
    assert.deepEqual([textOf(notebook, 2), textOf(notebook, 3)], [call('one'), call('two')])
    await until('nothing is left', () => (found(notebook, 2) || found(notebook, 3) ? undefined : true))
    assert.deepEqual(await offered(notebook.cellAt(1), 'notebook.fixAll'), [])
  })

  test('are done as it is saved, where somebody chose that', async () => {
    const notebook = await shown('notebook-fixes/saved.ipynb')
    await saving().update('codeActionsOnSave', { 'notebook.fixAll': 'explicit' }, vscode.ConfigurationTarget.Global)
    const edit = new vscode.WorkspaceEdit()
    const { document } = notebook.cellAt(1)
    edit.insert(document.uri, new vscode.Position(2, 0), '\n# asked below')
    assert.ok(await vscode.workspace.applyEdit(edit))
    await vscode.commands.executeCommand('workbench.action.files.save')
    await until(
      () => textOf(notebook, 2),
      () => (textOf(notebook, 2) === call('one') ? true : undefined),
    )
    assert.equal(textOf(notebook, 3), call('two'))
    await until('it is saved', () => (notebook.isDirty ? undefined : true))
    const saved = new TextDecoder().decode(await vscode.workspace.fs.readFile(notebook.uri))
    assert.ok(!saved.includes('outlay-ignore'))
    await saving().update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global)
  })

  test('stay in the cell where a cell is asked', async () => {
    const notebook = await shown('notebook-fixes/cell.ipynb')
    const [action, ...more] = await actionsOf(
      notebook.cellAt(3).document,
      whole(notebook.cellAt(3).document),
      'source.fixAll.outlay',
    )
    assert.ok(action?.edit)
    assert.deepEqual(more, [])
    assert.ok(await vscode.workspace.applyEdit(action.edit))
    assert.deepEqual([textOf(notebook, 2), textOf(notebook, 3)], [ignoring + call('one'), call('two')])
  })

  test('never land in a text that is not what they were made for', async () => {
    const notebook = await shown('notebook-fixes/stale.ipynb')
    const { document } = notebook.cellAt(2)
    // Typed and asked for in one breath, again and again: what is offered fits the text, or nothing is.
    for (let line = 0; line < 5; line++) {
      const edit = new vscode.WorkspaceEdit()
      edit.insert(document.uri, new vscode.Position(0, 0), `# line ${line}\n`)
      assert.ok(await vscode.workspace.applyEdit(edit))
      const [action] = await offered(notebook.cellAt(1), 'notebook.fixAll')
      const removed = (action?.edit?.entries() ?? []).flatMap(([uri, edits]) =>
        edits.map(({ range }) =>
          notebook
            .getCells()
            .find((cell) => cell.document.uri.toString() === uri.toString())!
            .document.getText(range),
        ),
      )
      assert.ok(
        removed.every((text) => text === ignoring),
        removed.join(' | '),
      )
    }
    const action = await until('it is offered', async () => (await offered(notebook.cellAt(1), 'notebook.fixAll'))[0])
    assert.ok(action.edit && (await vscode.workspace.applyEdit(action.edit)))
    assert.deepEqual([textOf(notebook, 2).split('\n').at(-1), textOf(notebook, 3)], [call('one'), call('two')])
  })

  test('are what the command does', async () => {
    const notebook = await shown('notebook-fixes/command.ipynb')
    await vscode.commands.executeCommand('outlay.fixAll')
    await until('all of it', () =>
      textOf(notebook, 2) === call('one') && textOf(notebook, 3) === call('two') ? true : undefined,
    )
  })
})
