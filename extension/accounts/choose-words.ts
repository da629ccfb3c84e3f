import * as vscode from 'vscode'
import type { SignalInfo, SourceInfo } from '../../billing/describe.ts'
import type { Account } from './account.ts'
import { copyButton, copyRight } from './rights.ts'

/** Which of the things that a provider says are asked for with this account. @returns their ids; undefined where the user wants no change */
export async function chooseWords(
  account: Account,
  { name, tells }: SourceInfo,
): Promise<readonly string[] | undefined> {
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly signal: SignalInfo }>()
  pick.title = vscode.l10n.t('What {0} says itself', name)
  pick.placeholder = vscode.l10n.t('Asked for whenever the account is read, with the same credentials.')
  pick.canSelectMany = true
  pick.ignoreFocusOut = true
  pick.items = tells.map((signal) => ({
    signal,
    label: signal.reads,
    detail: [
      vscode.l10n.t('Needs {0}.', signal.needs.scope),
      ...(signal.askCosts ? [vscode.l10n.t('Each request costs ${0}.', signal.askCosts.usd)] : []),
    ].join(' '),
    buttons: [copyButton],
  }))
  pick.selectedItems = pick.items.filter(({ signal }) => account.tells?.includes(signal.id))
  return new Promise((done) => {
    pick.onDidTriggerItemButton(({ item }) => void copyRight(item.signal))
    pick.onDidAccept(() => {
      done(pick.selectedItems.map(({ signal }) => signal.id))
      pick.hide()
    })
    pick.onDidHide(() => {
      pick.dispose()
      done(undefined)
    })
    pick.show()
  })
}
