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

  test('tells why spend changed, and where the budgets stand, when somebody looks there', async () => {
    const view = (name: string) =>
      page({ do: 'click', selector: `button[role=tab]:has-text("${name}")`, webview: 'outlay-panel' })
    await view('Why it changed')
    const [period] = await texts('.analyses table[id^=change-] tbody tr:has-text("OpenAI API")')
    assert.match(period ?? '', /OpenAI API\s+\$1,708\.65\s+\$579\.11\s+-\$1,129\.54/)
    await view('Forecast and budgets')
    const [budget] = await texts('table#budgets tbody tr:has-text("models")')
    assert.match(budget ?? '', /models\s+\$3,000\.00\s+\$1,897\.63\s+63\.3%/)
    const [asOf] = await texts('.analyses > p.muted')
    assert.match(asOf ?? '', /As of: Demo data of a fictional company, 19 Nov 2026/)
    await view('Overview')
    await texts('.totals .amount')
  })
})
