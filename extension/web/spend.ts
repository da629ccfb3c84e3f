import * as vscode from 'vscode'
import type { SpendView } from '../../webview/protocol.ts'
import type { Spend, SpendTools } from '../spend.ts'

/** Bills are read by a process of this machine's own; a browser starts none. */
export const readsBills: boolean = false

/** Spend where there is no machine: the demo's, summed up when Outlay was built. */
export function createSpend({ context, show, log }: SpendTools): Spend {
  const notHere = vscode.l10n.t(
    'A browser cannot read bills: open this project in desktop VS Code or a remote window, or use the command line.',
  )
  const refuse = async () => show({ status: { is: 'error', message: notHere } })

  return {
    opened: async () => undefined,
    closed: () => undefined,
    connect: refuse,
    test: refuse,
    disconnect: refuse,
    chooseScope: refuse,
    manage: refuse,
    connectStore: refuse,
    manageStore: refuse,
    importFocus: refuse,
    refresh: refuse,
    async demo() {
      const file = vscode.Uri.joinPath(context.extensionUri, 'dist', 'web', 'demo.json')
      const spend = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))) as SpendView
      for (const problem of spend.problems) log(`demo: ${problem}`)
      show({ spend, status: { is: 'idle' } })
    },
    cancel: () => undefined,
    analyses: {
      look: async ({ views }) => {
        show({ analyses: Object.fromEntries(views.map((name) => [name, { is: 'failed', message: notHere }])) })
      },
      stop: () => undefined,
      again: async () => undefined,
    },
    dispose: () => undefined,
  }
}
