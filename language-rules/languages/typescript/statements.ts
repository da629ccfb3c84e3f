import ts from 'typescript'
import type { Expr, Leaving } from '../../../core/module.ts'
import type { Span } from '../../../core/types.ts'
import { type Arm, addLoop, bind, inBlock, inBranch, inStatement, returns, skips, within } from '../lowering/builder.ts'
import { nameAt, numberAt, opaque, textAt } from '../lowering/expr.ts'
import { type HeldArm, holding, inArm, inTurn, past } from '../lowering/holding.ts'
import { setBy } from '../lowering/set-arms.ts'
import { inTests, testArm } from '../lowering/test-arms.ts'
import { whenOf } from '../lowering/when.ts'
import { classLike } from './classes.ts'
import { exportAssignment, exportDeclaration, exportNamed } from './exports.ts'
import { bare, expression } from './expressions.ts'
import { functionLike, has, heldAs } from './functions.ts'
import { importDeclaration, importEquals, requiredImport } from './imports.ts'
import { keyOf } from './objects.ts'
import { bindPattern } from './patterns.ts'
import { typeExpression } from './types.ts'
import { spanOf, type Walk } from './walk.ts'

export function statements(walk: Walk, nodes: readonly ts.Node[]): void {
  inTurn(
    walk.builder,
    nodes,
    ({ end }) => end,
    (node) => statement(walk, node),
  )
}

export function statement(walk: Walk, node: ts.Node | undefined): void {
  if (node) inStatement(walk.builder, spanOf(walk, node), () => lower(walk, node))
}

function lower(walk: Walk, node: ts.Node): void {
  if (ts.isBlock(node)) inBlock(walk.builder, spanOf(walk, node), () => statements(walk, node.statements))
  else if (ts.isModuleBlock(node)) statements(walk, node.statements)
  else if (ts.isVariableStatement(node))
    declarations(walk, node.declarationList, has(node, ts.SyntaxKind.ExportKeyword))
  else if (ts.isExpressionStatement(node)) expression(walk, node.expression)
  else if (ts.isFunctionDeclaration(node)) functionDeclaration(walk, node)
  else if (ts.isClassDeclaration(node)) classDeclaration(walk, node)
  else if (ts.isReturnStatement(node)) returned(walk, node)
  else if (ts.isContinueStatement(node)) skips(walk.builder, spanOf(walk, node), 'loop')
  else if (ts.isIfStatement(node)) ifChain(walk, node)
  else if (ts.isSwitchStatement(node)) switchBlock(walk, node)
  else if (ts.isForStatement(node)) forLoop(walk, node)
  else if (ts.isForOfStatement(node) || ts.isForInStatement(node)) forEach(walk, node)
  else if (ts.isWhileStatement(node) || ts.isDoStatement(node)) whileLoop(walk, node)
  else if (ts.isEnumDeclaration(node)) enumeration(walk, node)
  else if (ts.isImportDeclaration(node)) importDeclaration(walk, node)
  else if (ts.isImportEqualsDeclaration(node)) importEquals(walk, node)
  else if (ts.isExportDeclaration(node)) exportDeclaration(walk, node)
  else if (ts.isExportAssignment(node)) exportAssignment(walk, node)
  else if (!ts.isInterfaceDeclaration(node) && !ts.isTypeAliasDeclaration(node)) rest(walk, node)
}

/** try, labels, namespaces: what they hold, each as what it is. */
function rest(walk: Walk, node: ts.Node): void {
  ts.forEachChild(node, (kid) => {
    if (ts.isVariableDeclaration(kid)) bindPatternless(walk, kid.name)
    else if (ts.isCatchClause(kid)) arm(walk, kid, () => rest(walk, kid), { leaves: leaving(walk, kid.block) })
    // What is tried may end where it fails.
    else if (ts.isTryStatement(node) && node.catchClause && ts.isBlock(kid))
      arm(walk, kid, () => statement(walk, kid), { leaves: undefined })
    else if (ts.isBlock(kid) || ts.isModuleBlock(kid) || ts.isStatement(kid)) statement(walk, kid)
    else if (ts.isExpression(kid)) expression(walk, kid)
  })
}

function bindPatternless(walk: Walk, name: ts.BindingName): void {
  bindPattern(walk, name, opaque(spanOf(walk, name)), 'assign')
}

function declarations(walk: Walk, list: ts.VariableDeclarationList, exported: boolean): void {
  const block = list.flags & ts.NodeFlags.BlockScoped ? walk.builder.block : undefined
  for (const declaration of list.declarations) {
    variable(walk, declaration, block)
    if (exported) exportNamed(walk, declaration.name)
  }
}

