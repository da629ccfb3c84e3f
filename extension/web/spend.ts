import * as vscode from 'vscode'
import type { SpendView } from '../../webview/protocol.ts'
import type { Spend, SpendTools } from '../spend.ts'
import { createBills, mostBytes } from './bills.ts'

/** Live sources are read by a process of this machine's own; a browser starts none. */
export const readsBills: boolean = false

/** Spend where there is no machine: of files that somebody chooses, and the demo's, summed up when Outlay was built. */
export function createSpend({ context, show, log }: SpendTools): Spend {
  const dist = vscode.Uri.joinPath(context.extensionUri, 'dist')
  const bills = createBills(dist, log)

  const fail = (message: string) => show({ status: { is: 'error', message } })
  const notHere = async () =>
    fail(
      vscode.l10n.t(
        'A browser cannot read live sources of spend: open this project in desktop VS Code or a remote window, or use the command line. A FOCUS file can be imported here.',
      ),
    )

  const notAnalysed = vscode.l10n.t(
    'A browser tells spend by day and service only: open this project in desktop VS Code or a remote window, or use the command line.',
  )

  async function importFile(file: vscode.Uri): Promise<void> {
    const name = file.path.split('/').at(-1) ?? ''
    const { size } = await vscode.workspace.fs.stat(file)
    if (size > mostBytes) {
      const [has, most] = [size, mostBytes].map((bytes) => (bytes / 1024 / 1024).toFixed(0))
      return fail(
        vscode.l10n.t(
          '{0} has {1} MiB, and a browser reads {2} MiB at most: open it in desktop VS Code or a remote window, or use the command line.',
          name,
          has!,
          most!,
        ),
      )
    }
    show({ status: { is: 'busy', what: vscode.l10n.t('Reading {0}', name) } })
    const imported = await bills.importFocus(file)
    if (imported.is === 'cancelled') return fail(vscode.l10n.t('Cancelled: what was there before stays.'))
    if (imported.is === 'failed') {
      log(`${name}: ${imported.why}`)
      return fail(vscode.l10n.t('{0} could not be read; the log says why.', name))
    }
    const { loaded, spend } = imported
    if (loaded.is === 'refused') return fail(loaded.message)
    show({ spend, status: { is: 'idle' } })
  }

  return {
    opened: async () => undefined,
    closed: () => undefined,
    connect: notHere,
    test: notHere,
    disconnect: notHere,
    chooseScope: notHere,
    manage: notHere,
    connectStore: notHere,
    manageStore: notHere,
    refresh: notHere,
    async importFocus() {
      const [file] =
        (await vscode.window.showOpenDialog({
          title: vscode.l10n.t('Import a FOCUS file'),
          filters: { [vscode.l10n.t('Bills')]: ['csv', 'parquet', 'gz'] },
        })) ?? []
      if (file) await importFile(file)
    },
    async demo() {
      const file = vscode.Uri.joinPath(dist, 'web', 'demo.json')
      const spend = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))) as SpendView
      for (const problem of spend.problems) log(`demo: ${problem}`)
      show({ spend, status: { is: 'idle' } })
    },
    cancel: bills.cancel,
    // What is asked of single charges needs the machine's engine: of a file only the sums by day are kept.
    analyses: {
      look: async ({ views }) => {
        show({ analyses: Object.fromEntries(views.map((name) => [name, { is: 'failed', message: notAnalysed }])) })
      },
      stop: () => undefined,
      again: async () => undefined,
    },
    dispose: bills.dispose,
  }
}
