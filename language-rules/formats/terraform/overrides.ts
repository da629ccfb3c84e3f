// https://developer.hashicorp.com/terraform/language/files/override
import type { Document } from '../../../core/document.ts'
import { addressOf, blocksIn, type In } from './declarations.ts'
import type { BlockNode, BodyItem, Expression } from './hcl/ast.ts'

/** `override.tf`, `prod_override.tf`, also as `.tofu` and `.json`. */
export const isOverride = (file: string) => /(^|\/|_)override\.(tf|tofu)(\.json)?$/.test(file)

/**
 * The blocks with what override files say of them. An attribute takes the place of the one of its name, nested blocks
 * that of all of their type; what overrides nothing is left out. Notes in `foreign` which file wrote an expression.
 */
export function overridden(
  own: readonly In<BlockNode>[],
  over: readonly In<BlockNode>[],
  foreign: WeakMap<Expression, Document>,
): readonly In<BlockNode>[] {
  const before = new Map(own.map((block) => [idOf(block), block]))
  const after = new Map(before)
  for (const block of over.filter(({ node }) => node.type !== 'locals')) {
    const base = after.get(idOf(block))
    if (base === undefined) continue
    note(block.node.items, block.document, foreign)
    after.set(idOf(block), { ...base, node: { ...base.node, items: merged(base.node.items, block.node.items) } })
  }
  const locals = over.filter(({ node }) => node.type === 'locals')
  // The first of a name is kept, so the last override goes first.
  return [
    ...locals.reverse(),
    ...own.map((block) => (before.get(idOf(block)) === block ? after.get(idOf(block))! : block)),
  ]
}

/** Several `provider` blocks share a name; the alias tells them apart. */
function idOf({ node }: In<BlockNode>): string {
  const alias = node.items.find((item) => item.is === 'attribute' && item.name === 'alias')
  const written = alias?.is === 'attribute' && alias.value.is === 'template' ? alias.value.parts[0] : undefined
  return `${node.type} ${addressOf(node)} ${written?.is === 'text' ? written.text : ''}`
}

function merged(base: readonly BodyItem[], over: readonly BodyItem[]): readonly BodyItem[] {
  const nameOf = (item: BodyItem) =>
    item.is === 'attribute' ? item.name : item.type === 'dynamic' ? (item.labels[0]?.text ?? '') : item.type
  const names = new Set(over.map(nameOf))
  return [...base.filter((item) => !names.has(nameOf(item))), ...over]
}

function note(items: readonly BodyItem[], document: Document, foreign: WeakMap<Expression, Document>): void {
  for (const item of items) if (item.is === 'attribute') foreign.set(item.value, document)
  for (const block of blocksIn(items)) note(block.items, document, foreign)
}
