import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { open, page, typeQuickly, until, write } from './look.ts'
import { suite } from './mocha.ts'

const rows = '.pane:has(.pane-header:has-text("Costs")) .monaco-list-row'

const texts = async () =>
  (await page<string[]>({ do: 'texts', selector: rows })).map((text) => text.replaceAll(/\s+/g, ' '))

const has = (what: string, pattern: RegExp) =>
  until(what, async () => (await texts()).find((text) => pattern.test(text)))

const run = (name: string) => vscode.commands.executeCommand(`outlay.${name}`)

suite('the Costs view', () => {
  test('groups by file, by resource and by entry point, and each has a name for those who do not see it', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
    await write(
      'listed/main.tf',
      'provider "aws" {\n  region = "us-east-1"\n}\nresource "aws_ebs_volume" "z" {\n  type = "gp3"\n  size = 12000\n}\nresource "aws_ebs_volume" "a" {\n  type = "gp2"\n  size = 10\n}\n',
    )
    await open('listed/main.tf')
    await open('samples/answers-api/app.py')
    await vscode.commands.executeCommand('outlay.costs.focus')
    await has('the file with its total', /main\.tf ?\$961\.00\/mo.* · listed/)
    await run('costsByResource')
    await has('the type with its total', /aws_ebs_volume ?\$[\d,.]+\/mo · \d+ places?/)
    await run('costsByEntryPoint')
    await has('requests', /^Requests/)
    const row = `${rows}:has-text("per request")`
    const [amount] = await page<string[]>({ do: 'texts', selector: row })
    assert.match(amount ?? '', /\$0\.\d+ per request/)
    const [label] = await page<string[]>({ do: 'labels', selector: row })
    assert.match(label ?? '', /^\w.*, .*\$0\.\d+ per request.*, samples\/answers-api\/app\.py/)
    await page({ do: 'click', selector: row })
    await until('its function', () => {
      const editor = vscode.window.activeTextEditor
      return editor?.document.uri.path.endsWith('app.py') &&
        /\bdef\b/.test(editor.document.lineAt(editor.selection.active.line).text)
        ? true
        : undefined
    })
  })

  test('shows only what has the words of the filter, in the chosen order, and exports that', async () => {
    await run('costsByFile')
    const filtering = run('filterCosts')
    await typeQuickly('listed')
    await page({ do: 'press', key: 'Enter' })
    await filtering
    await until('nothing else', async () =>
      (await texts()).some((text) => text.includes('app.py')) ? undefined : true,
    )
    await run('sortCostsByName')
    await until('by name', async () => {
      const [, first, second] = await texts()
      return second?.includes('$960.00/mo') && !first?.includes('$960.00/mo') ? true : undefined
    })
    const exporting = run('exportCosts')
    await page({ do: 'texts', selector: '.quick-input-widget .monaco-list-row:has-text("CSV")' })
    await page({ do: 'press', key: 'Enter' })
    await exporting
    const text = vscode.window.activeTextEditor?.document.getText() ?? ''
    const [heading, first, second, ...more] = text.trimEnd().split(/\r?\n/)
    assert.equal(heading, 'group,name,file,line,cost,per,usd_low,usd_likely,usd_high')
    assert.match(first ?? '', /^listed\/main\.tf,gp2 · 10 GiB,listed\/main\.tf,8,/)
    assert.equal(second, 'listed/main.tf,gp3 · 12000 GiB,listed/main.tf,4,$960.00/mo,month,960,960,960')
    assert.deepEqual(more, [])
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
    await run('clearCostFilter')
    await run('sortCostsByAmount')
    await has('all of it', /app\.py/)
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
    await vscode.commands.executeCommand('workbench.view.explorer')
  })
})
