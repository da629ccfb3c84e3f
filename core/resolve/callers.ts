import type { Argument, CallExpr, CallSite, Expr, Scope } from '../module.ts'
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

/** Calls that run the function they are given with the arguments that follow it, by where it stands among them. */
const carriers: Readonly<Record<string, number>> = {
  to_thread: 0,
  submit: 0,
  run_in_executor: 1,
  run_sync: 0,
  run_in_threadpool: 0,
}

/** Where a call that runs another function is given that function. */
export const carriedAt = (callee: Expr): number | undefined =>
  callee.is === 'name' || callee.is === 'member' ? carriers[callee.name] : undefined

/** `executor.submit(ask, client)`, `Thread(target=ask, args=(client,))` as the call `ask(client)` that each of them makes. */
export function carriedTo(context: Context, scope: number): readonly LocalCall[] {
  const found = context.module.scopes[scope]
  const offset = context.module.language === 'python' && found?.method !== undefined && !isStatic(found) ? 1 : 0
  return referencesOf(context, scope).flatMap((site) => {
    const args = carriedArguments(context, site.expr, scope)
    return args ? [{ site: { ...site, expr: { ...site.expr, args } }, offset }] : []
  })
}

function carriedArguments(
  context: Context,
  { callee, args }: CallExpr,
  scope: number,
): readonly Argument[] | undefined {
  const at = carriedAt(callee)
  if (at !== undefined) return args[at] && means(context, args[at].value, scope) ? args.slice(at + 1) : undefined
  if (!/^(Thread|Process)$/.test(lastName(callee) ?? '')) return undefined
  const given = (name: string) => args.find((argument) => argument.name === name)?.value
  const [target, listed, named] = [given('target'), given('args'), given('kwargs')]
  if (!target || !means(context, target, scope)) return undefined
  const first = listed?.is === 'list' ? listed.items.map((value) => ({ value, span: value.span })) : []
  const entries = named?.is === 'record' ? named.entries : []
  return [...first, ...entries.flatMap(({ name, value, span }) => (name === undefined ? [] : { name, value, span }))]
}

/** Is it that function of this very module? */
export const isFunction = (value: Value, scope: number): boolean =>
  value.is === 'function' && value.scope === scope && !value.home
