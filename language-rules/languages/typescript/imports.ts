import ts from 'typescript'
import type { Expr } from '../../../core/module.ts'
import type { Span } from '../../../core/types.ts'
import { nameAt } from '../lowering/expr.ts'
import { bare } from './expressions.ts'
import { spanOf, type Walk } from './walk.ts'

export function importDeclaration(walk: Walk, node: ts.ImportDeclaration): void {
  const clause = node.importClause
  const { moduleSpecifier } = node
  if (!ts.isStringLiteral(moduleSpecifier)) return
  if (!clause) {
    const { builder } = walk
    builder.imports.push({
      module: moduleSpecifier.text,
      name: '',
      local: '',
      scope: builder.scope,
      span: spanOf(walk, node),
    })
    return
  }
  const add = (name: string, local: ts.Identifier) => addImport(walk, moduleSpecifier.text, name, local)
  if (clause.name) add('default', clause.name)
  const named = clause.namedBindings
  if (named && ts.isNamespaceImport(named)) add('*', named.name)
  else for (const element of named?.elements ?? []) add((element.propertyName ?? element.name).text, element.name)
}

/** `import x = require('m')` */
export function importEquals(walk: Walk, node: ts.ImportEqualsDeclaration): void {
  const { moduleReference } = node
  if (!ts.isExternalModuleReference(moduleReference)) return
  if (ts.isStringLiteral(moduleReference.expression)) addImport(walk, moduleReference.expression.text, '*', node.name)
}

function addImport(walk: Walk, module: string, name: string, local: ts.Identifier): void {
  walk.builder.imports.push({ module, name, local: local.text, scope: walk.builder.scope, span: spanOf(walk, local) })
}

/** `const { a, b: c } = require('m')`, `= await import('m')`, `= require('m').a`: imports in all but spelling. */
export function requiredImport(walk: Walk, name: ts.BindingName, initializer: ts.Expression): boolean {
  const written = bare(initializer)
  const member = ts.isPropertyAccessExpression(written) ? written.name.text : undefined
  const module = moduleOf(ts.isPropertyAccessExpression(written) ? bare(written.expression) : written)
  if (module === undefined) return false
  if (ts.isIdentifier(name)) {
    addImport(walk, module, member ?? '*', name)
    return true
  }
  if (member !== undefined || !ts.isObjectBindingPattern(name)) return false
  const plain = name.elements.every((e) => ts.isIdentifier(e.name) && !e.initializer && !e.dotDotDotToken)
  if (!plain) return false
  for (const { propertyName, name: local } of name.elements) {
    if (!ts.isIdentifier(local)) continue
    const from =
      propertyName && (ts.isIdentifier(propertyName) || ts.isStringLiteral(propertyName)) ? propertyName : local
    addImport(walk, module, from.text, local)
  }
  return true
}

/** `(await import('m')).a`, `require('m').a()`: what is used where it is imported has a name nobody can write. */
export function importedHere({ builder }: Walk, node: ts.CallExpression, span: Span): Expr | undefined {
  const module = moduleOf(node)
  if (module === undefined) return undefined
  const local = `#${module}:*`
  const { scope } = builder
  if (!builder.imports.some((each) => each.local === local && each.scope === scope))
    builder.imports.push({ module, name: '*', local, scope, span })
  return nameAt(span, local)
}

function moduleOf(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node)) return undefined
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require'
  const [only] = node.arguments
  if (!isRequire && node.expression.kind !== ts.SyntaxKind.ImportKeyword) return undefined
  return only && ts.isStringLiteralLike(only) ? only.text : undefined
}
