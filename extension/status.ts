import * as vscode from 'vscode'
import type { SiteChange } from '../core/report/since.ts'
import { printDifference } from '../core/report/total.ts'
import type { Documents } from './documents.ts'
import type { Prices } from './prices.ts'
import type { FileChange, PricesState } from './protocol.ts'
import type { Results } from './results.ts'
import { flagOf } from './settings.ts'
import { totalLabel } from './total-label.ts'

/** One item: the total of the file in front, and how it differs from what it is compared with. */
export function createStatus(
  documents: Documents,
  results: Results,
  prices: Pick<Prices, 'state' | 'onDidChange'>,
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
    const against = results.change(file)
    const change = against && changeText(against)
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
      item.accessibilityInformation = {
        label: vscode.l10n.t('Outlay: the file was not read. {0}', skipped?.message ?? ''),
      }
    } else {
      item.text = `$(pulse) ${total}${change === undefined ? '' : ` · ${change}`}`
      item.tooltip = tooltip(total, shown.total.partial, against, prices.state())
      item.accessibilityInformation = {
        label: [vscode.l10n.t('Outlay: this file costs {0}', total), change].filter(Boolean).join(', '),
      }
    }
    item.show()
  }

  function create(): vscode.StatusBarItem {
    const made = vscode.window.createStatusBarItem('outlay.total', vscode.StatusBarAlignment.Left, 0)
    made.name = vscode.l10n.t('Outlay: cost of the file')
    made.command = 'outlay.openPanel'
    return made
  }

  const subscriptions = [
    results.onDidChange((file) => file === front() && show()),
    results.onDidCompare((file) => file === front() && show()),
    prices.onDidChange(show),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.window.onDidChangeActiveNotebookEditor(show),
  ]
  return {
    text: () => item?.text,
    refresh: show,
    dispose: () => vscode.Disposable.from(...subscriptions, { dispose: () => item?.dispose() }).dispose(),
  }
}

/** `+$212/mo since main`; of the last commit the amount alone. Undefined where it costs what it did. */
function changeText({ total, base }: FileChange): string | undefined {
  const amount = printDifference(total)
  return amount === undefined || base === 'HEAD' ? amount : vscode.l10n.t('{0} since {1}', amount, base)
}

function tooltip(
  total: string,
  partial: number,
  change: FileChange | undefined,
  prices: PricesState | undefined,
): vscode.MarkdownString {
  const text = new vscode.MarkdownString()
  text.isTrusted = { enabledCommands: ['outlay.updatePrices', 'outlay.findPrice', 'outlay.compareWith'] }
  const lines = [
    vscode.l10n.t('This file costs {0}.', total),
    ...(partial > 0 ? [vscode.l10n.t('Of {0} sites only a part is known; the rest comes on top.', partial)] : []),
  ]
  for (const line of lines) text.appendText(line).appendMarkdown('\n\n')
  if (change) {
    text.appendText(`${sinceText(change)} `)
    text.appendMarkdown(`[${vscode.l10n.t('Compare with…')}](command:outlay.compareWith)\n\n`)
  }
  if (prices) {
    const dated = vscode.l10n.t('The newest prices here are of {0}.', prices.asOf)
    const [update, find] = [vscode.l10n.t('Update'), vscode.l10n.t('Find a price')]
    text.appendMarkdown(`${dated} [${update}](command:outlay.updatePrices) · [${find}](command:outlay.findPrice)`)
  }
  return text
}

function sinceText({ base, sites, total }: FileChange): string {
  if (sites.length === 0) return vscode.l10n.t('Unchanged since {0}.', base)
  const amount = printDifference(total) ?? vscode.l10n.t('the same cost')
  const count = (change: SiteChange['change']) => sites.filter((each) => each.change === change).length
  const counts = [
    [count('added'), vscode.l10n.t('new')],
    [count('changed'), vscode.l10n.t('changed')],
    [count('removed'), vscode.l10n.t('removed')],
    [count('moved'), vscode.l10n.t('moved')],
  ] as const
  const told = counts.filter(([many]) => many > 0).map(([many, what]) => `${many} ${what}`)
  return vscode.l10n.t('Since {0}: {1} ({2}).', base, amount, told.join(', '))
}
