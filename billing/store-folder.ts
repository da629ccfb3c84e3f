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

/** A folder of its own for each scope. */
export const scopedFolder = (folder: string, scopes: Readonly<Record<string, Scope>> = {}): string =>
  join(folder, scopeName(scopes) ?? 'all')

/**
 * A name for what `spend.scope` takes of the sources: two projects that take something else of the same source would replace
 * each other's rows. Undefined where it says nothing.
 */
export function scopeName(scopes: Readonly<Record<string, Scope>> = {}): string | undefined {
  const parts = Object.entries(scopes)
    .map(([source, scope]) => [source, Object.entries(scope).sort(([a], [b]) => (a < b ? -1 : 1))] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  if (parts.length === 0) return undefined
  return `scope-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)}`
}
