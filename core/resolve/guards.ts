// Which tests hold where something stands, and whether what they ask of is still the same there.
import type { Binding, Guard, Module } from '../module.ts'
import { effective, type ModuleIndex, pathKey, pathsAbove, within } from './module-index.ts'
import { lastStarting, type Nested, nested } from './nesting.ts'
import { asks } from './reads.ts'

const placedIn = new WeakMap<Module, readonly Nested<Guard>[]>()

/** The tests that hold at an offset, innermost first. */
export function guardsAt(module: Module, offset: number): readonly Guard[] {
  if (module.guards.length === 0) return module.guards
  const placed = placedIn.get(module) ?? nested(module.guards)
  placedIn.set(module, placed)
  const found: Guard[] = []
  for (let at = lastStarting(placed, offset); at; at = at.around) if (within(at.item.span, offset)) found.push(at.item)
  return found
}

const given = new WeakMap<Module, Map<string, Binding[]>>()

/** What gives a path, or what it begins with, a value anywhere in the module: `args.model = …`, `args = …`. */
export function givenTo(module: Module, key: string): readonly Binding[] {
  let byKey = given.get(module)
  if (!byKey) {
    byKey = new Map()
    for (const binding of module.bindings) {
      const path = pathKey(binding.target)
      if (path !== undefined) byKey.set(path, [...(byKey.get(path) ?? []), binding])
    }
    given.set(module, byKey)
  }
  const names = key.split('.')
  return names.flatMap((_, at) => byKey.get(names.slice(0, at + 1).join('.')) ?? [])
}

/** Does a path mean at its use what it meant in the test, asked at `since`: the same name, that nothing has given another value since? */
export function stays(index: ModuleIndex, key: string, { span, test }: Guard, since: number, use: number): boolean {
  const [root = ''] = key.split('.')
  const home = homeOf(index, root, use)
  if (homeOf(index, root, test.span[0]) !== home) return false
  const frame = index.frameOf(index.scopeAt(use))
  const isOwn = frame === index.frameOf(index.scopeAt(test.span[0]))
  asks('name', root)
  for (const path of [key, ...pathsAbove(key)]) asks('path', path)
  return !givenTo(index.module, key).some((binding) => {
    if (binding.via === 'parameter' || homeOf(index, root, binding.target.span[0]) !== home) return false
    // A function that is made there runs whenever it is called.
    if (!isOwn) return effective(binding) > span[0]
    if (since < test.span[0] && binding.span[0] > since && effective(binding) <= use) return true
    return within(span, binding.span[0]) && (binding.loop !== undefined || effective(binding) <= use)
  })
}

/** The scope that declares a name where it is read. */
function homeOf(index: ModuleIndex, name: string, offset: number): number {
  for (let at = index.scopeAt(offset), direct = true; at >= 0; at = index.module.scopes[at]!.parent, direct = false) {
    if (index.module.scopes[at]!.kind === 'class' && !direct) continue
    if (index.bindings(at, name).length + index.imports(at, name).length > 0) return at
  }
  return -1
}
