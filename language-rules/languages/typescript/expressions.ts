import ts from 'typescript'
import type { Argument, Expr } from '../../../core/module.ts'
import type { Span } from '../../../core/types.ts'
import { addCall, deeper, functionScope } from '../lowering/builder.ts'
import { nameAt, numberAt, opaque, operation, textAt, textOf } from '../lowering/expr.ts'
import { withoutTests } from '../lowering/test-arms.ts'
import { assignment, isAssignment, step } from './assignments.ts'
import { handed, lowerIteration } from './callbacks.ts'
import { classLike } from './classes.ts'
import { functionLike } from './functions.ts'
import { objectLiteral } from './objects.ts'
import { spanOf, type Walk } from './walk.ts'

type Lowering<N extends ts.Node> = (walk: Walk, node: N) => Expr

/** The expression a node stands for. What has no meaning for a cost is `opaque`, with its parts lowered. */
export function expression(walk: Walk, node: ts.Node): Expr {
  if (!deeper(walk.builder, node.pos, node.end)) return opaque([node.pos, node.end])
  const result = lower(walk, node)
  walk.builder.depth--
  return result
}

function lower(walk: Walk, node: ts.Node): Expr {
  const span = spanOf(walk, node)
  if (ts.isIdentifier(node)) return node.text === 'undefined' ? { is: 'null', span } : nameAt(span, node.text)
  if (ts.isStringLiteralLike(node)) return textAt(span, node.text)
  if (ts.isNumericLiteral(node)) return numberAt(span, Number(node.text))
  if (ts.isTemplateExpression(node)) return template(walk, node)
  if (ts.isPropertyAccessExpression(node)) return member(walk, node)
  if (ts.isElementAccessExpression(node)) return index(walk, node)
  if (ts.isCallExpression(node)) return call(walk, node)
  if (ts.isNewExpression(node)) return created(walk, node)
  if (ts.isObjectLiteralExpression(node)) return objectLiteral(walk, node)
  if (ts.isArrayLiteralExpression(node))
    return { is: 'list', items: node.elements.map((e) => expression(walk, e)), span }
  if (ts.isSpreadElement(node)) return { is: 'spread', of: expression(walk, node.expression), span }
  if (ts.isBinaryExpression(node)) return binary(walk, node)
  if (ts.isConditionalExpression(node)) return conditional(walk, node)
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return functionLike(walk, node)
  if (ts.isPrefixUnaryExpression(node)) return prefix(walk, node)
  if (ts.isPostfixUnaryExpression(node)) return step(walk, node)
  if (ts.isYieldExpression(node)) return yielded(walk, node)
  if (ts.isClassExpression(node)) return opaque(span, classLike(walk, node).bases)
  if (isTransparent(node)) return expression(walk, node.expression)
  return other(walk, node, span)
}

const other = (walk: Walk, node: ts.Node, span: Span): Expr => {
  switch (node.kind) {
    case ts.SyntaxKind.TrueKeyword:
      return { is: 'boolean', value: true, span }
    case ts.SyntaxKind.FalseKeyword:
      return { is: 'boolean', value: false, span }
    case ts.SyntaxKind.NullKeyword:
      return { is: 'null', span }
    case ts.SyntaxKind.ThisKeyword:
      return nameAt(span, 'this')
    case ts.SyntaxKind.SuperKeyword:
      return nameAt(span, 'super')
    case ts.SyntaxKind.ImportKeyword:
      return nameAt(span, 'import')
    default:
      return opaque(span, childrenOf(walk, node))
  }
}

/** Whatever expressions stand in a node no case above knows: tagged templates, JSX, `typeof`, `delete`. */
function childrenOf(walk: Walk, node: ts.Node): Expr[] {
  const children: Expr[] = []
  ts.forEachChild(node, (kid) => {
    if (ts.isTypeNode(kid) || ts.isJsxText(kid) || ts.isTemplateHead(kid) || ts.isTemplateMiddleOrTemplateTail(kid))
      return
    const isName = ts.isIdentifier(kid) && (ts.isJsxAttribute(node) || ts.isMetaProperty(node))
    if (!isName) children.push(expression(walk, kid))
  })
  return children
}

type Transparent = ts.Node & { readonly expression: ts.Expression }

function isTransparent(node: ts.Node): node is Transparent {
  return (
    ts.isAwaitExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isTypeAssertionExpression(node) ||
    ts.isExpressionWithTypeArguments(node)
  )
}

