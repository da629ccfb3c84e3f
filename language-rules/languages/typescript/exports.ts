import ts from 'typescript'
import type { Expr } from '../../../core/module.ts'
import { nameAt } from '../lowering/expr.ts'
import { expression } from './expressions.ts'
import { spanOf, type Walk } from './walk.ts'

/** `export const { a, b } = …` exports each name. */
export function exportNamed(walk: Walk, name: ts.BindingName): void {
  if (ts.isIdentifier(name)) {
    const span = spanOf(walk, name)
    walk.builder.exports.push({ name: name.text, value: nameAt(span, name.text), span })
    return
  }
  for (const element of name.elements) if (ts.isBindingElement(element)) exportNamed(walk, element.name)
}

/** What is exported from another module is first imported, under a name nobody can write. */
export function exportDeclaration(walk: Walk, node: ts.ExportDeclaration): void {
  const { moduleSpecifier, exportClause } = node
  const module = moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined
  const { builder } = walk
  const add = (name: string, from: string, at: ts.Node) => {
    const span = spanOf(walk, at)
    const local = module === undefined ? from : `#${module}:${from}`
    if (module !== undefined) builder.imports.push({ module, name: from, local, scope: builder.scope, span })
    builder.exports.push({ name, value: nameAt(span, local), span })
  }
  if (!exportClause) add('*', '*', node)
  else if (ts.isNamespaceExport(exportClause)) add(exportClause.name.text, '*', exportClause)
  else
    for (const element of exportClause.elements)
      add(element.name.text, (element.propertyName ?? element.name).text, element)
}

/** `export default x`, `export = x` */
export function exportAssignment(walk: Walk, node: ts.ExportAssignment): void {
  const value = expression(walk, node.expression)
  walk.builder.exports.push({ name: 'default', value, span: spanOf(walk, node) })
}

/** `module.exports = { a }`, `module.exports.a = …`, `exports.a = …` */
export function exportAssigned(walk: Walk, target: Expr, value: Expr): void {
  if (target.is !== 'member') return
  const { exports } = walk.builder
  const { span } = target
  if (isExports(target)) {
    exports.push({ name: 'default', value, span })
    if (value.is !== 'record') return
    for (const entry of value.entries)
      if (entry.name !== undefined) exports.push({ name: entry.name, value: entry.value, span: entry.span })
  } else if (isExports(target.of) || (target.of.is === 'name' && target.of.name === 'exports')) {
    exports.push({ name: target.name, value, span })
  }
}

function isExports(expr: Expr): boolean {
  return expr.is === 'member' && expr.name === 'exports' && expr.of.is === 'name' && expr.of.name === 'module'
}
