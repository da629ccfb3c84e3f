import ts from 'typescript'
import type { Expr } from '../../../core/module.ts'
import { bind } from '../lowering/builder.ts'
import { itemOf, numberAt, opaque, operation } from '../lowering/expr.ts'
import { exportAssigned } from './exports.ts'
import { expression } from './expressions.ts'
import { heldAs } from './functions.ts'
import { memberOf, withDefault } from './patterns.ts'
import { spanOf, type Walk } from './walk.ts'

export function isAssignment(node: ts.BinaryExpression): boolean {
  const { kind } = node.operatorToken
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment
}

export function assignment(walk: Walk, node: ts.BinaryExpression): Expr {
  const op = (ts.tokenToString(node.operatorToken.kind) ?? '=').slice(0, -1)
  if (op === '') {
    const value = heldAs(walk, ts.isPropertyAccessExpression(node.left) ? node.left.name.text : undefined, node.right)
    assignTo(walk, node.left, value, node)
    return value
  }
  const before = expression(walk, node.left)
  const by = expression(walk, node.right)
  const span = spanOf(walk, node)
  const value: Expr =
    op === '??' || op === '||'
      ? { is: 'choice', via: 'or', among: [before, by], span }
      : operation(span, op, [before, by])
  bind(walk.builder, { target: before, value, via: 'augment', again: true, span })
  return value
}

/** `i++`: one more than before. */
export function step(walk: Walk, node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): Expr {
  const target = expression(walk, node.operand)
  const span = spanOf(walk, node)
  const op = node.operator === ts.SyntaxKind.MinusMinusToken ? '-' : '+'
  const value = operation(span, op, [target, numberAt(span, 1)])
  bind(walk.builder, { target, value, via: 'augment', again: true, span })
  return value
}

/** `[a, { b }] = value` takes apart as a declaration does; any other target is one place. */
function assignTo(walk: Walk, target: ts.Expression, value: Expr, whole: ts.Node): void {
  if (ts.isArrayLiteralExpression(target)) {
    target.elements.forEach((element, i) => {
      if (!ts.isOmittedExpression(element)) assignPart(walk, element, itemOf(value, i, value.span), value, whole)
    })
  } else if (ts.isObjectLiteralExpression(target)) {
    for (const property of target.properties) {
      if (ts.isPropertyAssignment(property)) {
        assignPart(walk, property.initializer, memberOf(walk, property.name, value), value, whole)
      } else if (ts.isShorthandPropertyAssignment(property)) {
        const part = memberOf(walk, property.name, value)
        assignTo(walk, property.name, withDefault(walk, part, property.objectAssignmentInitializer), whole)
      } else if (ts.isSpreadAssignment(property)) {
        assignTo(walk, property.expression, opaque(value.span, [value]), whole)
      }
    }
  } else {
    const place = expression(walk, target)
    bind(walk.builder, { target: place, value, via: 'assign', again: true, span: spanOf(walk, whole) })
    exportAssigned(walk, place, value)
  }
}

function assignPart(walk: Walk, node: ts.Expression, part: Expr, value: Expr, whole: ts.Node): void {
  if (ts.isSpreadElement(node)) assignTo(walk, node.expression, opaque(value.span, [value]), whole)
  else if (ts.isBinaryExpression(node)) assignTo(walk, node.left, withDefault(walk, part, node.right), whole)
  else assignTo(walk, node, part, whole)
}
