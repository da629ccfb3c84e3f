// Expressions of other modules that the values of a module hold, and where each is from.
import type { Expr } from '../module.ts'
import type { Span } from '../types.ts'
import type { ByExpr, Context } from './context.ts'

export interface Foreign {
  readonly home: Context
  /** Where, in this module, the value comes in. */
  readonly at: Span
  /** A caller in another file passes it: whoever uses the project may pass another. */
  readonly assumed?: true
}

export interface Foreigners {
  get(expr: Expr): Foreign | undefined
  has(expr: Expr): boolean
  set(expr: Expr, from: Foreign): void
  /** All the parts of a large expression at once, each asked where it is from when it is looked for. */
  setAll(parts: ReadonlySet<Expr>, originOf: Origin): void
}

type Origin = (part: Expr) => Foreign | undefined

export function createForeigners(each: ByExpr<Foreign>): Foreigners {
  const wholes: (readonly [ReadonlySet<Expr>, Origin])[] = []
  const get = (expr: Expr): Foreign | undefined => {
    const there = each.get(expr)
    if (there) return there
    for (const [parts, originOf] of wholes) {
      const from = parts.has(expr) ? originOf(expr) : undefined
      if (!from) continue
      each.set(expr, from)
      return from
    }
    return undefined
  }
  return {
    get,
    has: (expr) => get(expr) !== undefined,
    set: (expr, from) => void each.set(expr, from),
    setAll: (parts, originOf) => void wholes.push([parts, originOf]),
  }
}

/** Where an expression is from that comes in from a module, which may have it from another; undefined where it is the context's own. */
function seenFrom(context: Context, from: Foreign, expr: Expr): Foreign | undefined {
  const { home: through, at, assumed } = from
  const before = through.foreign.get(expr)
  const home = before?.home ?? through
  if (home === context) return undefined
  // Most parts are the module's own: one note is enough for all of them.
  return before ? { home, at, ...(assumed || before.assumed ? { assumed: true } : {}) } : from
}

/**
 * Parts from which an expression is large: a table of a thousand models is brought into each module that looks one up, and for each call
 * that a function there is worked out for.
 */
const large = 64

const partsOf = new WeakMap<Expr, ReadonlySet<Expr>>()

/** Marks an expression and all in it as another module's. */
export function claim(context: Context, from: Foreign, expr: Expr): void {
  if (context.foreign.has(expr) || !seenFrom(context, from, expr)) return
  const parts = partsOf.get(expr) ?? (isLarge(expr) ? allIn(expr) : undefined)
  if (parts) {
    partsOf.set(expr, parts)
    context.foreign.setAll(parts, (part) => seenFrom(context, from, part))
  } else claimEach(context, from, expr)
}

function claimEach(context: Context, from: Foreign, expr: Expr): void {
  const seen = context.foreign.has(expr) ? undefined : seenFrom(context, from, expr)
  if (!seen) return
  context.foreign.set(expr, seen)
  for (const child of childrenOf(expr)) claimEach(context, from, child)
}

function isLarge(expr: Expr): boolean {
  const found = [expr]
  for (const each of found) {
    if (found.length > large) return true
    for (const child of childrenOf(each)) found.push(child)
  }
  return false
}

function allIn(expr: Expr): ReadonlySet<Expr> {
  const found = new Set([expr])
  for (const each of found) for (const child of childrenOf(each)) found.add(child)
  return found
}

function childrenOf(expr: Expr): readonly Expr[] {
  switch (expr.is) {
    case 'text':
      return expr.parts.filter((part) => typeof part !== 'string')
    case 'member':
    case 'each':
    case 'spread':
      return [expr.of]
    case 'index':
      return [expr.of, expr.key]
    case 'call':
      return [expr.callee, ...expr.args.map((argument) => argument.value)]
    case 'list':
      return expr.items
    case 'record':
      return expr.entries.flatMap((entry) => (entry.key ? [entry.key, entry.value] : [entry.value]))
    case 'choice':
      return expr.among
    case 'operation':
      return expr.args
    case 'opaque':
      return expr.children
    default:
      return []
  }
}
