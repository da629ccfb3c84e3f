import ts from 'typescript'
import type { Expr } from '../../../core/module.ts'
import { addScope, bind, type ScopeDraft, within } from '../lowering/builder.ts'
import { nameAt } from '../lowering/expr.ts'
import { expression } from './expressions.ts'
import { bindPattern } from './patterns.ts'
import { statements } from './statements.ts'
import { typeExpression } from './types.ts'
import { type Callback, spanOf, type Walk } from './walk.ts'

interface Place extends Callback {
  /** The class it is a method of. */
  readonly method?: number
  readonly name?: string
}

/** A function of any spelling: its scope, and the expression that stands for it. */
export function functionLike(
  walk: Walk,
  node: ts.SignatureDeclaration & { readonly body?: ts.ConciseBody },
  place: Place = { loop: undefined },
): Expr & { readonly is: 'function' } {
  const { builder } = walk
  const span = spanOf(walk, node)
  const own =
    node.name && (ts.isIdentifier(node.name) || ts.isPrivateIdentifier(node.name)) ? node.name.text : heldBy(node)
  const decorators = decoratorsOf(walk, node)
  const scope = addScope(builder, 'function', span, place.name ?? own)
  scope.decorators.push(...decorators)
  if (place.method !== undefined) scope.method = place.method
  scope.async = has(node, ts.SyntaxKind.AsyncKeyword)
  within(builder, scope.id, place.loop, () => {
    node.parameters.forEach((parameter, i) => {
      parameterOf(walk, scope, parameter, i === (place.element ?? 0) ? place.over : undefined)
    })
    if (!node.body) return
    if (ts.isBlock(node.body)) statements(walk, node.body.statements)
    else scope.returns.push(expression(walk, node.body))
  })
  return { is: 'function', scope: scope.id, span }
}

/** The name of the constant, property or export a function is the value of. */
function heldBy(node: ts.Node): string | undefined {
  let value = node
  let { parent } = node
  while (ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent)) {
    value = parent
    parent = parent.parent
  }
  if (ts.isVariableDeclaration(parent)) return ts.isIdentifier(parent.name) ? parent.name.text : undefined
  if (ts.isPropertyAssignment(parent)) return ts.isComputedPropertyName(parent.name) ? undefined : parent.name.text
  if (!ts.isBinaryExpression(parent) || parent.right !== value) return undefined
  if (parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined
  return ts.isPropertyAccessExpression(parent.left) ? parent.left.name.text : undefined
}

/** A destructured parameter has no name: it is called by its position, `#0`, and its parts are bound to members of that. */
function parameterOf(walk: Walk, scope: ScopeDraft, node: ts.ParameterDeclaration, over: Expr | undefined): void {
  if (ts.isIdentifier(node.name) && node.name.text === 'this') return
  const { builder } = walk
  for (const decorator of decoratorsOf(walk, node)) scope.decorators.push(decorator)
  const span = spanOf(walk, node)
  const index = scope.parameters.length
  const name = ts.isIdentifier(node.name) ? node.name.text : `#${index}`
  const target = nameAt(spanOf(walk, node.name), name)
  const annotation = node.type && typeExpression(walk, node.type)
  scope.parameters.push({
    name,
    ...(node.initializer ? { default: expression(walk, node.initializer) } : {}),
    ...(annotation ? { annotation } : {}),
    ...(node.dotDotDotToken ? { rest: 'list' as const } : {}),
    span,
  })
  const value: Expr | undefined = over && { is: 'each', of: over, span: over.span }
  bind(builder, { target, ...(value ? { value } : {}), annotation, via: 'parameter', refers: index, span })
  if (!ts.isIdentifier(node.name)) bindPattern(walk, node.name, target, 'assign')
  if (!ts.isParameterPropertyDeclaration(node, node.parent)) return
  const property = {
    is: 'member',
    of: nameAt(target.span, 'this'),
    name,
    nameSpan: target.span,
    span: target.span,
  } as const
  bind(builder, { target: property, value: target, annotation, via: 'field', span })
}

export function has(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (node.modifiers?.some((modifier) => modifier.kind === kind) ?? false)
}

export function decoratorsOf(walk: Walk, node: ts.Node): Expr[] {
  const decorators = ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : []
  return decorators.map((decorator) => expression(walk, decorator.expression))
}
