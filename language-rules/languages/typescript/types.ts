import ts from 'typescript'
import type { Expr } from '../../../core/module.ts'
import { nameAt, opaque, operation } from '../lowering/expr.ts'
import { spanOf, type Walk } from './walk.ts'

/** A type annotation as an expression: a name, a member, an index for generics. */
export function typeExpression(walk: Walk, node: ts.TypeNode): Expr {
  const span = spanOf(walk, node)
  if (ts.isTypeReferenceNode(node)) {
    const of = entity(walk, node.typeName)
    const [first, ...rest] = (node.typeArguments ?? []).map((argument) => typeExpression(walk, argument))
    if (!first) return of
    return { is: 'index', of, key: rest.length === 0 ? first : { is: 'list', items: [first, ...rest], span }, span }
  }
  if (ts.isArrayTypeNode(node)) {
    return { is: 'index', of: nameAt(span, 'Array'), key: typeExpression(walk, node.elementType), span }
  }
  if (ts.isUnionTypeNode(node))
    return operation(
      span,
      '|',
      node.types.map((type) => typeExpression(walk, type)),
    )
  if (ts.isParenthesizedTypeNode(node)) return typeExpression(walk, node.type)
  if (ts.isTypeQueryNode(node)) return operation(span, 'typeof', [entity(walk, node.exprName)])
  return opaque(span)
}

function entity(walk: Walk, node: ts.EntityName): Expr {
  const span = spanOf(walk, node)
  if (ts.isIdentifier(node)) return nameAt(span, node.text)
  return { is: 'member', of: entity(walk, node.left), name: node.right.text, nameSpan: spanOf(walk, node.right), span }
}
