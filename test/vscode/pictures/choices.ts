import { join } from 'node:path'
import * as vscode from 'vscode'
import { hintsOf, lineOf, open, page, until, uriOf, write } from '../suite/look.ts'
import { suite } from '../suite/mocha.ts'
import { themes, useTheme } from './themes.ts'

const folder = process.env.OUTLAY_PICTURES ?? '.'

/** A run asks one of two providers, each with its own model. */
const eitherProvider = `import os
from openai import OpenAI

if os.environ.get("LOCAL"):
    client = OpenAI(base_url="https://api.groq.com/openai/v1")
    model = "llama-3.3-70b-versatile"
else:
    client = OpenAI()
    model = "gpt-4.1"


def answer(question):
    return client.chat.completions.create(model=model, max_tokens=400, messages=[{"role": "user", "content": question}])
`

const cell = (source: string) => ({
  cell_type: 'code',
  execution_count: null,
  metadata: {},
  outputs: [],
  source: source.split(/(?<=\n)/),
})

/** As Deno's kernel writes it. */
const scriptNotebook = JSON.stringify({
  cells: [
    cell('import OpenAI from "npm:openai"\nconst client = new OpenAI()\n'),
    cell(
      'async function answer(question: string) {\n  return client.chat.completions.create({\n    model: "gpt-4.1",\n    messages: [{ role: "user", content: question }],\n  })\n}\n',
    ),
    cell('await answer("How much is it?")\n'),
  ],
  metadata: {
    kernelspec: { display_name: 'Deno', language: 'typescript', name: 'deno' },
    language_info: { name: 'typescript', file_extension: '.ts' },
  },
  nbformat: 4,
  nbformat_minor: 5,
})

suite('pictures of choices', () => {
  const settings = () => vscode.workspace.getConfiguration('outlay')

  suiteTeardown(async () => {
    await settings().update('inline', undefined, true)
    await useTheme(undefined)
  })

  for (const [name, theme] of Object.entries(themes)) {
    const picture = (what: string) => page({ do: 'screenshot', path: join(folder, `${what}-${name}.png`) })

    test(`one of two providers in ${name}`, async () => {
      await useTheme(theme)
      await vscode.commands.executeCommand('workbench.action.closeSidebar')
      await write('either.py', eitherProvider)
      const document = await open('either.py')
      await until('its hint', async () => (await hintsOf(document))[0])
      const line = lineOf(document, 'completions.create')
      const place = new vscode.Position(line, document.lineAt(line).text.indexOf('completions') + 2)
      vscode.window.activeTextEditor!.selection = new vscode.Selection(place, place)
      await vscode.commands.executeCommand('editor.action.showHover')
      await page({ do: 'texts', selector: '.monaco-hover:has-text("Simulate")' })
      await picture('either-hover')
      await page({ do: 'press', key: 'Escape' })
    })

    test(`a notebook in TypeScript, with its functions, in ${name}`, async () => {
      await settings().update('inline', 'lenses', true)
      await write('script.ipynb', scriptNotebook)
      const notebook = await vscode.workspace.openNotebookDocument(uriOf('script.ipynb'))
      await vscode.window.showNotebookDocument(notebook)
      const { document } = notebook.cellAt(1)
      await until('its diagnostics', () => vscode.languages.getDiagnostics(document.uri)[0])
      await until('the costs below the cells', async () =>
        /Run all/.test((await page<string[]>({ do: 'texts', selector: '.cell-status-item' })).join())
          ? true
          : undefined,
      )
      await picture('script-notebook')
      await vscode.commands.executeCommand('workbench.action.closeAllEditors')
      await settings().update('inline', undefined, true)
    })
  }
})
