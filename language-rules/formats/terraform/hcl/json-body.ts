// https://developer.hashicorp.com/terraform/language/syntax/json#nested-block-mapping
import type { Node } from 'jsonc-parser'
import type { Span } from '../../../../core/types.ts'
import type { BlockNode, BodyItem, Expression, HclFile, ObjectItem } from './ast.ts'
import { Broken } from './cursor.ts'
import { bodies, propertiesOf, spanOf } from './json.ts'
import { literalOf, referenceOf, templateOf } from './json-text.ts'

/** One file that is read. */
export interface Reading {
  readonly source: string
  readonly problems: HclFile['problems'][number][]
}

/** What a string is: a template, a text in which no marker means anything, or a name such as `aws.west`. */
type Mode = 'template' | 'literal' | 'reference'

/** Nested blocks that have a label, wherever they stand. */
const labelled = new Set(['dynamic', 'provisioner', 'backend', 'provider_meta'])

/** Attributes whose strings are no templates, by the block they stand in; `*` is any. */
const modes: Readonly<Record<string, Mode>> = {
  '* provider': 'reference',
  '* providers': 'reference',
  '* depends_on': 'reference',
  'dynamic iterator': 'reference',
  'lifecycle ignore_changes': 'reference',
  'lifecycle replace_triggered_by': 'reference',
  'connection type': 'literal',
  'variable type': 'reference',
  'variable default': 'literal',
  'variable description': 'literal',
  'output description': 'literal',
  'module source': 'literal',
  'module version': 'literal',
  'provider alias': 'literal',
  'provider version': 'literal',
  'terraform required_version': 'literal',
  'terraform required_providers': 'literal',
  'moved from': 'reference',
  'moved to': 'reference',
  'removed from': 'reference',
  'import to': 'reference',
}

/** In these every object is a value: nothing is nested. */
const flat = new Set(['locals', 'variable', 'required_providers'])

const modeOf = (block: string, name: string): Mode => modes[`${block} ${name}`] ?? modes[`* ${name}`] ?? 'template'

/** The blocks that a property makes: an object or an array at each label, and again for the body. */
export function blockFrom(property: Node, labelCount: number, reading: Reading): readonly BlockNode[] {
  const [key, value] = property.children as [Node, Node]
  const start = property.offset
  return level(value, [], labelCount)

  function level(node: Node, labels: BlockNode['labels'], left: number): readonly BlockNode[] {
    if (bodies(node).length === 0 && !isEmpty(node))
      reading.problems.push({
        message: `Expected an object or an array of objects for \`${key.value}\`.`,
        span: spanOf(node),
      })
    if (left > 0)
      return bodies(node)
        .flatMap(propertiesOf)
        .filter(({ children }) => children![0]!.value !== '//')
        .flatMap(({ children }) => {
          const [name, inner] = children as [Node, Node]
          return level(inner, [...labels, { text: String(name.value), span: insideOf(name) }], left - 1)
        })
    return bodies(node).map((body): BlockNode => {
      const type = String(key.value)
      return {
        is: 'block',
        type,
        typeSpan: insideOf(key),
        labels: labels.map(({ text, span }) => ({ text, span: [...span] as Span })),
        items: propertiesOf(body).flatMap((inner) => itemsFrom(inner, type, reading)),
        bodySpan: insideOf(body),
        span: [beginOf(body, labels, start), body.offset + body.length],
      }
    })
  }
}

/** A block begins with its last name, where the name is its alone; one of several in an array with its brace. */
function beginOf(body: Node, labels: BlockNode['labels'], start: number): number {
  if (body.parent?.type === 'array') return body.offset
  const last = labels.at(-1)
  return last === undefined ? start : last.span[0] - 1
}

const isEmpty = (node: Node) => node.type === 'array' && (node.children ?? []).length === 0

/** Without the quotes, or the braces. */
const insideOf = ({ offset, length }: Node): Span => [offset + 1, offset + length - 1]

/**
 * Without the provider's schema an object may be a nested block or the value of an attribute: it is read as both, and who asks for one finds
 * it. An array of objects is a series of blocks.
 */
function itemsFrom(property: Node, block: string, reading: Reading): readonly BodyItem[] {
  const [key, value] = property.children as [Node, Node]
  const name = String(key.value)
  if (name === '//') return []
  const asAttribute = () => attributeFrom(property, modeOf(block, name), reading)
  if (flat.has(block)) return asAttribute()
  if (labelled.has(name)) return blockFrom(property, 1, reading)
  const isSeries = value.type === 'array' && !isEmpty(value) && value.children!.every(({ type }) => type === 'object')
  if (isSeries) return blockFrom(property, 0, reading)
  return value.type === 'object'
    ? [...asAttribute(), ...blockFrom(property, 0, { ...reading, problems: [] })]
    : asAttribute()
}

/** The attribute a property makes; none where its value is no expression. */
export function attributeFrom(property: Node, mode: Mode, reading: Reading): readonly BodyItem[] {
  const [key, value] = property.children as [Node, Node]
  const read = expressionOf(value, mode, reading)
  if (read === undefined) return []
  const nameSpan = insideOf(key)
  return [{ is: 'attribute', name: String(key.value), nameSpan, value: read, span: [property.offset, read.span[1]] }]
}

function expressionOf(node: Node, mode: Mode, reading: Reading): Expression | undefined {
  const span = spanOf(node)
  switch (node.type) {
    case 'number':
    case 'boolean':
    case 'null':
      return { is: 'literal', value: node.value as number | boolean | null, span }
    case 'string':
      return textOf(node, mode, reading)
    case 'array':
      return {
        is: 'tuple',
        items: (node.children ?? []).flatMap((item) => expressionOf(item, mode, reading) ?? []),
        span,
      }
    case 'object':
      return { is: 'object', items: propertiesOf(node).flatMap((property) => entryOf(property, mode, reading)), span }
    default:
      return undefined
  }
}

function entryOf(property: Node, mode: Mode, reading: Reading): readonly ObjectItem[] {
  const [key, value] = property.children as [Node, Node]
  const name = mode === 'template' ? textOf(key, mode, reading) : literalOf(key)
  const read = expressionOf(value, mode, reading)
  return name === undefined || read === undefined ? [] : [{ key: name, value: read }]
}

function textOf(node: Node, mode: Mode, reading: Reading): Expression | undefined {
  if (mode === 'literal') return literalOf(node)
  if (mode === 'reference') return referenceOf(node, reading.source)
  const template = templateOf(node, reading.source)
  if (!(template instanceof Broken)) return template
  reading.problems.push({ message: template.message, span: [template.at, node.offset + node.length] })
  return undefined
}
