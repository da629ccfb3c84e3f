// https://developer.hashicorp.com/terraform/language/expressions/references
import type { Document } from '../../../core/document.ts'
import type { Edited } from '../../../core/edited.ts'
import type { BlockPlace, Outline, Reached } from '../../../core/format.ts'
import { folderOf } from '../../../core/path.ts'
import { type Declarations, type In, isVariableFile } from './declarations.ts'
import type { Attribute, BlockNode, HclFile } from './hcl/ast.ts'
import { readConfiguration } from './hcl/read.ts'
import type { Module } from './module.ts'

/** A block of the root's own files, one entry of its `locals`, or what a variable file gives. */
type Part = BlockNode | Attribute

interface Named {
  /** How it is referred to: `module`, `network`. Empty for a provider, which nothing names to be read. */
  readonly names: readonly string[]
  readonly text: string
}

/** @param given files that give the root's variables their values */
export function outlineOf(root: Module, places: readonly BlockPlace[], given: readonly Document[]): Outline {
  const spans = new Map<string, Int32Array>()
  for (const { document, node } of filesOf(root.declared, given)) {
    const parts = partsIn(node)
    const each = new Int32Array(parts.length * 2)
    for (const [i, { span }] of parts.entries()) [each[i * 2], each[i * 2 + 1]] = span
    spans.set(document.file, each)
  }
  return { spans, types: typesOf(places) }
}

function filesOf({ files }: Declarations, given: readonly Document[]): readonly In<HclFile>[] {
  return [...files, ...given.map((document) => ({ document, node: readConfiguration(document) }))]
}

function typesOf(places: readonly BlockPlace[]): Outline['types'] {
  const types = new Map<string, Set<string>>()
  for (const { part, type } of places) {
    if (!part.startsWith('module.')) continue
    const there = types.get(part)
    if (there) there.add(type)
    else types.set(part, new Set([type]))
  }
  return types
}

/**
 * What an edit alters: the part it is in, and what names it, or names what does. A text that has the names counts as one that refers to it,
 * so that nothing is left out. Undefined where that cannot be told, or it reaches a provider.
 */
export function reachOf(
  root: Module,
  modules: readonly Module[],
  places: readonly BlockPlace[],
  given: readonly Document[],
  before: Outline,
  edit: { readonly file: string; readonly edited: Edited },
): Reached | undefined {
  const { declared } = root
  if (declared.foreign || declared.documents.some(isJson)) return undefined
  const own = filesOf(declared, given)
  const there = own.find(({ document }) => document.file === edit.file)
  const first = there
    ? namesEdited(there, before.spans.get(edit.file), edit.edited)
    : callsInto(modules, folderOf(edit.file), edit.file)
  const parts = first && following(first, declared)
  if (parts === undefined) return undefined
  const types = new Set([...parts].flatMap((part) => [...(before.types.get(part) ?? [])]))
  for (const { part, type } of parts.size > 0 ? places : []) if (parts.has(part)) types.add(type)
  return { parts, types }
}

const isJson = ({ file }: Document) => file.toLowerCase().endsWith('.json')

/** The calls of the root that read a folder, themselves or through others: whatever is edited there, all they make is reached. */
function callsInto(
  modules: readonly Module[],
  folder: string,
  file: string,
): readonly (readonly string[])[] | undefined {
  if (isVariableFile(file)) return undefined
  const calls = modules.filter((module) => module.call && module.folder === folder).map(rootCall)
  return calls.length === 0 ? undefined : [...new Set(calls)].map((name) => ['module', name])
}

function rootCall(module: Module): string {
  const { call } = module
  return call?.from.call ? rootCall(call.from) : call!.block.node.labels[0]!.text
}

/** By their names as `resource.name` or `module.name`: all that is reached from some; undefined where a provider is. */
function following(first: readonly (readonly string[])[], declared: Declarations): ReadonlySet<string> | undefined {
  const reached = [...first]
  const rest = new Set(reached.length === 0 ? [] : namedIn(declared.files))
  for (const names of reached) {
    const isNamed = namer(names)
    for (const one of rest) {
      if (!isNamed(one.text)) continue
      if (one.names.length === 0) return undefined
      rest.delete(one)
      reached.push(one.names)
    }
  }
  return new Set(reached.map((names) => names.join('.')))
}

/** The names of the one part that the edit is in, where every other one is what it was: none where it is between them. */
function namesEdited(
  { document, node }: In<HclFile>,
  before: Int32Array | undefined,
  { from, before: end, after }: Edited,
): readonly (readonly string[])[] | undefined {
  const parts = partsIn(node)
  if (before?.length !== parts.length * 2 || isJson(document)) return undefined
  const by = after - end
  let inside: Part | undefined
  for (const [i, part] of parts.entries()) {
    const [start, stop] = part.span
    const [oldStart, oldStop] = [before[i * 2], before[i * 2 + 1]]
    const isBehind = start >= after && stop > from
    const isAround = !isBehind && (stop > from || stop !== oldStop)
    if (start - (isBehind ? by : 0) !== oldStart || stop - (isBehind || isAround ? by : 0) !== oldStop) return undefined
    if (!isAround) continue
    if (!isInside(part, from, after)) return undefined
    inside = part
  }
  const names = inside && namesOf(inside, document)
  if (names === undefined) return []
  return names.length === 0 ? undefined : [names]
}

/** In the body of a block, or in the value of an entry: what it is called is what it was. */
const isInside = (part: Part, from: number, after: number) =>
  part.is === 'block'
    ? part.bodySpan[0] <= from && after <= part.bodySpan[1] && part.bodySpan[1] < part.span[1]
    : part.value.span[0] <= from && after <= part.span[1]

const partsIn = ({ items }: HclFile): readonly Part[] =>
  items.flatMap((item) => (item.is === 'block' && item.type === 'locals' ? item.items : [item]))

/** Undefined where nothing can name it, nor rests on it: no other blocks are read. */
function namesOf(part: Part, { file }: Document): readonly string[] | undefined {
  if (part.is === 'attribute') return [isVariableFile(file) ? 'var' : 'local', part.name]
  const names = part.labels.map(({ text }) => text)
  switch (part.type) {
    case 'provider':
      return []
    case 'resource':
      return names
    case 'data':
    case 'module':
      return [part.type, ...names]
    case 'variable':
      return ['var', ...names]
    default:
      return undefined
  }
}

function namedIn(files: readonly In<HclFile>[]): readonly Named[] {
  return files.flatMap(({ document, node }) =>
    partsIn(node).flatMap((part) => {
      const names = namesOf(part, document)
      return names ? [{ names, text: document.text.slice(...part.span) }] : []
    }),
  )
}

/** Whether any other part of the files, an output and a call of a module among them, has the names of a block. */
export function isNamedElsewhere(block: BlockNode, { files }: Declarations): boolean {
  const isNamed = namer(block.labels.map(({ text }) => text))
  return files.some(({ document, node }) =>
    partsIn(node).some((part) => part !== block && isNamed(document.text.slice(...part.span))),
  )
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

/** A hyphen stays as it is: with the flag `u` it may not be escaped. */
const plain = (name: string) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
