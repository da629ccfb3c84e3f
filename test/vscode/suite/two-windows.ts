import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, rmSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as vscode from 'vscode'
import { type BillingClient, createBillingClient } from '../../../billing/client.ts'
import { until } from './look.ts'
import { suite } from './mocha.ts'
import { texts } from './spend-steps.ts'

const header =
  'ProviderName,ServiceName,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,BillingCurrency,BilledCost,EffectiveCost\n'
const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10)

/** One cent a row, of ninety days. */
const bill = (rows: number) =>
  header +
  Array.from(
    { length: rows },
    (_, i) => `AWS,Service ${i % 12},${day(1 + (i % 90))}T00:00:00Z,${day(i % 90)}T00:00:00Z,Usage,USD,0.01,0.01\n`,
  ).join('')

suite('two windows', () => {
  let folder: string
  let windows: BillingClient[]
  setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'outlay-windows-'))
    windows = []
  })
  teardown(() => {
    for (const window of windows) window.stop()
    rmSync(folder, { recursive: true, maxRetries: 5 })
  })

  /** The billing process of one window, as the extension starts it: of what is shipped, by the editor's own executable. */
  function windowOn(store: string): BillingClient {
    const extension = vscode.extensions.getExtension('outlay.outlay')
    assert.ok(extension)
    const started = createBillingClient(join(extension.extensionPath, 'dist', 'billing.mjs'), [], {
      is: 'folder',
      folder: store,
    })
    windows.push(started)
    return started
  }

  function fileOf(name: string, rows: number): string {
    writeFileSync(join(folder, name), bill(rows))
    return join(folder, name)
  }

  /** Of all that is there, in cents; rejects with what the process says. */
  async function cents(window: BillingClient): Promise<number> {
    const totals = await window.ask({ ask: 'totals' })
    if ('is' in totals) throw new Error(totals.failure.message)
    return Math.round(totals.reduce((sum, { billedCost }) => sum + billedCost * 100, 0) * 1e6) / 1e6
  }

  test('import and read one store at once, a third is killed amid a write: no total is half a load, all agree to the cent, no lock stays', async function () {
    this.timeout(120_000)
    const store = join(folder, 'store')
    const [one, other] = [windowOn(store), windowOn(store)]
    // Another power of two for each load: the sum says which of them are there.
    const sizes = [1, 2, 4, 8, 16, 32].map((power) => power * 1024)
    const files = sizes.map((rows, i) => fileOf(`bill-${i}.csv`, rows))
    const large = fileOf('large.csv', 64 * 1024)
    assert.equal((await one.importFile(files[0]!)).is, 'loaded')

    const seen: number[] = []
    let isLoading = true
    const reading = async (window: BillingClient) => {
      while (isLoading) seen.push(await cents(window))
    }
    const loading = async (window: BillingClient, own: readonly string[]) => {
      for (const file of own) {
        const loaded = await window.importFile(file)
        assert.equal(loaded.is, 'loaded', JSON.stringify(loaded))
      }
    }
    const killed = (async () => {
      const third = windowOn(store)
      const written = new Promise<void>((begun) => {
        const watcher = watch(store, (_, name) => {
          if (!name?.endsWith('.parquet')) return
          watcher.close()
          begun()
        })
      })
      const load = third.importFile(large)
      await written
      third.stop()
      return (await load).is === 'loaded'
    })()
    const readings = [reading(one), reading(other)]
    await Promise.all([loading(one, [files[2]!, files[4]!]), loading(other, [files[1]!, files[3]!, files[5]!]), killed])
    isLoading = false
    await Promise.all(readings)

    const all = sizes.reduce((sum, rows) => sum + rows, 0) + ((await killed) ? 64 * 1024 : 0)
    const next = windowOn(store)
    assert.deepEqual([await cents(one), await cents(other), await cents(next)], [all, all, all])
    assert.ok(seen.length > 1)
    assert.deepEqual(
      seen.filter((sum) => sum % 1024 !== 0 || sum > 127 * 1024),
      [],
    )
    // Whoever writes next takes away what the killed one left.
    assert.equal(await next.forget('file:large.csv'), undefined)
    assert.equal(
      await cents(one),
      sizes.reduce((sum, rows) => sum + rows, 0),
    )
    assert.deepEqual(
      readdirSync(store).filter((name) => name.startsWith('lock')),
      [],
    )
  })

  test('what another window reads is in this one’s panel when it opens', async () => {
    const user = process.env.OUTLAY_TEST_USER
    assert.ok(user, 'the runner names the folder of the user')
    const own = readdirSync(user, { recursive: true, encoding: 'utf8' }).find((name) =>
      /globalStorage[\\/]outlay\.outlay$/i.test(name),
    )
    assert.ok(own, 'the extension has a folder of its own')
    const other = windowOn(join(user, own, 'spend'))
    const loaded = await other.importFile(fileOf('other.csv', 1234))
    assert.equal(loaded.is, 'loaded', JSON.stringify(loaded))
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
    await vscode.commands.executeCommand('outlay.openPanel')
    await until('its spend', async () => (await texts('.totals .amount')).find((text) => text === '$12.34'))
    assert.equal(await other.forget('file:other.csv'), undefined)
    assert.equal(await cents(other), 0)
    assert.ok(!existsSync(join(user, own, 'spend', 'lock')))
  })
})
