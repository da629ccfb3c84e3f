import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import * as vscode from 'vscode'
import { own, until, uriOf, write } from '../vscode/suite/look.ts'
import { percentile } from './measure.ts'
import { pythonFile, terraformFile, typescriptFile } from './texts.ts'

// Runs in the real extension host: what somebody who types, scans or goes for a coffee gets of Outlay. Times in milliseconds.

const call = '\nclient.chat.completions.create(model="gpt-4o", messages=[])\n'
const keystrokes = 60
const idle = 10_000
const files = 2000

/** Longest time the extension host did nothing else while something went on. */
async function longestBlock(work: () => Promise<void>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await work()
  delay.disable()
  // What is measured is when a timer of one millisecond fires.
  return delay.max / 1e6 - 1
}

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

/** The same letters where nothing answers: what the editor and the bench themselves take. */
async function typeAlone(): Promise<void> {
  for (let i = 0; i < keystrokes; i++) await vscode.commands.executeCommand('type', { text: '\n' })
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
  const outlay = vscode.workspace.getConfiguration('outlay')
  await write('typed.py', pythonFile(1000) + call)
  const document = await show('typed.py')
  await until('its finding', () => own(document.uri)[0])
  // Until the parser, the tokenizer and the code are warm.
  for (let i = 0; i < 20; i++) await typed(document)
  const answers: number[] = []
  const typing = await longestBlock(async () => {
    for (let i = 0; i < keystrokes; i++) answers.push(await typed(document))
  })
  await outlay.update('enable', false, vscode.ConfigurationTarget.Global)
  await until('nothing', () => (own(document.uri).length === 0 ? true : undefined))
  const typingAlone = await longestBlock(typeAlone)
  await outlay.update('enable', undefined, vscode.ConfigurationTarget.Global)
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  writeProject()
  const before = process.memoryUsage.rss()
  const scanning = await longestBlock(async () => {
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
    block: { typing, typingAlone, scanning },
    resting,
    megabytes: { before: before / 1e6, after: after / 1e6 },
  }
  const report = process.env.OUTLAY_TEST_REPORT
  if (report !== undefined) writeFileSync(report, JSON.stringify({ passed: 1, failed: 0, log: '', figures }))
}
