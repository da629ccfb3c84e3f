import type { Expr } from '../module.ts'
import type { Context } from './context.ts'
import { homeOf } from './cross.ts'
import { lookup } from './lookup.ts'
import { hole } from './providers.ts'

/** A text with `hole` for each piece that is not constant: `https://\0.openai.azure.com`. Undefined where it is no text at all. */
export function templateOf(context: Context, expr: Expr, depth = 0): string | undefined {
  const home = homeOf(context, expr)
  if (home !== context) return templateOf(home, expr, depth)
  const values = context.evaluate(expr)
  const only = values.length === 1 ? values[0] : undefined
  if (only?.is === 'scalar' && typeof only.value === 'string') return only.value
  if (depth > 8) return undefined
  if (expr.is === 'text') {
    return expr.parts
      .map((part) => (typeof part === 'string' ? part : (templateOf(context, part, depth + 1) ?? hole)))
      .join('')
  }
  if (expr.is === 'operation' && expr.op === '+') {
    return expr.args.map((arg) => templateOf(context, arg, depth + 1) ?? hole).join('')
  }
  const source = expr.is === 'name' ? onlyValue(context, expr) : undefined
  return source && templateOf(context, source, depth + 1)
}

/** The one expression a name surely holds where it stands. */
export function onlyValue(context: Context, expr: Extract<Expr, { is: 'name' }>): Expr | undefined {
  const at = expr.span[0]
  const { bindings, imports } = lookup(context.index, expr.name, context.index.scopeAt(at), at)
  const only = bindings.length === 1 && imports.length === 0 ? bindings[0] : undefined
  return only?.via === 'assign' || only?.via === 'field' ? only.value : undefined
}
