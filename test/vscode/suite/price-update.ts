import assert from 'node:assert/strict'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as vscode from 'vscode'
import { priceSources } from '../../../cli/prices-refresh/sources.ts'
import { paths } from '../../refresh/lists.ts'
import { type ListServer, startLists } from '../../refresh/server.ts'
import { api, hintsOf, hoverOf, open, page, until, write } from './look.ts'
import { suite } from './mocha.ts'

// The real process that the command line starts too, reading from a server on this machine.

const sources = priceSources.map(({ id }) => id)
/** Toasts are not shown in a test run: the list of messages is opened. */
const shown = () => vscode.commands.executeCommand('notifications.showList')
const message = '.notifications-center .notification-list-item-message'
async function said(text: RegExp): Promise<string> {
  await shown()
  return until(`a message like ${text}`, async () =>
    (await page<string[]>({ do: 'texts', selector: message })).find((one) => text.test(one)),
  )
}
const setGlobal = (name: string, value: unknown) =>
  vscode.workspace.getConfiguration('outlay').update(name, value, vscode.ConfigurationTarget.Global)

/** USD per token, as text. */
const openrouter = (input: number) =>
  JSON.stringify({
    data: [
      { id: 'example/newcomer', context_length: 1000, pricing: { prompt: `${input}`, completion: `${input * 4}` } },
    ],
  })

const call = `from openai import OpenAI

client = OpenAI(base_url="https://openrouter.ai/api/v1")
client.chat.completions.create(model="example/newcomer", messages=[{"role": "user", "content": "hi"}], max_tokens=1000)
`

async function withLists(test: (lists: ListServer) => Promise<void>): Promise<void> {
  const lists = await startLists()
  const { standIn } = await api()
  standIn(Object.fromEntries(sources.map((source) => [source, lists.base])))
  try {
    await test(lists)
  } finally {
    standIn(undefined)
    await lists.close()
    await vscode.commands.executeCommand('notifications.clearAll')
  }
}

suite('prices', () => {
  test('are read from the network neither at the start nor on the word of a workspace', () =>
    withLists(async (lists) => {
      await open('answer.py')
      const state = await until('the date of the prices', async () => (await api()).prices())
      assert.match(state.asOf, /^\d{4}-\d\d-\d\d$/)
      assert.deepEqual([state.refreshed, state.checked], [0, undefined])
      await write('.vscode/settings.json', '{ "outlay.prices.update": "daily", "outlay.inline": "lenses" }')
      await until('the settings of the folder', () =>
        vscode.workspace.getConfiguration('outlay').get('inline') === 'lenses' ? true : undefined,
      )
      assert.equal(vscode.workspace.getConfiguration('outlay').get('prices.update'), 'off')
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, '.vscode'), {
        recursive: true,
      })
      await until('the settings gone', () =>
        vscode.workspace.getConfiguration('outlay').get('inline') === 'hints' ? true : undefined,
      )
      assert.deepEqual(lists.requests, [])
    }))

  test('are updated by the command: a list that fails is named, and a new price is on the line at once', () =>
    withLists(async (lists) => {
      await write('newcomer.py', call)
      const document = await open('newcomer.py')
      await until('no price yet', async () =>
        (await hintsOf(document))[0]?.text.includes('$') === false ? true : undefined,
      )
      lists.faults = ['portal']
      lists.bodies[paths.openrouter] = openrouter(0.000002)
      await vscode.commands.executeCommand('outlay.updatePrices')
      const text = await said(/Prices updated/)
      assert.match(text, /^Prices updated: 1 list refreshed\. Not updated, so what was there stays: /)
      assert.match(text, /genai-prices/)
      assert.doesNotMatch(text, /OpenRouter/)
      assert.match(text, /AWS Price List.*: read by region, and none is chosen\./)
      await until('the new price', async () => (await hintsOf(document)).find((one) => one.text.includes('$')))
      assert.match(await hoverOf(document, 3), /OpenRouter.*2026-11-20/)
      const state = (await api()).prices()
      assert.equal(state?.refreshed, 1)
      assert.equal(state?.checked, '2026-11-20T06:00:00.000Z')
    }))

  test('stay as they were where the same list comes cut off', () =>
    withLists(async (lists) => {
      const before = (await api()).prices()
      lists.bodies[paths.openrouter] = openrouter(0.000003)
      lists.faults = ['portal', 'truncated']
      await vscode.commands.executeCommand('outlay.updatePrices')
      assert.match(await said(/Not updated/), /OpenRouter/)
      assert.deepEqual((await api()).prices(), before)
    }))

  test('stop being read when the user cancels, and the lock is given back', () =>
    withLists(async (lists) => {
      lists.bodies[paths.genai] = '[]'.padEnd(2000)
      lists.faults = ['silence']
      const updating = vscode.commands.executeCommand('outlay.updatePrices')
      await until('the first request', () => lists.requests[0])
      await shown()
      await page({ do: 'click', selector: '.notifications-center .monaco-button:has-text("Cancel")' })
      await updating
      assert.match(await said(/Cancelled/), /what was not read stays as it was/)
      assert.equal(lists.requests.length, 1)
      const kept = readdirSync(process.env.OUTLAY_PRICES ?? '').filter((name) => !name.endsWith('.problem.json'))
      assert.deepEqual(kept, ['openrouter.prices.json'])
    }))

  test('are left to another window that is at it, and taken over from it', () =>
    withLists(async (lists) => {
      const folder = process.env.OUTLAY_PRICES ?? ''
      const [lock, table] = [join(folder, 'refresh.lock'), join(folder, 'openrouter.prices.json')]
      writeFileSync(lock, String(process.pid))
      await vscode.commands.executeCommand('outlay.updatePrices')
      await said(/^Another refresh is running \(process \d+\): this one did nothing\.$/)
      assert.deepEqual(lists.requests, [])
      rmSync(lock)
      const theirs = { ...JSON.parse(readFileSync(table, 'utf8')), asOf: '2026-11-21' }
      writeFileSync(table, JSON.stringify(theirs))
      await until('the prices of the other window', async () =>
        (await api()).prices()?.asOf === theirs.asOf ? true : undefined,
      )
    }))

  test('are read without a word when the user chose a schedule and it is time', () =>
    withLists(async (lists) => {
      const { now } = Date
      // Past the pause that follows every attempt, and days after the list of the server, whatever this machine's clock says.
      Date.now = () => Math.max(now(), Date.parse('2026-11-20T06:00:00Z')) + 48 * 3_600_000
      try {
        lists.bodies[paths.openrouter] = openrouter(0.000004)
        lists.date = 'Sat, 21 Nov 2026 06:00:00 GMT'
        await setGlobal('prices.update', 'daily')
        await until('the new prices', async () =>
          (await api()).prices()?.checked === '2026-11-21T06:00:00.000Z' ? true : undefined,
        )
        await shown()
        // The editor and its own extensions may have something to say: nothing of it is about prices.
        const all = (await page<number>({ do: 'count', selector: message })) > 0
        const texts = all ? await page<string[]>({ do: 'texts', selector: message }) : []
        assert.deepEqual(
          texts.filter((text) => /price|refresh|list/i.test(text)),
          [],
        )
      } finally {
        await setGlobal('prices.update', undefined)
        Date.now = now
      }
    }))
})
