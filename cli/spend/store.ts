import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { StorePlace } from '../../billing/store.ts'
import { scopedFolder, scopeName, spendFolder } from '../../billing/store-folder.ts'
import type { WarehousePlace } from '../../billing/warehouse.ts'
import { warehouseFields } from '../../billing/warehouse-fields.ts'
import type { Settings } from '../../core/settings.ts'

type Place = Exclude<StorePlace, { is: 'memory' }>

/** The store that a command is for. The client starts with its first request: until then it can be chosen. */
export interface StoreChoice {
  /** Absolute; the name of a warehouse. */
  readonly folder: string
  /** Something was read into it. */
  readonly isThere: boolean
  /** From now on the client answers from it. */
  use(): void
}

/** `--store`, else OUTLAY_STORE, else the warehouse of outlay.json, else a folder of the user's own for what the project's scope takes. */
export function placeOf(
  named: string | undefined,
  cwd: string,
  settings: Pick<Settings, 'spendScope' | 'spend'> | undefined,
  env: NodeJS.ProcessEnv = process.env,
): Place {
  const told = named ?? env.OUTLAY_STORE
  const warehouse = settings?.spend?.store
  if (!told && warehouse) {
    const scope = scopeName(settings.spendScope)
    return {
      is: 'warehouse',
      settings: warehouse,
      credentials: credentialsOf(warehouse, env),
      ...(scope !== undefined && { scope }),
    }
  }
  const folder = told ? resolve(cwd, told) : scopedFolder(spendFolder(env), settings?.spendScope)
  const { retention, tags = [] } = settings?.spend ?? {}
  return { is: 'folder', folder, tags, ...(retention !== undefined && { keepMonths: retention }) }
}

export const choiceOf = (place: Place, use: () => void): StoreChoice =>
  place.is === 'warehouse'
    ? {
        folder: [place.settings.kind, place.settings.address, place.settings.table].filter(Boolean).join(' '),
        isThere: true,
        use,
      }
    : { folder: place.folder, isThere: existsSync(join(place.folder, 'manifest.json')), use }

const credentialsOf = ({ kind }: WarehousePlace['settings'], env: NodeJS.ProcessEnv) =>
  Object.fromEntries(warehouseFields[kind].flatMap(({ id, env: name }) => (env[name] ? [[id, env[name]]] : [])))
