// https://eemeli.org/yaml/
import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml'
import type { Expr } from '../module.ts'
import type { Span } from '../types.ts'
import { entry, unread, type Written } from './written.ts'

/** Aliases in aliases: deeper is not followed. */
const deepest = 50

export function yamlValue(text: string): Written {
  const document = parseDocument(text, { strict: false, uniqueKeys: false })
  const valueOf = (node: unknown, depth: number): Expr => {
    const span = spanOf(node)
    if (depth > deepest) return unread(span)
    if (isAlias(node)) return valueOf(node.resolve(document), depth + 1)
    if (isSeq(node)) return { is: 'list', items: node.items.map((item) => valueOf(item, depth + 1)), span }
    if (isMap(node)) {
      const entries = node.items.flatMap(({ key, value }) => {
        const name = isScalar(key) ? key.value : key
        return name === null || name === undefined ? [] : [entry(String(name), valueOf(value, depth + 1), spanOf(key))]
      })
      return { is: 'record', entries, span }
    }
    return scalarOf(isScalar(node) ? node.value : node, span)
  }
  return document.contents ? valueOf(document.contents, 0) : undefined
}

function spanOf(node: unknown): Span {
  const range = (node as Node | null | undefined)?.range
  return range ? [range[0], range[1]] : [0, 0]
}

function scalarOf(value: unknown, span: Span): Expr {
  switch (typeof value) {
    case 'string':
      return { is: 'text', parts: [value], span }
    case 'number':
      return { is: 'number', value, span }
    case 'boolean':
      return { is: 'boolean', value, span }
    default:
      return value === null || value === undefined ? { is: 'null', span } : unread(span)
  }
}
