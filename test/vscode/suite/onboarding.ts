import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { actionsOf, hintsOf, own, page, until } from './look.ts'
import { suite } from './mocha.ts'

const inFront = (name: string) =>
  until(`${name} in front`, () => {
    const document = vscode.window.activeTextEditor?.document
    return document?.uri.path.endsWith(name) ? document : undefined
  })

const checked = () =>
  page<number>({ do: 'count', selector: '.getting-started-step .codicon-getting-started-step-checked' })

suite('the four-step tour', () => {
  suiteTeardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'))

  test('does each step on a sample of the user’s own, and ticks it off', async () => {
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'outlay.outlay#start', false)
    const titles = await page<string[]>({ do: 'texts', selector: '.getting-started-step' })
    assert.equal(titles.length, 4)

    await vscode.commands.executeCommand('outlay.openSample', 'hint')
    const app = await inFront('/sample/answers-api/app.py')
    await until('its costs', async () => (await hintsOf(app))[0])
    await page({ do: 'texts', selector: '.monaco-hover:has-text("Simulate")' })

    await vscode.commands.executeCommand('outlay.openSample', 'fix')
    const storage = await inFront('/sample/infrastructure/storage.tf')
    await page({ do: 'texts', selector: '.action-widget .monaco-list-row' })
    await page({ do: 'press', key: 'Escape' })
    const [found] = own(storage.uri)
    assert.ok(found)
    const fix = (await actionsOf(storage, found.range)).find(({ edit }) => edit)
    assert.ok(fix)

    await vscode.commands.executeCommand('outlay.openSample', 'try')
    await page({ do: 'texts', selector: 'outlay-simulator h1', webview: 'outlay-simulator' })
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'outlay.outlay#start', false)
    // Only what the user runs is told to the tour.
    await page({ do: 'click', selector: '.getting-started-step :text-is("Show Demo Spend")' })
    await until('all four are ticked off', async () => ((await checked()) >= 4 ? true : undefined))
  })

  test('opens the config of the sample, and keeps what was changed in the copy', async () => {
    await vscode.commands.executeCommand('outlay.openSample', 'config')
    const config = await inFront('/sample/outlay.json')
    const edit = new vscode.WorkspaceEdit()
    edit.insert(config.uri, new vscode.Position(0, 0), '// mine\n')
    assert.ok(await vscode.workspace.applyEdit(edit))
    assert.ok(await config.save())
    await vscode.commands.executeCommand('outlay.openSample', 'config')
    assert.match((await inFront('/sample/outlay.json')).getText(), /^\/\/ mine\n/)
  })
})
