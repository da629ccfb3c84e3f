import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { diagnosticsOf, hintsOf, open, own, until, uriOf, write as writeFile } from './look.ts'
import { suite } from './mocha.ts'

const write = (text: string) => vscode.workspace.fs.writeFile(uriOf('outlay.json'), new TextEncoder().encode(text))

suite('outlay.json', () => {
  test('gives calls a monthly figure, switches rules off, and takes effect at once', async () => {
    const document = await open('answer.py')
    await diagnosticsOf(document)
    await write(
      '{\n  // told by the team\n  "volume": { "answer.py": 1000 },\n  "rules": { "unbounded-output": "off", "retired-model": "off" }\n}\n',
    )
    await until('a monthly figure', async () => ((await hintsOf(document))[0]?.text.includes('/mo') ? true : undefined))
    assert.deepEqual(own(document.uri), [])
  })

  test('with a mistake is marked on the key, and the last good one goes on', async () => {
    const document = await open('answer.py')
    const config = await open('outlay.json')
    const edit = new vscode.WorkspaceEdit()
    const at = config.positionAt(config.getText().indexOf('unbounded-output'))
    edit.replace(config.uri, new vscode.Range(at, at.translate(0, 'unbounded'.length)), 'unbound')
    assert.ok(await vscode.workspace.applyEdit(edit))
    const [mistake] = await diagnosticsOf(config)
    assert.match(mistake?.message ?? '', /did you mean "unbounded-output"\?/)
    assert.equal(config.getText(mistake?.range), '"unbound-output"')
    assert.deepEqual(own(document.uri), [])
    await vscode.commands.executeCommand('workbench.action.files.revert')
    await vscode.workspace.fs.delete(uriOf('outlay.json'))
    await until('without a config the rule is on again', () => (own(document.uri).length > 0 ? true : undefined))
  })
  test('says where its budget stands that the project costs more, once the project is scanned', async () => {
    await writeFile(
      'budgeted/main.tf',
      'provider "aws" {\n  region = "us-east-1"\n}\nresource "aws_ebs_volume" "a" {\n  type = "gp3"\n  size = 1000\n}\n',
    )
    await writeFile('budgeted/outlay.json', '{ "rules": { "over-budget": ["warning", { "project": 5 }] } }\n')
    await vscode.commands.executeCommand('outlay.scanProject')
    const config = await open('budgeted/outlay.json')
    const [said] = await diagnosticsOf(config)
    assert.equal(
      said?.message,
      'The project costs $80.00 a month, $75.00 over its budget of $5.00. main.tf costs most.',
    )
    assert.equal(said?.severity, vscode.DiagnosticSeverity.Warning)
    assert.equal(config.getText(said?.range), '5')
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
    await vscode.workspace.fs.delete(uriOf('budgeted'), { recursive: true })
  })
})
