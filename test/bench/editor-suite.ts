import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as vscode from 'vscode'
import { own, until, uriOf, write } from '../vscode/suite/look.ts'
import { heldBy } from './held.ts'
import { percentile } from './measure.ts'
import { pythonFile, terraformFile, typescriptFile } from './texts.ts'

// Runs in the real extension host: what somebody who types, scans or goes for a coffee gets of Outlay. Times in milliseconds.

const call = '\nclient.chat.completions.create(model="gpt-4o", messages=[])\n'
const keystrokes = 60
const idle = 10_000
const files = 2000

const home = vscode.extensions.getExtension('outlay.outlay')!.extensionPath
const isOutlay = (script: string) =>
  /[\\/]dist[\\/](?:extension|price-tools|variable-files)\.js$/.test(script) && script.includes(home)

/** A line is typed in near the top of a thousand: from the change to the finding one line further down. */
async function typed(document: vscode.TextDocument): Promise<number> {
  const last = () => own(document.uri).reduce((line, one) => Math.max(line, one.range.start.line), -1)
  const before = last()
  let changed = Number.NaN
  const moved = new Promise<number>((done) => {
    const changes = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document && event.contentChanges.length > 0) changed = performance.now()
    })
    const found = vscode.languages.onDidChangeDiagnostics(() => {
      if (last() !== before + 1) return
      changes.dispose()
      found.dispose()
      done(performance.now() - changed)
    })
  })
  await vscode.commands.executeCommand('type', { text: '\n' })
  return moved
}

async function show(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uriOf(name))
  const editor = await vscode.window.showTextDocument(document)
  editor.selection = new vscode.Selection(2, 0, 2, 0)
  return document
}

function writeProject(): void {
  const texts = { py: pythonFile(120), ts: typescriptFile(120), tf: terraformFile(60) }
  for (let i = 0; i < files; i++) {
    const extension = (['py', 'ts', 'tf'] as const)[i % 3]!
    const folder = join(uriOf('project').fsPath, `part${i % 100}`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `file${i}.${extension}`), texts[extension].replaceAll(/answer_?/g, `answer_${i}_`))
  }
}

export async function run(): Promise<void> {
  await write('typed.py', pythonFile(1000) + call)
  const document = await show('typed.py')
  await until('its finding', () => own(document.uri)[0])
  // Until the parser, the tokenizer and the code are warm.
  for (let i = 0; i < 20; i++) await typed(document)
  const answers: number[] = []
  const typing = await heldBy(isOutlay, async () => {
    for (let i = 0; i < keystrokes; i++) answers.push(await typed(document))
  })
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  writeProject()
  const before = process.memoryUsage.rss()
  const scanning = await heldBy(isOutlay, async () => {
    await vscode.commands.executeCommand('outlay.scanProject')
  })
  const after = process.memoryUsage.rss()
  const used = async () => {
    const start = process.cpuUsage()
    await new Promise((done) => setTimeout(done, idle))
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }
  await used()
  const resting = await used()
  const figures = {
    answer: { p50: percentile(answers, 50), p95: percentile(answers, 95) },
    held: { typing, scanning },
    resting,
    megabytes: { before: before / 1e6, after: after / 1e6 },
  }
  const report = process.env.OUTLAY_TEST_REPORT
  if (report !== undefined) writeFileSync(report, JSON.stringify({ passed: 1, failed: 0, log: '', figures }))
}
