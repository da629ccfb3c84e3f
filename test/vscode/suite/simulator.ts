import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { actionsOf, diagnosticsOf, hoverOf, lineOf, open, page, until, uriOf, write } from './look.ts'
import { suite } from './mocha.ts'

const view = 'outlay-simulator'
const texts = (selector: string) => page<string[]>({ do: 'texts', selector, webview: view })
const click = (selector: string) => page({ do: 'click', selector, webview: view })

/** Into a form that may just be drawn anew: until it has it. */
async function type(id: string, text: string): Promise<void> {
  await until(`${text} in ${id}`, async () => {
    const value = await page<string>({ do: 'fill', selector: `[id="${id}"]`, text, webview: view })
    const changed = await page<number>({ do: 'count', selector: '.field.changed', webview: view })
    return value === text && changed > 0 ? true : undefined
  })
}

async function at(name: string, text: string): Promise<vscode.TextDocument> {
  const document = await open(name)
  await diagnosticsOf(document)
  const position = new vscode.Position(lineOf(document, text), 4)
  const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One)
  editor.selection = new vscode.Selection(position, position)
  return document
}

const disk = async (name: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(name)))

suite('a cost', () => {
  suiteTeardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'))

  test('is tried with another model, which is written into the call and taken back by one undo', async () => {
    const document = await at('answer.py', 'client.chat')
    const before = document.getText()
    await vscode.commands.executeCommand('outlay.simulate')
    assert.deepEqual(await texts(`${view} h1`), ['gpt-4o-mini · chat.completions.create'])
    await type('model', 'gpt-4.1-nano')
    await until('what it saves', async () => (await texts('.difference'))[0]?.match(/saves \$.* a call/) ?? undefined)
    await click('button:has-text("Write to Code")')
    await until('the other model', () => (document.getText() === before ? undefined : true))
    assert.equal(document.getText(), before.replace('gpt-4o-mini', 'gpt-4.1-nano'))
    await until('the form has it as it is now', async () =>
      (await texts('.changed, h1')).length === 1 ? true : undefined,
    )
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One)
    await vscode.commands.executeCommand('undo')
    await until('the old text', () => (document.getText() === before ? true : undefined))
  })

  test('is told by the month once the form says how often, and outlay.json keeps that', async () => {
    // A folder of its own: what was open is still there for a moment after its file has gone.
    await vscode.workspace.fs.copy(uriOf('answer.py'), uriOf('counted/answer.py'))
    await write('counted/outlay.json', '{}\n')
    const document = await at('counted/answer.py', 'client.chat')
    const [action] =
      (await actionsOf(document, vscode.window.activeTextEditor!.selection, 'refactor.rewrite.outlay')) ?? []
    assert.equal(action?.title, 'Outlay: Simulate…')
    await vscode.commands.executeCommand('outlay.simulate', ...(action.command?.arguments ?? []))
    await type('calls', '2k')
    await until('a month', async () => ((await texts('.figure')).at(-1)?.includes('a month') ? true : undefined))
    await click('button:has-text("Write to outlay.json")')
    const config = await until(
      'the config',
      async () => (await disk('counted/outlay.json')).match(/volume[\s\S]*/)?.[0],
    )
    assert.match(config, /^volume": \{\n {4}"answer\.py#[^"]+": 2000\n {2}\}/)
    await vscode.workspace.fs.delete(uriOf('counted'), { recursive: true })
  })

  test('of a machine is tried with another type', async () => {
    await at('infra/main.tf', 'instance_type')
    await vscode.commands.executeCommand('outlay.simulate')
    await until('its facts', async () => ((await texts('label')).includes('Instance type') ? true : undefined))
    await type('fact:instanceType', 'p5.48xlarge')
    await until(
      'what it costs more',
      async () => (await texts('.difference'))[0]?.match(/^Costs \$.* a month more/) ?? undefined,
    )
  })

  test('is explained on a page to read, with each price, its source and its day', async () => {
    await at('answer.py', 'client.chat')
    await vscode.commands.executeCommand('outlay.explain')
    const text = await until('the page', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'outlay-explain')?.getText(),
    )
    assert.match(
      text,
      /^# gpt-4o-mini · chat\.completions\.create\n\nanswer\.py, line \d+ · openai\.chat\.completions\.create\n/,
    )
    assert.match(text, /\| Part +\| +Quantity \|/)
    assert.match(
      text,
      /## Not known, and how to tell it\n\n- tokens of question: decided when the program runs\. Say how many/,
    )
    assert.match(text, /## Prices, with their source and day\n\n- \S+, 20\d\d-\d\d-\d\d: gpt-4o-mini/)
  })

  test('has links in its hover that mend it, try it otherwise and explain it', async () => {
    const document = await at('answer.py', 'client.chat')
    const hover = await hoverOf(document, lineOf(document, 'client.chat'))
    for (const link of ['Simulate…', 'Explain', 'Set volume', 'Open panel'])
      assert.ok(hover.includes(`[${link}](command:`), link)
    const fix = /\[Limit the output to 1,024 tokens[^\]]*\]\(command:outlay\.applyFix\?([^)]+)\)/.exec(hover)
    assert.ok(fix?.[1], hover)
    const before = document.getText()
    await vscode.commands.executeCommand('outlay.applyFix', ...JSON.parse(decodeURIComponent(fix[1])))
    assert.match(document.getText(), /max_(completion_)?tokens=1024/)
    await vscode.commands.executeCommand('undo')
    await until('the old text', () => (document.getText() === before ? true : undefined))
  })
})
