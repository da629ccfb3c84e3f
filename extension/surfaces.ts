import * as vscode from 'vscode'
import type { CostSite } from '../core/types.ts'
import { createCellStatus } from './cell-status.ts'
import type { CheaperSource } from './cheaper.ts'
import { createCodeActions } from './code-actions.ts'
import { createCodeLenses } from './code-lens.ts'
import { type Commands, type CommandTools, createCommands } from './commands.ts'
import { siteOfNode } from './costs/rows.ts'
import { createDiagnostics } from './diagnostics.ts'
import { createEngineStatus } from './engine-status.ts'
import { createHover } from './hover.ts'
import { createInlayHints } from './inlay-hints.ts'
import { contributedCommands } from './manifest.ts'
import { openSample } from './sample.ts'
import { siteAt, sitesIn } from './sites.ts'
import { createStatus } from './status.ts'
import type { InTurn } from './turns.ts'
import { createVariables } from './variables.ts'

interface SurfaceTools extends Omit<CommandTools, 'sample' | 'site' | 'variables'> {
  readonly context: vscode.ExtensionContext
  readonly cheaper: CheaperSource
  readonly soon: InTurn
}

export interface Surfaces extends vscode.Disposable {
  readonly commands: Commands
  readonly engine: { down(): void; up(): void }
  /** Text of the status bar item. */
  status(): string | undefined
  /** What a node of the Costs view is, else what stands at the cursor. */
  site(node: unknown): CostSite | undefined
  /** After settings changed. */
  refresh(): void
}

/** What shows costs in the text and around it: a bundle of its own, as to load all that there is takes too long for one turn. */
export function createSurfaces(tools: SurfaceTools): Surfaces {
  const { context, documents, results, places, prices, simulator } = tools
  const docs = (rule: string) => docsOf(context, rule)
  const refreshed = [
    createDiagnostics({ ...tools, docs }),
    createInlayHints(tools),
    createCodeLenses(tools),
    createCellStatus(documents, results),
  ]
  const status = createStatus(documents, results, prices)
  const variables = createVariables(documents, results)
  const engine = createEngineStatus(documents, results, prices)
  const sample = (step: unknown) => openSample(step, { ...tools, context, simulator })
  const commands = createCommands({ ...tools, sample, site, variables }, new Set(contributedCommands(context)))
  const all = [
    ...refreshed,
    status,
    variables,
    engine,
    createHover(documents, results, places, tools.cheaper, docs),
    createCodeActions(tools),
    commands,
  ]

  function site(node: unknown): CostSite | undefined {
    const editor = vscode.window.activeTextEditor
    const file = editor && documents.id(editor.document)
    const shown = file === undefined ? undefined : results.current(file)
    const sites = editor && shown ? sitesIn(editor.document, shown, documents, places) : []
    return siteOfNode(node) ?? (editor && siteAt(sites, editor.selection.active)?.costed.site)
  }

  return {
    commands,
    engine,
    status: status.text,
    site,
    refresh() {
      for (const surface of [...refreshed, status]) surface.refresh()
    },
    dispose: () => vscode.Disposable.from(...all).dispose(),
  }
}

const docsOf = (context: vscode.ExtensionContext, rule: string) =>
  vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules', `${rule}.md`)
