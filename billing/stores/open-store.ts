import type { SpendStore, StorePlace } from '../store.ts'
import type { WarehousePlace } from '../warehouse.ts'
import { openMemory } from './duckdb.ts'
import { openFolder } from './folder/store.ts'

/** On this machine. */
export async function openStore(place: Exclude<StorePlace, WarehousePlace>): Promise<SpendStore> {
  return place.is === 'memory' ? openMemory() : openFolder(place)
}
