import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as vscode from 'vscode'
import { startFake } from '../../../billing/testing/fake.ts'
import { startOpenAiCosts } from '../../../billing/testing/openai-costs-server.ts'
import { page, typeQuickly } from '../suite/look.ts'
import { suite } from '../suite/mocha.ts'
import { themes, useTheme } from './themes.ts'

const folder = process.env.OUTLAY_PICTURES ?? '.'
const picture = (name: string) => page({ do: 'screenshot', path: join(folder, `spend-${name}.png`) })
const press = (key: string) => page({ do: 'press', key })

const rows = '.quick-input-widget .monaco-list-row'
const drawn = (text: string) => page({ do: 'texts', selector: `${rows}:has-text("${text}")` })
const pick = (text: string) => page({ do: 'click', selector: `${rows}:has-text("${text}")` })
const panel = (selector: string) => page({ do: 'texts', selector, webview: 'outlay-panel' })
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
const costs = Array.from({ length: 30 }, (_, day) => ({
  day: daysAgo(day + 1),
  lineItem: 'gpt-4.1-2025-04-14, input',
  project: day % 2 ? 'proj_answers' : 'proj_search',
  usd: 20 + day,
  tokens: 1000,
}))

// The process that reads bills has the environment of when it was started, which an earlier suite may have done.
const profiles = join(mkdtempSync(join(tmpdir(), 'outlay-aws-')), 'config')
writeFileSync(profiles, '[default]\nregion = us-east-1\n[profile billing]\nsso_session = corp\n')
process.env.AWS_CONFIG_FILE = profiles

suite('pictures of spend', () => {
  let server: Awaited<ReturnType<typeof startOpenAiCosts>>
  let refusing: Awaited<ReturnType<typeof startFake>>
  suiteSetup(async () => {
    server = await startOpenAiCosts(costs, 'sk-admin-a')
    refusing = await startFake({ answer: () => ({ status: 401 }) })
    const addresses = { openai: server.base, anthropic: refusing.base }
    await vscode.workspace
      .getConfiguration('outlay')
      .update('spend.addresses', addresses, vscode.ConfigurationTarget.Global)
    await vscode.commands.executeCommand('outlay.openPanel')
    // Whatever spend is shown already.
    await panel('outlay-panel h1, outlay-panel h2')
  })
  suiteTeardown(async () => {
    await useTheme(undefined)
    await refusing.close()
    await server.close()
  })

  test('a source is connected with a key', async () => {
    void vscode.commands.executeCommand('outlay.connectSpend')
    await page({ do: 'texts', selector: rows })
    await picture('connect')
    await typeQuickly('OpenAI costs API')
    await page({ do: 'texts', selector: `${rows}.focused:has-text("OpenAI costs API")` })
    await press('Enter')
    await page({ do: 'texts', selector: '.quick-input-widget input[type=password]:visible' })
    await picture('key')
    await typeQuickly('sk-admin-a')
    await press('Enter')
    await panel('.accounts li:has-text("OpenAI")')
    await panel('.totals .amount')
  })

  test('a key is refused', async () => {
    void vscode.commands.executeCommand('outlay.connectSpend', 'anthropic')
    await page({ do: 'texts', selector: '.quick-input-widget input[type=password]:visible' })
    await typeQuickly('sk-ant-admin-b')
    await press('Enter')
    await panel('.accounts .note.failed')
  })

  test('a source is connected with a profile, and one with a Microsoft account', async () => {
    void vscode.commands.executeCommand('outlay.connectSpend', 'aws-cost-explorer')
    await drawn('An AWS profile')
    await picture('sign-in')
    await pick('An AWS profile')
    await drawn('billing')
    await picture('profiles')
    await pick('billing')
    await drawn('Read it only when I ask')
    await picture('costs')
    await pick('Read it only when I ask')
    await panel('.accounts li:has-text("AWS Cost Explorer")')
    void vscode.commands.executeCommand('outlay.connectSpend', 'azure-cost-management')
    await drawn('Microsoft account')
    await picture('microsoft')
    await press('Escape')
  })

  test('a source is managed', async () => {
    await page({
      do: 'click',
      selector: '.accounts li:has-text("AWS") vscode-button:has-text("Manage")',
      webview: 'outlay-panel',
    })
    await drawn('Disconnect')
    await picture('manage')
    await pick('Show the rights it needs')
    await drawn('Copy it')
    await picture('rights')
    await press('Escape')
  })

  for (const [name, theme] of Object.entries(themes))
    test(`what of a source is this project's, in ${name}`, async () => {
      await useTheme(theme)
      await panel('spend-chart')
      void vscode.commands.executeCommand('outlay.chooseSpendScope', 'openai')
      await drawn('Projects')
      await pick('Projects')
      await drawn('proj_answers')
      await picture(`scope-${name}`)
      await press('Escape')
    })
})
