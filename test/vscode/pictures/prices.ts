import { join } from 'node:path'
import * as vscode from 'vscode'
import { priceSources } from '../../../cli/prices-refresh/sources.ts'
import { startLists } from '../../refresh/server.ts'
import { api, lineOf, open, page, statusOf, until } from '../suite/look.ts'
import { suite } from '../suite/mocha.ts'

const folder = process.env.OUTLAY_PICTURES ?? '.'
const picture = (name: string) => page({ do: 'screenshot', path: join(folder, `${name}.png`) })
const press = (key: string) => page({ do: 'press', key })
const drawn = (text: string) =>
  page({ do: 'texts', selector: `.quick-input-widget .monaco-list-row:has-text("${text}")` })

async function search(text: string, shows: string, name: string): Promise<void> {
  await vscode.commands.executeCommand('outlay.findPrice', text)
  await drawn(shows)
  await picture(name)
}

suite('pictures of prices', () => {
  test('searches', async () => {
    await search('', '8xH100', 'find-start')
    await search('g5.xlarge', 'spot $', 'find-instance')
    await search('H100', 'GPU-hour', 'find-gpu')
    await search('gpt-4o', '1M input', 'find-model')
    await search('s3 STANDARD_IA', 'GB-month', 'find-storage')
    await search('g5', 'g5.xlarge', 'find-names')
    await search('g5.xlagre', 'there are prices of', 'find-nothing')
  })

  test('alternatives', async () => {
    await search('g5.xlarge us-east-1', 'spot $', 'find-region')
    await press('Enter')
    await drawn('saves')
    await picture('alternatives-instance')
    await press('Escape')
    await search('gpt-4o', '1M input', 'find-model')
    await press('Enter')
    await drawn('saves')
    await picture('alternatives-model')
    await press('Escape')
    const document = await open('infrastructure/main.tf')
    const editor = await vscode.window.showTextDocument(document)
    const line = lineOf(document, 'resource "aws_instance" "train"')
    editor.selection = new vscode.Selection(line, 0, line, 0)
    await until('its cost', statusOf)
    await vscode.commands.executeCommand('outlay.findAlternatives')
    await drawn('saves')
    await picture('alternatives-site')
    await press('Escape')
  })

  test('status bar', async () => {
    await open('infrastructure/main.tf')
    await until('the status', statusOf)
    await page({ do: 'hover', selector: '.statusbar-item:has-text("/mo")' })
    await page({ do: 'texts', selector: '.monaco-hover:has-text("newest prices")' })
    await picture('status-prices')
  })

  test('update', async () => {
    const lists = await startLists()
    const { standIn } = await api()
    standIn(Object.fromEntries(priceSources.map(({ id }) => [id, lists.base])))
    lists.bodies['/pydantic/genai-prices/main/prices/new_data/v2/data.json'] = '[]'.padEnd(3_000_000)
    lists.faults = ['silence']
    const updating = vscode.commands.executeCommand('outlay.updatePrices')
    await until('a request', () => lists.requests[0])
    await vscode.commands.executeCommand('notifications.showList')
    await page({ do: 'texts', selector: '.notifications-center .monaco-button:has-text("Cancel")' })
    await picture('update-running')
    await page({ do: 'click', selector: '.notifications-center .monaco-button:has-text("Cancel")' })
    await updating
    await vscode.commands.executeCommand('notifications.showList')
    await page({ do: 'texts', selector: '.notifications-center .monaco-button:has-text("Show Log")' })
    await picture('update-summary')
    await vscode.commands.executeCommand('notifications.clearAll')
    await lists.close()
  })
})
