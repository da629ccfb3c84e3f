import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { open, page, until } from './look.ts'
import { suite } from './mocha.ts'

const texts = (selector: string) => page<string[]>({ do: 'texts', selector, webview: 'outlay-panel' })

suite('the panel', () => {
  test('shows the estimate of the project and, on one click, ninety days of demo spend', async () => {
    await open('infra/main.tf')
    await vscode.commands.executeCommand('outlay.openPanel')
    const [empty] = await texts('outlay-panel .empty h2')
    assert.equal(empty, 'No spend is loaded')
    // The open file at once, the others as they are scanned.
    await until('the estimate', async () =>
      (await texts('.sites')).find((text) => text.includes('$16,030') && /model unknown|Not known: model/.test(text)),
    )
    await page({ do: 'click', selector: 'vscode-button:has-text("Demo Data")', webview: 'outlay-panel' })
    const [amount] = await texts('outlay-panel .totals .amount')
    assert.match(amount ?? '', /^\$[\d,]+\.\d{2}$/)
    const [badge] = await texts('outlay-panel vscode-badge')
    assert.equal(badge, 'Demo data')
    const [source] = await texts('outlay-panel .accounts li:has-text("Demo data")')
    assert.match(source ?? '', /Demo data of a fictional company .*, as of /)
  })
})
