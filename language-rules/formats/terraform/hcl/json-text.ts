import type { Node } from 'jsonc-parser'
import type { Expression, Template } from './ast.ts'
import { parseAlone, parseTemplate } from './body.ts'
import { Broken } from './cursor.ts'
import { type Move, respan } from './respan.ts'

/** A JSON string with what is written in it parsed, its places those of the file. */
export function templateOf(node: Node, source: string): Template | Broken {
  const parsed = parseTemplate(String(node.value))
  if (parsed instanceof Broken) return moved(parsed, node, source)
  respan(parsed, placesOf(node, source))
  return { ...parsed, span: [node.offset, node.offset + node.length] }
}

/** A JSON string that names something, `"aws.west"`, or spells a type; any other is a text. */
export function referenceOf(node: Node, source: string): Expression {
  const parsed = parseAlone(String(node.value))
  if (parsed instanceof Broken) return literalOf(node)
  respan(parsed, placesOf(node, source))
  return parsed
}

/** A JSON string in which a marker means nothing. */
export function literalOf(node: Node): Template {
  const text = String(node.value)
  const inside = [node.offset + 1, node.offset + node.length - 1] as const
  const parts = text === '' ? [] : [{ is: 'text' as const, text, span: inside }]
  return { is: 'template', heredoc: false, parts, span: [node.offset, node.offset + node.length] }
}

function moved(broken: Broken, node: Node, source: string): Broken {
  return new Broken(broken.message, placesOf(node, source)(broken.at))
}

/** From an offset in the string's value to one in the file. */
function placesOf(node: Node, source: string): Move {
  const start = node.offset + 1
  const written = source.slice(start, node.offset + node.length - 1)
  if (!written.includes('\\')) return (offset) => start + offset
  const places: number[] = []
  for (let at = 0; at < written.length; ) {
    places.push(start + at)
    at += written.charAt(at) !== '\\' ? 1 : written.charAt(at + 1) === 'u' ? 6 : 2
  }
  places.push(start + written.length)
  return (offset) => places[offset] ?? start + written.length
}
