import * as vscode from 'vscode'
import type { BillingClient } from '../../billing/client.ts'
import type { SourceInfo } from '../../billing/describe.ts'
import type { Connection } from '../../billing/runner.ts'
import type { Scope } from '../../billing/source.ts'
import { warehouseName } from '../../billing/warehouse-name.ts'
import type { Account, Accounts } from './account.ts'
import { isPaid } from './cadence.ts'
import { chooseSource } from './choose-source.ts'
import { chooseWords } from './choose-words.ts'
import { askAccount } from './connect.ts'
import type { Unconnected } from './connection.ts'
import type { Keys } from './keys.ts'
import { showRights } from './rights.ts'
import { chooseScope } from './scope-choice.ts'
import { asking } from './trying.ts'
import { accountName, costText } from './view.ts'
import * as warehouse from './warehouse-desk.ts'

// A bundle of its own, loaded when somebody connects or changes something: dist/accounts.js.

export interface DeskTools {
  readonly accounts: Accounts
  readonly keys: Keys
  client(): Promise<BillingClient>
  sources(): Promise<readonly SourceInfo[]>
  connection(account: Account, asked: boolean): Promise<Connection | Unconnected>
  /** What outlay.json says of an account. */
  scopeOf(account: string): Scope | undefined
  /** An account is there, or is not what it was. */
  changed(account: string): Promise<void>
  /** What was read of an account is to go. */
  forget(account: string): Promise<void>
  refresh(account: string): Promise<void>
  /** What else the account's provider says is asked for now. */
  hear(account: string): Promise<void>
  readonly stores: warehouse.StoreTools
}

export interface Desk {
  connect(source?: string): Promise<void>
  test(account?: string): Promise<void>
  disconnect(account?: string): Promise<void>
  chooseScope(account?: string): Promise<void>
  manage(account?: string): Promise<void>
  connectStore(): Promise<void>
  manageStore(): Promise<void>
}

interface Chosen {
  readonly account: Account
  readonly info: SourceInfo
}

interface WarehouseItem extends vscode.QuickPickItem {
  readonly own: NonNullable<Awaited<ReturnType<typeof warehouse.ownWarehouse>>>
}

