import type { Expr } from '../../../core/module.ts'
import type { Span } from '../../../core/types.ts'
import { addScope, bind, type ModuleBuilder, type ScopeDraft, within } from '../lowering/builder.ts'
import { opaque } from '../lowering/expr.ts'
import { annotation } from './annotations.ts'
import { argument, callOf, expression } from './expressions.ts'
import { bindParameters, parametersOf } from './functions.ts'
import { statements } from './statements.ts'
import { nameOf } from './targets.ts'
import { byComma, child, type Node } from './tree.ts'

export function functionDefinition(builder: ModuleBuilder, node: Node, span: Span, decorators: readonly Expr[]): void {
  const parameters = parametersOf(builder, child(node, 'ParamList'))
  const type = child(node, 'TypeDef')
  const result = type && annotation(builder, type)
  const name = child(node, 'VariableName')
  const scope = addScope(builder, 'function', span, name && builder.text.slice(name.from, name.to))
  scope.async = child(node, 'async') !== undefined
  scope.decorators.push(...decorators)
  if (result) scope.result = result
  if (builder.scopes[builder.scope]!.kind === 'class') scope.method = builder.scope
  if (name) bind(builder, { target: nameOf(builder, name), via: 'function', refers: scope.id, span })
  const body = child(node, 'Body')?.kids ?? []
  document(scope, body)
  within(builder, scope.id, undefined, () => {
    bindParameters(builder, scope, parameters)
    statements(builder, body)
  })
}

/** A class body runs where it stands: inside the loop around it, if there is one. */
export function classDefinition(builder: ModuleBuilder, node: Node, span: Span, decorators: readonly Expr[]): void {
  const args = byComma(child(node, 'ArgList')?.kids.slice(1) ?? []).flatMap((group) => argument(builder, group) ?? [])
  const name = child(node, 'VariableName')
  const scope = addScope(builder, 'class', span, name && builder.text.slice(name.from, name.to))
  scope.decorators.push(...decorators)
  scope.bases.push(...args.filter((arg) => arg.name === undefined).map((arg) => arg.value))
  if (name) bind(builder, { target: nameOf(builder, name), via: 'class', refers: scope.id, span })
  const body = child(node, 'Body')?.kids ?? []
  document(scope, body)
  within(builder, scope.id, builder.loop, () => statements(builder, body))
}

/** The text that stands alone at the start of a body. https://docs.python.org/3/reference/compound_stmts.html#function-definitions */
function document(scope: ScopeDraft, body: readonly Node[]): void {
  const first = body.find(({ name }) => name.endsWith('Statement') || name.endsWith('Definition'))
  const only = first?.name === 'ExpressionStatement' ? first.kids[0] : undefined
  if (only?.name === 'String') scope.doc = [only.from, only.to]
}

export function decorated(builder: ModuleBuilder, node: Node, span: Span): void {
  const decorators = node.kids.filter((kid) => kid.name === 'Decorator').map((kid) => decorator(builder, kid))
  for (const kid of node.kids) {
    if (kid.name === 'FunctionDefinition') functionDefinition(builder, kid, span, decorators)
    else if (kid.name === 'ClassDefinition') classDefinition(builder, kid, span, decorators)
  }
}

function decorator(builder: ModuleBuilder, node: Node): Expr {
  const [first, ...rest] = node.kids.filter((kid) => kid.name === 'VariableName')
  if (!first) return opaque([node.from, node.to])
  const named = rest.reduce<Expr>(
    (of, part) => {
      const name = builder.text.slice(part.from, part.to)
      return { is: 'member', of, name, nameSpan: [part.from, part.to], span: [of.span[0], part.to] }
    },
    expression(builder, first),
  )
  const args = child(node, 'ArgList')
  return args ? callOf(builder, named, args, [first.from, args.to]) : named
}
