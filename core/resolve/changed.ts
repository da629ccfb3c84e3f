import type { Export, Module } from '../module.ts'
import { lastName, pathKey, pathsAbove } from './module-index.ts'
import { keyOf } from './reads.ts'

/**
 * What a module is asked for by name that it now answers otherwise than before it was edited. What an edit left alone is the same object in
 * both, and in the same order.
 */
export function changedKeys(before: Module, after: Module): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const { target, via } of differing(before.bindings, after.bindings)) {
    if (target.is === 'name') {
      // A parameter is asked for only where it stands; anything else may give its value to a name from around it.
      if (via !== 'parameter') keys.add(keyOf('binding', target.name))
      keys.add(keyOf('name', target.name))
      continue
    }
    if (target.is === 'member') keys.add(keyOf('member', target.name))
    const path = pathKey(target)
    if (path === undefined) {
      const of = target.is === 'index' ? pathKey(target.of) : undefined
      for (const each of of === undefined ? [] : [of, ...pathsAbove(of)]) keys.add(keyOf('below', each))
      continue
    }
    keys.add(keyOf('path', path))
    for (const above of pathsAbove(path)) keys.add(keyOf('below', above))
  }
  for (const { expr } of differing(before.calls, after.calls)) {
    keys.add(keyOf('call', lastName(expr.callee)))
    for (const { value } of expr.args) keys.add(keyOf('given', lastName(value)))
  }
  for (const { local, scope } of differing(before.imports, after.imports)) {
    if (scope === 0) keys.add(keyOf('import', local))
    keys.add(keyOf('imports'))
  }
  for (const { name } of differing(before.exports, after.exports)) keys.add(keyOf('export', name))
  if (!exportAlike(before.exports, after.exports)) keys.add(keyOf('exports'))
  for (const { calls } of differing(before.loops, after.loops)) if (calls) keys.add(keyOf('loops'))
  return keys
}

/** Is what is exported called the same, by the same names? What a name stands for is asked for by itself. */
function exportAlike(before: readonly Export[], after: readonly Export[]): boolean {
  const alike = (a: Export, b: Export | undefined) =>
    a === b || (a.value.is === 'name' && b?.value.is === 'name' && a.name === b.name && a.value.name === b.value.name)
  return before.length === after.length && before.every((each, at) => alike(each, after[at]))
}

function differing<T extends object>(before: readonly T[], after: readonly T[]): readonly T[] {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before[from] === after[from]) from++
  let end = 0
  while (end < shorter - from && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  const gone = before.slice(from, before.length - end)
  const come = after.slice(from, after.length - end)
  if (gone.length === 0 || come.length === 0) return [...gone, ...come]
  const [were, are] = [new Set(gone), new Set(come)]
  return [...gone.filter((each) => !are.has(each)), ...come.filter((each) => !were.has(each))]
}
