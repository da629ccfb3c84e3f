import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Environment } from './proxy.ts'

/** The user's cache folder for prices; `OUTLAY_PRICES` names another one. */
export function pricesFolder(env: Environment = process.env, platform: NodeJS.Platform = process.platform): string {
  if (env.OUTLAY_PRICES) return env.OUTLAY_PRICES
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'outlay', 'prices')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'outlay', 'prices')
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'outlay', 'prices')
}
