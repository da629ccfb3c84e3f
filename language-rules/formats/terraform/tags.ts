import { valueOf } from '../../../core/known.ts'
import { attributeIn, blocksIn, type In } from './declarations.ts'
import { evaluate, type Scope } from './evaluate.ts'
import type { BlockNode, BodyItem } from './hcl/ast.ts'
import { providerOf } from './providers.ts'
import { isObject, toText } from './value.ts'

/** The tags that are known: the provider's default ones, and over them the resource's own. */
export function tagsOf(resource: In<BlockNode>, scope: Scope): Readonly<Record<string, string>> {
  const provider = providerOf(resource, scope)
  const providerScope = provider?.scope ?? scope
  const [defaults] = blocksIn(provider?.items ?? [], 'default_tags')
  return {
    ...mapAt(defaults?.items ?? [], 'tags', providerScope),
    ...mapAt(provider?.items ?? [], 'default_labels', providerScope),
    ...mapAt(resource.node.items, 'labels', scope),
    ...mapAt(resource.node.items, 'tags', scope),
  }
}

/**
 * Whether tags may be added that nobody sees here: the provider's default ones are not all known, or the provider is AWS's and the caller of
 * these files brings it.
 */
export function mayHaveMore(resource: In<BlockNode>, scope: Scope): boolean {
  const provider = providerOf(resource, scope)
  if (provider === undefined) return resource.node.labels[0]?.text.startsWith('aws_') ?? false
  const [defaults] = blocksIn(provider.items, 'default_tags')
  return (
    isOpen(defaults?.items ?? [], 'tags', provider.scope) || isOpen(provider.items, 'default_labels', provider.scope)
  )
}

function isOpen(items: readonly BodyItem[], name: string, scope: Scope): boolean {
  const attribute = attributeIn(items, name)
  if (attribute === undefined) return false
  const value = valueOf(evaluate(attribute.value, scope))
  return value === undefined || value === null || !isObject(value) || value.entries.size === 0
}

function mapAt(items: readonly BodyItem[], name: string, scope: Scope): Record<string, string> {
  const attribute = attributeIn(items, name)
  const value = attribute === undefined ? undefined : valueOf(evaluate(attribute.value, scope))
  if (value === undefined || value === null || !isObject(value)) return {}
  const tags: Record<string, string> = {}
  for (const [key, entry] of value.entries) {
    const text = toText(valueOf(entry) ?? null)
    if (text !== undefined) tags[key] = text
  }
  return tags
}
