// A test of each of a list: `any(part in model for part in ("claude", "opus"))`, `["claude", "opus"].some((part) => model.startsWith(part))`.
import type { CallExpr, Expr } from '../module.ts'
import type { Context } from './context.ts'
import { elementsOf } from './data.ts'
import { guardsAt } from './guards.ts'

export interface EachOf {
  readonly tests: readonly Expr[]
  /** All of them must hold, and not any one. */
  readonly all: boolean
}

/** Longer lists are not gone through. */
const longest = 40

/** The test as it is asked of each item; undefined where it is no such, or the items are not known. */
export function eachOf(context: Context, call: CallExpr): EachOf | undefined {
  const { callee, args } = call
  const [given, ...more] = args
  if (!given || more.length > 0 || given.spread) return undefined
  if (callee.is === 'name' && /^(?:any|all)$/.test(callee.name)) return comprehended(context, given.value, callee.name)
  if (callee.is !== 'member' || !/^(?:some|every)$/.test(callee.name)) return undefined
  const scope = given.value.is === 'function' ? context.module.scopes[given.value.scope] : undefined
  const [parameter, ...others] = scope?.parameters ?? []
  const [test, ...tests] = scope?.returns ?? []
  if (!parameter || !test || others.length + tests.length > 0) return undefined
  return asked(context, test, parameter.name, callee.of, callee.name === 'every')
}

function comprehended(context: Context, { is, span, ...made }: Expr, name: string): EachOf | undefined {
  const [test] = is === 'opaque' && 'each' in made && made.each ? made.children : []
  const loops = context.module.loops.filter((loop) => loop.span[0] === span[0] && loop.span[1] === span[1])
  const [loop, ...inner] = loops
  if (!test || !loop?.over || loop.variable === undefined || inner.length > 0) return undefined
  // What is left out by a condition is not asked.
  const isSome = guardsAt(context.module, test.span[0]).some((guard) => guard.span[0] === test.span[0])
  return isSome ? undefined : asked(context, test, loop.variable, loop.over, name === 'all')
}

function asked(context: Context, test: Expr, name: string, over: Expr, all: boolean): EachOf | undefined {
  const items = context.unlessOpen(over, () => elementsOf(context, over), undefined)
  return items && items.length <= longest ? { tests: items.map((item) => withItem(test, name, item)), all } : undefined
}

/** The test with an item in the place of the name that stands for each. */
function withItem(expr: Expr, name: string, item: Expr): Expr {
  const of = (inner: Expr) => withItem(inner, name, item)
  switch (expr.is) {
    case 'name':
      return expr.name === name ? item : expr
    case 'member':
      return { ...expr, of: of(expr.of) }
    case 'index':
      return { ...expr, of: of(expr.of), key: of(expr.key) }
    case 'call':
      return { ...expr, callee: of(expr.callee), args: expr.args.map((arg) => ({ ...arg, value: of(arg.value) })) }
    case 'operation':
      return { ...expr, args: expr.args.map(of) }
    case 'choice':
      return { ...expr, among: expr.among.map(of), ...(expr.on ? { on: of(expr.on) } : {}) }
    default:
      return expr
  }
}
