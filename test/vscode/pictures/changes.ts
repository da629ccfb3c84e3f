import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import * as vscode from 'vscode'
import { hintsOf, hoverOf, lineOf, open, page, typeQuickly, until, uriOf, write } from '../suite/look.ts'
import { suite } from '../suite/mocha.ts'
import { themes, useTheme } from './themes.ts'

const folder = process.env.OUTLAY_PICTURES ?? '.'
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.invalid', ...args], {
    cwd: uriOf('.').fsPath,
    encoding: 'utf8',
  })

async function rewrite(name: string, ...pairs: readonly (readonly [string, string])[]): Promise<void> {
  const before = new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(name)))
  await write(
    name,
    pairs.reduce((text, [from, to]) => text.replace(from, to), before),
  )
}

/** A branch whose first commit is in the past, and what is being written on top of it. */
async function branchOff(): Promise<void> {
  git('branch', '-M', 'main')
  git('tag', 'v1.0')
  git('checkout', '--quiet', '-b', 'larger-models')
  await rewrite('infrastructure/main.tf', ['"g5.xlarge"', '"g5.2xlarge"'], ['volume_size = 100', 'volume_size = 400'])
  git('commit', '--quiet', '--all', '--message', 'A larger machine to serve')
  await rewrite('answers-api/app.py', ['model="gpt-4o"', 'model="gpt-4o-mini"'])
  await rewrite(
    'infrastructure/storage.tf',
    ['resource "aws_ebs_volume" "datasets"', 'resource "aws_ebs_volume" "corpus"'],
    ['= 800', '= 1200'],
  )
}

suite('pictures of what changed', () => {
  suiteTeardown(() => useTheme(undefined))
  suiteSetup(branchOff)

  for (const [name, theme] of Object.entries(themes)) {
    const picture = (what: string) => page({ do: 'screenshot', path: join(folder, `${what}-${name}.png`) })

    test(`base, hints and the Changes view in ${name}`, async () => {
      await useTheme(theme)
      await vscode.commands.executeCommand('workbench.action.closeAllEditors')
      const document = await open('infrastructure/main.tf')
      await vscode.commands.executeCommand('outlay.changes.focus')
      const choosing = vscode.commands.executeCommand('outlay.compareWith')
      await page({ do: 'texts', selector: '.quick-input-widget .monaco-list-row:has-text("v1.0")' })
      await picture('compare-with')
      await typeQuickly('merge base')
      await page({ do: 'press', key: 'Enter' })
      await choosing
      await until('the hint', async () =>
        (await hintsOf(document)).some(({ text }) => text.includes('since main')) ? true : undefined,
      )
      await page({
        do: 'texts',
        selector: '.pane:has(.pane-header:has-text("Changes")) .monaco-list-row:has-text("app.py")',
      })
      const line = lineOf(document, 'resource "aws_instance" "serve"')
      const editor = await vscode.window.showTextDocument(document)
      editor.selection = new vscode.Selection(line, 12, line, 12)
      editor.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.InCenter)
      await page({ do: 'texts', selector: '.view-line:has-text("since main")' })
      await picture('changes')
      await hoverOf(document, line)
      await vscode.commands.executeCommand('editor.action.showHover')
      await page({ do: 'texts', selector: '.monaco-hover:has-text("Changed since main")' })
      // It fades in.
      await page({ do: 'hover', selector: '.monaco-hover:has-text("Changed since main")' })
      await picture('changes-hover')
      await page({ do: 'press', key: 'Escape' })
    })

    test(`costs by entry point and by resource in ${name}`, async () => {
      await vscode.commands.executeCommand('outlay.scanProject')
      await vscode.commands.executeCommand('outlay.costsByEntryPoint')
      await page({ do: 'texts', selector: '.monaco-list-row:has-text("per request")' })
      await vscode.commands.executeCommand('outlay.costs.focus')
      await page({ do: 'press', key: 'Home' })
      await picture('costs-by-entry-point')
      await vscode.commands.executeCommand('outlay.costsByResource')
      await page({
        do: 'texts',
        selector: '.pane:has(.pane-header:has-text("Costs")) .monaco-list-row:has-text("openai")',
      })
      await picture('costs-by-resource')
      await vscode.commands.executeCommand('outlay.costsByFile')
    })
  }
})
