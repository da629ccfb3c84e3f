import type { SpendStore, StorePlace } from '../store.ts'
import { openMemory } from './duckdb.ts'
import { openFolder } from './folder/store.ts'

export async function openStore(place: StorePlace = { is: 'memory' }): Promise<SpendStore> {
  return place.is === 'memory' ? openMemory() : openFolder(place)
}
