import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import * as vscode from 'vscode'
import { clean, found, hintsOf, oneCall, open, page, statusOf, until, uriOf, write } from './look.ts'
import { suite } from './mocha.ts'

const set = (name: string, value: unknown) =>
  vscode.workspace.getConfiguration('outlay').update(name, value, vscode.ConfigurationTarget.Global)

suite('settings', () => {
  test('outlay.enable switches an open file off, and on again', async () => {
    const document = await open('answer.py')
    await found(document.uri)
    await set('enable', false)
    await clean(document.uri)
    assert.deepEqual(await hintsOf(document), [])
    await set('enable', undefined)
    await found(document.uri)
    assert.equal((await hintsOf(document)).length, 1)
  })

  test('the switch of what is shown in the line works where the folder decides it, too', async () => {
    const document = await open('answer.py')
    const settings = vscode.workspace.getConfiguration('outlay')
    await settings.update('inline', 'hints', vscode.ConfigurationTarget.Workspace)
    await vscode.commands.executeCommand('outlay.toggleInline')
    assert.deepEqual(await hintsOf(document), [])
    await vscode.commands.executeCommand('outlay.toggleInline')
    assert.equal((await hintsOf(document)).length, 1)
    await settings.update('inline', undefined, vscode.ConfigurationTarget.Workspace)
  })

  test('outlay.inlineAbove leaves small costs out of the line', async () => {
    const document = await open('infra/main.tf')
    await until('both hints', async () => ((await hintsOf(document)).length === 2 ? true : undefined))
    await set('inlineAbove', 100)
    await until('the dear one alone', async () => {
      const texts = (await hintsOf(document)).map(({ text }) => text)
      return texts.length === 1 && texts[0]?.startsWith('$16,030') ? true : undefined
    })
    await set('inlineAbove', undefined)
    await until('both again', async () => ((await hintsOf(document)).length === 2 ? true : undefined))
  })

  test('lenses that gave way to hints while their file was out of sight are gone when it is shown again', async () => {
    const lens = '.codelens-decoration:has-text("$")'
    await set('inline', 'lenses')
    await open('answer.py')
    await page({ do: 'texts', selector: lens })
    await open('unknown.py')
    await set('inline', undefined)
    const document = await open('answer.py')
    await until('the hint', async () => (await hintsOf(document))[0])
    await until('no lens', async () => ((await page<number>({ do: 'count', selector: lens })) === 0 ? true : undefined))
  })

  test('outlay.diagnostics takes the squiggles and leaves the cost', async () => {
    const document = await open('answer.py')
    await found(document.uri)
    await set('diagnostics', false)
    await clean(document.uri)
    assert.equal((await hintsOf(document)).length, 1)
    await set('diagnostics', undefined)
    await found(document.uri)
  })

  test('outlay.status.compareWithHead compares at once when it is switched on', async () => {
    await set('status.compareWithHead', false)
    await write('compared.py', oneCall)
    await vscode.commands.executeCommand('vscode.open', uriOf('compared.py'))
    await until('a total without a change', async () => {
      const text = await statusOf()
      return text?.includes('/call') && !text.includes('·') ? true : undefined
    })
    await set('status.compareWithHead', undefined)
    await until('the change against HEAD', async () => ((await statusOf())?.includes('·') ? true : undefined))
  })

  test('a commit made outside the editor ends the change', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.invalid', ...args], {
        cwd: uriOf('.').fsPath,
      })
    git('add', 'compared.py')
    git('commit', '--quiet', '--message', 'Compared')
    await until('no change any more', async () => ((await statusOf())?.includes('·') ? undefined : true))
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
  })
})

suite('outlay.json on disk', () => {
  test('with a mistake, open or not, is marked until it is mended or deleted', async () => {
    const document = await open('answer.py')
    await found(document.uri)
    const config = uriOf('outlay.json')
    await write('outlay.json', '{ "rulez": {} }')
    await found(config)
    await write('outlay.json', '{}')
    await clean(config)
    await write('outlay.json', '{ "rulez": {} }')
    await found(config)
    await vscode.commands.executeCommand('vscode.open', config)
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
    await found(config)
    await vscode.workspace.fs.delete(config)
    await clean(config)
  })
})
