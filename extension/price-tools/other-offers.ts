import * as vscode from 'vscode'
import type { OtherOffers } from '../protocol.ts'
import { copied, inGivenOrder } from './picks.ts'
import type { SiteNames } from './site-names.ts'
import type { AskPrices } from './tools.ts'
import { alternativeWords, copyText, ofWords, type Words } from './words.ts'

interface Item extends vscode.QuickPickItem {
  readonly words?: Words
}

/** What would do the same for less, and what is lost. Enter copies one. @param back goes where the user came from */
export function showAlternatives(ask: AskPrices, { names, region }: SiteNames, back?: () => void): void {
  const pick = inGivenOrder(vscode.window.createQuickPick<Item>())
  pick.title = vscode.l10n.t('Outlay: Cheaper Alternatives')
  pick.placeholder = names[0]
  pick.matchOnDescription = true
  pick.matchOnDetail = true
  pick.busy = true
  if (back) pick.buttons = [vscode.QuickInputButtons.Back]
  const asked = ask(
    (id) => ({ is: 'find-alternatives', id, names, region }),
    (found) => {
      pick.busy = false
      if ('of' in found) {
        pick.title = vscode.l10n.t('Outlay: Cheaper Alternatives to {0}', ofWords(found.of))
        const isHourly = found.alternatives.some(({ saves }) => saves.per === 'hour')
        pick.placeholder = isHourly
          ? vscode.l10n.t('Those that change least stand first. Months have 730 hours. Enter copies')
          : vscode.l10n.t('Those that change least stand first. Enter copies')
      }
      pick.items = itemsOf(found)
    },
  )
  pick.onDidTriggerButton(() => back?.())
  pick.onDidAccept(() => {
    const [item] = pick.selectedItems
    if (!item?.words) return
    copied(copyText(item.words))
    pick.hide()
  })
  pick.onDidHide(() => {
    asked.dispose()
    pick.dispose()
  })
  pick.show()
}

function itemsOf(found: OtherOffers): Item[] {
  if ('error' in found) return [{ label: `$(info) ${found.error}`, alwaysShow: true }]
  if (found.alternatives.length === 0)
    return [{ label: `$(info) ${vscode.l10n.t('Nothing cheaper is known to do the same.')}`, alwaysShow: true }]
  return found.alternatives.map((each) => {
    const words = alternativeWords(each)
    return { ...words, words }
  })
}
