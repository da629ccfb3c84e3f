import type { Argument, Entry, Expr } from '../../../core/module.ts'
import type { Span } from '../../../core/types.ts'
import { addCall, bind, deeper, functionScope, type ModuleBuilder } from '../lowering/builder.ts'
import { constantText, nameAt, numberAt, opaque, operation } from '../lowering/expr.ts'
import { inEach, pastEach } from '../lowering/holding.ts'
import { ternary } from '../lowering/set-arms.ts'
import { settingByCall } from '../lowering/set-by-call.ts'
import { withoutTests } from '../lowering/test-arms.ts'
import { lowerIteration } from './callbacks.ts'
import { comprehension, isComprehension } from './comprehensions.ts'
import { lambda } from './functions.ts'
import { lowerStrings } from './literals.ts'
import { byComma, child, type Node } from './tree.ts'

type Lowering = (builder: ModuleBuilder, node: Node) => Expr

const spanOf = (node: Node): Span => [node.from, node.to]

/** The expression a node stands for. What has no meaning for a cost is `opaque`, with its parts lowered. */
export function expression(builder: ModuleBuilder, node: Node): Expr {
  if (!deeper(builder, node.from, node.to)) return opaque(spanOf(node))
  const result = (lowerings[node.name] ?? parts)(builder, node)
  builder.depth--
  return result
}

const marks = /^(?:\W|(?:await|yield|from|async|not|is|in|if|else|and|or|lambda|print)$)/

/** Is this a token rather than an expression? `*` and `**` stand inside their operator. */
export const isMark = (node: Node): boolean => marks.test(node.name) || node.name.endsWith('Op')

const operands = (node: Node): Node[] => node.kids.filter((kid) => !isMark(kid))

const parts: Lowering = (builder, node) =>
  opaque(
    spanOf(node),
    operands(node).map((kid) => expression(builder, kid)),
  )

/** The one expression inside: parentheses and `await`. */
const inside: Lowering = (builder, node) => {
  const [only, more] = operands(node)
  return only && !more ? expression(builder, only) : parts(builder, node)
}

const lowerings: Readonly<Record<string, Lowering>> = {
  VariableName: (builder, node) => nameAt(spanOf(node), builder.text.slice(node.from, node.to)),
  Number: number,
  Boolean: (builder, node) => ({ is: 'boolean', value: builder.text[node.from] === 'T', span: spanOf(node) }),
  // A bare `yield` is parsed as `None` too: what it gives is not in the source.
  None: (builder, node) =>
    builder.text.startsWith('yield', node.from) ? opaque(spanOf(node)) : { is: 'null', span: spanOf(node) },
  String: lowerStrings,
  FormatString: lowerStrings,
  ContinuedString: lowerStrings,
  AwaitExpression: inside,
  ParenthesizedExpression: inside,
  MemberExpression: member,
  CallExpression: call,
  BinaryExpression: binary,
  UnaryExpression: unary,
  ConditionalExpression: conditional,
  NamedExpression: named,
  LambdaExpression: lambda,
  YieldExpression: yielded,
  ArrayExpression: (builder, node) => list(builder, node.kids.slice(1), spanOf(node)),
  TupleExpression: (builder, node) => list(builder, node.kids.slice(1), spanOf(node)),
  SetExpression: (builder, node) => list(builder, node.kids.slice(1), spanOf(node)),
  DictionaryExpression: dictionary,
  ComprehensionExpression: comprehension,
  ArrayComprehensionExpression: comprehension,
  SetComprehensionExpression: comprehension,
  DictionaryComprehensionExpression: comprehension,
}

function number(builder: ModuleBuilder, node: Node): Expr {
  const value = Number(builder.text.slice(node.from, node.to).replaceAll('_', ''))
  return Number.isNaN(value) ? opaque(spanOf(node)) : numberAt(spanOf(node), value)
}

/** What stands between commas: one expression, or several in a list; nothing is an empty one at the end of what it is missing in. */
export function several(builder: ModuleBuilder, kids: readonly Node[], { to }: Node): Expr {
  const isList = kids.some((kid) => kid.name === ',' || kid.name === '*')
  const first = kids[0]
  if (!isList && first) return expression(builder, kids.find((kid) => !isMark(kid)) ?? first)
  return list(builder, kids, [first?.from ?? to, kids.at(-1)?.to ?? to])
}

export function list(builder: ModuleBuilder, kids: readonly Node[], span: Span): Expr {
  const items = byComma(kids).flatMap((group) => {
    const value = group.find((kid) => !isMark(kid))
    if (!value) return []
    const item = expression(builder, value)
    if (group[0]!.name !== '*') return [item]
    return [{ is: 'spread', of: item, span: [group[0]!.from, value.to] } as const]
  })
  return { is: 'list', items, span }
}

function dictionary(builder: ModuleBuilder, node: Node): Expr {
  const entries = byComma(node.kids.slice(1)).flatMap((group): Entry[] => {
    const [first, ...rest] = group.filter((kid) => !isMark(kid))
    if (!first) return []
    const key = expression(builder, first)
    if (group[0]!.name === '**') return [{ value: key, spread: true, span: [group[0]!.from, first.to] }]
    const value = rest[0] ? expression(builder, rest[0]) : opaque([first.to, first.to])
    const name = constantText(key)
    return [{ ...(name === undefined ? {} : { name }), key, value, span: [first.from, value.span[1]] }]
  })
  return { is: 'record', entries, span: spanOf(node) }
}

