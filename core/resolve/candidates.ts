import type { Expr, Module } from '../module.ts'

/** Values that say nothing of a method: what they are bound to is never called for money. */
const plain: ReadonlySet<Expr['is']> = new Set([
  'text',
  'number',
  'boolean',
  'null',
  'list',
  'record',
  'operation',
  'function',
])

/**
 * Which callees of a module are worth working out: those that end in the name of a billable method, and those whose name the module gives
 * to something else than it is written as: `ask = client.messages.create`, an import under another name, a function that is decorated.
 */
export function worthAsking(module: Module, methods: ReadonlySet<string>): (callee: Expr) => boolean {
  const given = namesGiven(module)
  return (callee) => {
    if (callee.is !== 'name' && callee.is !== 'member') return true
    if (methods.has(callee.name) || given.has(callee.name)) return true
    // `answer.stream(…)` of a decorated function, `predict.acall(…)`
    return callee.is === 'member' && callee.of.is === 'call'
  }
}

function namesGiven(module: Module): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { target, value, via, refers } of module.bindings) {
    if (target.is !== 'name' && target.is !== 'member') continue
    const decorated = refers !== undefined && via === 'function' && module.scopes[refers]!.decorators.length > 0
    const other = via !== 'function' && via !== 'class' && (value === undefined || !plain.has(value.is))
    if (decorated || other) names.add(target.name)
  }
  for (const { name, local } of module.imports) if (name !== local) names.add(local)
  return names
}
