import * as vscode from 'vscode'
import type { Api, Extension } from './extension.ts'
import { contributedCommands, panelType } from './manifest.ts'

/** Registers what VS Code may ask for at once. All else is loaded right after, a piece at a time: nobody's start waits for it. */
export function activate(context: vscode.ExtensionContext): Api {
  let running: Extension | undefined
  const started = start()

  async function start(): Promise<Extension> {
    await afterOthers()
    const { createExtension } = await import('./extension.ts')
    await afterOthers()
    running = await createExtension(context, afterOthers)
    return running
  }

  context.subscriptions.push(
    ...contributedCommands(context).map((command) =>
      vscode.commands.registerCommand(command, async (...given: readonly unknown[]) =>
        (await started).run(command, given),
      ),
    ),
    vscode.window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: async (kept) => (await started).restore(kept),
    }),
  )
  return {
    status: () => running?.api.status(),
    estimates: () => running?.api.estimates() ?? [],
    prices: () => running?.api.prices(),
    standIn: (bases) => void started.then(({ api }) => api.standIn(bases)),
  }
}

/** What waits already goes first. */
const afterOthers = () => new Promise<void>((go) => setTimeout(go, 0))
