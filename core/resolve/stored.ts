// What is put away under a key and taken out again: `ctx.set("llm", OpenAI(…))` in one step of a workflow, `ctx.get("llm")` in the next.
import type { CallExpr, Expr } from '../module.ts'
import type { Context } from './context.ts'
import { pathKey } from './module-index.ts'
import { dotted, isDeclared, type SymbolValue, type Value } from './value.ts'

/**
 * The clients, models and agents that methods of the same class put under the constant key that is asked for; undefined where that is
 * something else, or none is put there. A text or a number may be put there by a run before, and is not told.
 */
export function storedValues(context: Context, store: SymbolValue, call: CallExpr): readonly Value[] | undefined {
  const { callee } = call
  if (callee.is !== 'member' || callee.name !== 'get' || store.path.at(-1)?.called) return undefined
  const setters = context.index.callsNamed('set')
  const key = setters.length === 0 ? undefined : keyOf(context, call)
  if (key === undefined) return undefined
  // Functions of a module need not be of one run, as the steps of a workflow are.
  const home = classAt(context, call.span[0])
  if (home === undefined) return undefined
  const set = ({ expr }: { readonly expr: CallExpr }) =>
    expr.args.length === 2 &&
    classAt(context, expr.span[0]) === home &&
    keyOf(context, expr) === key &&
    isSame(context, store, callee.of, expr.callee)
  const values = () =>
    setters.filter(set).flatMap(({ expr }) => {
      const { value } = expr.args.find(({ name }) => name === 'value') ?? expr.args[1]!
      return context.evaluate(value).filter(isMade)
    })
  const found = context.unlessOpen(`stored ${home} ${key}`, values, [])
  return found.length > 0 ? found : undefined
}

const isMade = (value: Value): boolean =>
  value.is === 'instance' || (value.is === 'symbol' && !value.global && value.path.some(({ called }) => called))

function keyOf(context: Context, { args }: CallExpr): string | undefined {
  const given = args.find(({ name }) => name === 'key') ?? args[0]
  if (!given || given.spread || (given.name !== undefined && given.name !== 'key')) return undefined
  const [only, ...others] = context.evaluate(given.value)
  return only?.is === 'scalar' && typeof only.value === 'string' && others.length === 0 ? only.value : undefined
}

/** The same store: one by that name, or, of what a framework hands to each method, one of the same type. */
function isSame(context: Context, store: SymbolValue, read: Expr, written: Expr): boolean {
  if (written.is !== 'member') return false
  const path = dotted(store.path.slice(0, -1))
  const alike = context
    .evaluate(written)
    .some((value) => value.is === 'symbol' && dotted(value.path.slice(0, -1)) === path)
  const name = pathKey(read)
  return alike && (isDeclared(store) || (name !== undefined && pathKey(written.of) === name))
}

/** The scope of the class around a place; undefined outside of any. */
function classAt({ index, module }: Context, at: number): number | undefined {
  for (let scope = module.scopes[index.scopeAt(at)]; scope; scope = module.scopes[scope.parent])
    if (scope.kind === 'class') return scope.id
  return undefined
}
