import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import * as vscode from 'vscode'
import { hintsOf, hoverOf, lineOf, open, page, statusOf, typeQuickly, until, uriOf, write } from './look.ts'
import { suite } from './mocha.ts'

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.invalid', ...args], {
    cwd: uriOf('.').fsPath,
    encoding: 'utf8',
  })

const shown = async (document: vscode.TextDocument) => (await hintsOf(document)).map(({ text }) => text)

const rowsOfChanges = '.pane:has(.pane-header:has-text("Changes")) .monaco-list-row'
const rows = () => page<string[]>({ do: 'texts', selector: rowsOfChanges })

/** A row's text, its parts one after the other. */
const row = async (part: string) =>
  (await rows()).map((text) => text.replaceAll(/\s+/g, ' ')).find((text) => text.includes(part))

async function replace(document: vscode.TextDocument, before: string, after: string): Promise<void> {
  const start = document.getText().indexOf(before)
  assert.ok(start >= 0)
  const edit = new vscode.WorkspaceEdit()
  edit.replace(
    document.uri,
    new vscode.Range(document.positionAt(start), document.positionAt(start + before.length)),
    after,
  )
  assert.ok(await vscode.workspace.applyEdit(edit))
}

const volume = (size: number, name: string) =>
  `resource "aws_ebs_volume" "${name}" {\n  availability_zone = "us-east-1a"\n  type = "gp3"\n  size = ${size}\n}\n`

const stack = (text: string) => `provider "aws" {\n  region = "us-east-1"\n}\n${text}`

suite('what changed', () => {
  test('is told on the line, in the hover and in the status while typing, and gone when it is typed back', async () => {
    await write('compared/main.tf', stack(volume(100, 'data') + volume(10, 'old')))
    git('add', 'compared')
    git('commit', '--quiet', '--message', 'Compared', '--', 'compared')
    const document = await open('compared/main.tf')
    await until('its cost', async () => ((await shown(document)).length === 2 ? true : undefined))
    await replace(document, 'size = 100', 'size = 1000')
    await until('the change on the line', async () =>
      (await shown(document))[0] === '$80.00/mo · +$72.00/mo since HEAD' ? true : undefined,
    )
    const hover = await hoverOf(document, lineOf(document, '"data"'))
    assert.match(
      hover,
      /\*\*Changed since HEAD\*\*: \+\$72\.00\/mo \(\$8\.00\/mo → \$80\.00\/mo\)\n\n- size \(GiB\): 100 → 1000/,
    )
    await replace(document, volume(10, 'old'), volume(50, 'fresh'))
    await until('the new one', async () =>
      (await shown(document))[1] === '$4.00/mo · new since HEAD' ? true : undefined,
    )
    assert.match((await statusOf()) ?? '', /\$84\.00\/mo · \+\$75\.20\/mo$/)
    await vscode.commands.executeCommand('undo')
    await vscode.commands.executeCommand('undo')
    await until('no change any more', async () =>
      (await shown(document)).join('; ') === '$8.00/mo; $0.80/mo' ? true : undefined,
    )
    await vscode.commands.executeCommand('redo')
    await vscode.commands.executeCommand('redo')
  })

  test('on the line of a module is what all of it costs more', async () => {
    const document = await open('platform/main.tf')
    await until('its cost', async () => ((await shown(document)).length === 2 ? true : undefined))
    await replace(document, 'default = 100', 'default = 200')
    await until('the change', async () =>
      (await shown(document))[0] === '$16.00/mo, 1 resource · +$8.00/mo since HEAD' ? true : undefined,
    )
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  })

  test('is listed by file with what was removed, is opened from there, and ends with a commit', async () => {
    await vscode.commands.executeCommand('outlay.changes.focus')
    await until('the file', async () => ((await row('compared'))?.includes('+$76.00/mo, -$0.80/mo') ? true : undefined))
    assert.match((await row('size')) ?? '', /\+\$72\.00\/mo.*size \(GiB\): 100 → 1000/)
    assert.ok(await row('-$0.80/mo'))
    await page({ do: 'click', selector: '.monaco-list-row:has-text("-$0.80/mo"):not(:has-text("main.tf"))' })
    await until('the old text', () =>
      vscode.window.activeTextEditor?.document.uri.scheme === 'git' ? true : undefined,
    )
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
    await vscode.workspace.saveAll()
    git('tag', 'before')
    git('commit', '--quiet', '--message', 'Dearer', '--', 'compared')
    await until('nothing in the file', async () =>
      (await page<number>({ do: 'count', selector: `${rowsOfChanges}:has-text("compared")` })) === 0 ? true : undefined,
    )
  })

  test('is counted from the base that was chosen', async () => {
    const document = await open('compared/main.tf')
    await until('no change', async () => ((await shown(document))[0] === '$80.00/mo' ? true : undefined))
    const choosing = vscode.commands.executeCommand('outlay.compareWith')
    await page({ do: 'texts', selector: '.quick-input-widget .monaco-list-row:has-text("before")' })
    await typeQuickly('before')
    await page({ do: 'press', key: 'Enter' })
    await choosing
    await until('the change since the tag', async () =>
      (await shown(document))[0] === '$80.00/mo · +$72.00/mo since before' ? true : undefined,
    )
    await until('the base in the view', async () => {
      const [heading] = await page<string[]>({ do: 'texts', selector: '.pane-header:has-text("Changes")' })
      return heading?.includes('since before') ? true : undefined
    })
    const back = vscode.commands.executeCommand('outlay.compareWith')
    await page({ do: 'texts', selector: '.quick-input-widget .monaco-list-row:has-text("HEAD")' })
    await page({ do: 'press', key: 'Enter' })
    await back
    await until('no change', async () => ((await shown(document))[0] === '$80.00/mo' ? true : undefined))
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
    await vscode.commands.executeCommand('workbench.view.explorer')
  })
})