/** What a node says without its parentheses, casts and `await`. */
export function bare(node: ts.Node): ts.Node {
  let inner = node
  while (isTransparent(inner)) inner = inner.expression
  return inner
}

const template: Lowering<ts.TemplateExpression> = (walk, node) =>
  textOf(spanOf(walk, node), [
    node.head.text,
    ...node.templateSpans.flatMap((hole) => [expression(walk, hole.expression), hole.literal.text]),
  ])

const member: Lowering<ts.PropertyAccessExpression> = (walk, node) => ({
  is: 'member',
  of: expression(walk, node.expression),
  name: node.name.text,
  nameSpan: spanOf(walk, node.name),
  span: spanOf(walk, node),
})

const index: Lowering<ts.ElementAccessExpression> = (walk, node) => ({
  is: 'index',
  of: expression(walk, node.expression),
  key: expression(walk, node.argumentExpression),
  span: spanOf(walk, node),
})

/** A function that is called where it is written, or handed to a call, runs where that call stands. */
function call(walk: Walk, node: ts.CallExpression): Expr {
  const span = spanOf(walk, node)
  const written = bare(node.expression)
  const callee =
    ts.isArrowFunction(written) || ts.isFunctionExpression(written)
      ? functionLike(walk, written, { loop: walk.builder.loop })
      : expression(walk, node.expression)
  const args = lowerIteration(walk, node, callee, span) ?? argumentsOf(walk, callee, node.arguments)
  return addCall(walk.builder, span, callee, args)
}

const created: Lowering<ts.NewExpression> = (walk, node) => {
  const callee = expression(walk, node.expression)
  return addCall(walk.builder, spanOf(walk, node), callee, argumentsOf(walk, callee, node.arguments ?? []), true)
}

function argumentsOf(walk: Walk, callee: Expr, nodes: readonly ts.Expression[]): Argument[] {
  return nodes.map((node) => argument(walk, node, callee))
}

export function argument(walk: Walk, node: ts.Expression, callee: Expr): Argument {
  const span = spanOf(walk, node)
  if (ts.isSpreadElement(node)) return { value: expression(walk, node.expression), spread: 'list', span }
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) {
    return { value: functionLike(walk, node, { loop: handed(callee) ? walk.builder.loop : undefined }), span }
  }
  return { value: expression(walk, node), span }
}

/** `a + b + c` hangs leftward as deep as it is long: the spine is walked, not recursed into. */
function binary(walk: Walk, node: ts.BinaryExpression): Expr {
  if (isAssignment(node)) return assignment(walk, node)
  const kind = familyOf(node)
  const args: ts.Expression[] = []
  let left: ts.Expression = node
  while (ts.isBinaryExpression(left) && familyOf(left) === kind && !isAssignment(left)) {
    args.push(left.right)
    left = left.left
  }
  args.push(left)
  const among = args.reverse().map((arg) => expression(walk, arg))
  if (kind === 'or') return { is: 'choice', via: 'or', among, span: spanOf(walk, node) }
  return kind === ',' ? among.at(-1)! : operation(spanOf(walk, node), kind, among)
}

function familyOf(node: ts.BinaryExpression): string {
  const op = ts.tokenToString(node.operatorToken.kind) ?? '?'
  return op === '??' || op === '||' ? 'or' : op
}

/** The condition decides which of them, at run time: it is lowered for its calls, and for whether it tells a test. */
function conditional(walk: Walk, node: ts.ConditionalExpression): Expr {
  const condition = expression(walk, node.condition)
  const both = [expression(walk, node.whenTrue), expression(walk, node.whenFalse)] as const
  const among = withoutTests(walk.builder, condition, both)
  return { is: 'choice', via: 'ternary', among, span: spanOf(walk, node) }
}

function prefix(walk: Walk, node: ts.PrefixUnaryExpression): Expr {
  const op = ts.tokenToString(node.operator) ?? '?'
  if (op === '++' || op === '--') return step(walk, node)
  const of = expression(walk, node.operand)
  const span = spanOf(walk, node)
  if (of.is === 'number' && (op === '-' || op === '+')) return numberAt(span, op === '-' ? -of.value : of.value)
  return operation(span, op, [of])
}

function yielded(walk: Walk, node: ts.YieldExpression): Expr {
  if (!node.expression) return opaque(spanOf(walk, node))
  const value = expression(walk, node.expression)
  functionScope(walk.builder).returns.push(node.asteriskToken ? { is: 'each', of: value, span: value.span } : value)
  return opaque(spanOf(walk, node), [value])
}
