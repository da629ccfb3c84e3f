import { join } from 'node:path'
import * as vscode from 'vscode'
import { page } from '../suite/look.ts'
import { suite } from '../suite/mocha.ts'

const folder = process.env.OUTLAY_PICTURES ?? '.'
const panel = (selector: string) => page({ do: 'texts', selector, webview: 'outlay-panel' })
const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  contrast: 'Default High Contrast',
} as const
const views = {
  'Why it changed': '.analyses bars-chart',
  'Forecast and budgets': '#budgets',
  'Unit costs': '.analyses table[id^=tokens]',
  'Shared and untagged': '#untagged',
  Carbon: 'table[id^=carbon-]',
} as const

suite('pictures of the analyses', () => {
  test('the views of the demo', async () => {
    await vscode.commands.executeCommand('outlay.demoSpend')
    await panel('.totals .amount')
    await vscode.commands.executeCommand('workbench.action.closeSidebar')
    for (const [name, theme] of Object.entries(themes)) {
      await vscode.workspace.getConfiguration('workbench').update('colorTheme', theme, true)
      for (const [view, drawn] of Object.entries(views)) {
        await page({ do: 'click', selector: `button[role=tab]:has-text("${view}")`, webview: 'outlay-panel' })
        await panel(drawn)
        const file = `analyses-${view.toLowerCase().replaceAll(' ', '-')}-${name}.png`
        await page({ do: 'screenshot', path: join(folder, file) })
      }
    }
    await vscode.workspace.getConfiguration('workbench').update('colorTheme', undefined, true)
  })
})
