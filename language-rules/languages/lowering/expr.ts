import type { Expr } from '../../../core/module.ts'
import type { Span } from '../../../core/types.ts'

export const opaque = (span: Span, children: readonly Expr[] = []): Extract<Expr, { is: 'opaque' }> => ({
  is: 'opaque',
  children,
  span,
})

export const numberAt = (span: Span, value: number): Expr => ({ is: 'number', value, span })

export const nameAt = (span: Span, name: string): Expr => ({ is: 'name', name, span })

export const textAt = (span: Span, value: string): Expr => ({ is: 'text', parts: [value], span })

/** A text of pieces, neighbouring constant pieces joined; a constant text has exactly one piece, be it empty. */
export function textOf(span: Span, pieces: readonly (string | Expr)[]): Expr {
  if (pieces.length === 1 && typeof pieces[0] === 'string') return textAt(span, pieces[0])
  const parts: (string | Expr)[] = []
  for (const piece of pieces) {
    const last = parts.at(-1)
    if (piece === '') continue
    if (typeof piece === 'string' && typeof last === 'string') parts[parts.length - 1] = last + piece
    else parts.push(piece)
  }
  return { is: 'text', parts: parts.length === 0 ? [''] : parts.slice(), span }
}

/** The value of a text without holes. */
export function constantText(expr: Expr): string | undefined {
  if (expr.is !== 'text' || expr.parts.length !== 1) return undefined
  const only = expr.parts[0]
  return typeof only === 'string' ? only : undefined
}

/** Joins `(a + b) + c` into one operation of three, so that a text of a thousand pieces is not a thousand levels deep. */
export function operation(span: Span, op: string, args: readonly Expr[]): Expr {
  return { is: 'operation', op, args, span }
}

/** The item of a destructured whole: the literal's own item where it is a literal, else an index into it. */
export function itemOf(whole: Expr, at: number, span: Span): Expr {
  const item =
    whole.is === 'list' && at >= 0 && !whole.items.some((i) => i.is === 'spread') ? whole.items[at] : undefined
  return item ?? { is: 'index', of: whole, key: numberAt(span, at), span }
}
