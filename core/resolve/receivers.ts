// What `self` or `this` is in a method that is worked out for one call of it: what that call is made on, with the class it is of, what it was
// made with and what it was given since. `Fast().name()` of a method that `Fast` inherits reads the fields of `Fast`.
import type { CallExpr, Expr } from '../module.ts'
import type { Context } from './context.ts'
import { crossed } from './cross.ts'
import { isStatic, lastName, pathKey } from './module-index.ts'
import type { MemberExpr, Value } from './value.ts'

/** Whom an attribute is asked of: an expression, and where it stands. */
export interface Asked {
  readonly from: Context
  readonly receiver: Expr
}

/** What a call of a function is made on, where that may tell its `self` from that of any other call. */
export function receiverOf(context: Context, home: Context, scope: number, { callee }: CallExpr): Expr | undefined {
  if (callee.is !== 'member') return undefined
  const receiver = isSuper(callee.of) ? ownSelf(context, callee.of) : callee.of
  return receiver && tells({ from: context, receiver }, home, scope) ? receiver : undefined
}

/** Is there more to it than that it is of the class that has the method? */
export function tells({ from, receiver }: Asked, home: Context, scope: number): boolean {
  const made = home.module.scopes[scope]
  if (made === undefined || isStatic(made)) return false
  const values = from.evaluate(receiver)
  if (made.method === undefined) return isOwnRecord(from, made.name, values)
  const name = home.module.scopes[made.method]?.name
  return values.some((value) => {
    if ((value.is === 'scalar' || value.is === 'data') && value.member) return true
    if (value.is !== 'instance' && value.is !== 'class') return false
    if (value.scope !== made.method || (value.home ?? from).module !== home.module) return true
    if (value.is === 'instance' && value.call && (value.call.args.length > 0 || isExtended(home))) return true
    const path = pathKey(receiver)
    return [path, name].some((key) => key !== undefined && from.index.pathsBelow(key).length > 0)
  })
}

/** Another object may be of a class that has other things in their place. */
const isExtended = ({ module }: Context): boolean =>
  module.scopes.some(({ kind, bases }) => kind === 'class' && bases.length > 0)

/** `this` of a method of an object that a script writes down. */
const isOwnRecord = ({ module }: Context, name: string | undefined, values: readonly Value[]): boolean =>
  module.language === 'typescript' &&
  name !== undefined &&
  values.some((value) => value.is === 'data' && value.expr.is === 'record')

const isSuper = (of: Expr): boolean =>
  lastName(of) === 'super' || (of.is === 'call' && lastName(of.callee) === 'super' && of.args.length === 0)

/** The object that a method stands in asks what it inherits. */
function ownSelf({ module, index }: Context, { span }: Expr): Expr | undefined {
  let scope = module.scopes[index.scopeAt(span[0])]
  while (scope && scope.method === undefined) scope = module.scopes[scope.parent]
  const name = module.language === 'typescript' ? 'this' : scope?.parameters[0]?.name
  return scope && name !== undefined ? { is: 'name', name, span } : undefined
}

/** What the one call is made on, for the `self` of its method; undefined for any other name. */
export function receiverAt(context: Context, expr: Expr): Asked | undefined {
  const { only, index, module } = context
  if (!only?.receiver || expr.is !== 'name') return undefined
  const isThis = module.language === 'typescript' && expr.name === 'this'
  if (!isThis && index.selfClass(expr) === undefined) return undefined
  let scope = module.scopes[index.scopeAt(expr.span[0])]
  while (scope && scope.id !== only.scope && scope.method === undefined) scope = module.scopes[scope.parent]
  return scope?.id === only.scope ? { from: only.from, receiver: only.receiver } : undefined
}

/** An attribute of it, as it is where the call stands; undefined where the method sets it itself, or nothing is known of it there. */
export function receivedMember(context: Context, expr: MemberExpr): readonly Value[] | undefined {
  const asked = receiverAt(context, expr.of)
  const { only, index } = context
  if (!asked || !only || isSetThere(context, expr, only.scope)) return undefined
  const { span } = only.call
  const there: MemberExpr = { is: 'member', of: asked.receiver, name: expr.name, nameSpan: span, span }
  const values = context.unlessOpen(
    `received ${expr.name} ${index.scopeAt(expr.span[0])}`,
    () => asked.from.evaluate(there),
    [],
  )
  if (values.every(({ is }) => is === 'unknown')) return undefined
  return crossed(context, { home: asked.from, at: expr.span }, values)
}

function isSetThere({ index, module }: Context, { name }: MemberExpr, scope: number): boolean {
  const owner = module.scopes[scope]?.method
  const set = owner === undefined ? [] : index.attributes(owner, name)
  return set.some(({ target, scope: at }) => target.is === 'member' && index.frameOf(at) === scope)
}

const readings = new WeakMap<Expr, CallExpr>()

/** The reading of a property as a call that is given nothing. */
export function readingOf({ receiver }: Asked): CallExpr {
  const there = readings.get(receiver)
  if (there) return there
  const made: CallExpr = { is: 'call', id: -1, callee: receiver, args: [], creates: false, span: receiver.span }
  readings.set(receiver, made)
  return made
}
