import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { lineOf, open, page, typeQuickly, until } from './look.ts'
import { suite } from './mocha.ts'

const rows = '.quick-input-widget .monaco-list-row'

/** What the rows of the quick pick say, when one says this. */
const rowsWith = (text: RegExp) => {
  let texts: string[] = []
  return until(
    () => `a row like ${text} among ${JSON.stringify(texts)}`,
    async () => {
      texts = (await page<string[]>({ do: 'texts', selector: rows })).map((row) => row.replaceAll(/\s+/g, ' '))
      return texts.some((row) => text.test(row)) ? texts : undefined
    },
  )
}
const title = async () => (await page<string[]>({ do: 'texts', selector: '.quick-input-title' }))[0] ?? ''
const press = (key: string) => page({ do: 'press', key })
const type = (text: string) => page({ do: 'type', text })

suite('Find a Price', () => {
  test('answers as one types, on demand and spot, with where it is, its source and its date', async () => {
    await vscode.commands.executeCommand('outlay.findPrice')
    await rowsWith(/8xH100/)
    await typeQuickly('g5.xlarge us-east-1')
    const machine = await until('one machine', async () => {
      const machines = (await rowsWith(/g5\.xlarge · aws us-east-1/)).filter((row) => row.includes('· aws'))
      return machines.length === 1 ? machines[0] : undefined
    })
    assert.match(machine, /^\$[\d.]+\/h, spot \$[\d.]+\/h ?g5\.xlarge · aws us-east-1/)
    assert.match(machine, /\d{4}-\d\d-\d\d, .+ · 4 vCPU, 16 GiB, 1 × A10G 24 GiB/)
  })

  test('shows the answer to the last text, not to one before it', async () => {
    await press('ControlOrMeta+A')
    await type('gpt-4o')
    const found = await rowsWith(/^\$[\d.]+\/1M input, \$[\d.]+\/1M output ?gpt-4o · openai ?\d{4}-\d\d-\d\d, /)
    assert.ok(found.every((row) => !row.includes('g5.xlarge')))
  })

  test('completes a name, and searches for it', async () => {
    await press('ControlOrMeta+A')
    await type('g5.2xl')
    await rowsWith(/^ ?g5\.2xlarge/)
    await press('Enter')
    await rowsWith(/^\$[\d.]+\/h.*g5\.2xlarge · aws /)
  })

  test('says so where the price book has nothing, and what may have been meant', async () => {
    await press('ControlOrMeta+A')
    await type('g5.xlagre')
    await rowsWith(/nothing named "g5\.xlagre"/)
    await rowsWith(/^ ?g5\.xlarge ?there are prices of/)
    await rowsWith(/Update prices ?the newest here are of \d{4}-\d\d-\d\d/)
  })

  test('leads to what is cheaper, and back', async () => {
    await press('ControlOrMeta+A')
    await type('g5.xlarge us-east-1')
    await press('Enter') // before the answer is there
    await rowsWith(/saves \$[\d.]+\/h, \$[\d.]+\/mo/)
    assert.match(await title(), /Cheaper Alternatives to g5\.xlarge in us-east-1, \$[\d.]+\/h/)
    await page({ do: 'click', selector: '.quick-input-widget .codicon-quick-input-back' })
    await rowsWith(/g5\.xlarge · aws us-east-1/)
    await press('Escape')
  })
})

suite('Cheaper Alternatives', () => {
  test('is about what stands at the cursor; Enter copies one with its price, source and date', async () => {
    const document = await open('infra/main.tf')
    const editor = await vscode.window.showTextDocument(document)
    const line = lineOf(document, 'instance_type')
    editor.selection = new vscode.Selection(line, 4, line, 4)
    await until('its cost', async () => {
      await vscode.commands.executeCommand('outlay.findAlternatives')
      if ((await title()).includes('p4d.24xlarge')) return true
      await press('Escape')
      return undefined
    })
    const [first] = await rowsWith(/saves/)
    await vscode.env.clipboard.writeText('')
    await press('Enter')
    const copied = await until('the clipboard', async () => (await vscode.env.clipboard.readText()) || undefined)
    assert.match(copied, /saves \$[\d,.]+\/h.* · \d{4}-\d\d-\d\d · lost: .+ · .+/)
    assert.ok(first?.includes(copied.split(' · ')[0] ?? '?'))
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
  })
})
