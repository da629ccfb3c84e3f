import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import {
  actionsOf,
  diagnosticsOf,
  hintsOf,
  hoverOf,
  lineOf,
  open,
  own,
  page,
  rule,
  statusOf,
  textAt,
  until,
  uriOf,
  write,
} from './look.ts'
import { suite } from './mocha.ts'

const unbounded = (document: vscode.TextDocument) =>
  until('unbounded-output', () => own(document.uri).find((one) => rule(one) === 'unbounded-output'))

suite('a model call', () => {
  for (const [name, line] of [
    ['answer.py', 'client.chat'],
    ['crlf.py', 'client.chat'],
    ['summary.ts', 'client.chat'],
  ] as const) {
    test(`in ${name} is underlined at its name, with line ends and emoji before it`, async () => {
      const document = await open(name)
      const found = await unbounded(document)
      assert.equal(textAt(document, found.range), 'create')
      assert.equal(found.range.start.line, lineOf(document, line))
      assert.match(found.message, /^No output limit: one answer may cost up to \$0\.0\d+\. /)
      assert.equal(
        typeof found.code === 'object' && found.code.target.path.endsWith('docs/rules/unbounded-output.md'),
        true,
      )
    })
  }

  test('shows what it costs, and says that part of the input is not known', async () => {
    const document = await open('answer.py')
    const [hint] = await hintsOf(document)
    assert.match(hint?.text ?? '', /^[~≈] ?\$0\.\d+\/call \+ input$/)
    const hover = await hoverOf(document, lineOf(document, 'client.chat'))
    assert.match(hover, /per call/)
    assert.match(hover, /Not known:\n- tokens of question: decided when the program runs/)
  })

  test('counts tokens exactly once the tokenizer is loaded', async () => {
    const document = await open('answer.py')
    await until('the hint loses its tilde', async () =>
      (await hintsOf(document))[0]?.text.startsWith('~') ? undefined : true,
    )
    await until('the tilde is gone from the window, too', async () => {
      const lines = (await page<string[]>({ do: 'texts', selector: '.view-line' })).join(' ')
      return /\/call/.test(lines) && !/~\s?\$/.test(lines) && !(await statusOf())?.includes('~') ? true : undefined
    })
  })

  test('is mended by the light bulb, in a file with CRLF line ends', async () => {
    const document = await open('crlf.py')
    const found = await unbounded(document)
    const bounds = /^Limit the output to 1,024 tokens: at most \$[\d.]+ → \$[\d.]+\/call$/
    const fix = (await actionsOf(document, found.range)).find((action) => bounds.test(action.title))
    assert.ok(fix?.edit)
    assert.equal(fix.isPreferred, false)
    assert.ok(await vscode.workspace.applyEdit(fix.edit))
    assert.match(document.lineAt(found.range.start.line).text, /messages=\[.*\], max_(completion_)?tokens=1024\)$/)
    assert.ok(document.getText().includes('\r\n'))
    await until('the finding is gone', () => (own(document.uri).length === 0 ? true : undefined))
    await vscode.commands.executeCommand('undo')
  })

  test('can be ignored with a reason, in the comment of the language', async () => {
    const document = await open('summary.ts')
    const found = await unbounded(document)
    const ignore = (await actionsOf(document, found.range)).find(
      (action) => action.title === 'Ignore unbounded-output here, with a reason',
    )
    assert.ok(ignore?.edit)
    assert.ok(await vscode.workspace.applyEdit(ignore.edit))
    assert.equal(
      document.lineAt(found.range.start.line).text,
      '  // outlay-ignore-next-line unbounded-output -- reason',
    )
    await until('the finding is gone', () => (own(document.uri).length === 0 ? true : undefined))
    await vscode.commands.executeCommand('undo')
  })

  test('can be left alone in one file, by outlay.json', async () => {
    // A folder of its own: what was open is still there for a moment after its file has gone.
    await vscode.workspace.fs.copy(uriOf('summary.ts'), uriOf('left-alone/summary.ts'))
    const rules = { 'unbounded-output': 'info' }
    await write('left-alone/outlay.json', JSON.stringify({ rules }))
    const document = await open('left-alone/summary.ts')
    const found = await unbounded(document)
    const off = (await actionsOf(document, found.range)).find(
      (action) => action.title === 'Switch unbounded-output off for this file, in outlay.json',
    )
    assert.ok(off?.command)
    await vscode.commands.executeCommand(off.command.command, ...(off.command.arguments ?? []))
    await until('the finding is gone', () =>
      own(document.uri).some((one) => rule(one) === 'unbounded-output') ? undefined : true,
    )
    const config = new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf('left-alone/outlay.json')))
    const overrides = [{ files: 'summary.ts', rules: { 'unbounded-output': 'off' } }]
    assert.deepEqual(JSON.parse(config), { rules, overrides })
    await vscode.workspace.fs.delete(uriOf('left-alone'), { recursive: true })
  })

  test('with a suppression that is not needed loses it by fix-all', async () => {
    const document = await open('stale.py')
    const [found] = await diagnosticsOf(document)
    assert.ok(found)
    assert.equal(rule(found), 'unused-suppression')
    const [action] = await actionsOf(document, new vscode.Range(0, 0, document.lineCount, 0), 'source.fixAll.outlay')
    assert.ok(action?.edit)
    assert.ok(await vscode.workspace.applyEdit(action.edit))
    assert.doesNotMatch(document.getText(), /outlay-ignore/)
    await until('the finding is gone', () => (own(document.uri).length === 0 ? true : undefined))
  })

  test('shows its cost above the line instead, for those who chose that', async () => {
    const document = await open('unknown.py')
    const settings = vscode.workspace.getConfiguration('outlay')
    await settings.update('inline', 'lenses', vscode.ConfigurationTarget.Global)
    const lenses = await until('a lens', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        10,
      )
      return found.length > 0 ? found : undefined
    })
    assert.deepEqual(
      lenses.map((lens) => [lens.range.start.line, lens.command?.title]),
      [[lineOf(document, 'client.chat'), 'model unknown']],
    )
    assert.deepEqual(await hintsOf(document), [])
    await settings.update('inline', undefined, vscode.ConfigurationTarget.Global)
    assert.equal((await hintsOf(document)).length, 1)
  })

  test('with a suppression is not reported', async () => {
    const document = await open('suppressed.py')
    await until('its hint', async () => (await hintsOf(document))[0])
    assert.deepEqual(own(document.uri), [])
  })

  test('whose model is not in the source costs something unknown, never $0', async () => {
    const document = await open('unknown.py')
    const [hint] = await hintsOf(document)
    assert.equal(hint?.text, 'model unknown')
    assert.doesNotMatch(await hoverOf(document, hint.line), /\$0\b/)
  })

  test('loses its diagnostics when the file is no longer Python', async () => {
    const document = await open('answer.py')
    await diagnosticsOf(document)
    const plain = await vscode.languages.setTextDocumentLanguage(document, 'plaintext')
    await until('no diagnostics in plain text', () => (own(document.uri).length === 0 ? true : undefined))
    await vscode.languages.setTextDocumentLanguage(plain, 'python')
    await diagnosticsOf(document)
  })

  test('loses its diagnostics when the file is closed', async () => {
    // Opened as a user does: a document that was opened through the API is kept for minutes.
    const uri = uriOf('closing.py')
    await vscode.commands.executeCommand('vscode.open', uri)
    await until('its diagnostics', () => own(uri)[0])
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
    await until('no diagnostics once closed', () => (own(uri).length === 0 ? true : undefined))
  })

  test('keeps its diagnostics under the new name when the file is renamed', async () => {
    const [before, after] = [uriOf('closing.py'), uriOf('renamed.py')]
    await vscode.commands.executeCommand('vscode.open', before)
    await until('its diagnostics', () => own(before)[0])
    const edit = new vscode.WorkspaceEdit()
    edit.renameFile(before, after)
    assert.ok(await vscode.workspace.applyEdit(edit))
    await until('diagnostics under the new name', () => own(after)[0])
    assert.deepEqual(own(before), [])
  })
})
