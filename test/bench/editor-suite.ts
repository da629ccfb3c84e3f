import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as vscode from 'vscode'
import { until, uriOf, write } from '../vscode/suite/look.ts'
import { createMeter } from './held.ts'
import { percentile } from './measure.ts'
import { pythonFile, terraformFile, typescriptFile } from './texts.ts'

// Runs in the real extension host: what somebody who types, scans or goes for a coffee gets of Outlay. Times in milliseconds.

const call = '\nclient.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "hi"}])\n'
const keystrokes = 60
/** Between keystrokes that nothing is seen of. */
const pause = 200
const idle = 10_000
/** Until what is shown of a scan is drawn. */
const drawing = 3000
const files = 2000

const home = vscode.extensions.getExtension('outlay.outlay')!.extensionPath
const isOutlay = (script: string) => /[\\/]dist[\\/](?:main\.cjs|[a-z-]+\.js)$/.test(script) && script.includes(home)

type Doing = 'opening' | 'typing' | 'terraform' | 'large' | 'scanning' | 'grouping' | 'panel' | 'everything' | 'resting'

/** From a change to what came of it, milliseconds. */
interface Answered {
  /** The editor has the new diagnostics: it is sent them as they are set. */
  readonly shown: number
  /** VS Code tells extensions of changed diagnostics, which it does 50 ms later. */
  readonly told: number
}

/** A line is typed in near the top of a thousand: from the change to the finding one line further down. */
async function typed(document: vscode.TextDocument): Promise<Answered> {
  const last = () => mine(document.uri).reduce((line, one) => Math.max(line, one.range.start.line), -1)
  const before = last()
  let changed = Number.NaN
  const answered = new Promise<Answered>((done) => {
    let shown: number | undefined
    const look = () => {
      if (last() === before + 1) shown ??= performance.now() - changed
    }
    const looking = setInterval(look, 1)
    const changes = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document && event.contentChanges.length > 0) changed = performance.now()
    })
    const found = vscode.languages.onDidChangeDiagnostics(() => {
      look()
      if (shown === undefined) return
      clearInterval(looking)
      changes.dispose()
      found.dispose()
      done({ shown, told: performance.now() - changed })
    })
  })
  await vscode.commands.executeCommand('type', { text: '\n' })
  return answered
}

const mine = (uri: vscode.Uri) =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'outlay' || source === 'floor')

/** What an extension takes that has its finding at once, and only moves it: the editor's own part. */
async function floor(): Promise<Answered[]> {
  await write('floor.txt', 'line\n'.repeat(1000))
  const document = await show('floor.txt')
  const collection = vscode.languages.createDiagnosticCollection('floor')
  const set = () => {
    const { range } = document.lineAt(document.lineCount - 1)
    const diagnostic = new vscode.Diagnostic(range, 'the last line', vscode.DiagnosticSeverity.Warning)
    diagnostic.source = 'floor'
    collection.set(document.uri, [diagnostic])
  }
  set()
  const changes = vscode.workspace.onDidChangeTextDocument((event) => event.document === document && set())
  await until('the floor', () => mine(document.uri)[0])
  const answers: Answered[] = []
  for (let i = 0; i < keystrokes; i++) answers.push(await typed(document))
  changes.dispose()
  collection.dispose()
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  return answers
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

const summed = (answers: readonly Answered[]) => {
  const of = (all: readonly number[]) => ({ p50: percentile(all, 50), p95: percentile(all, 95) })
  return { shown: of(answers.map(({ shown }) => shown)), told: of(answers.map(({ told }) => told)) }
}

const rest = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** Each way to see what a scan has found: chosen, and drawn. */
async function groupEach(): Promise<void> {
  for (const by of ['Resource', 'EntryPoint', 'File']) {
    await vscode.commands.executeCommand(`outlay.costsBy${by}`)
    await rest(drawing)
  }
}

export async function run(): Promise<void> {
  const meter = await createMeter<Doing>(isOutlay)
  await write('typed.py', pythonFile(1000) + call)
  await meter.during('opening', async () => {
    const document = await show('typed.py')
    await until('its finding', () => mine(document.uri)[0])
    // Until the parser, the tokenizer and the code are warm.
    for (let i = 0; i < 20; i++) await typed(document)
  })
  const document = vscode.window.activeTextEditor!.document
  const answers: Answered[] = []
  for (let i = 0; i < keystrokes; i++) answers.push(await typed(document))
  await meter.during('typing', async () => {
    for (let i = 0; i < keystrokes; i++) await typed(document)
  })
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  for (const [doing, lines] of [
    ['terraform', 1000],
    ['large', 5000],
  ] as const) {
    await write(`${doing}.tf`, terraformFile(lines))
    await meter.during(doing, async () => {
      await show(`${doing}.tf`)
      await rest(drawing)
      for (let i = 0; i < 20; i++) {
        await vscode.commands.executeCommand('type', { text: '\n' })
        await rest(pause)
      }
    })
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  }
  const least = await floor()
  writeProject()
  // Where people start a scan, and what it fills.
  await vscode.commands.executeCommand('outlay.costs.focus')
  const before = process.memoryUsage.rss()
  await meter.during('scanning', async () => {
    await vscode.commands.executeCommand('outlay.scanProject')
  })
  const after = process.memoryUsage.rss()
  await meter.during('grouping', groupEach)
  await meter.during('panel', async () => {
    await vscode.commands.executeCommand('outlay.demoSpend')
    await rest(drawing)
  })
  await vscode.commands.executeCommand('outlay.changes.focus')
  await vscode.commands.executeCommand('outlay.costs.focus')
  await rest(drawing)
  await meter.during('everything', async () => {
    await vscode.commands.executeCommand('outlay.scanProject')
    await rest(drawing)
  })
  await vscode.commands.executeCommand('workbench.action.closeAllEditors')
  await rest(drawing)
  await meter.during('resting', () => rest(idle))
  const held = await meter.end()
  const used = async () => {
    const start = process.cpuUsage()
    await rest(idle)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }
  await used()
  const resting = await used()
  const figures = {
    answer: summed(answers),
    floor: summed(least),
    held,
    resting,
    megabytes: { before: before / 1e6, after: after / 1e6 },
  }
  const report = process.env.OUTLAY_TEST_REPORT
  if (report !== undefined) writeFileSync(report, JSON.stringify({ passed: 1, failed: 0, log: '', figures }))
}
