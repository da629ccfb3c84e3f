import * as vscode from 'vscode'
import type { Documents } from './documents.ts'
import type { Places } from './places.ts'
import type { Results, Shown } from './results.ts'
import type { Simulator } from './simulator.ts'
import { type PlacedSite, sitesIn } from './sites.ts'

/** What a step of the walkthrough does on the sample project. */
const steps = ['hint', 'fix', 'try', 'config'] as const
export type SampleStep = (typeof steps)[number]

export interface SampleTools {
  readonly context: vscode.ExtensionContext
  readonly documents: Documents
  readonly results: Results
  readonly places: Places
  readonly simulator: Simulator
}

/** Longest wait for what the sample costs. Milliseconds. */
const patience = 10_000

/** Opens the sample, a copy of the user's own that may be edited, at what a step is about. */
export async function openSample(asked: unknown, tools: SampleTools): Promise<void> {
  const step = steps.find((each) => each === asked) ?? 'hint'
  const folder = await copyOf(tools.context)
  if (step === 'config') {
    await show(vscode.Uri.joinPath(folder, 'outlay.json'))
    return
  }
  const name = step === 'fix' ? 'infrastructure/storage.tf' : 'answers-api/app.py'
  const column = step === 'try' ? vscode.ViewColumn.One : vscode.ViewColumn.Two
  const editor = await show(vscode.Uri.joinPath(folder, name), column)
  const file = tools.documents.track(editor.document)
  const shown = file === undefined ? undefined : await tools.results.within(file, patience)
  if (file === undefined || !shown) return
  if (step === 'fix') await showFix(editor, shown, tools)
  else await showCost(editor, file, shown, step, tools)
  await vscode.commands.executeCommand('setContext', `outlay.tried.${step}`, true)
}

async function showCost(
  editor: vscode.TextEditor,
  file: string,
  shown: Shown,
  step: SampleStep,
  { documents, places, simulator }: SampleTools,
): Promise<void> {
  const all = sitesIn(editor.document, shown, documents, places)
  const site = dearest(all)
  if (!site) return
  select(editor, site.range.start)
  if (step === 'try') await simulator.open({ file, key: site.costed.site.key })
  else await vscode.commands.executeCommand('editor.action.showHover')
}

const dearest = (sites: readonly PlacedSite[]) => sites.toSorted((a, b) => monthOf(b) - monthOf(a))[0]

const monthOf = ({ costed: { estimate } }: PlacedSite) => estimate.month?.usd.likely ?? estimate.usd?.likely ?? 0

async function showFix(editor: vscode.TextEditor, shown: Shown, { places }: SampleTools): Promise<void> {
  const finding = shown.result.findings.find(({ fixes, suppressed }) => fixes.length > 0 && !suppressed)
  if (!finding) return
  select(editor, places.range(editor.document, finding.location).start)
  await vscode.commands.executeCommand('editor.action.quickFix')
}

function select(editor: vscode.TextEditor, at: vscode.Position): void {
  editor.selection = new vscode.Selection(at, at)
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenter)
}

/** Beside the tour; where a form comes beside it, over the tour. */
const show = async (uri: vscode.Uri, viewColumn = vscode.ViewColumn.Two) =>
  vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { viewColumn })

/** What somebody has changed in theirs stays. */
async function copyOf({ extensionUri, globalStorageUri }: vscode.ExtensionContext): Promise<vscode.Uri> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'sample.json'))
  const files = JSON.parse(new TextDecoder().decode(bytes)) as Readonly<Record<string, string>>
  const folder = vscode.Uri.joinPath(globalStorageUri, 'sample')
  for (const [name, text] of Object.entries(files)) {
    const uri = vscode.Uri.joinPath(folder, name)
    const isThere = await vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    )
    if (!isThere) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text))
  }
  return folder
}
