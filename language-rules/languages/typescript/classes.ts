import ts from 'typescript'
import { addScope, bind, inStatement, type ScopeDraft, within } from '../lowering/builder.ts'
import { constantText, nameAt } from '../lowering/expr.ts'
import { bare, expression } from './expressions.ts'
import { decoratorsOf, functionLike } from './functions.ts'
import { keyOf } from './objects.ts'
import { statements } from './statements.ts'
import { typeExpression } from './types.ts'
import { spanOf, type Walk } from './walk.ts'

export function classLike(walk: Walk, node: ts.ClassLikeDeclaration): ScopeDraft {
  const { builder } = walk
  const decorators = decoratorsOf(walk, node)
  const bases = (node.heritageClauses ?? [])
    .filter((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)
    .flatMap((clause) => clause.types.map((type) => expression(walk, type.expression)))
  const scope = addScope(builder, 'class', spanOf(walk, node), node.name?.text)
  scope.decorators.push(...decorators)
  scope.bases.push(...bases)
  within(builder, scope.id, builder.loop, () => {
    for (const element of node.members) inStatement(builder, spanOf(walk, element), () => member(walk, scope, element))
  })
  return scope
}

function member(walk: Walk, owner: ScopeDraft, node: ts.ClassElement): void {
  if (ts.isPropertyDeclaration(node)) field(walk, owner, node)
  else if (ts.isClassStaticBlockDeclaration(node)) statements(walk, node.body.statements)
  else if (ts.isConstructorDeclaration(node)) method(walk, owner, node, 'constructor')
  else if (ts.isMethodDeclaration(node) || ts.isAccessor(node)) {
    method(walk, owner, node, constantText(keyOf(walk, node.name)))
  }
}

type Method = ts.ConstructorDeclaration | ts.MethodDeclaration | ts.AccessorDeclaration

/** A signature without a body only overloads the one that has it. */
function method(walk: Walk, owner: ScopeDraft, node: Method, name: string | undefined): void {
  if (!node.body) return
  const place = { loop: undefined, method: owner.id, ...(name === undefined ? {} : { name }) }
  const { scope, span } = functionLike(walk, node, place)
  if (ts.isGetAccessor(node)) walk.builder.scopes[scope]!.reads = true
  const at = node.name ? spanOf(walk, node.name) : ([span[0], span[0] + 'constructor'.length] as const)
  if (name !== undefined) bind(walk.builder, { target: nameAt(at, name), via: 'function', refers: scope, span })
}

/** A function that is a field's value is a method too: its `this` is the instance. */
function field(walk: Walk, owner: ScopeDraft, node: ts.PropertyDeclaration): void {
  const { builder } = walk
  for (const decorator of decoratorsOf(walk, node)) owner.decorators.push(decorator)
  const name = constantText(keyOf(walk, node.name))
  const inner = node.initializer && bare(node.initializer)
  const isMethod = inner && (ts.isArrowFunction(inner) || ts.isFunctionExpression(inner))
  const place = { loop: undefined, method: owner.id, ...(name === undefined ? {} : { name }) }
  const value = isMethod ? functionLike(walk, inner, place) : node.initializer && expression(walk, node.initializer)
  if (name === undefined) return
  const annotation = node.type && typeExpression(walk, node.type)
  const target = nameAt(spanOf(walk, node.name), name)
  bind(builder, { target, ...(value ? { value } : {}), annotation, via: 'field', span: spanOf(walk, node) })
}
