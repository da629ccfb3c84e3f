import type { Expr, Leaving } from '../../../core/module.ts'
import type { Span } from '../../../core/types.ts'
import {
  type Arm,
  addLoop,
  bind,
  functionScope,
  inBranch,
  inStatement,
  type ModuleBuilder,
  returns,
  skips,
  within,
} from '../lowering/builder.ts'
import { operation } from '../lowering/expr.ts'
import { type Held, type HeldArm, holding, inArm, inTurn, past } from '../lowering/holding.ts'
import { setBy } from '../lowering/set-arms.ts'
import { inTests, testArm } from '../lowering/test-arms.ts'
import { whenOf } from '../lowering/when.ts'
import { annotation } from './annotations.ts'
import { classDefinition, decorated, functionDefinition } from './definitions.ts'
import { expression, isMark, several } from './expressions.ts'
import { importStatement } from './imports.ts'
import { match } from './matching.ts'
import { bindTarget, declare, nameOf, targetOf } from './targets.ts'
import { child, endOf, type Node } from './tree.ts'

export type Lowering = (builder: ModuleBuilder, node: Node, span: Span) => void

/** What they leave to hold past them is answered. */
export function statements(builder: ModuleBuilder, nodes: readonly Node[]): readonly Held[] {
  const own = nodes.filter((node) => !isMark(node))
  return inTurn(
    builder,
    own,
    ({ to }) => to,
    (node) => statement(builder, node),
  )
}

function statement(builder: ModuleBuilder, node: Node): void {
  const lowering = lowerings[node.name]
  const span: Span = [node.from, endOf(builder.text, node)]
  inStatement(builder, span, () => (lowering ?? parts)(builder, node, span))
}

/** What no case below knows: its bodies are statements, whatever else it has is expressions. */
export const parts: Lowering = (builder, node) => {
  for (const kid of node.kids) {
    if (kid.name === 'Body') statements(builder, kid.kids)
    else if (!isMark(kid) && /^[A-Z]/.test(kid.name)) expression(builder, kid)
  }
}

export const arm = (builder: ModuleBuilder, body: Node, told?: Arm): void =>
  inBranch(builder, [body.from, body.to], () => void statements(builder, body.kids), {
    leaves: leaving(builder, body.kids),
    ...told,
  })

const ifChain: Lowering = (builder, node) => {
  let tests: ReturnType<typeof testArm>
  let rest = false
  let set: readonly string[] = []
  const before: Expr[] = []
  const arms: HeldArm[] = []
  let own: Expr | undefined
  for (const kid of node.kids) {
    if (kid.name === 'Body') {
      const when = whenOf(before, own)
      const held = inArm(before, own)
      holding(builder, [kid.from, kid.to], held)
      arms.push({ held, leaves: leaves(builder, kid.kids) })
      inTests(builder, rest || tests === 'then', () => arm(builder, kid, { set, when }))
      rest ||= tests === 'else'
      tests = undefined
      set = []
      if (own) before.push(own)
      own = undefined
    } else if (!isMark(kid) && /^[A-Z]/.test(kid.name)) {
      const condition = expression(builder, kid)
      tests = testArm(builder, condition)
      set = setBy(builder, condition)
      own = condition
    }
  }
  if (!child(node, 'else')) arms.push({ held: inArm(before, undefined), leaves: false })
  builder.left = past(arms)
}

function leaving(builder: ModuleBuilder, body: readonly Node[]): Leaving | undefined {
  if (leaves(builder, body, /^ReturnStatement$/)) return 'function'
  return leaves(builder, body, /^(?:Return|Break)Statement$/) ? 'loop' : undefined
}

/** Does nothing after it run where it did? */
function leaves(
  builder: ModuleBuilder,
  body: readonly Node[],
  by = /^(?:Return|Raise|Break|Continue)Statement$/,
): boolean {
  const end = body.findLast((node) => !isMark(node))
  if (!end) return false
  if (by.test(end.name)) return true
  if (end.name === 'StatementGroup') return leaves(builder, end.kids, by)
  if (end.name === 'ExpressionStatement') return exits.test(builder.text.slice(end.from, end.to))
  const arms = end.name === 'IfStatement' ? end.kids.filter(({ name }) => name === 'Body') : []
  return child(end, 'else') !== undefined && arms.every(({ kids }) => leaves(builder, kids, by))
}

