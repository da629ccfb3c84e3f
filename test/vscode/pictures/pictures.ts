import { join } from 'node:path'
import * as vscode from 'vscode'
import { diagnosticsOf, hintsOf, lineOf, open, page, statusOf, until } from '../suite/look.ts'
import { suite } from '../suite/mocha.ts'
import { themes, useTheme } from './themes.ts'

const folder = process.env.OUTLAY_PICTURES ?? '.'

let theme = ''
const picture = (name: string) => page({ do: 'screenshot', path: join(folder, `${name}-${theme}.png`) })

async function at(document: vscode.TextDocument, text: string, column?: string): Promise<void> {
  const line = lineOf(document, text)
  const start = column === undefined ? 0 : document.lineAt(line).text.indexOf(column)
  const editor = await vscode.window.showTextDocument(document)
  const position = new vscode.Position(line, start)
  editor.selection = new vscode.Selection(position, position)
  editor.revealRange(new vscode.Range(position, position), vscode.TextEditorRevealType.InCenter)
}

const drawn = (selector: string) => page({ do: 'texts', selector })

for (const name of ['dark', 'light', 'hc-black'] as const)
  suite(`pictures in ${name}`, () => {
    suiteSetup(async () => {
      theme = name
      await useTheme(themes[name])
    })
    suiteTeardown(async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors')
      await useTheme(undefined)
    })

    test('welcome', async () => {
      await vscode.commands.executeCommand('outlay.costs.focus')
      await drawn('.welcome-view')
      await picture('welcome')
      await vscode.commands.executeCommand('workbench.view.explorer')
    })

    test('squiggles and hints in Terraform', async () => {
      const document = await open('infrastructure/main.tf')
      await diagnosticsOf(document)
      await hintsOf(document)
      await until('the status', statusOf)
      await drawn('.monaco-editor .squiggly-warning')
      await picture('terraform')
    })

    test('hover', async () => {
      const document = await open('infrastructure/main.tf')
      await at(document, 'resource "aws_instance" "train"', '"train"')
      await vscode.commands.executeCommand('editor.action.showHover')
      await drawn('.monaco-hover:has-text("per month")')
      await picture('hover')
    })

    test('light bulb', async () => {
      const document = await open('infrastructure/storage.tf')
      const [found] = await diagnosticsOf(document)
      const editor = await vscode.window.showTextDocument(document)
      editor.selection = new vscode.Selection(found!.range.start, found!.range.start)
      await vscode.commands.executeCommand('editor.action.quickFix')
      await drawn('.action-widget .monaco-list-row')
      await picture('light-bulb')
      await page({ do: 'press', key: 'Escape' })
    })

    test('squiggles and hints in Python', async () => {
      const document = await open('answers-api/app.py')
      await diagnosticsOf(document)
      await until('exact tokens', async () =>
        (await hintsOf(document)).every(({ text }) => !text.startsWith('~')) ? true : undefined,
      )
      await at(document, 'claude.messages.create')
      await drawn('.monaco-editor [class*="squiggly-"]')
      // The window repaints its hints a moment after it was told to.
      await until('no estimator in sight', async () =>
        (await page<string[]>({ do: 'texts', selector: '.view-line' })).some((line) => /~\s?\$/.test(line))
          ? undefined
          : true,
      )
      await picture('python')
    })

    test('notebook', async () => {
      const [folder] = vscode.workspace.workspaceFolders ?? []
      const notebook = await vscode.workspace.openNotebookDocument(
        vscode.Uri.joinPath(folder!.uri, 'evaluation/evaluate.ipynb'),
      )
      await vscode.window.showNotebookDocument(notebook)
      await until('diagnostics', () =>
        notebook.getCells().some((cell) => vscode.languages.getDiagnostics(cell.document.uri).length > 0)
          ? true
          : undefined,
      )
      await picture('notebook')
    })

    test('costs view', async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors')
      await vscode.commands.executeCommand('outlay.costs.focus')
      await vscode.commands.executeCommand('outlay.scanProject')
      await drawn('.tree-explorer-viewlet-tree-view .monaco-list-row:has-text("/mo")')
      await picture('costs')
    })

    test('panel', async () => {
      await open('infrastructure/main.tf')
      await vscode.commands.executeCommand('outlay.demoSpend')
      await page({ do: 'texts', selector: 'outlay-panel .totals .amount', webview: 'outlay-panel' })
      await picture('panel-beside')
      await vscode.commands.executeCommand('workbench.action.closeSidebar')
      await vscode.commands.executeCommand('workbench.action.maximizeEditorHideSidebar')
      await page({ do: 'texts', selector: 'outlay-panel spend-chart', webview: 'outlay-panel' })
      await picture('panel')
    })

    test('tour', async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors')
      await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'outlay.outlay#start', false)
      await drawn('.getting-started-step')
      await picture('tour')
    })

    test('price', async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors')
      await vscode.commands.executeCommand('outlay.findPrice', 'g5.xlarge us-east-1')
      await drawn('.quick-input-widget .monaco-list-row:has-text("us-east-1")')
      await picture('price')
      await page({ do: 'press', key: 'Escape' })
    })

    test('lenses, in place of hints', async () => {
      const settings = vscode.workspace.getConfiguration('outlay')
      await settings.update('inline', 'lenses', true)
      await open('infrastructure/main.tf')
      await drawn('.codelens-decoration:has-text("$")')
      await picture('lenses')
      await settings.update('inline', undefined, true)
    })

    test('outlay.json', async () => {
      const document = await open('outlay.json')
      const end = document.getText().indexOf('{') + 1
      const editor = await vscode.window.showTextDocument(document)
      const position = document.positionAt(end)
      editor.selection = new vscode.Selection(position, position)
      await vscode.commands.executeCommand('editor.action.triggerSuggest')
      await drawn('.suggest-widget .monaco-list-row')
      await picture('config')
      await page({ do: 'press', key: 'Escape' })
    })
  })
