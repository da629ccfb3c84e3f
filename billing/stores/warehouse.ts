import type { Outside } from '../runner.ts'
import type { SpendStore } from '../store.ts'
import { type Warehouse, WarehouseError, type WarehousePlace } from '../warehouse.ts'

/** Each with its client, loaded when it is the one. */
const kinds: Readonly<Record<WarehousePlace['settings']['kind'], () => Promise<{ readonly store: Warehouse }>>> = {
  athena: () => import('./athena.ts'),
  bigquery: () => import('./bigquery.ts'),
  clickhouse: () => import('./clickhouse.ts'),
  databricks: () => import('./databricks.ts'),
  snowflake: () => import('./snowflake.ts'),
}

/** Asks the warehouse nothing yet. Throws a WarehouseError where the place is not told as it must be. */
export async function openWarehouse(place: WarehousePlace, outside: Outside): Promise<SpendStore> {
  const { store } = await kinds[place.settings.kind]()
  const missing = store.needs.settings.filter(({ key, optional }) => !optional && place.settings[key] === undefined)
  if (missing.length > 0)
    throw new WarehouseError(
      `spend.store of outlay.json names ${store.name}, but not its ${missing.map(({ key }) => `"${key}"`).join(', ')}.`,
    )
  const unsaid = store.needs.fields.filter(({ id, optional }) => !optional && !place.credentials[id])
  if (unsaid.length > 0)
    throw new WarehouseError(
      `${store.name} needs ${unsaid.map(({ label, env }) => `${label} (${env})`).join(' and ')}: it is missing.`,
    )
  return store.open(place, outside)
}

export const allWarehouses = () => Promise.all(Object.values(kinds).map(async (load) => (await load()).store))
