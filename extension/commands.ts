import * as vscode from 'vscode'
import { type CodeActionTools, fixAllEdit } from './code-actions.ts'
import type { Log } from './log.ts'
import type { PanelHost } from './panel.ts'
import type { Prices } from './prices.ts'
import { reveal } from './reveal.ts'
import { type Inline, inlineOf } from './settings.ts'
import { readsBills } from './spend.ts'
import type { Variables } from './variables.ts'

export interface CommandTools extends CodeActionTools {
  readonly log: Log
  readonly panel: () => PanelHost
  readonly prices: Prices
  readonly variables: Variables
  scan(): Promise<void>
}

export function registerCommands(tools: CommandTools): vscode.Disposable {
  const commands: Readonly<Record<string, (...args: never[]) => unknown>> = {
    openPanel: () => tools.panel().open(),
    connectOpenAI: () => tools.panel().connectOpenAI(),
    disconnectOpenAI: () => tools.panel().disconnectOpenAI(),
    importFocus: () => tools.panel().importFocus(),
    demoSpend: () => tools.panel().demo(),
    scanProject: () => tools.scan(),
    showLog: () => tools.log.show(),
    toggleInline,
    fixAll: () => fixAll(tools),
    updatePrices: () => tools.prices.update(),
    findPrice: (text?: unknown) => tools.prices.find(typeof text === 'string' ? text : undefined),
    findAlternatives: (node?: unknown) => tools.prices.alternatives(node),
    chooseVariableFiles: () => tools.variables.choose(),
    revealSite: reveal,
  }
  const registered = Object.entries(commands).map(([name, run]) =>
    vscode.commands.registerCommand(`outlay.${name}`, run),
  )
  // What a browser cannot do is not offered in it.
  if (!readsBills) void vscode.commands.executeCommand('setContext', 'outlay.inBrowser', true)
  return vscode.Disposable.from(...registered)
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
  const document = vscode.window.activeTextEditor?.document
  const file = document && tools.documents.id(document)
  if (file !== undefined) await tools.results.within(file, patience)
  const edit = file === undefined ? undefined : fixAllEdit(file, tools)
  if (edit) await vscode.workspace.applyEdit(edit)
  else await vscode.window.showInformationMessage(vscode.l10n.t('Outlay has no safe fix for this file.'))
}
