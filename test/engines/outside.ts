import { setTimeout as delay } from 'node:timers/promises'
import type { Outside } from '../../billing/runner.ts'

export const outside: Outside = {
  fetch,
  sleep: (ms, signal) => delay(ms, undefined, { signal }).catch(() => undefined),
  now: () => new Date(),
  random: Math.random,
}
