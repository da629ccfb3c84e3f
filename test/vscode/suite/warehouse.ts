import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { startOpenAiCosts } from '../../../billing/testing/openai-costs-server.ts'
import { noClickHouse, startClickHouse, type TestClickHouse } from '../../engines/clickhouse.ts'
import { page, until, uriOf, write } from './look.ts'
import { suite } from './mocha.ts'
import {
  account,
  answer,
  answerSecret,
  isNowhere,
  noticed,
  pick,
  press,
  saying,
  startConnecting,
  texts,
} from './spend-steps.ts'

const key = 'sk-admin-marked-4712'
const day = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10)
const costs = [{ day, lineItem: 'gpt-4o-mini-2024-07-18, input', project: 'proj_a', usd: 12.5, tokens: 1000 }]
const store = 'outlay-panel .store'
const outlayJson = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf('outlay.json')))
const addresses = (found: Record<string, string> | undefined) =>
  vscode.workspace.getConfiguration('outlay').update('spend.addresses', found, vscode.ConfigurationTarget.Global)

if (noClickHouse)
  suite('a warehouse of spend', () => {
    test(`is not tried on ${process.platform}-${process.arch}: chdb has no build for it`, () => assert.ok(noClickHouse))
  })
else
  suite('a warehouse of spend', () => {
    let engine: TestClickHouse
    let openai: Awaited<ReturnType<typeof startOpenAiCosts>>
    let host: string
    const sum = async () => {
      const authorization = `Basic ${Buffer.from(`${engine.user}:${engine.password}`).toString('base64')}`
      const query = 'SELECT sum("BilledCost") FROM "outlay_rows" FORMAT TabSeparated'
      return (
        await (await fetch(engine.address, { method: 'POST', headers: { authorization }, body: query })).text()
      ).trim()
    }

    suiteSetup(async function () {
      this.timeout(120_000)
      engine = await startClickHouse()
      host = new URL(engine.address).host
      openai = await startOpenAiCosts(costs, key)
      await addresses({ openai: openai.base })
      await vscode.commands.executeCommand('outlay.openPanel')
    })
    suiteTeardown(async () => {
      await addresses(undefined)
      await openai.close()
      await engine.stop()
      await vscode.workspace.fs.delete(uriOf('outlay.json'))
    })

    test('is named, tried with the password that was typed, and shown: a wrong one is told and nothing written', async () => {
      await write('outlay.json', '{\n  // Ours.\n  "region": { "aws": "eu-west-1" }\n}\n')
      const { connecting } = await startConnecting('ClickHouse')
      await answer('The address of its HTTP interface', engine.address)
      await answer('The database. It needs', 'default')
      await answer('The user, default if', engine.user)
      await page({ do: 'click', selector: '.quick-input-widget .codicon-copy' })
      // The window copies a moment after it was pressed.
      const rights = /GRANT SELECT, INSERT, .* ON default\.\* TO default;/
      await until('the rights', async () => (rights.test(await vscode.env.clipboard.readText()) ? true : undefined))
      await answer('The table of FOCUS columns', '')
      await answerSecret('another')
      await noticed(/refused the user default: the password is wrong/)
      assert.ok(!(await outlayJson()).includes('clickhouse'))
      await page({ do: 'click', selector: '.notifications-center .monaco-button:has-text("Try Again")' })
      // What was no secret is there already.
      for (const prompt of ['The address of', 'The database. It', 'The user, default', 'The table of FOCUS'])
        await answer(prompt, '')
      await answerSecret(engine.password)
      await connecting
      const shown = await saying(store, /ClickHouse at/)
      assert.ok(shown.includes(`ClickHouse at ${host}, default`), shown)
      const written = await outlayJson()
      assert.match(
        written,
        /"store": \{\s*"kind": "clickhouse",\s*"address": "http:[^"]+",\s*"database": "default",\s*"user": "default"\s*\}/,
      )
      assert.ok(written.includes('// Ours.'))
    })

    test('keeps what is read of a source: its sum is the panel’s', async () => {
      const { connecting } = await startConnecting('OpenAI costs API')
      await answerSecret(key)
      await connecting
      await until('the spend', async () => (await texts('.totals .amount')).find((text) => text === '$12.50'))
      assert.equal(Number(await sum()), 12.5)
    })

    test('is tested on request, and says in a sentence what is wrong with it', async () => {
      const testing = vscode.commands.executeCommand('outlay.testSpend')
      await pick('ClickHouse at')
      await noticed(/^ClickHouse answered\. It tells of costs from \S+ to \S+\.$/)
      await vscode.commands.executeCommand('notifications.clearAll')
      await testing
      const named = await outlayJson()
      await write('outlay.json', named.replace('"database": "default"', '"database": "gone"'))
      await saying('outlay-panel .error', /has no database gone: make it/)
      assert.deepEqual(await texts('outlay-panel .empty h2'), ['No spend is loaded'])
      await write('outlay.json', named)
      await until('the spend', async () => (await texts('.totals .amount')).find((text) => text === '$12.50'))
      await write('outlay.json', named.replace(host, '127.0.0.1:9'))
      // Its password is for the first address alone.
      await saying(
        store,
        /On this machine.*keeps its spend in ClickHouse at 127\.0\.0\.1:9, default, which is not connected/s,
      )
      await write('outlay.json', named)
      await saying(store, new RegExp(`ClickHouse at ${host}`))
    })

    test('which answers no more is told, and its password is in nothing that is kept, written or shown', async () => {
      await engine.stop()
      await page({ do: 'click', selector: `${store} vscode-button:has-text("Ask Again")`, webview: 'outlay-panel' })
      await saying('outlay-panel .error', /ClickHouse could not be reached at http.*ECONNREFUSED/)
      await isNowhere([engine.password, key], /ClickHouse could not be reached/)
    })

    test('is disconnected: what is on this machine is shown, and outlay.json names it no more', async () => {
      await page({ do: 'click', selector: `${store} vscode-button:has-text("Manage")`, webview: 'outlay-panel' })
      await pick('Disconnect')
      await pick('take it out of outlay.json')
      await saying(store, /On this machine/)
      assert.ok(!(await outlayJson()).includes('clickhouse'))
      const leaving = vscode.commands.executeCommand('outlay.disconnectSpend', 'openai')
      await pick('forget what was read')
      await leaving
      await page({ do: 'gone', selector: account('OpenAI'), webview: 'outlay-panel' })
      await press('Escape')
    })
  })
