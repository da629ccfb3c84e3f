import type { Expr } from '../../../core/module.ts'
import type { ModuleBuilder } from '../lowering/builder.ts'
import { constantText, nameAt, opaque } from '../lowering/expr.ts'
import { expression, isMark } from './expressions.ts'
import type { Node } from './tree.ts'

/** A type annotation as an expression; one written as a text, `client: "OpenAI"`, is what the text names. */
export function annotation(builder: ModuleBuilder, typeDef: Node): Expr {
  const node = typeDef.kids.find((kid) => !isMark(kid))
  return node ? unquoted(expression(builder, node)) : opaque([typeDef.from, typeDef.to])
}

function unquoted(expr: Expr): Expr {
  if (expr.is === 'index') return { ...expr, key: unquoted(expr.key) }
  const text = constantText(expr)
  if (text === undefined || !/^[\w.]+$/.test(text)) return expr
  const [first, ...rest] = text.split('.')
  return rest.reduce<Expr>(
    (of, name) => ({ is: 'member', of, name, nameSpan: expr.span, span: expr.span }),
    nameAt(expr.span, first!),
  )
}
