import type { Settings } from '../core/settings.ts'
import type { Credentials } from './source.ts'
import type { StorePlace } from './store.ts'
import { scopeName } from './store-folder.ts'
import { isOnlyRead, type WarehousePlace } from './warehouse.ts'

export type KeptPlace = Exclude<StorePlace, { is: 'memory' }>

/** What the command line and the editor each know in their own way. */
export interface Whereabouts {
  /** A folder that somebody named, absolute: before all else. */
  readonly told?: string | undefined
  /** What a warehouse is signed in to with; undefined: nobody has connected it here, and it is not asked. */
  readonly credentials: (warehouse: WarehousePlace['settings']) => Credentials | undefined
  /** Absolute: where it is kept otherwise. */
  readonly folder: string
}

/** Where spend is kept and asked for, the same for the command line and the editor: a folder that is named, the warehouse of outlay.json, else a folder of the user's own. */
export function placeOf(
  settings: Pick<Settings, 'spendScope' | 'spend'> | undefined,
  { told, credentials, folder }: Whereabouts,
): KeptPlace {
  const { spend, spendScope } = settings ?? {}
  const warehouse = told === undefined ? spend?.store : undefined
  const given = warehouse && credentials(warehouse)
  if (warehouse && given) {
    const scope = scopeName(spendScope)
    return {
      ...{ is: 'warehouse', settings: warehouse, credentials: given },
      ...(scope !== undefined && { scope }),
      ...(!isOnlyRead(warehouse) && { folder }),
    }
  }
  const { retention, tags = [] } = spend ?? {}
  return { is: 'folder', folder: told ?? folder, tags, ...(retention !== undefined && { keepMonths: retention }) }
}

/** `--store` of a command, or this for all of them; relative to where they run. */
export const storeVariable = 'OUTLAY_STORE'

/** Whether what is read of the sources is kept there. */
export const keepsSpend = (place: KeptPlace): boolean => place.is === 'folder' || !isOnlyRead(place.settings)
