import * as vscode from 'vscode'
import type { PriceToolsHost } from '../../price-tools/tools.ts'

/** Refreshed prices are kept on a disk, and the lists may not be read by a page of another site. */
export function createUpdate({ attempted }: Pick<PriceToolsHost, 'attempted'>) {
  return {
    async run(how: 'aloud' | 'quietly'): Promise<void> {
      await attempted()
      if (how === 'quietly') return
      void vscode.window.showInformationMessage(
        vscode.l10n.t(
          'In a browser Outlay goes by the prices it came with: update them in desktop VS Code, in a remote window or on the command line.',
        ),
      )
    },
    cancel: () => undefined,
  }
}
