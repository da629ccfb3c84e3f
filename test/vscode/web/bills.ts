import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { page, until } from '../suite/look.ts'
import { folder, test } from './run.ts'

// FOCUS files in a browser: read in a worker, shown as the desktop's engine would.

const texts = (selector: string) => page<string[]>({ do: 'texts', selector, webview: 'outlay-panel' })
const panelHas = (selector: string, text: RegExp) =>
  until(
    () => `${text} in ${selector}`,
    async () => {
      const count = await page<number>({ do: 'count', selector, webview: 'outlay-panel' })
      return count > 0 ? (await texts(selector)).find((one) => text.test(one)) : undefined
    },
  )

const picks = '.quick-input-widget:visible'

/** As a user does it: the panel's button, then the file's path in the editor's own dialog, which lists its folder first. */
async function choose(path: string): Promise<void> {
  await page({ do: 'click', selector: 'vscode-button:has-text("Import FOCUS File")', webview: 'outlay-panel' })
  const [field, row] = [
    `${picks} .quick-input-box input`,
    `${picks} .monaco-list-row:has-text("${path.split('/').at(-1)}")`,
  ]
  await page({ do: 'texts', selector: `${picks} .monaco-list-row` })
  await until(`${path} is chosen`, async () => {
    // Once it has closed nobody can type in it.
    const typed = await page<string>({ do: 'fill', selector: field, text: path, timeout: 1000 }).catch(() => undefined)
    if (typed === undefined) return true
    const isListed = (await page<number>({ do: 'count', selector: row })) > 0
    if (typed === path && isListed) await page({ do: 'press', key: 'Enter' })
    return undefined
  })
}

/** Totals, and the rows of the table of months. */
const told = async () => [await texts('outlay-panel .totals .amount'), await texts('outlay-panel #by-month tr')]

test('a FOCUS file is read in a worker: the totals are those the desktop has of the same bills', async () => {
  await vscode.commands.executeCommand('outlay.openPanel')
  await vscode.commands.executeCommand('outlay.demoSpend')
  await panelHas('.totals .amount', /\$/)
  const demo = await told()
  const names = (await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder(), 'samples/billing'))).map(
    ([name]) => name,
  )
  const name = names.find((one) => one.endsWith('.csv'))!
  await choose(vscode.Uri.joinPath(folder(), 'samples/billing', name).path)
  await panelHas('.accounts li', new RegExp(`FOCUS file ${name}.*1,?379 rows`))
  assert.deepEqual(await told(), demo)
})

test('so is one in Parquet, which stands beside the first: what both tell is pointed out', async () => {
  await choose(vscode.Uri.joinPath(folder(), 'bills.parquet').path)
  await panelHas('.accounts li', /FOCUS file bills\.parquet.*1,?379 rows/)
  await panelHas('.note.warning', /is in more than one source .*: the totals count it twice/s)
})

test('a file that is not FOCUS, and one too large for a browser, are sentences', async () => {
  const write = (name: string, bytes: Uint8Array) =>
    vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder(), name), bytes)
  await write('not.csv', new TextEncoder().encode('a,b\n1,2\n'))
  await choose(vscode.Uri.joinPath(folder(), 'not.csv').path)
  await panelHas('.error', /^not\.csv is not a FOCUS file: ServiceProviderName, ServiceName/)
  await write('large.csv', new Uint8Array(65 * 1024 * 1024))
  await choose(vscode.Uri.joinPath(folder(), 'large.csv').path)
  await panelHas('.error', /^large\.csv has 65 MiB, and a browser reads 64 MiB at most: open it in desktop VS Code/)
})
