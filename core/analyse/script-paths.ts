// Where an import of a script leads that names no file by its path: by the project's own names for folders, or to a package of the same repository.
import { folderOf } from '../path.ts'
import { readAliases } from './aliases.ts'
import { type Aliases, candidatesOf, configsAbove } from './specifiers.ts'
import { createWorkspaces, type Readable } from './workspace.ts'

export interface ScriptPaths {
  /** The file an import means; undefined where none is there. */
  target(file: string, specifier: string): string | undefined
}

export function createScriptPaths(host: Readable): ScriptPaths {
  const aliases = new Map<string, Aliases | undefined>()
  const workspaces = createWorkspaces(host)

  function aliasesOf(folder: string, file: string): Aliases | undefined {
    if (!aliases.has(folder)) {
      const config = host.find(configsAbove(file, 'tsconfig.json'))
      aliases.set(folder, config === undefined ? undefined : readAliases(host, config))
    }
    return aliases.get(folder)
  }

  const named = new Map<string, string | undefined>()
  function byName(file: string, specifier: string): string | undefined {
    const folder = folderOf(file)
    const key = `${folder}\n${specifier}`
    if (!named.has(key)) {
      const own = first(candidatesOf(file, specifier, 'typescript', aliasesOf(folder, file)))
      named.set(key, own ?? first(workspaces.candidates(file, specifier)))
    }
    return named.get(key)
  }

  const first = (candidates: readonly string[]) => (candidates.length === 0 ? undefined : host.find(candidates))
  return {
    target: (file, specifier) =>
      specifier.startsWith('.')
        ? first(candidatesOf(file, specifier, 'typescript', undefined))
        : byName(file, specifier),
  }
}
