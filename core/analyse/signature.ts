import type { Binding, Module } from '../module.ts'

const places: ReadonlySet<string> = new Set(['span', 'nameSpan', 'branch', 'loop', 'id', 'parent', 'statement'])

/**
 * What other modules may see of a module, as a text: while it stays the same, an edit inside concerns nobody else. Calls inside a function
 * that returns nothing are not part of it.
 */
export function signatureOf(module: Module): string {
  const { scopes } = module
  const answers = (scope: number): boolean => {
    const found = scopes[scope]
    return found?.kind !== 'function' || found.returns.length > 0 || found.result !== undefined
  }
  const seen = (binding: Binding) => answers(binding.scope) || binding.target.is === 'member'
  const shape = {
    imports: module.imports,
    exports: module.exports,
    bindings: module.bindings.filter(seen),
    scopes: scopes.map(({ kind, name, parameters, returns, result, decorators, bases }) => ({
      kind,
      name,
      parameters,
      returns,
      result,
      decorators,
      bases,
    })),
  }
  return JSON.stringify(shape, (key, value: unknown) => (places.has(key) ? undefined : value))
}
