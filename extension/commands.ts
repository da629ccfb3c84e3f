import * as vscode from 'vscode'
import type { CostSite } from '../core/types.ts'
import { type CodeActionTools, editOf } from './code-actions.ts'
import type { BaseChoice } from './compare/base-choice.ts'
import type { CostsView } from './costs/costs-view.ts'
import type { Explain } from './explain.ts'
import { fixAllEdit } from './fix-all.ts'
import { linkedFix } from './hover-links.ts'
import type { Log } from './log.ts'
import type { PanelHost } from './panel.ts'
import type { Prices } from './prices.ts'
import { reveal } from './reveal.ts'
import type { Scan } from './scan.ts'
import { type Inline, inlineOf } from './settings.ts'
import type { Simulator, Target } from './simulator.ts'
import { readsBills } from './spend.ts'
import type { Variables } from './variables.ts'

export interface CommandTools extends CodeActionTools {
  readonly log: Log
  readonly panel: () => Promise<PanelHost>
  readonly prices: Prices
  readonly variables: Variables
  readonly simulator: Simulator
  readonly explain: Explain
  /** Opens the sample project at what a step of the walkthrough is about. */
  sample(step?: unknown): Promise<void>
  /** What a node of the Costs view is, else what stands at the cursor. */
  site(node?: unknown): CostSite | undefined
  readonly base: BaseChoice
  readonly costs: CostsView
  readonly scan: Pick<Scan, 'run' | 'stop'>
}

export interface Commands extends vscode.Disposable {
  /** @param command as the manifest names it */
  run(command: string, given: readonly unknown[]): unknown
}

/** What the manifest names is registered at activation, and handed to `run`; for the rest only links of ours ask. */
export function createCommands(tools: CommandTools, registeredBefore: ReadonlySet<string>): Commands {
  const commands: Readonly<Record<string, (...args: never[]) => unknown>> = {
    openPanel: async () => (await tools.panel()).open(),
    connectSpend: async (source?: unknown) => (await tools.panel()).connect(idOf(source)),
    testSpend: async (account?: unknown) => (await tools.panel()).test(idOf(account)),
    disconnectSpend: async (account?: unknown) => (await tools.panel()).disconnect(idOf(account)),
    chooseSpendScope: async (account?: unknown) => (await tools.panel()).chooseScope(idOf(account)),
    refreshSpend: async (account?: unknown) => (await tools.panel()).refresh(idOf(account)),
    importFocus: async () => (await tools.panel()).importFocus(),
    demoSpend: async () => (await tools.panel()).demo(),
    scanProject: () => tools.scan.run(),
    stopScan: () => tools.scan.stop(),
    showLog: () => tools.log.show(),
    toggleInline,
    fixAll: () => fixAll(tools),
    updatePrices: () => tools.prices.update(),
    findPrice: (text?: unknown) => tools.prices.find(typeof text === 'string' ? text : undefined),
    findAlternatives: (node?: unknown) => tools.prices.alternatives(node),
    chooseVariableFiles: () => tools.variables.choose(),
    compareWith: () => tools.base.choose(),
    costsByFile: () => tools.costs.group('file'),
    costsByResource: () => tools.costs.group('resource'),
    costsByEntryPoint: () => tools.costs.group('entry'),
    sortCostsByAmount: () => tools.costs.sort('cost'),
    sortCostsByName: () => tools.costs.sort('name'),
    filterCosts: () => tools.costs.filter(),
    clearCostFilter: () => tools.costs.clearFilter(),
    exportCosts: () => tools.costs.export(),
    revealSite: reveal,
    simulate: (where?: unknown) => about(where, tools, tools.simulator.open),
    explain: (where?: unknown) => about(where, tools, tools.explain.open),
    setVolume: (where?: unknown) => about(where, tools, tools.simulator.setVolume),
    applyFix: (link?: unknown) => applyFix(link, tools),
    switchOff: (where?: unknown) => switchOff(where, tools),
    openSample: (step?: unknown) => tools.sample(step),
  }
  const registered = Object.entries(commands).flatMap(([name, run]) => {
    const command = `outlay.${name}`
    return registeredBefore.has(command) ? [] : [vscode.commands.registerCommand(command, run)]
  })
  // What a browser cannot do is not offered in it.
  if (!readsBills) void vscode.commands.executeCommand('setContext', 'outlay.inBrowser', true)
  return {
    run: (command, given) => commands[command.replace('outlay.', '')]?.(...(given as never[])),
    dispose: () => vscode.Disposable.from(...registered).dispose(),
  }
}

