import ts from 'typescript'
import type { Argument, Expr } from '../../../core/module.ts'
import type { Span } from '../../../core/types.ts'
import { addCall, deeper, functionScope } from '../lowering/builder.ts'
import { nameAt, numberAt, opaque, operation, textAt, textOf } from '../lowering/expr.ts'
import { inEach, pastEach } from '../lowering/holding.ts'
import { ternary } from '../lowering/set-arms.ts'
import { settingByCall } from '../lowering/set-by-call.ts'
import { withoutTests } from '../lowering/test-arms.ts'
import { assignment, isAssignment, step } from './assignments.ts'
import { handed, lowerIteration, lowerSettled } from './callbacks.ts'
import { classLike } from './classes.ts'
import { functionLike } from './functions.ts'
import { importedHere } from './imports.ts'
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

/** By kind of node: to ask each node for every kind it might be is dear. */
const lowerings = new Map<ts.SyntaxKind, Lowering<ts.Node>>()

function when<N extends ts.Node>(
  is: (node: ts.Node) => node is N,
  kinds: readonly ts.SyntaxKind[],
  lower: Lowering<N>,
) {
  for (const kind of kinds) lowerings.set(kind, (walk, node) => (is(node) ? lower(walk, node) : other(walk, node)))
}

function always(kind: ts.SyntaxKind, make: (span: Span) => Expr): void {
  lowerings.set(kind, (walk, node) => make(spanOf(walk, node)))
}

const lower = (walk: Walk, node: ts.Node): Expr => (lowerings.get(node.kind) ?? other)(walk, node)

const { SyntaxKind } = ts
when(ts.isIdentifier, [SyntaxKind.Identifier], (walk, node) => {
  const span = spanOf(walk, node)
  return node.text === 'undefined' ? { is: 'null', span } : nameAt(span, node.text)
})
when(ts.isStringLiteralLike, [SyntaxKind.StringLiteral, SyntaxKind.NoSubstitutionTemplateLiteral], (walk, node) =>
  textAt(spanOf(walk, node), node.text),
)
when(ts.isNumericLiteral, [SyntaxKind.NumericLiteral], (walk, node) => numberAt(spanOf(walk, node), Number(node.text)))
when(ts.isTemplateExpression, [SyntaxKind.TemplateExpression], (walk, node) => template(walk, node))
when(ts.isPropertyAccessExpression, [SyntaxKind.PropertyAccessExpression], (walk, node) => member(walk, node))
when(ts.isElementAccessExpression, [SyntaxKind.ElementAccessExpression], (walk, node) => index(walk, node))
when(ts.isCallExpression, [SyntaxKind.CallExpression], (walk, node) => call(walk, node))
when(ts.isNewExpression, [SyntaxKind.NewExpression], (walk, node) => created(walk, node))
when(ts.isObjectLiteralExpression, [SyntaxKind.ObjectLiteralExpression], (walk, node) => objectLiteral(walk, node))
when(ts.isArrayLiteralExpression, [SyntaxKind.ArrayLiteralExpression], (walk, node) => ({
  is: 'list',
  items: node.elements.map((element) => expression(walk, element)),
  span: spanOf(walk, node),
}))
when(ts.isSpreadElement, [SyntaxKind.SpreadElement], (walk, node) => ({
  is: 'spread',
  of: expression(walk, node.expression),
  span: spanOf(walk, node),
}))
when(ts.isBinaryExpression, [SyntaxKind.BinaryExpression], (walk, node) => binary(walk, node))
when(ts.isConditionalExpression, [SyntaxKind.ConditionalExpression], (walk, node) => conditional(walk, node))
when(ts.isArrowFunction, [SyntaxKind.ArrowFunction], (walk, node) => functionLike(walk, node))
when(ts.isFunctionExpression, [SyntaxKind.FunctionExpression], (walk, node) => functionLike(walk, node))
when(ts.isPrefixUnaryExpression, [SyntaxKind.PrefixUnaryExpression], (walk, node) => prefix(walk, node))
when(ts.isPostfixUnaryExpression, [SyntaxKind.PostfixUnaryExpression], (walk, node) => step(walk, node))
when(ts.isYieldExpression, [SyntaxKind.YieldExpression], (walk, node) => yielded(walk, node))
when(ts.isClassExpression, [SyntaxKind.ClassExpression], (walk, node) =>
  opaque(spanOf(walk, node), classLike(walk, node).bases),
)
always(SyntaxKind.TrueKeyword, (span) => ({ is: 'boolean', value: true, span }))
always(SyntaxKind.FalseKeyword, (span) => ({ is: 'boolean', value: false, span }))
always(SyntaxKind.NullKeyword, (span) => ({ is: 'null', span }))
always(SyntaxKind.ThisKeyword, (span) => nameAt(span, 'this'))
always(SyntaxKind.SuperKeyword, (span) => nameAt(span, 'super'))
always(SyntaxKind.ImportKeyword, (span) => nameAt(span, 'import'))

/** What says nothing but what it holds. */
const transparent = new Set([
  SyntaxKind.AwaitExpression,
  SyntaxKind.ParenthesizedExpression,
  SyntaxKind.AsExpression,
  SyntaxKind.SatisfiesExpression,
  SyntaxKind.NonNullExpression,
  SyntaxKind.TypeAssertionExpression,
  SyntaxKind.ExpressionWithTypeArguments,
])
when(isTransparent, [...transparent], (walk, node) => expression(walk, node.expression))

const other: Lowering<ts.Node> = (walk, node) => opaque(spanOf(walk, node), childrenOf(walk, node))

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
  return transparent.has(node.kind)
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
  const imported = importedHere(walk, node, span)
  if (imported) return imported
  const written = bare(node.expression)
  const callee =
    ts.isArrowFunction(written) || ts.isFunctionExpression(written)
      ? functionLike(walk, written, { loop: walk.builder.loop })
      : expression(walk, node.expression)
  const args =
    lowerIteration(walk, node, callee, span) ??
    lowerSettled(walk, node, callee) ??
    argumentsOf(walk, callee, node.arguments)
  return settingByCall(walk.builder, addCall(walk.builder, span, callee, args))
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
  if (kind === '&&') pastEach(walk.builder, among)
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
  inEach(walk.builder, condition, both)
  const among = withoutTests(walk.builder, condition, both)
  return ternary(walk.builder, condition, among, spanOf(walk, node))
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
  const made = functionScope(walk.builder)
  if (made.kind === 'function') made.yields = true
  made.returns.push(node.asteriskToken ? { is: 'each', of: value, span: value.span } : value)
  return opaque(spanOf(walk, node), [value])
}
