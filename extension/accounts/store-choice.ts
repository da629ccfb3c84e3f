import { join, resolve } from 'node:path'
import * as vscode from 'vscode'
import { type KeptPlace, keepsSpend, placeOf, storeVariable } from '../../billing/store-place.ts'
import { warehouseName } from '../../billing/warehouse-name.ts'
import type { StoreView } from '../../webview/protocol.ts'
import type { ProjectSpend } from './spend-settings.ts'
import type { Warehouses } from './warehouses.ts'

/** Which store this window reads and shows. */
export interface ChosenStore {
  readonly place: KeptPlace
  /** The project's part has a folder of this workspace: what is of no other part may be removed there. */
  readonly isWorkspace: boolean
  /** What is read of the sources is kept there. */
  readonly keeps: boolean
  /** It may be asked whenever the panel opens. */
  readonly byItself: boolean
  readonly view: StoreView
}

/** @param isPart of some account only the project's part is read: that is no other project's */
export async function chooseStore(
  { storageUri, globalStorageUri }: Pick<vscode.ExtensionContext, 'storageUri' | 'globalStorageUri'>,
  { scopes, settings }: ProjectSpend,
  isPart: boolean,
  warehouses: Warehouses,
): Promise<ChosenStore> {
  const named = settings.store
  const credentials = named && (await warehouses.credentials(named))
  const own = isPart ? storageUri : undefined
  const told = process.env[storeVariable]
  const place = placeOf(
    { spend: settings, spendScope: scopes },
    {
      told: told ? resolve(vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '', told) : undefined,
      credentials: () => credentials,
      folder: join((own ?? globalStorageUri).fsPath, 'spend'),
    },
  )
  const keeps = keepsSpend(place)
  if (place.is === 'warehouse')
    return {
      ...{ place, keeps, isWorkspace: false },
      byItself: warehouses.of(place.settings)?.byItself === true,
      view: {
        name: warehouseName(place.settings),
        isWarehouse: true,
        says: keeps
          ? vscode.l10n.t('What anybody has read into it for this project; what is read here goes there.')
          : vscode.l10n.t('All that its table holds, whoever’s it is. It is only read.'),
      },
    }
  const isTold = Boolean(told)
  return {
    ...{ place, keeps, byItself: true, isWorkspace: own !== undefined && !isTold },
    view: {
      name: isTold ? place.folder : vscode.l10n.t('On this machine'),
      isWarehouse: false,
      says: isTold
        ? vscode.l10n.t('The folder that {0} names.', storeVariable)
        : own
          ? vscode.l10n.t('For this project alone.')
          : vscode.l10n.t('For every project that says nothing of its own part.'),
      ...(named && !isTold ? { unconnected: warehouseName(named) } : {}),
    },
  }
}
