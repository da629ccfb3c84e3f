import * as vscode from 'vscode'
import { printDifference } from '../core/report/total.ts'
import type { Documents } from './documents.ts'
import type { Prices } from './prices.ts'
import type { PricesState, ToWorker } from './protocol.ts'
import type { Results } from './results.ts'
import { flagOf, mayCompare } from './settings.ts'
import { totalLabel } from './total-label.ts'

/** One item: the total of the file in front, and how it differs from the last commit. */
export function createStatus(
  documents: Documents,
  results: Results,
  prices: Pick<Prices, 'state' | 'onDidChange'>,
  send: (message: ToWorker) => void,
): vscode.Disposable & { text(): string | undefined; refresh(): void } {
  let item: vscode.StatusBarItem | undefined

  const front = () => {
    const notebook = vscode.window.activeNotebookEditor?.notebook
    const document = notebook?.getCells()[0]?.document ?? vscode.window.activeTextEditor?.document
    return document && documents.id(document)
  }

  function show(): void {
    const file = front()
    const shown = file === undefined ? undefined : results.current(file)
    if (file === undefined || !shown || !flagOf('status.show')) {
      item?.hide()
      return
    }
    const skipped = shown.result.problems.find((problem) => problem.location === undefined)
    const against = mayCompare() ? results.change(file) : undefined
    const change = against === undefined || against === 'same' ? undefined : printDifference(against)
    const total =
      totalLabel(shown.total, shown.result.approximate) ?? (change === undefined ? undefined : vscode.l10n.t('no cost'))
    if (total === undefined && skipped === undefined) {
      item?.hide()
      return
    }
    item ??= create()
    if (total === undefined) {
      item.text = `$(pulse) ${vscode.l10n.t('not read')}`
      item.tooltip = skipped?.message
    } else {
      item.text = `$(pulse) ${total}${change === undefined ? '' : ` · ${change}`}`
      item.tooltip = tooltip(total, shown.total.partial, change, against === 'same', prices.state())
    }
    item.show()
  }

  function create(): vscode.StatusBarItem {
    const made = vscode.window.createStatusBarItem('outlay.total', vscode.StatusBarAlignment.Left, 0)
    made.name = vscode.l10n.t('Outlay: cost of the file')
    made.command = 'outlay.openPanel'
    return made
  }

  /** HEAD can move without any event of the editor: it is looked at when the user comes back, switches or saves. */
  function compare(): void {
    const file = front()
    if (file !== undefined && mayCompare() && documents.version(file) !== undefined) send({ is: 'compare', file })
  }

  const seen = new Set<string>()
  const subscriptions = [
    results.onDidChange((file) => {
      if (file !== front()) return
      if (!seen.has(file)) {
        seen.add(file)
        compare()
      }
      show()
    }),
    results.onDidCompare((file) => file === front() && show()),
    prices.onDidChange(show),
    documents.onDidForget((file) => seen.delete(file)),
    vscode.window.onDidChangeActiveTextEditor(() => {
      show()
      compare()
    }),
    vscode.window.onDidChangeActiveNotebookEditor(() => {
      show()
      compare()
    }),
    vscode.workspace.onDidSaveTextDocument(compare),
    vscode.workspace.onDidGrantWorkspaceTrust(compare),
    vscode.window.onDidChangeWindowState(({ focused }) => focused && compare()),
  ]
  return {
    text: () => item?.text,
    refresh() {
      show()
      compare()
    },
    dispose: () => vscode.Disposable.from(...subscriptions, { dispose: () => item?.dispose() }).dispose(),
  }
}

function tooltip(
  total: string,
  partial: number,
  change: string | undefined,
  isSame: boolean,
  prices: PricesState | undefined,
): vscode.MarkdownString {
  const lines = [
    vscode.l10n.t('This file costs {0}.', total),
    ...(partial > 0 ? [vscode.l10n.t('Of {0} sites only a part is known; the rest comes on top.', partial)] : []),
    ...(change === undefined ? [] : [vscode.l10n.t('Against the last commit: {0}.', change)]),
    ...(isSame ? [vscode.l10n.t('Unchanged since the last commit.')] : []),
  ]
  const text = new vscode.MarkdownString()
  for (const line of lines) text.appendText(line).appendMarkdown('\n\n')
  text.isTrusted = { enabledCommands: ['outlay.updatePrices', 'outlay.findPrice'] }
  if (prices) {
    const dated = vscode.l10n.t('The newest prices here are of {0}.', prices.asOf)
    const [update, find] = [vscode.l10n.t('Update'), vscode.l10n.t('Find a price')]
    text.appendMarkdown(`${dated} [${update}](command:outlay.updatePrices) · [${find}](command:outlay.findPrice)`)
  }
  return text
}
