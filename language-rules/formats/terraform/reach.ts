// https://developer.hashicorp.com/terraform/language/expressions/references
import type { Document } from '../../../core/document.ts'
import type { Edited } from '../../../core/edited.ts'
import type { Block, Outline, Reached } from '../../../core/format.ts'
import type { Span } from '../../../core/types.ts'
import { blocksIn, type Declarations, entries } from './declarations.ts'
import type { BlockNode, BodyItem } from './hcl/ast.ts'

/** A block of the root's own files, or one entry of its `locals`. */
interface Part {
  /** How it is referred to: `module`, `network`. Empty for a provider, which nothing names to be read. */
  readonly names: readonly string[]
  readonly text: string
}

export const outlineOf = ({ files }: Declarations): Outline =>
  new Map(files.map(({ document, node }) => [document.file, node.items.map(({ span: [from, to] }) => [from, to])]))

/**
 * What an edit inside one block alters: the block, and what names it, or names what does. A text that has the names counts as one that
 * refers to it, so that nothing is left out. Undefined where the edit is no such one, or reaches a provider.
 */
export function reachOf(
  declared: Declarations,
  blocks: readonly Block[],
  before: Outline,
  { file, edited }: { readonly file: string; readonly edited: Edited },
): Reached | undefined {
  const there = declared.files.find(({ document }) => document.file === file)
  if (!there || declared.foreign || declared.documents.some(isJson)) return undefined
  const inside = blockEdited(there.node.items, before.get(file) ?? [], edited, there.document.text)
  if (inside === undefined) return undefined
  const rest = new Set(partsOf(declared))
  const reached: Part[] = [{ names: namesOf(inside) ?? [], text: '' }]
  for (const one of reached) {
    const names = namer(one.names)
    for (const part of rest) {
      if (!names(part.text)) continue
      if (part.names.length === 0) return undefined
      rest.delete(part)
      reached.push(part)
    }
  }
  const keys = new Set(reached.map(({ names }) => names.join('.')))
  const has = (block: Block) => keys.has(keyOf(block))
  return { has, types: new Set(blocks.filter(has).map(({ type }) => type)) }
}

const isJson = ({ file }: Document) => file.toLowerCase().endsWith('.json')

/** The one block in whose body the edit is, where every other one is what it was. */
function blockEdited(
  items: readonly BodyItem[],
  before: readonly Span[],
  { from, before: end, after }: Edited,
  text: string,
): BlockNode | undefined {
  if (items.length !== before.length) return undefined
  const by = after - end
  let inside: BlockNode | undefined
  for (const [i, item] of items.entries()) {
    const [[start, stop], [oldStart, oldStop]] = [item.span, before[i]!]
    const isBehind = start >= after
    const isAround = start < from && stop > after
    if (stop > from && !isBehind && !isAround) return undefined
    if (start - (isBehind ? by : 0) !== oldStart || stop - (isBehind || isAround ? by : 0) !== oldStop) return undefined
    if (isAround && item.is === 'block') inside = item
  }
  if (inside === undefined || !['resource', 'data', 'module'].includes(inside.type)) return undefined
  const isInBody = inside.labels.length > 0 && text.slice(inside.labels.at(-1)!.span[1], from).includes('{')
  return isInBody && text[inside.span[1] - 1] === '}' ? inside : undefined
}

function partsOf({ files }: Declarations): readonly Part[] {
  return files.flatMap(({ document, node }) => {
    const textOf = ({ span }: BodyItem) => document.text.slice(...span)
    return blocksIn(node.items).flatMap((block): readonly Part[] => {
      if (block.type === 'locals')
        return entries({ document, node: block }).map(({ name, node: { span } }) => ({
          names: ['local', name],
          text: document.text.slice(...span),
        }))
      const names = namesOf(block)
      return names ? [{ names, text: textOf(block) }] : []
    })
  })
}

function namesOf({ type, labels }: BlockNode): readonly string[] | undefined {
  const names = labels.map(({ text }) => text)
  if (type === 'provider') return []
  if (type === 'resource') return names
  return type === 'data' || type === 'module' ? [type, ...names] : undefined
}

/** Whether a text has all of the names as words, or one but the last with an index, which may be any. */
function namer(names: readonly string[]): (text: string) => boolean {
  const words = names.map((name) => ({
    name,
    as: new RegExp(`(?<![\\p{L}\\p{N}_])${plain(name)}(?![\\p{L}\\p{N}_])`, 'u'),
  }))
  const indexed = names.slice(0, -1).map((name) => ({ name, as: new RegExp(`${plain(name)}\\s*\\[`) }))
  const has = (text: string) => (word: { readonly name: string; readonly as: RegExp }) =>
    text.includes(word.name) && word.as.test(text)
  return (text) => words.every(has(text)) || indexed.some(has(text))
}

const plain = (name: string) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** What of the root makes a block: itself, or the call of the module it is in. */
const keyOf = ({ module, type, name }: Block) =>
  module === undefined ? `${type}.${name}` : module.address.split(/[.[]/, 2).join('.')
