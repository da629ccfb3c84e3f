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
    node.name && (ts.isIdentifier(node.name) || ts.isPrivateIdentifier(node.name))
      ? node.name.text
      : walk.held?.node === node
        ? walk.held.name
        : undefined
  const decorators = decoratorsOf(walk, node)
  const scope = addScope(builder, 'function', span, place.name ?? own)
  scope.decorators.push(...decorators)
  if (place.method !== undefined) scope.method = place.method
  scope.async = has(node, ts.SyntaxKind.AsyncKeyword)
  if (node.type) scope.result = typeExpression(walk, node.type)
  within(builder, scope.id, place.loop, () => {
    node.parameters.forEach((parameter, i) => {
      parameterOf(walk, scope, parameter, node, i === (place.parameter ?? 0) ? place.given : undefined)
    })
    if (!node.body) return
    if (ts.isBlock(node.body)) statements(walk, node.body.statements)
    else scope.returns.push(expression(walk, node.body))
  })
  return { is: 'function', scope: scope.id, span }
}

/** Lowers what a constant, property or export of that name is given: a function there is called by it. */
export function heldAs(walk: Walk, name: string | undefined, value: ts.Expression): Expr {
  let node: ts.Node = value
  while (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    node = node.expression
  walk.held = name === undefined ? undefined : { node, name }
  return expression(walk, value)
}

/** A destructured parameter has no name: it is called by its position, `#0`, and its parts are bound to members of that. */
function parameterOf(
  walk: Walk,
  scope: ScopeDraft,
  node: ts.ParameterDeclaration,
  owner: ts.SignatureDeclaration,
  given: Expr | undefined,
): void {
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
  bind(builder, { target, ...(given ? { value: given } : {}), annotation, via: 'parameter', refers: index, span })
  if (!ts.isIdentifier(node.name)) bindPattern(walk, node.name, target, 'assign')
  if (!ts.isParameterPropertyDeclaration(node, owner)) return
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
