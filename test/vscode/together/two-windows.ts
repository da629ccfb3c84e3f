import assert from 'node:assert/strict'
import { existsSync, readdirSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as vscode from 'vscode'
import { type Cost, startOpenAiCosts } from '../../../billing/testing/openai-costs-server.ts'
import { page, until } from '../suite/look.ts'
import { suite } from '../suite/mocha.ts'
import { billingProcesses } from '../suite/processes.ts'
import { answerSecret, pick, startConnecting, texts } from '../suite/spend-steps.ts'

// Runs in two editors at once, each with an extension host of its own, over one store. What they say to each other are files.

const together = process.env.OUTLAY_TEST_TOGETHER ?? ''
const store = process.env.OUTLAY_STORE ?? ''

const say = (what: string) => writeFileSync(join(together, what), '')
async function hear(what: string): Promise<void> {
  // The other one may still be starting.
  for (let i = 0; i < 4800 && !existsSync(join(together, what)); i++) await new Promise((go) => setTimeout(go, 25))
  assert.ok(existsSync(join(together, what)), `the other window has ${what}`)
}

const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10)
const cost = (back: number, usd: number): Cost => ({
  day: day(back),
  lineItem: 'gpt-4o-mini-2024-07-18, input',
  project: 'proj_a',
  usd,
  tokens: 1000,
})

const isEmpty = async () =>
  (await page<number>({ do: 'count', selector: '.totals .amount', webview: 'outlay-panel' })) === 0
const amounts = async (): Promise<readonly string[]> => ((await isEmpty()) ? [] : texts('.totals .amount'))
const shows = (amount: string) =>
  until(`${amount} in the panel`, async () => ((await amounts()).includes(amount) ? true : undefined))
const locks = () => readdirSync(store).filter((name) => name.startsWith('lock'))

/** As soon as it writes. */
function killAsItWrites(): Promise<void> {
  return new Promise((done) => {
    const watcher = watch(store, (_, name) => {
      if (!name?.endsWith('.parquet')) return
      watcher.close()
      const all = billingProcesses()
      assert.ok(all.length > 0, 'there is one')
      for (const one of all) process.kill(one, 'SIGKILL')
      void until('its end', () => billingProcesses().every((one) => !all.includes(one)) || undefined).then(() => done())
    })
  })
}

const parts: Readonly<Record<string, () => Promise<void>>> = {
  async first() {
    const costs = [cost(3, 12.5), cost(2, 30.25)]
    const server = await startOpenAiCosts(costs, 'sk-admin-together')
    await vscode.workspace
      .getConfiguration('outlay')
      .update('spend.addresses', { openai: server.base }, vscode.ConfigurationTarget.Global)
    const { connecting } = await startConnecting('OpenAI costs API')
    await answerSecret('sk-admin-together')
    await connecting
    await shows('$42.75')
    say('read')
    await hear('seen')
    costs.push(cost(4, 7.25))
    await vscode.commands.executeCommand('outlay.refreshSpend')
    await shows('$50.00')
    say('refreshed')
    await hear('seen refreshed')
    costs.push(cost(5, 10))
    const killed = killAsItWrites()
    await vscode.commands.executeCommand('outlay.refreshSpend')
    await killed
    say('killed')
    await hear('read on')
    await vscode.commands.executeCommand('outlay.refreshSpend')
    await shows('$60.00')
    assert.deepEqual(locks(), [])
    say('refreshed again')
    await hear('seen again')
    const leaving = vscode.commands.executeCommand('outlay.disconnectSpend', 'openai')
    await pick('forget what was read')
    await leaving
    say('erased')
    await hear('written by the other')
    assert.deepEqual(locks(), [])
    await server.close()
  },
  async second() {
    await hear('read')
    await vscode.commands.executeCommand('outlay.openPanel')
    await shows('$42.75')
    say('seen')
    await hear('refreshed')
    await shows('$50.00')
    say('seen refreshed')
    await hear('killed')
    // Whole or not at all.
    assert.match((await amounts()).join(), /^\$(50|60)\.00$/)
    await vscode.commands.executeCommand('outlay.refreshSpend')
    assert.match((await amounts()).join(), /^\$(50|60)\.00$/)
    say('read on')
    await hear('refreshed again')
    await shows('$60.00')
    say('seen again')
    await hear('erased')
    // Texts are waited for: here there will be none.
    await until('nothing', async () => (await isEmpty()) || undefined)
    // The lock is nobody's: this window may write.
    await vscode.commands.executeCommand('outlay.demoSpend')
    await until('the demo', async () => !(await isEmpty()) || undefined)
    assert.deepEqual(locks(), [])
    say('written by the other')
  },
}

suite(`the ${process.env.OUTLAY_TEST_ROLE} of two windows`, () => {
  test('reads, refreshes, is killed as it writes and erases; the other sees each in its open panel, and no lock is lost', async function () {
    this.timeout(240_000)
    const part = parts[process.env.OUTLAY_TEST_ROLE ?? '']
    assert.ok(part)
    await part()
  })
})
