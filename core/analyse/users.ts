// Which files may use what another one has: by their imports and words alone, before anything is resolved.
import type { Module } from '../module.ts'
import { folderOf } from '../path.ts'
import { keyOfItem, lastName } from '../resolve/module-index.ts'

/** What one module imports and calls, small enough to be kept when the module is let go. */
export interface Uses {
  /** The last step of each path it imports, and in Python each name: it may be a module. */
  readonly modules: ReadonlySet<string>
  /** Names it imports, calls, hands to a call, or gives a value as those of something else. */
  readonly names: ReadonlySet<string>
}

export function usesOf({ bindings, imports, calls, loops }: Module): Uses {
  const names = new Set(imports.map((found) => found.name))
  const add = (name: string | undefined) => name !== undefined && names.add(name)
  for (const { expr } of calls) {
    add(lastName(expr.callee))
    for (const { value } of expr.args) add(lastName(value))
  }
  for (const loop of loops) if (loop.calls) add(lastName(loop.calls))
  for (const { target } of bindings) if (target.is === 'member' || target.is === 'index') add(keyOfItem(target))
  return { modules: new Set(imports.flatMap((found) => [stemOf(found.module), found.name])), names }
}

/** `./app/llm.js`, `app.llm` and `..llm` end in `llm`; `.`, `..` and `@/` in nothing, which may be any. */
function stemOf(specifier: string): string {
  const path = specifier.replace(/(?<=[^./])\.(?:[cm]?[jt]sx?)$/, '')
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('.')) + 1)
}

/** Could it use one of these names of that file, directly or by way of a folder's index? */
export function mayUse({ modules, names }: Uses, file: string, wanted: readonly string[]): boolean {
  if (!wanted.some((name) => names.has(name))) return false
  if (modules.has('')) return true
  const path = file.replace(/\.\w+$/, '')
  if (modules.has(path.slice(path.lastIndexOf('/') + 1))) return true
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder))
    if (modules.has(folder.slice(folder.lastIndexOf('/') + 1))) return true
  return false
}