export function createDesk(tools: DeskTools): Desk {
  const { accounts, keys, client, sources, connection, changed, forget } = tools

  /** The one that is named, or the only one, or the one the user picks. */
  async function chosen(id: string | undefined, title: string, other?: WarehouseItem) {
    const infos = await sources()
    const known = accounts.all().flatMap((account) => {
      const info = infos.find((each) => each.id === account.source)
      return info ? [{ account, info, label: accountName(account, info), description: info.reads }] : []
    })
    if (known.length === 0 && !other) {
      await vscode.window.showInformationMessage(vscode.l10n.t('No source of spend is connected.'))
      return undefined
    }
    if (id !== undefined) return known.find(({ account }) => account.id === id)
    const all = [...known, ...(other ? [other] : [])]
    return all.length === 1 ? all[0] : vscode.window.showQuickPick(all, { title })
  }

  async function connect(source?: string, replaced?: Account): Promise<void> {
    const chosen = await chooseSource(tools, source)
    if (!chosen) return
    if (chosen.is === 'warehouse') return warehouse.connectWarehouse(chosen.warehouse, tools)
    const made = await askAccount(tools, chosen.source, replaced)
    if (!made) return
    const { account, secrets } = made
    const before = accounts.get(account.id)
    if (before && JSON.stringify(before.scope) !== JSON.stringify(account.scope)) await forget(account.id)
    await keys.write(account.id, secrets)
    await accounts.put({ ...account, ...(before?.tells ? { tells: before.tells } : {}) })
    await changed(account.id)
  }

  async function test({ account, info }: Chosen): Promise<void> {
    const name = accountName(account, info)
    if (isPaid(info)) {
      const ask = vscode.l10n.t('Ask it once')
      const answer = await vscode.window.showQuickPick([ask], {
        title: vscode.l10n.t('Test {0}', name),
        placeHolder: costText(info),
        ignoreFocusOut: true,
      })
      if (answer !== ask) return
    }
    const connected = await connection(account, true)
    if ('message' in connected) return void (await vscode.window.showErrorMessage(connected.message))
    const asked = await client()
    const answer = await asking(name, (signal) => asked.probe(account.source, connected, signal))
    if ('sentence' in answer) await vscode.window.showInformationMessage(answer.sentence)
    else if (answer.failure.kind !== 'cancelled') await vscode.window.showErrorMessage(answer.failure.message)
  }

  async function disconnect({ account, info }: Chosen): Promise<void> {
    const name = accountName(account, info)
    const store = await warehouse.ownWarehouse(tools)
    const all = store
      ? vscode.l10n.t('Disconnect, and remove what was read of it from {0}', warehouseName(store.settings))
      : vscode.l10n.t('Disconnect, and forget what was read of it')
    const only = vscode.l10n.t('Disconnect, and keep what was read of it')
    const answer = await vscode.window.showQuickPick([all, only], {
      title: vscode.l10n.t('Disconnect {0}', name),
      placeHolder: vscode.l10n.t('Its keys leave the secret storage either way.'),
      // The panel is drawn anew beside it, and may take the focus.
      ignoreFocusOut: true,
    })
    if (answer === undefined) return
    await keys.remove(account.id)
    await accounts.remove(account.id)
    if (answer === all) await forget(account.id)
    else await changed(account.id)
  }

  async function byItself({ account }: Chosen): Promise<void> {
    const { byItself: was, ...rest } = account
    await accounts.put(was ? rest : { ...rest, byItself: true })
    await changed(account.id)
  }

  async function words({ account, info }: Chosen): Promise<void> {
    const tells = await chooseWords(account, info)
    if (tells === undefined) return
    await accounts.put({ ...account, tells })
    await tools.hear(account.id)
  }

  async function manage({ account, info }: Chosen): Promise<void> {
    const own = { account, info }
    const actions: (vscode.QuickPickItem & { act(): Promise<void> })[] = [
      {
        label: `$(refresh) ${vscode.l10n.t('Read now')}`,
        detail: costText(info),
        act: () => tools.refresh(account.id),
      },
      {
        label: `$(plug) ${vscode.l10n.t('Test')}`,
        detail: vscode.l10n.t('One small request; nothing is loaded.'),
        act: () => test(own),
      },
      { label: `$(filter) ${vscode.l10n.t('Choose what is this project’s')}`, act: () => scope(own) },
      ...(info.tells.length === 0
        ? []
        : [
            {
              label: `$(comment) ${vscode.l10n.t('Choose what else it says')}`,
              detail: info.tells.map(({ reads }) => reads).join(', '),
              act: () => words(own),
            },
          ]),
      { label: `$(key) ${vscode.l10n.t('Change the credentials')}`, act: () => connect(info.id, account) },
      {
        label: `$(shield) ${vscode.l10n.t('Show the rights it needs')}`,
        detail: info.needs.scope,
        act: () => showRights(info),
      },
      ...(isPaid(info)
        ? [
            {
              label: `$(clock) ${account.byItself ? vscode.l10n.t('Read it only when I ask') : vscode.l10n.t('Let it be read by itself')}`,
              detail: costText(info),
              act: () => byItself(own),
            },
          ]
        : []),
      { label: `$(debug-disconnect) ${vscode.l10n.t('Disconnect')}`, act: () => disconnect(own) },
    ]
    const title = accountName(account, info)
    await (await vscode.window.showQuickPick(actions, { title }))?.act()
  }

  async function connectStore(): Promise<void> {
    const named = tools.stores.named()
    const info = (await warehouse.warehouseInfos(tools)).find(({ id }) => id === named?.kind)
    if (info) await warehouse.connectWarehouse(info, tools)
  }
  async function manageStore(): Promise<void> {
    const own = await warehouse.ownWarehouse(tools)
    if (own) await warehouse.manageWarehouse(own, tools)
  }
  const scope = async ({ account, info }: Chosen) => {
    const written = await chooseScope(account, info, tools)
    if (written) await changed(account.id)
  }
  /** @param onStore what is done with a warehouse that is connected; left out: nothing can be */
  const at =
    (title: string, act: (own: Chosen) => Promise<void>, onStore?: (own: WarehouseItem['own']) => Promise<void>) =>
    async (id?: string) => {
      const own = onStore && (await warehouse.ownWarehouse(tools))
      const item = own && { own, label: warehouseName(own.settings), description: '' }
      const picked = await chosen(id, title, item)
      if (!picked) return
      if ('own' in picked) await onStore?.(picked.own)
      else await act(picked)
    }
  return {
    connect,
    test: at(vscode.l10n.t('Test which source?'), test, (own) => warehouse.testWarehouse(own, tools)),
    disconnect: at(vscode.l10n.t('Disconnect which source?'), disconnect, (own) =>
      warehouse.disconnectWarehouse(own, tools),
    ),
    chooseScope: at(vscode.l10n.t('Choose this project’s part of which source?'), scope),
    manage: at(vscode.l10n.t('Manage which source?'), manage, (own) => warehouse.manageWarehouse(own, tools)),
    connectStore,
    manageStore,
  }
}
