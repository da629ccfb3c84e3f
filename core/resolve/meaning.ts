// Names that stand for another expression all along, and what a test asks of through them.
import type { Expr } from '../module.ts'
import type { Context } from './context.ts'
import { lookup } from './lookup.ts'
import { pathKey } from './module-index.ts'

/** What a name stands for all along, where that is one expression: `is_claude = model.startswith("claude")`. */
export function meaning(context: Context, expr: Expr): Expr | undefined {
  if (expr.is !== 'name') return undefined
  const at = expr.span[0]
  const { bindings, imports } = lookup(context.index, expr.name, context.index.scopeAt(at), at)
  const [only, ...others] = bindings
  return imports.length + others.length === 0 && only?.via === 'assign' && !only.branch ? only.value : undefined
}

/** Tests are as deep as this, with the names that stand for them. */
const deepest = 12

/** Does a test ask of what has this name? */
export function isAskedOf(context: Context, test: Expr, key: string, depth = 0): boolean {
  if (pathKey(test) === key) return true
  if (depth > deepest) return false
  const of = (expr: Expr) => isAskedOf(context, expr, key, depth + 1)
  switch (test.is) {
    case 'operation':
      return test.args.some(of)
    case 'choice':
      return (test.on !== undefined && of(test.on)) || test.among.some(of)
    case 'call':
      return of(test.callee) || test.args.some(({ value }) => of(value))
    case 'member':
    case 'index':
      return of(test.of)
    case 'opaque':
      return test.each === true && test.children.some(of)
    case 'function':
      return context.module.scopes[test.scope]?.returns.some(of) === true
    case 'name': {
      const meant = meaning(context, test)
      return meant !== undefined && isTest(meant) && of(meant)
    }
    default:
      return false
  }
}

/** Where it was asked of what has this name: a test that has a name of its own was, where that was given. An offset. */
export function askedSince(context: Context, test: Expr, key: string, depth = 0): number {
  if (depth > deepest) return test.span[0]
  const meant = test.is === 'name' ? meaning(context, test) : undefined
  const inside = meant && isTest(meant) && isAskedOf(context, meant, key) ? [meant] : partsOf(test)
  return Math.min(test.span[0], ...inside.map((part) => askedSince(context, part, key, depth + 1)))
}

function partsOf(test: Expr): readonly Expr[] {
  if (test.is === 'operation') return test.args
  return test.is === 'choice' ? [...(test.on ? [test.on] : []), ...test.among] : []
}

const isTest = ({ is }: Expr): boolean => is === 'operation' || is === 'choice' || is === 'call'
