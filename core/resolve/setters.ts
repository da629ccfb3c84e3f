// Functions that give what stands around them what they are given: `def use(model): global MODEL; MODEL = model`.
import type { Module, Scope } from '../module.ts'
import type { ModuleIndex } from './module-index.ts'

const found = new WeakMap<Module, ReadonlySet<string>>()

/** Does a function put a parameter into something that others read? What is made by a call of a class is told by that call. */
export function isSetter(index: ModuleIndex, { id, name: own }: Scope, parameter: string): boolean {
  if (own === '__init__' || own === 'constructor') return false
  const there = found.get(index.module) ?? settersIn(index)
  found.set(index.module, there)
  return there.has(`${id} ${parameter}`)
}

function settersIn({ module, frameOf, scopeAt }: ModuleIndex): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { target, value, again, span } of module.bindings)
    if (value?.is === 'name' && (target.is !== 'name' || again)) names.add(`${frameOf(scopeAt(span[0]))} ${value.name}`)
  return names
}