/** https://docs.python.org/3/library/sys.html#sys.exit, and what argparse does with an error. */
const exits = /^(?:(?:sys\.|os\._)?exit|quit|(?:arg)?parser\.error)\(/

const assertion: Lowering = (builder, node) => {
  const [condition, ...more] = node.kids.filter((kid) => !isMark(kid) && /^[A-Z]/.test(kid.name))
  const test = condition && expression(builder, condition)
  for (const kid of more) expression(builder, kid)
  if (test) builder.left = [{ test, holds: true }]
}

const lowerings: Readonly<Record<string, Lowering>> = {
  StatementGroup: (builder, node) => void statements(builder, node.kids),
  Body: (builder, node) => void statements(builder, node.kids),
  AssignStatement: assign,
  UpdateStatement: update,
  ReturnStatement: returned,
  ContinueStatement: (builder, _, span) => skips(builder, span, 'loop'),
  YieldStatement: (builder, node) => void expression(builder, { ...node, name: 'YieldExpression' }),
  IfStatement: ifChain,
  AssertStatement: assertion,
  ForStatement: forLoop,
  WhileStatement: whileLoop,
  WithStatement: withBlock,
  TryStatement: tryBlock,
  MatchStatement: match,
  ScopeStatement: outer,
  TypeDefinition: () => undefined,
  ImportStatement: importStatement,
  FunctionDefinition: (builder, node, span) => functionDefinition(builder, node, span, []),
  ClassDefinition: (builder, node, span) => classDefinition(builder, node, span, []),
  DecoratedStatement: decorated,
}

function viaOf(builder: ModuleBuilder): 'field' | 'assign' {
  return builder.scopes[builder.scope]!.kind === 'class' ? 'field' : 'assign'
}

function assign(builder: ModuleBuilder, node: Node, span: Span): void {
  const groups: Node[][] = [[]]
  for (const kid of node.kids) {
    if (kid.name === 'AssignOp') groups.push([])
    else if (kid.name !== 'TypeDef') groups.at(-1)!.push(kid)
  }
  const typeDef = child(node, 'TypeDef')
  const type = typeDef && annotation(builder, typeDef)
  const source = groups.length > 1 ? groups.pop()! : []
  const value = source.length > 0 ? several(builder, source, node) : undefined
  for (const group of groups) {
    const target = targetOf(builder, group)
    if (!target) continue
    if (value && !type) bindTarget(builder, target, value, viaOf(builder), span)
    else if (target.is !== 'several') {
      const place = expression(builder, target.node)
      bind(builder, { target: place, ...(value ? { value } : {}), annotation: type, via: viaOf(builder), span })
    }
  }
}

/** `x += y`: the value is the operation on what `x` was before. */
function update(builder: ModuleBuilder, node: Node, span: Span): void {
  const at = node.kids.findIndex((kid) => kid.name === 'UpdateOp')
  const op = node.kids[at]
  const target = targetOf(builder, node.kids.slice(0, Math.max(at, 0)))
  if (!op || !target) {
    parts(builder, node, span)
    return
  }
  const before = expression(builder, target.node)
  const by = several(builder, node.kids.slice(at + 1), node)
  const value = operation(span, builder.text.slice(op.from, op.to - 1), [before, by])
  bindTarget(builder, target, value, 'augment', span)
}

function returned(builder: ModuleBuilder, node: Node): void {
  const given = node.kids.filter((kid) => kid.name !== 'return')
  if (given.length > 0) returns(builder, functionScope(builder), several(builder, given, node))
}

function forLoop(builder: ModuleBuilder, node: Node, span: Span): void {
  const begin = node.kids.findIndex((kid) => kid.name === 'for')
  const middle = node.kids.findIndex((kid) => kid.name === 'in')
  const body = node.kids.findIndex((kid) => kid.name === 'Body')
  const header = node.kids.slice(middle + 1, body < 0 ? undefined : body)
  const over = middle >= 0 && header.length > 0 ? several(builder, header, node) : undefined
  const target = middle > begin ? targetOf(builder, node.kids.slice(begin + 1, middle)) : undefined
  const name = target?.is === 'name' ? builder.text.slice(target.node.from, target.node.to) : undefined
  const loop = addLoop(builder, 'for', span, over, name)
  within(builder, builder.scope, loop.id, () => {
    if (target && over) bindTarget(builder, target, { is: 'each', of: over, span: over.span }, 'for')
    statements(builder, node.kids[body]?.kids ?? [])
  })
  afterwards(builder, node, body)
}

/** The condition is asked again at every turn: its calls are in the loop. */
function whileLoop(builder: ModuleBuilder, node: Node, span: Span): void {
  const body = node.kids.findIndex((kid) => kid.name === 'Body')
  const loop = addLoop(builder, 'while', span)
  within(builder, builder.scope, loop.id, () => {
    for (const kid of node.kids.slice(1, Math.max(body, 1))) if (!isMark(kid)) expression(builder, kid)
    statements(builder, node.kids[body]?.kids ?? [])
  })
  afterwards(builder, node, body)
}

/** The `else` of a loop runs once, unless the loop is left before its end. */
function afterwards(builder: ModuleBuilder, node: Node, body: number): void {
  const isLeft = breaks(node.kids[body]?.kids ?? [])
  for (const kid of node.kids.slice(body + 1)) {
    if (kid.name !== 'Body') continue
    if (isLeft) arm(builder, kid)
    else statements(builder, kid.kids)
  }
}

/** A `break` in a loop within leaves that one, and what is defined there leaves none. */
const breaks = (nodes: readonly Node[]): boolean =>
  nodes.some(({ name, kids }) => name === 'BreakStatement' || (!leavesNone.test(name) && breaks(kids)))

const leavesNone = /^(?:ForStatement|WhileStatement|FunctionDefinition|ClassDefinition)$|Expression$/

function withBlock(builder: ModuleBuilder, node: Node): void {
  const body = node.kids.findIndex((kid) => kid.name === 'Body')
  const begin = node.kids.findIndex((kid) => kid.name === 'with') + 1
  const header = node.kids.slice(begin, body < 0 ? undefined : body)
  const [only, more] = header
  const items = only?.name === 'TupleExpression' && more?.name !== 'as' ? only.kids.slice(1, -1) : header
  for (const [manager, ...rest] of managersOf(builder, items)) {
    if (!manager || isMark(manager)) continue
    const value = expression(builder, manager)
    const target = targetOf(builder, rest)
    if (target) bindTarget(builder, target, value, 'with', [manager.from, target.node.to])
  }
  statements(builder, node.kids[body]?.kids ?? [])
}

/** Each manager with what it is bound to. Where the grammar knows no `as`, `readable` has put a comma in its place. */
function managersOf(builder: ModuleBuilder, kids: readonly Node[]): Node[][] {
  const groups: Node[][] = [[]]
  for (const kid of kids) {
    const isAs = kid.name === 'as' || (kid.name === ',' && builder.text[kid.from] === 'a')
    if (kid.name === ',' && !isAs) groups.push([])
    else if (!isAs) groups.at(-1)!.push(kid)
  }
  return groups
}

/** The name of a caught error is given a value nobody can know. What no error is caught of has run, or nothing after it does. */
function tryBlock(builder: ModuleBuilder, node: Node): void {
  const isCaught = child(node, 'except') !== undefined
  node.kids.forEach((kid, i) => {
    const isName = kid.name === 'VariableName' && node.kids[i - 1]?.name === 'as'
    if (isName) bind(builder, { target: nameOf(builder, kid), via: 'assign', span: [kid.from, kid.to] })
    else if (kid.name === 'Body' && !isCaught) statements(builder, kid.kids)
    // What is tried may end where it fails.
    else if (kid.name === 'Body') arm(builder, kid, node.kids[i - 1]?.name === 'try' ? { leaves: undefined } : {})
    else if (!isMark(kid) && /^[A-Z]/.test(kid.name)) expression(builder, kid)
  })
}

function outer(builder: ModuleBuilder, node: Node): void {
  const here = builder.scopes[builder.scope]!
  const isGlobal = child(node, 'global') !== undefined
  let around = builder.scopes[Math.max(here.parent, 0)]!
  while (around.kind === 'class') around = builder.scopes[Math.max(around.parent, 0)]!
  for (const kid of node.kids) {
    if (kid.name === 'VariableName') declare(builder, builder.text.slice(kid.from, kid.to), isGlobal ? 0 : around.id)
  }
}
