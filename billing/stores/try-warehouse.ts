import type { Outside } from '../runner.ts'
import type { WarehousePlace } from '../warehouse.ts'
import { warehouseNames } from '../warehouse-name.ts'
import { openWarehouse } from './warehouse.ts'

/** One question, which needs every right that the others need. Rejects with a sentence where it is not answered. */
export async function tryWarehouse(place: WarehousePlace, outside: Outside, signal: AbortSignal): Promise<string> {
  const name = warehouseNames[place.settings.kind]
  const store = await openWarehouse(place, outside)
  try {
    const states = await store.ask({ ask: 'sources' }, signal)
    const [since] = states.map((state) => state.since).sort()
    const until = states
      .map((state) => state.until)
      .sort()
      .at(-1)
    if (since === undefined) return `${name} answered. It tells of no cost yet.`
    return `${name} answered. It tells of costs from ${since} to ${until}.`
  } finally {
    await store.close()
  }
}
