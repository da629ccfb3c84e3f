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

  const front = () => {
    const document = vscode.window.activeTextEditor?.document
    return document && documents.id(document)
  }

  function show(): void {
    const file = front()
    const isOurs = file !== undefined && documents.version(file) !== undefined
    const state = prices.state()
    if (!item && !isOurs) return
    item ??= create()
    const shown = isOurs ? results.current(file) : undefined
    // Each that is set is sent to the window: a keystroke alters none of them but the first.
    set(item, 'busy', isOurs && !isDown && !shown)
    set(item, 'severity', isDown ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information)
    set(item, 'text', state ? vscode.l10n.t('Prices of {0}', state.asOf) : vscode.l10n.t('Prices are being read'))
    set(
      item,
      'detail',
      isDown
        ? vscode.l10n.t('the engine ended and starts again; the log says why')
        : shown?.result.approximate
          ? vscode.l10n.t('tokens are estimated until the tokenizer is loaded')
          : vscode.l10n.t('the engine is ready'),
    )
    const command = isDown ? 'outlay.showLog' : 'outlay.updatePrices'
    if (item.command?.command !== command)
      item.command = { command, title: isDown ? vscode.l10n.t('Show Log') : vscode.l10n.t('Update') }
  }

  const subscriptions = [
    results.onDidChange((file) => file === front() && show()),
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

function set<K extends 'busy' | 'severity' | 'text' | 'detail'>(
  item: vscode.LanguageStatusItem,
  key: K,
  value: vscode.LanguageStatusItem[K],
): void {
  if (item[key] !== value) item[key] = value
}
