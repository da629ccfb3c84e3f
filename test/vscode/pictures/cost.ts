import { join } from 'node:path'
import * as vscode from 'vscode'
import { diagnosticsOf, hintsOf, lineOf, open, page, until } from '../suite/look.ts'
import { suite } from '../suite/mocha.ts'
import { themes, useTheme } from './themes.ts'

const folder = process.env.OUTLAY_PICTURES ?? '.'
const view = 'outlay-simulator'

async function at(name: string, text: string): Promise<vscode.TextDocument> {
  const document = await open(name)
  await diagnosticsOf(document)
  await hintsOf(document)
  const position = new vscode.Position(
    lineOf(document, text),
    document.lineAt(lineOf(document, text)).text.indexOf(text),
  )
  const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One)
  editor.selection = new vscode.Selection(position, position)
  editor.revealRange(new vscode.Range(position, position), vscode.TextEditorRevealType.InCenter)
  return document
}

const texts = (selector: string) => page<string[]>({ do: 'texts', selector, webview: view })

suite('pictures of one cost', () => {
  suiteTeardown(() => useTheme(undefined))

  for (const [name, theme] of Object.entries(themes)) {
    const picture = (what: string) => page({ do: 'screenshot', path: join(folder, `${what}-${name}.png`) })

    test(`hover and simulator in ${name}`, async () => {
      await useTheme(theme)
      await vscode.commands.executeCommand('workbench.action.closeSidebar')
      await at('infrastructure/main.tf', '"aws_instance" "serve"')
      await vscode.commands.executeCommand('editor.action.showHover')
      await page({ do: 'texts', selector: '.monaco-hover:has-text("Simulate")' })
      await picture('cost-hover')
      await page({ do: 'press', key: 'Escape' })

      await vscode.commands.executeCommand('outlay.simulate')
      // The form may just be drawn anew: until it has it.
      await until('the figures', async () => {
        await page({ do: 'fill', selector: '[id="fact:instanceType"]', text: 'g6.xlarge', webview: view })
        return (await texts('.difference'))[0]?.match(/\$/) ?? undefined
      })
      await picture('simulator')
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
    })

    test(`explanation in ${name}`, async () => {
      await at('answers-api/app.py', 'claude.messages.create')
      await vscode.commands.executeCommand('outlay.explain')
      await page({ do: 'texts', selector: 'h2:has-text("Assumed")', webview: '.markdown-body, .vscode-body' })
      await picture('explain')
      await vscode.commands.executeCommand('workbench.action.closeAllEditors')
    })
  }
})
