import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { startFake } from '../../../billing/testing/fake.ts'
import { startOpenAiCosts } from '../../../billing/testing/openai-costs-server.ts'
import { page, until, uriOf, write } from './look.ts'
import { suite } from './mocha.ts'
import { account, answerSecret, isNowhere, pick, rows, saying, startConnecting, texts } from './spend-steps.ts'

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

/** What no file, log, setting or sentence may hold. */
const secret = 'sk-admin-marked-4711'
const costs = [
  { day: daysAgo(3), lineItem: 'gpt-4o-mini-2024-07-18, input', project: 'proj_a', usd: 12.5, tokens: 1000 },
  { day: daysAgo(2), lineItem: 'gpt-4o-mini-2024-07-18, output', project: 'proj_b', usd: 30.25, tokens: 1000 },
]

async function connect(reads: string, key: string): Promise<void> {
  const { connecting } = await startConnecting(reads)
  await answerSecret(key)
  await connecting
}

const said = (name: string, words: RegExp) => saying(account(name), words)

const settings = () => vscode.workspace.getConfiguration('outlay')
const addresses = (found: Record<string, string> | undefined) =>
  settings().update('spend.addresses', found, vscode.ConfigurationTarget.Global)

suite('sources of spend', () => {
  let server: Awaited<ReturnType<typeof startOpenAiCosts>>
  let refusing: Awaited<ReturnType<typeof startFake>>
  let limits: Awaited<ReturnType<typeof startFake>>

  suiteSetup(async () => {
    server = await startOpenAiCosts(costs, secret)
    // Repeats what it was sent, as some servers do.
    refusing = await startFake({ answer: ({ headers }) => ({ status: 401, body: headers }) })
    const limit = { threshold_amount: 250_050, currency: 'USD', interval: 'month' }
    limits = await startFake({ answer: () => ({ body: { object: 'organization.spend_limit', ...limit } }) })
    await addresses({ openai: server.base, anthropic: refusing.base, 'openai-spend-limits': limits.base })
  })
  suiteTeardown(async () => {
    await addresses(undefined)
    await server.close()
    await refusing.close()
    await limits.close()
  })

  test('one is chosen from a list and read with the key that was typed', async () => {
    await connect('OpenAI costs API', secret)
    const amount = await until('the spend', async () =>
      (await texts('.totals .amount')).find((text) => text.includes('42.75')),
    )
    assert.equal(amount, '$42.75')
    const told = await said('OpenAI', /as of/)
    assert.match(told, /OpenAI: 2 rows, as of .*Not this project’s alone: all that these credentials can see/s)
    assert.deepEqual(server.violations, [])
  })

  test('one that fails says why and hides nothing of the others', async () => {
    await connect('Anthropic cost reports', secret)
    const told = await said('Anthropic', /refused the key \(401\)/)
    assert.match(told, /Retry/)
    assert.equal((await texts('.totals .amount'))[0], '$42.75')
    const before = refusing.heard.length
    await page({
      do: 'click',
      selector: `${account('Anthropic')} vscode-button:has-text("Retry")`,
      webview: 'outlay-panel',
    })
    await until('another request', () => (refusing.heard.length > before ? true : undefined))
    await said('Anthropic', /refused the key \(401\)/)
  })

  test('what its provider says itself is asked for once it is chosen, and stands beside our own', async () => {
    await page({
      do: 'click',
      selector: `${account('OpenAI')} vscode-button:has-text("Manage")`,
      webview: 'outlay-panel',
    })
    await pick('Choose what else it says')
    await page({ do: 'click', selector: `${rows}:has-text("OpenAI spend limits") .monaco-checkbox` })
    await page({ do: 'click', selector: '.quick-input-widget .monaco-button:has-text("OK")' })
    await page({ do: 'click', selector: '#section-budgets', webview: 'outlay-panel' })
    const told = await saying('.provider-words', /2,500\.50 USD, by the month/)
    assert.match(told, /OpenAI spend limits\s+OpenAI, as of /)
    assert.equal(limits.heard[0]?.headers.authorization, `Bearer ${secret}`)
    await page({ do: 'click', selector: '#section-overview', webview: 'outlay-panel' })
  })

  test('a part of it is made the project’s, in outlay.json, whose comments stay', async () => {
    await write('outlay.json', '{\n  // Ours.\n  "region": { "aws": "eu-west-1" } // near us\n}\n')
    await page({ do: 'click', selector: `${account('OpenAI')} button.link`, webview: 'outlay-panel' })
    await pick('Projects')
    await page({
      do: 'click',
      selector: `${rows}:has-text("proj_b") input[type=checkbox], ${rows}:has-text("proj_b") .monaco-checkbox`,
    })
    await page({ do: 'click', selector: '.quick-input-widget .monaco-button:has-text("OK")' })
    await said('OpenAI', /Only this project’s: projects proj_b/)
    const after = new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf('outlay.json')))
    assert.match(after, /"spend": \{\s*"scope": \{\s*"openai": \{\s*"projects": \[\s*"proj_b"\s*\]/)
    for (const comment of ['// Ours.', '// near us']) assert.ok(after.includes(comment), comment)
    await until('the project’s part', async () =>
      server.requests.at(-1)?.get('project_ids') === 'proj_b' ? true : undefined,
    )
    await vscode.workspace.fs.delete(uriOf('outlay.json'))
    await said('OpenAI', /Not this project’s alone/)
  })

  test('the secret is in nothing that is kept, written or shown', async () => {
    await isNowhere([secret], /Anthropic refused the key/)
  })

  test('it is disconnected, and what was read of it goes where that is wanted', async () => {
    for (const name of ['Anthropic', 'OpenAI']) {
      const leaving = vscode.commands.executeCommand('outlay.disconnectSpend', name.toLowerCase())
      await pick('forget what was read')
      await leaving
    }
    assert.deepEqual(await texts('outlay-panel .empty h2'), ['No spend is loaded'])
    await page({ do: 'gone', selector: '.accounts li', webview: 'outlay-panel' })
  })
})
