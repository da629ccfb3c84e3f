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
  const given = namesGiven(module, methods)
  return (callee) => {
    if (callee.is !== 'name' && callee.is !== 'member') return true
    if (methods.has(callee.name) || given.has(callee.name)) return true
    // `answer.stream(…)` of a decorated function, `predict.acall(…)`
    return callee.is === 'member' && callee.of.is === 'call'
  }
}

/** Of the names that something is called by, and that are not `known`. */
function namesGiven(module: Module, known: ReadonlySet<string>): ReadonlySet<string> {
  const called = new Set<string>()
  for (const { expr } of module.calls) {
    const { callee } = expr
    if ((callee.is === 'name' || callee.is === 'member') && !known.has(callee.name)) called.add(callee.name)
  }
  const names = new Set<string>()
  if (called.size === 0) return names
  for (const { target, value, via, refers } of module.bindings) {
    if ((target.is !== 'name' && target.is !== 'member') || !called.has(target.name)) continue
    const decorated = refers !== undefined && via === 'function' && module.scopes[refers]!.decorators.length > 0
    const other = via !== 'function' && via !== 'class' && (value === undefined || !plain.has(value.is))
    if (decorated || other) names.add(target.name)
  }
  for (const { name, local } of module.imports) if (name !== local) names.add(local)
  return names
}
