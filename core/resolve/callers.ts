import type { CallSite, Expr, Scope } from '../module.ts'
import type { Context } from './context.ts'
import { isStatic, lastName } from './module-index.ts'
import type { Value } from './value.ts'

/** A call of a function of this module: the arguments reach the parameters from `offset` on (1 where `self` is passed unseen). */
export interface LocalCall {
  readonly site: CallSite
  readonly offset: number
}

/** The calls of a function that stand in this file and surely mean it. */
export function callersOf(context: Context, scope: number): readonly LocalCall[] {
  const found = context.module.scopes[scope]
  if (found?.kind !== 'function') return []
  const owner = found.method === undefined ? undefined : context.module.scopes[found.method]
  const constructs = owner && (found.name === '__init__' || found.name === 'constructor')
  const name = constructs ? owner.name : nameOf(context, found)
  if (!name) return []
  const offset = context.module.language === 'python' && owner && !isStatic(found) ? 1 : 0
  const calls: LocalCall[] = []
  for (const site of context.index.callsNamed(name)) {
    const values = context.evaluate(site.expr.callee)
    const means = values.some((value) =>
      constructs ? value.is === 'class' && value.scope === owner.id && !value.home : isFunction(value, scope),
    )
    if (means) calls.push({ site, offset })
  }
  return calls
}

/** A function's own name, or that of the constant that holds it. */
function nameOf(context: Context, scope: Scope): string | undefined {
  if (scope.name) return scope.name
  const holder = context.module.bindings.find(
    (binding) => binding.value?.is === 'function' && binding.value.scope === scope.id,
  )
  return holder && (holder.target.is === 'name' || holder.target.is === 'member') ? holder.target.name : undefined
}

/** The calls a function is handed to by name: `executor.submit(self.embed, text)`. */
export function referencesOf(context: Context, scope: number): readonly CallSite[] {
  const found = context.module.scopes[scope]
  const name = found && nameOf(context, found)
  if (!name) return []
  return context.index
    .callsGiven(name)
    .filter(({ expr }) => expr.args.some(({ value }) => lastName(value) === name && means(context, value, scope)))
}

const means = (context: Context, expr: Expr, scope: number): boolean =>
  context.evaluate(expr).some((value) => isFunction(value, scope))

/** Is it that function of this very module? */
export const isFunction = (value: Value, scope: number): boolean =>
  value.is === 'function' && value.scope === scope && !value.home
