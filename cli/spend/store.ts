import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { scopedFolder, spendFolder } from '../../billing/store-folder.ts'
import { type KeptPlace, placeOf, storeVariable } from '../../billing/store-place.ts'
import type { WarehousePlace } from '../../billing/warehouse.ts'
import { warehouseFields } from '../../billing/warehouse-fields.ts'
import type { Settings } from '../../core/settings.ts'

/** The store that a command is for. The client starts with its first request: until then it can be chosen. */
export interface StoreChoice {
  /** Absolute; the name of a warehouse. */
  readonly folder: string
  /** Something was read into it. */
  readonly isThere: boolean
  /** Others write it: that nothing was read into it says nothing. */
  readonly isOnlyRead: boolean
  /** From now on the client answers from it. */
  use(): void
}

/** `--store`, else OUTLAY_STORE, else the warehouse of outlay.json, else a folder of the user's own for what the project's scope takes. */
export function commandPlace(
  named: string | undefined,
  cwd: string,
  settings: Pick<Settings, 'spendScope' | 'spend'> | undefined,
  env: NodeJS.ProcessEnv = process.env,
): KeptPlace {
  const told = named ?? env[storeVariable]
  return placeOf(settings, {
    told: told ? resolve(cwd, told) : undefined,
    credentials: (warehouse) => credentialsOf(warehouse, env),
    folder: scopedFolder(spendFolder(env), settings?.spendScope),
  })
}

export const choiceOf = (place: KeptPlace, use: () => void): StoreChoice =>
  place.is === 'warehouse'
    ? {
        folder: [place.settings.kind, place.settings.address, place.settings.table].filter(Boolean).join(' '),
        isThere: true,
        isOnlyRead: place.settings.kind !== 'clickhouse' || place.settings.table !== undefined,
        use,
      }
    : { folder: place.folder, isThere: existsSync(join(place.folder, 'manifest.json')), isOnlyRead: false, use }

const credentialsOf = ({ kind }: WarehousePlace['settings'], env: NodeJS.ProcessEnv) =>
  Object.fromEntries(warehouseFields[kind].flatMap(({ id, env: name }) => (env[name] ? [[id, env[name]]] : [])))