function variable(walk: Walk, node: ts.VariableDeclaration, block: Span | undefined): void {
  const { initializer, name } = node
  if (initializer && requiredImport(walk, name, initializer)) return
  const inner = initializer && bare(initializer)
  if (inner && ts.isClassExpression(inner) && ts.isIdentifier(name)) {
    const { id } = classLike(walk, inner)
    bind(walk.builder, {
      target: nameAt(spanOf(walk, name), name.text),
      via: 'class',
      refers: id,
      span: spanOf(walk, node),
    })
    return
  }
  const value = initializer && heldAs(walk, ts.isIdentifier(name) ? name.text : undefined, initializer)
  if (!ts.isIdentifier(name)) {
    bindPattern(walk, name, value ?? opaque(spanOf(walk, name)), 'assign', block)
    return
  }
  const annotation = node.type && typeExpression(walk, node.type)
  const target = nameAt(spanOf(walk, name), name.text)
  const span = spanOf(walk, node)
  bind(walk.builder, { target, ...(value ? { value } : {}), annotation, via: 'assign', span, ...(block && { block }) })
}

/** A signature without a body only overloads the one that has it. */
function functionDeclaration(walk: Walk, node: ts.FunctionDeclaration): void {
  if (!node.body) return
  const value = functionLike(walk, node)
  const { name } = node
  const { span, scope } = value
  if (name) bind(walk.builder, { target: nameAt(spanOf(walk, name), name.text), via: 'function', refers: scope, span })
  exportDeclared(walk, node, value)
}

function classDeclaration(walk: Walk, node: ts.ClassDeclaration): void {
  const { id, span } = classLike(walk, node)
  const { name } = node
  if (name) bind(walk.builder, { target: nameAt(spanOf(walk, name), name.text), via: 'class', refers: id, span })
  exportDeclared(walk, node, opaque(span))
}

function exportDeclared(walk: Walk, node: ts.FunctionDeclaration | ts.ClassDeclaration, anonymous: Expr): void {
  if (!has(node, ts.SyntaxKind.ExportKeyword)) return
  const value = node.name ? nameAt(spanOf(walk, node.name), node.name.text) : anonymous
  const name = has(node, ts.SyntaxKind.DefaultKeyword) ? 'default' : node.name?.text
  if (name !== undefined) walk.builder.exports.push({ name, value, span: spanOf(walk, node) })
}

function returned(walk: Walk, node: ts.ReturnStatement): void {
  const { builder } = walk
  skips(builder, spanOf(walk, node), 'callback')
  if (node.expression) returns(builder, builder.scopes[builder.scope]!, expression(walk, node.expression))
}

/** `else if` hangs rightward as deep as the chain is long: it is walked, not recursed into. */
function ifChain(walk: Walk, node: ts.IfStatement): void {
  let branch: ts.Statement | undefined = node
  let rest = false
  const before: Expr[] = []
  const arms: HeldArm[] = []
  while (branch && ts.isIfStatement(branch)) {
    const { thenStatement } = branch
    const condition = expression(walk, branch.expression)
    const tests = testArm(walk.builder, condition)
    const told = { set: setBy(walk.builder, condition), when: whenOf(before, condition) }
    const held = inArm(before, condition)
    holding(walk.builder, spanOf(walk, thenStatement), held)
    arms.push({ held, leaves: leaves(walk, thenStatement) })
    inTests(walk.builder, rest || tests === 'then', () =>
      arm(walk, thenStatement, () => statement(walk, thenStatement), told),
    )
    before.push(condition)
    rest ||= tests === 'else'
    branch = branch.elseStatement
  }
  const last = branch
  const told = { when: whenOf(before, undefined) }
  const held = inArm(before, undefined)
  arms.push({ held, leaves: leaves(walk, last) })
  if (last) {
    holding(walk.builder, spanOf(walk, last), held)
    inTests(walk.builder, rest, () => arm(walk, last, () => statement(walk, last), told))
  }
  walk.builder.left = past(arms)
}

/** A clause that does not end falls through to the next, and an empty one has the body of that: `default:` among these runs for whatever else there is. */
function switchBlock(walk: Walk, node: ts.SwitchStatement): void {
  const subject = expression(walk, node.expression)
  const before: Expr[] = []
  let own: Expr[] = []
  let falls = false
  let isAny = false
  for (const clause of node.caseBlock.clauses) {
    const span = spanOf(walk, clause)
    const args = ts.isCaseClause(clause) ? [subject, expression(walk, clause.expression)] : undefined
    if (args) own.push({ is: 'operation', op: '===', args, span })
    isAny ||= !args
    const isDefault = isAny && own.length === 0 && clause === node.caseBlock.clauses.at(-1)
    const [first, ...more] = own
    const one: Expr | undefined = more.length === 0 ? first : { is: 'choice', via: 'or', among: own, span }
    const when = falls ? undefined : isAny ? (isDefault ? whenOf(before, undefined) : undefined) : whenOf([], one)
    if (!falls) holding(walk.builder, span, inArm(before, isAny ? undefined : one))
    arm(walk, clause, () => statements(walk, clause.statements), {
      when,
      leaves: leaving(walk, clause.statements.at(-1), true),
    })
    if (clause.statements.length === 0) continue
    falls = !ends(clause.statements.at(-1))
    before.push(...own)
    own = []
    isAny = false
  }
}

