import * as vscode from 'vscode'
import { noSpendSettings } from '../../core/config/spend.ts'
import type { SpendView } from '../../webview/protocol.ts'
import { createAnalyses } from '../analyses.ts'
import type { Spend, SpendTools } from '../spend.ts'
import { createBills, mostBytes } from './bills.ts'
import { type DemoAnalyses, demoAnalyses } from './demo-analyses.ts'

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

  const read = async (name: string): Promise<unknown> =>
    JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(dist, 'web', name))))

  let isDemo = false
  const told = demoAnalyses(
    async () => (await read('demo-analyses.json')) as DemoAnalyses,
    () => isDemo,
  )
  const analyses = createAnalyses({ client: async () => told, settings: async () => noSpendSettings, show, log })

  async function showSpend(spend: SpendView): Promise<void> {
    isDemo = spend.demo
    show({ spend, status: { is: 'idle' } })
    await analyses.again()
  }

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
    await showSpend(spend)
  }

  return {
    opened: async () => undefined,
    closed: analyses.leave,
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
      const spend = (await read('demo.json')) as SpendView
      for (const problem of spend.problems) log(`demo: ${problem}`)
      await showSpend(spend)
    },
    cancel: bills.cancel,
    analyses,
    dispose: bills.dispose,
  }
}