/** Of a source or an account, where a link or another command names one. */
const idOf = (given: unknown) => (typeof given === 'string' ? given : undefined)

/** @param where a place in the file's result, of a link; a node of the Costs view; else what is at the cursor */
async function about(where: unknown, tools: CommandTools, act: (target: Target) => Promise<void>): Promise<void> {
  const target = targetOf(where) ?? targetOf(await siteNow(where, tools))
  if (target) await act(target)
  else await vscode.window.showInformationMessage(vscode.l10n.t('Put the cursor on a line with a cost first.'))
}

async function switchOff(where: unknown, tools: CommandTools): Promise<void> {
  const { file, rule } = (where ?? {}) as { readonly file?: unknown; readonly rule?: unknown }
  if (typeof file === 'string' && typeof rule === 'string') await tools.simulator.switchOff(file, rule)
}

/** A link may be older than the text: then nothing is edited. */
async function applyFix(link: unknown, tools: CommandTools): Promise<void> {
  const target = targetOf(link)
  const shown = target && tools.results.current(target.file)
  const fix = shown && linkedFix(link as object, shown.result.findings)
  const done = shown && fix && (await vscode.workspace.applyEdit(editOf(fix, shown, tools)))
  if (!done)
    void vscode.window.showInformationMessage(vscode.l10n.t('The file is not what it was: nothing was changed.'))
}

/** A link has a file and a key, a site both in itself. */
function targetOf(where: unknown): Target | undefined {
  if (typeof where !== 'object' || where === null) return undefined
  const { file, key, location } = where as { file?: unknown; key?: unknown; location?: { file?: unknown } }
  const of = file ?? location?.file
  return typeof of === 'string' && typeof key === 'string' ? { file: of, key } : undefined
}

/** Once the answer to the last keystroke is there. */
async function siteNow(node: unknown, tools: CommandTools): Promise<CostSite | undefined> {
  const document = vscode.window.activeTextEditor?.document
  const file = document && tools.documents.id(document)
  if (file !== undefined) await tools.results.within(file, patience)
  return tools.site(node)
}

async function toggleInline(): Promise<void> {
  const next: Inline = inlineOf() === 'off' ? 'hints' : 'off'
  const settings = vscode.workspace.getConfiguration('outlay')
  // Where the folder's settings decide, a change of the user's would do nothing.
  const isFolders = settings.inspect('inline')?.workspaceValue !== undefined
  const { Global, Workspace } = vscode.ConfigurationTarget
  await settings.update('inline', next, isFolders ? Workspace : Global)
}

/** Longest wait for the answer to the last keystroke. Milliseconds. */
const patience = 2000

async function fixAll(tools: CommandTools): Promise<void> {
  const { activeTextEditor, activeNotebookEditor } = vscode.window
  // Of a notebook whose cells nobody writes in, any cell stands for all.
  const document = activeTextEditor?.document ?? activeNotebookEditor?.notebook.getCells()[0]?.document
  const file = document && tools.documents.id(document)
  if (file !== undefined) await tools.results.within(file, patience)
  const edit = file === undefined ? undefined : fixAllEdit(file, tools)
  if (edit) await vscode.workspace.applyEdit(edit)
  // Whoever asked goes on: the message stays until somebody closes it.
  else void vscode.window.showInformationMessage(vscode.l10n.t('Outlay has no safe fix for this file.'))
}
