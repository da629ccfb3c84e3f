import assert from 'node:assert/strict'
import { EventEmitter } from 'node:events'
import { Worker } from 'node:worker_threads'
import * as vscode from 'vscode'
import { startOpenAiCosts } from '../../../billing/testing/openai-costs-server.ts'
import { hintsOf, open, own, page, until, uriOf } from './look.ts'
import { suite } from './mocha.ts'
import { billingProcesses } from './processes.ts'
import { answerSecret } from './spend-steps.ts'

const texts = (selector: string) => page<string[]>({ do: 'texts', selector, webview: 'outlay-panel' })
const click = (text: string) =>
  page({ do: 'click', selector: `vscode-button:has-text("${text}")`, webview: 'outlay-panel' })

/** The billing process, caught as its next answer arrives and before anybody hears it. */
function killAtNextAnswer(): void {
  const { emit } = EventEmitter.prototype
  EventEmitter.prototype.emit = function (this: EventEmitter, name: string | symbol, ...values: unknown[]) {
    const [said] = values
    if (this instanceof Worker && name === 'message' && typeof said === 'string' && JSON.parse(said).is === 'loaded') {
      EventEmitter.prototype.emit = emit
      for (const id of billingProcesses()) process.kill(id, 'SIGKILL')
    }
    return emit.call(this, name, ...values)
  }
}

/** The worker that is sent the next message. */
function nextWorker(): Promise<Worker> {
  const { postMessage } = Worker.prototype
  return new Promise((caught) => {
    Worker.prototype.postMessage = function (this: Worker, ...values) {
      Worker.prototype.postMessage = postMessage
      caught(this)
      postMessage.apply(this, values)
    }
  })
}

suite('a crash', () => {
  test('of the worker loses nothing: the next edit is answered', async () => {
    const document = await open('answer.py')
    await until('its finding', () => own(document.uri)[0])
    const worker = nextWorker()
    const edit = new vscode.WorkspaceEdit()
    edit.insert(document.uri, new vscode.Position(0, 0), '# one line more\n')
    assert.ok(await vscode.workspace.applyEdit(edit))
    await (await worker).terminate()
    const line = (await hintsOf(document))[0]?.line
    assert.ok(line !== undefined)
    const again = new vscode.WorkspaceEdit()
    again.insert(document.uri, new vscode.Position(0, 0), '# and another\n')
    assert.ok(await vscode.workspace.applyEdit(again))
    await until('the hint one line further down', async () =>
      (await hintsOf(document))[0]?.line === line + 1 ? true : undefined,
    )
    await vscode.commands.executeCommand('workbench.action.files.revert')
  })

  test('of the billing process is said in the panel, and the next click works', async () => {
    await vscode.commands.executeCommand('outlay.openPanel')
    killAtNextAnswer()
    await click('Demo Data')
    assert.match((await texts('.error span')).join(), /The billing process stopped/)
    await click('Retry')
    await until('the demo data', async () => (await texts('vscode-badge'))[0])
  })
})

suite('the panel again', () => {
  test('closed and opened shows what it showed', async () => {
    const [before] = await texts('outlay-panel .totals .amount')
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
    await vscode.commands.executeCommand('outlay.openPanel')
    const [after] = await texts('outlay-panel .totals .amount')
    assert.equal(after, before)
  })

  test('says in a sentence that the key was refused, and keeps what it showed', async () => {
    const [before] = await texts('outlay-panel .totals .amount')
    const server = await startOpenAiCosts([], 'sk-admin-another')
    const settings = vscode.workspace.getConfiguration('outlay')
    await settings.update('spend.addresses', { openai: server.base }, vscode.ConfigurationTarget.Global)
    const connecting = vscode.commands.executeCommand('outlay.connectSpend', 'openai')
    await answerSecret('sk-admin-refused')
    await connecting
    const [message] = await texts('.accounts .note.failed')
    assert.match(message ?? '', /^OpenAI refused the key \(401\)\. Reading costs needs .*made at https:/)
    assert.deepEqual((await texts('outlay-panel .totals .amount'))[0], before)
    const leaving = vscode.commands.executeCommand('outlay.disconnectSpend', 'openai')
    await page({ do: 'click', selector: '.quick-input-widget .monaco-list-row:has-text("keep what was read")' })
    await leaving
    await settings.update('spend.addresses', undefined, vscode.ConfigurationTarget.Global)
    await server.close()
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
  })
})

suite('a notebook that is only scanned', () => {
  test('is shown as a notebook, at its cell', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
    await vscode.commands.executeCommand('outlay.openPanel')
    await page({
      do: 'click',
      selector: 'li:has-text("samples/evaluation") button, li:has-text(".ipynb") button',
      webview: 'outlay-panel',
    })
    const editor = await until('a notebook', () => vscode.window.activeNotebookEditor)
    assert.match(editor.notebook.uri.path, /\.ipynb$/)
    await until('the cell', () => (editor.selection.start > 0 ? true : undefined))
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
  })
})

suite('typing in five thousand lines', () => {
  test('ends with the right answer, whatever came in between', async () => {
    const filler = Array.from({ length: 5000 }, (_, i) => `value_${i} = call_${i % 7}("some text", ${i})`).join('\n')
    const source = `from openai import OpenAI\nclient = OpenAI()\n${filler}\nclient.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "hi"}])\n`
    await vscode.workspace.fs.writeFile(uriOf('long.py'), new TextEncoder().encode(source))
    const document = await open('long.py')
    await until('its finding', () => own(document.uri)[0])
    const editor = await vscode.window.showTextDocument(document)
    editor.selection = new vscode.Selection(2, 0, 2, 0)
    const typed = 'a comment typed faster than anybody types'
    await vscode.commands.executeCommand('type', { text: '#' })
    for (const letter of typed) await vscode.commands.executeCommand('type', { text: letter })
    await vscode.commands.executeCommand('type', { text: '\n' })
    await until('the finding one line further down', () =>
      own(document.uri)[0]?.range.start.line === 5003 ? true : undefined,
    )
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  })
})
