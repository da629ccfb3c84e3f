import type { Expr } from '../module.ts'
import type { Context } from './context.ts'
import type { Fields } from './fields.ts'

const deepest = 12

/** Is there a key of that name (and, if one is asked for, that text as its value) anywhere in what a call is given, constants resolved? */
export function hasKey(context: Context, fields: Fields, key: string, value?: string): boolean {
  const fits = (expr: Expr) =>
    value === undefined || context.evaluate(expr).some((found) => found.is === 'scalar' && found.value === value)
  const seen = new Set<Expr>()
  const inside = (expr: Expr, depth: number): boolean => {
    if (depth > deepest || seen.has(expr)) return false
    seen.add(expr)
    const children = childrenOf(expr, (name, inner) => name === key && fits(inner))
    if (children === 'found') return true
    if (children.some((child) => inside(child, depth + 1))) return true
    if (expr.is === 'list' || expr.is === 'record' || expr.is === 'text') return false
    return context.evaluate(expr).some((value) => value.is === 'data' && inside(value.expr, depth + 1))
  }
  return (
    (fields.named.get(key)?.among ?? []).some(fits) ||
    [...fields.named.values()].some((field) => field.among.some((expr) => inside(expr, 0)))
  )
}

function childrenOf(expr: Expr, isIt: (name: string | undefined, value: Expr) => boolean): readonly Expr[] | 'found' {
  switch (expr.is) {
    case 'record':
      return expr.entries.some((entry) => isIt(entry.name, entry.value))
        ? 'found'
        : expr.entries.map((entry) => entry.value)
    case 'list':
      return expr.items
    case 'spread':
      return [expr.of]
    case 'choice':
      return expr.among
    case 'operation':
      return expr.args
    case 'opaque':
      return expr.children
    case 'call':
      return expr.args.some((argument) => isIt(argument.name, argument.value))
        ? 'found'
        : expr.args.map((argument) => argument.value)
    default:
      return []
  }
}
