import { type Node, parseTree } from 'jsonc-parser'
import type { Expr } from '../module.ts'
import type { Span } from '../types.ts'
import { entry, unread, type Written } from './written.ts'

export function jsonValue(text: string): Written {
  const root = parseTree(text, [], { allowTrailingComma: true })
  return root && valueOf(root)
}

function valueOf(node: Node): Expr {
  const span: Span = [node.offset, node.offset + node.length]
  const value: unknown = node.value
  switch (node.type) {
    case 'object':
      return { is: 'record', entries: (node.children ?? []).flatMap(property), span }
    case 'array':
      return { is: 'list', items: (node.children ?? []).map(valueOf), span }
    case 'string':
      return { is: 'text', parts: [String(value)], span }
    case 'number':
      return { is: 'number', value: Number(value), span }
    case 'boolean':
      return { is: 'boolean', value: value === true, span }
    case 'null':
      return { is: 'null', span }
    default:
      return unread(span)
  }
}

function property({ children, offset, length }: Node) {
  const [key, value] = children ?? []
  return key && value ? [entry(String(key.value), valueOf(value), [offset, offset + length])] : []
}
