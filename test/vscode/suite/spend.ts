import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { startOpenAiCosts } from '../../../billing/testing/openai-costs-server.ts'
import { page, until } from './look.ts'
import { suite } from './mocha.ts'

const texts = (selector: string) => page<string[]>({ do: 'texts', selector, webview: 'outlay-panel' })
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

suite('spend from OpenAI', () => {
  test('is read with the key that was typed, and shown with its source', async () => {
    const costs = [
      { day: daysAgo(3), lineItem: 'gpt-4o-mini-2024-07-18, input', project: 'proj_a', usd: 12.5, tokens: 1000 },
      { day: daysAgo(2), lineItem: 'gpt-4o-mini-2024-07-18, output', project: 'proj_a', usd: 30.25, tokens: 1000 },
    ]
    const server = await startOpenAiCosts(costs, 'sk-admin-test')
    const settings = vscode.workspace.getConfiguration('outlay')
    await settings.update('spend.openaiBaseUrl', server.base, vscode.ConfigurationTarget.Global)
    const connecting = vscode.commands.executeCommand('outlay.connectOpenAI')
    await page({ do: 'texts', selector: '.quick-input-widget input[type=password]' })
    await page({ do: 'type', text: 'sk-admin-test' })
    await page({ do: 'press', key: 'Enter' })
    await connecting
    const amount = await until('the spend', async () =>
      (await texts('.totals .amount')).find((text) => text.includes('42.75')),
    )
    assert.equal(amount, '$42.75')
    assert.match((await texts('p.muted:has-text("Source:")')).join(), /OpenAI costs API .* as of /)
    assert.deepEqual(server.violations, [])
    assert.ok(server.requests.length > 0)
    await vscode.commands.executeCommand('outlay.disconnectOpenAI')
    await settings.update('spend.openaiBaseUrl', undefined, vscode.ConfigurationTarget.Global)
    await server.close()
  })
})
