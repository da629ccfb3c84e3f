// What functions give an attribute or item of what the module has, and others read: `def main(): config.model = "gpt-4o"`, where `ask` reads it.
import type { Binding } from '../module.ts'
import { lookup } from './lookup.ts'
import type { ModuleIndex } from './module-index.ts'

/** Of what is given to paths that begin with one name, what another function than the one at an offset gives that name of the module. */
export function setByOthers(index: ModuleIndex, all: readonly Binding[], root: string, at: number): readonly Binding[] {
  const frame = index.frameOf(index.scopeAt(at))
  const others = all.filter(({ scope }) => index.frameOf(scope) !== frame && index.frameOf(scope) !== 0)
  if (others.length === 0 || !isOfModule(index, root, at)) return []
  return others.filter((binding) => isOfModule(index, root, binding.span[0]))
}

/** Is a name there one of the module: given by it, or imported? */
export function isOfModule(index: ModuleIndex, name: string, at: number): boolean {
  const { bindings, imports } = lookup(index, name, index.scopeAt(at), at)
  return bindings.length + imports.length > 0 && [...bindings, ...imports].every(({ scope }) => scope === 0)
}

/** The name that a path begins with. */
export function rootOf(key: string): string {
  const end = key.indexOf('.')
  return end < 0 ? key : key.slice(0, end)
}