function member(builder: ModuleBuilder, node: Node): Expr {
  const [object, ...rest] = node.kids
  if (!object) return opaque(spanOf(node))
  const of = expression(builder, object)
  const property = child(node, 'PropertyName')
  if (property) {
    const name = builder.text.slice(property.from, property.to)
    return { is: 'member', of, name, nameSpan: spanOf(property), span: spanOf(node) }
  }
  const inner = rest.filter((kid) => kid.name !== '[' && kid.name !== ']')
  const sliced = inner.some((kid) => kid.name === ':')
  const span: Span = [inner[0]?.from ?? node.to, inner.at(-1)?.to ?? node.to]
  const key = sliced
    ? opaque(
        span,
        inner.filter((kid) => !isMark(kid)).map((kid) => expression(builder, kid)),
      )
    : several(builder, inner, node)
  return { is: 'index', of, key, span: spanOf(node) }
}

/** `a + b + c` hangs leftward as deep as it is long: the spine is walked, not recursed into. */
function binary(builder: ModuleBuilder, node: Node): Expr {
  const op = operatorOf(builder, node)
  const args: Node[] = []
  let left: Node | undefined = node
  while (left?.name === 'BinaryExpression' && operatorOf(builder, left) === op) {
    const [before, after]: Node[] = operands(left)
    if (after) args.push(after)
    left = before
  }
  if (left) args.push(left)
  const among = args.reverse().map((arg) => expression(builder, arg))
  if (op === 'and') pastEach(builder, among)
  return op === 'or' ? { is: 'choice', via: 'or', among, span: spanOf(node) } : operation(spanOf(node), op, among)
}

function operatorOf(builder: ModuleBuilder, node: Node): string {
  const marks = node.kids.filter(isMark)
  return marks.map((mark) => builder.text.slice(mark.from, mark.to)).join(' ')
}

function unary(builder: ModuleBuilder, node: Node): Expr {
  const op = operatorOf(builder, node)
  const args = operands(node).map((kid) => expression(builder, kid))
  const [only] = args
  if (only?.is === 'number' && (op === '-' || op === '+'))
    return numberAt(spanOf(node), op === '-' ? -only.value : only.value)
  return operation(spanOf(node), op, args)
}

/** The condition decides which of them, at run time: it is lowered for its calls, and for whether it tells a test. */
function conditional(builder: ModuleBuilder, node: Node): Expr {
  const [yes, condition, no] = operands(node)
  if (!yes || !condition || !no) return parts(builder, node)
  const told = expression(builder, condition)
  const both = [expression(builder, yes), expression(builder, no)] as const
  inEach(builder, told, both)
  const among = withoutTests(builder, told, both)
  return ternary(builder, told, among, spanOf(node))
}

/** `name := value` binds in the function around it, even from within a comprehension. */
function named(builder: ModuleBuilder, node: Node): Expr {
  const [target, source] = operands(node)
  if (!target || !source) return parts(builder, node)
  return walrus(builder, target, source)
}

function walrus(builder: ModuleBuilder, target: Node, source: Node): Expr {
  const value = expression(builder, source)
  const span: Span = [target.from, source.to]
  bind(builder, { target: expression(builder, target), value, via: 'assign', span, scope: functionScope(builder).id })
  return value
}

function yielded(builder: ModuleBuilder, node: Node): Expr {
  const given = node.kids.filter((kid) => kid.name !== 'yield' && kid.name !== 'from')
  if (given.length === 0) return opaque(spanOf(node))
  const value = several(builder, given, node)
  const delegates = child(node, 'from') !== undefined
  const made = functionScope(builder)
  if (made.kind === 'function') made.yields = true
  made.returns.push(delegates ? { is: 'each', of: value, span: value.span } : value)
  return opaque(spanOf(node), [value])
}

function call(builder: ModuleBuilder, node: Node): Expr {
  const ownArgs = child(node, 'ArgList')
  const calleeNode = node.kids.find((kid) => kid !== ownArgs)
  if (!calleeNode || !ownArgs) return parts(builder, node)
  return callOf(builder, expression(builder, calleeNode), ownArgs, spanOf(node))
}

export function callOf(builder: ModuleBuilder, callee: Expr, argList: Node, span: Span): Expr {
  const args = lowerIteration(builder, callee, argList, span) ?? argumentsOf(builder, argList)
  return settingByCall(builder, addCall(builder, span, callee, args))
}

function argumentsOf(builder: ModuleBuilder, argList: Node): Argument[] {
  if (isComprehension(argList)) {
    const value = comprehension(builder, argList)
    return [{ value, span: value.span }]
  }
  return byComma(argList.kids.slice(1)).flatMap((group) => argument(builder, group) ?? [])
}

/** A lambda handed to a call runs when, and as often as, the call does: `retry(lambda: ask(q))`. */
const handed: Lowering = (builder, node) =>
  node.name === 'LambdaExpression' ? lambda(builder, node, { loop: builder.loop }) : expression(builder, node)

export function argument(builder: ModuleBuilder, group: readonly Node[]): Argument | undefined {
  const [first, second, third] = group
  if (!first || first.name === ')') return undefined
  if ((first.name === '*' || first.name === '**') && second) {
    const value = expression(builder, second)
    return { value, spread: first.name === '*' ? 'list' : 'record', span: [first.from, second.to] }
  }
  if (second?.name === 'AssignOp' && third) {
    if (second.to - second.from === 2) return { value: walrus(builder, first, third), span: [first.from, third.to] }
    const name = builder.text.slice(first.from, first.to)
    return { name, value: handed(builder, third), span: [first.from, third.to] }
  }
  return { value: handed(builder, first), span: spanOf(first) }
}