function ends(node: ts.Statement | undefined): boolean {
  if (!node) return false
  if (ts.isBlock(node)) return ends(node.statements.at(-1))
  return (
    ts.isBreakStatement(node) || ts.isReturnStatement(node) || ts.isThrowStatement(node) || ts.isContinueStatement(node)
  )
}

/** Does nothing after it run where it did? */
function leaves(walk: Walk, node: ts.Statement | undefined, by: (end: ts.Statement) => boolean = ends): boolean {
  if (!node) return false
  if (ts.isBlock(node)) return leaves(walk, node.statements.at(-1), by)
  if (ts.isIfStatement(node)) return leaves(walk, node.thenStatement, by) && leaves(walk, node.elseStatement, by)
  return by(node) || (ts.isExpressionStatement(node) && node.getText(walk.file).startsWith('process.exit('))
}

/** The `break` of a clause leaves that alone. */
function leaving(walk: Walk, node: ts.Statement | undefined, isClause = false): Leaving | undefined {
  if (leaves(walk, node, ts.isReturnStatement)) return 'function'
  const isEnd = (end: ts.Statement) => ts.isReturnStatement(end) || ts.isBreakStatement(end)
  return !isClause && leaves(walk, node, isEnd) ? 'loop' : undefined
}

const arm = (walk: Walk, node: ts.Node, run: () => void, told: Arm = {}): void =>
  inBranch(walk.builder, spanOf(walk, node), run, {
    leaves: ts.isStatement(node) ? leaving(walk, node) : undefined,
    ...told,
  })

/** `over` of a counting loop is its condition: that is where its bound stands. */
const forLoop = (walk: Walk, node: ts.ForStatement): void =>
  inBlock(walk.builder, spanOf(walk, node), () => counting(walk, node))

function counting(walk: Walk, node: ts.ForStatement): void {
  const { initializer, condition, incrementor } = node
  const isList = initializer && ts.isVariableDeclarationList(initializer)
  if (isList) declarations(walk, initializer, false)
  else if (initializer) expression(walk, initializer)
  const first = isList ? initializer.declarations[0]?.name : undefined
  const name = first && ts.isIdentifier(first) ? first.text : undefined
  const loop = addLoop(walk.builder, 'for', spanOf(walk, node), undefined, name)
  within(walk.builder, walk.builder.scope, loop.id, () => {
    if (condition) loop.over = expression(walk, condition)
    statement(walk, node.statement)
    if (incrementor) expression(walk, incrementor)
  })
}

function forEach(walk: Walk, node: ts.ForOfStatement | ts.ForInStatement): void {
  const over = expression(walk, node.expression)
  const declared = ts.isVariableDeclarationList(node.initializer) ? node.initializer.declarations[0]?.name : undefined
  const name = declared && ts.isIdentifier(declared) ? declared.text : undefined
  const loop = addLoop(walk.builder, 'for', spanOf(walk, node), over, name)
  const { span } = over
  const value: Expr = ts.isForOfStatement(node) ? { is: 'each', of: over, span } : opaque(span, [over])
  within(walk.builder, walk.builder.scope, loop.id, () => {
    if (declared) bindPattern(walk, declared, value, 'for', blockOf(walk, node))
    else if (ts.isExpression(node.initializer)) {
      const target = expression(walk, node.initializer)
      bind(walk.builder, { target, value, via: 'for', span: target.span })
    }
    statement(walk, node.statement)
  })
}

const blockOf = (walk: Walk, node: ts.ForOfStatement | ts.ForInStatement): Span | undefined =>
  node.initializer.flags & ts.NodeFlags.BlockScoped ? spanOf(walk, node) : undefined

/** The condition is asked again at every turn: its calls are in the loop. */
function whileLoop(walk: Walk, node: ts.WhileStatement | ts.DoStatement): void {
  const loop = addLoop(walk.builder, 'while', spanOf(walk, node))
  within(walk.builder, walk.builder.scope, loop.id, () => {
    expression(walk, node.expression)
    statement(walk, node.statement)
  })
}

function enumeration(walk: Walk, node: ts.EnumDeclaration): void {
  let next = 0
  const entries = node.members.map((member) => {
    const span = spanOf(walk, member)
    const key = keyOf(walk, member.name)
    const value = member.initializer ? expression(walk, member.initializer) : numberAt(span, next)
    next = value.is === 'number' ? value.value + 1 : next + 1
    const name = key.is === 'text' && typeof key.parts[0] === 'string' ? key.parts[0] : ''
    return { name, key: textAt(key.span, name), value, span }
  })
  const span = spanOf(walk, node)
  const target = nameAt(spanOf(walk, node.name), node.name.text)
  bind(walk.builder, { target, value: { is: 'record', entries, span }, via: 'assign', span })
  if (has(node, ts.SyntaxKind.ExportKeyword)) exportNamed(walk, node.name)
}
