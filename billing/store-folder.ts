import { createHash } from 'node:crypto'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Scope } from './source.ts'

/** Where the command line keeps spend when it is told nowhere else. */
export function spendFolder(env: NodeJS.ProcessEnv = process.env, platform: string = process.platform): string {
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'outlay', 'spend')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'outlay', 'spend')
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'outlay', 'spend')
}

/**
 * A folder of its own for what `spend.scope` takes of the sources: two projects that take something else of the same
 * source would replace each other's rows.
 */
export function scopedFolder(folder: string, scopes: Readonly<Record<string, Scope>> = {}): string {
  const parts = Object.entries(scopes)
    .map(([source, scope]) => [source, Object.entries(scope).sort(([a], [b]) => (a < b ? -1 : 1))] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  if (parts.length === 0) return join(folder, 'all')
  return join(folder, `scope-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)}`)
}
