import * as vscode from 'vscode'
import type { Documents } from './documents.ts'
import { selector } from './file-id.ts'
import type { Prices } from './prices.ts'
import type { Results } from './results.ts'

/** In the language menu of a file that is read: of which day the prices are, and whether the engine is at work. */
export function createEngineStatus(
  documents: Documents,
  results: Results,
  prices: Pick<Prices, 'state' | 'onDidChange'>,
): vscode.Disposable & { down(): void; up(): void } {
  let item: vscode.LanguageStatusItem | undefined
  let isDown = false

  function create(): vscode.LanguageStatusItem {
    const made = vscode.languages.createLanguageStatusItem('outlay.engine', selector)
    made.name = vscode.l10n.t('Outlay: Prices and Engine')
    return made
  }

  function show(): void {
    const document = vscode.window.activeTextEditor?.document
    const file = document && documents.id(document)
    const isOurs = file !== undefined && documents.version(file) !== undefined
    const state = prices.state()
    if (!item && !isOurs) return
    item ??= create()
    item.busy = isOurs && !isDown && !results.current(file)
    item.severity = isDown ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information
    item.text = state ? vscode.l10n.t('Prices of {0}', state.asOf) : vscode.l10n.t('Prices are being read')
    const shown = isOurs ? results.current(file) : undefined
    item.detail = isDown
      ? vscode.l10n.t('the engine ended and starts again; the log says why')
      : shown?.result.approximate
        ? vscode.l10n.t('tokens are estimated until the tokenizer is loaded')
        : vscode.l10n.t('the engine is ready')
    item.command = isDown
      ? { command: 'outlay.showLog', title: vscode.l10n.t('Show Log') }
      : { command: 'outlay.updatePrices', title: vscode.l10n.t('Update') }
  }

  const subscriptions = [
    results.onDidChange(show),
    prices.onDidChange(show),
    vscode.window.onDidChangeActiveTextEditor(show),
    { dispose: () => item?.dispose() },
  ]
  return {
    down() {
      isDown = true
      show()
    },
    up() {
      isDown = false
      show()
    },
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  }
}
