import type { Binding, Expr } from '../../../core/module.ts'
import type { Span } from '../../../core/types.ts'
import { bind, type ModuleBuilder } from '../lowering/builder.ts'
import { itemOf, nameAt, opaque } from '../lowering/expr.ts'
import { expression, isMark } from './expressions.ts'
import { byComma, type Node } from './tree.ts'

/** What is assigned to: a name, an attribute or subscript, or several of them. */
type Target =
  | { readonly is: 'name' | 'place'; readonly node: Node; readonly rest: boolean }
  | { readonly is: 'several'; readonly targets: readonly Target[]; readonly rest: boolean; readonly node: Node }

const bracketed = new Set(['TupleExpression', 'ArrayExpression', 'ParenthesizedExpression'])

/** The target that stands between two marks of a statement, `a, (b, *c)`; undefined where nothing stands there. */
export function targetOf(builder: ModuleBuilder, kids: readonly Node[]): Target | undefined {
  const groups = byComma(kids)
  const isTuple = kids.some((kid) => kid.name === ',')
  if (!isTuple) return groups[0] && single(builder, groups[0])
  const targets = groups.flatMap((group) => single(builder, group) ?? [])
  return targets[0] && { is: 'several', targets, rest: false, node: targets[0].node }
}

function single(builder: ModuleBuilder, group: readonly Node[]): Target | undefined {
  const node = group.find((kid) => !isMark(kid))
  if (!node) return undefined
  const rest = group[0]!.name === '*' || builder.text[node.from - 1] === '*'
  if (node.name === 'VariableName') return { is: 'name', node, rest }
  if (!bracketed.has(node.name)) return { is: 'place', node, rest }
  const inner = targetOf(builder, node.kids.slice(1, -1))
  if (node.name === 'ParenthesizedExpression' || !inner) return inner
  return inner.is === 'several' ? { ...inner, rest } : { is: 'several', targets: [inner], rest, node }
}

/** Binds what a target names to a value, or to its part of the value. */
export function bindTarget(
  builder: ModuleBuilder,
  target: Target,
  value: Expr,
  via: Binding['via'],
  span?: Span,
): void {
  if (target.is !== 'several') {
    const { node } = target
    const place = target.is === 'name' ? nameOf(builder, node) : expression(builder, node)
    const scope = target.is === 'name' ? declared(builder, builder.text.slice(node.from, node.to)) : undefined
    const at = span ?? ([node.from, Math.max(node.to, value.span[1])] as const)
    bind(builder, { target: place, value, via, span: at, ...(scope === undefined ? {} : { scope }) })
    return
  }
  const starred = target.targets.findIndex((t) => t.rest)
  target.targets.forEach((part, i) => {
    const partSpan: Span = [part.node.from, part.node.to]
    const fromEnd = i - target.targets.length
    const item =
      i === starred ? opaque(partSpan, [value]) : itemOf(value, starred >= 0 && i > starred ? fromEnd : i, value.span)
    bindTarget(builder, part, item, via, span)
  })
}

export const nameOf = (builder: ModuleBuilder, node: Node): Expr =>
  nameAt([node.from, node.to], builder.text.slice(node.from, node.to))

const declarations = new WeakMap<ModuleBuilder, Map<string, number>>()

/** `global x` and `nonlocal x`: from here on the name belongs to an outer scope. */
export function declare(builder: ModuleBuilder, name: string, outer: number): void {
  const map = declarations.get(builder) ?? new Map<string, number>()
  declarations.set(builder, map)
  map.set(`${builder.scope} ${name}`, outer)
}

function declared(builder: ModuleBuilder, name: string): number | undefined {
  return declarations.get(builder)?.get(`${builder.scope} ${name}`)
}
