import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import * as vscode from 'vscode'
import { api, open, until, uriOf, write } from './look.ts'
import { suite } from './mocha.ts'
import { unwatch, watched } from './watched.ts'

// The first of all: nothing was opened yet, and what was only scanned is followed all the same.

suite('what a scan has read of another file', () => {
  suiteTeardown(unwatch)

  const machine = 'variable "size" {\n  default = 100\n}\n'
  const month = async (folder: string) =>
    (await api()).estimates().find(({ file }) => file.includes(`/${folder}/`))?.usd?.likely
  const costs = (folder: string, usd: number) =>
    until(`${folder} at ${usd}`, async () => ((await month(folder)) === usd ? true : undefined))

  test('is followed where that changes on disk or in its editor, and nobody has the first open', async () => {
    await watched(['led/main.tf'])
    await write('led/variables.tf', machine)
    await write(
      'led/main.tf',
      'resource "aws_ebs_volume" "a" {\n  availability_zone = "us-east-1a"\n  size = var.size\n  type = "gp2"\n}\n',
    )
    await vscode.commands.executeCommand('outlay.scanProject')
    await costs('led', 10)
    await write('led/variables.tf', machine.replace('100', '200'))
    await costs('led', 20)
    const document = await open('led/variables.tf')
    const edit = new vscode.WorkspaceEdit()
    const at = document.getText().indexOf('200')
    edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + 3)), '300')
    assert.ok(await vscode.workspace.applyEdit(edit))
    await costs('led', 30)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
    await costs('led', 20)
    rmSync(uriOf('led').fsPath, { recursive: true })
  })
})
