import type { CallExpr, Expr } from '../module.ts'
import type { Context } from './context.ts'
import { isStatic } from './module-index.ts'

type Argument = CallExpr['args'][number]

/** May an argument be a method that is billed where it is called: `retried(client.messages.create, …)`? */
export const givesMethod = ({ args }: CallExpr, methods: ReadonlySet<string>): boolean =>
  args.some(({ value }) => isMethod(value, methods))

const isMethod = (value: Expr, methods: ReadonlySet<string>) => value.is === 'member' && methods.has(value.name)

/**
 * The method that a call gives to a function of another module, where that function calls it: what it sends is sent for this call, and
 * over there nothing tells of a client. In its own module such a function is seen to call what it is given.
 */
export function handedOn(context: Context, call: CallExpr, methods: ReadonlySet<string>): Argument | undefined {
  const given = call.args.filter(({ value, spread }) => !spread && isMethod(value, methods))
  if (given.length === 0) return undefined
  const functions = context.evaluate(call.callee).flatMap((value) => (value.is === 'function' ? value : []))
  return given.find((argument) =>
    functions.some(({ scope, home }) => home && home.module !== context.module && runs(home, scope, call, argument)),
  )
}

function runs({ module, index }: Context, scope: number, { args }: CallExpr, argument: Argument): boolean {
  const { parameters = [], method } = module.scopes[scope] ?? {}
  const self = method !== undefined && module.language === 'python' && !isStatic(module.scopes[scope]!) ? 1 : 0
  const at = args.indexOf(argument) + self
  const parameter = parameters.find(({ name }, position) =>
    argument.name === undefined ? position === at : name === argument.name,
  )
  if (!parameter || parameter.rest) return false
  const inside = (found: number): boolean =>
    found === scope || (found > 0 && module.scopes[found] !== undefined && inside(module.scopes[found].parent))
  return index.callsNamed(parameter.name).some((site) => site.expr.callee.is === 'name' && inside(site.scope))
}
