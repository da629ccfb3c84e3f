import ts from 'typescript'
import type { Entry, Expr } from '../../../core/module.ts'
import { constantText, nameAt, opaque, textAt } from '../lowering/expr.ts'
import { expression } from './expressions.ts'
import { functionLike, heldAs } from './functions.ts'
import { spanOf, type Walk } from './walk.ts'

export function objectLiteral(walk: Walk, node: ts.ObjectLiteralExpression): Expr {
  return { is: 'record', entries: node.properties.map((property) => entry(walk, property)), span: spanOf(walk, node) }
}

function entry(walk: Walk, node: ts.ObjectLiteralElementLike): Entry {
  const span = spanOf(walk, node)
  if (ts.isSpreadAssignment(node)) return { value: expression(walk, node.expression), spread: true, span }
  const key = keyOf(walk, node.name)
  const name = constantText(key)
  const named = { ...(name === undefined ? {} : { name }), key, span }
  if (ts.isShorthandPropertyAssignment(node)) return { ...named, value: nameAt(span, node.name.text) }
  if (ts.isPropertyAssignment(node)) {
    const held = ts.isComputedPropertyName(node.name) ? undefined : node.name.text
    return { ...named, value: heldAs(walk, held, node.initializer) }
  }
  const method = functionLike(walk, node)
  return { ...named, value: ts.isMethodDeclaration(node) ? method : opaque(span, [method]) }
}

/** A property's name as a text; a computed one as the expression that computes it. */
export function keyOf(walk: Walk, name: ts.PropertyName): Expr {
  if (ts.isComputedPropertyName(name)) return expression(walk, name.expression)
  return textAt(spanOf(walk, name), name.text)
}
