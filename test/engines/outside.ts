import { setTimeout as delay } from 'node:timers/promises'
import type { WarehouseOutside } from '../../billing/warehouse.ts'

export const outside: WarehouseOutside = {
  fetch,
  sleep: (ms, signal) => delay(ms, undefined, { signal }).catch(() => undefined),
  now: () => new Date(),
}
