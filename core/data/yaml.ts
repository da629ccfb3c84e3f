// https://eemeli.org/yaml/
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseAllDocuments } from 'yaml'
import type { Comment, Entry, Expr, Module, SyntaxProblem } from '../module.ts'
import type { Span } from '../types.ts'
import { dataModule, entry, unread } from './written.ts'

/** Aliases in aliases: deeper is not followed. */
const deepest = 50

/** A text as a module that hands out the keys of its first document. Of what is broken, what could be read. */
export function yamlModule(text: string): Module {
  const parsed = parseAllDocuments(text, { strict: false, uniqueKeys: false, prettyErrors: false })
  const all = 'empty' in parsed ? [] : parsed
  const documents = all.flatMap((document) => (document.contents ? [contentsOf(document)] : []))
  const problems = all.flatMap(({ errors }) =>
    errors.map(({ pos, message }): SyntaxProblem => ({ span: pos, message })),
  )
  return { ...dataModule(text, documents[0]), documents, comments: commentsIn(text), problems }
}

/** Whole lines and ends of lines; one in a script that the text holds is taken for one too. */
function commentsIn(text: string): readonly Comment[] {
  return [...text.matchAll(/(?<=^|[ \t])#([^\n\r]*)/gm)].map(({ 0: whole, 1: words, index }) => ({
    text: words!.trim(),
    span: [index, index + whole.length],
  }))
}

function contentsOf(document: Document.Parsed): Expr {
  const valueOf = (node: unknown, depth: number): Expr => {
    const span = spanOf(node)
    if (depth > deepest) return unread(span)
    if (isAlias(node)) return valueOf(node.resolve(document), depth + 1)
    if (isSeq(node)) return { is: 'list', items: node.items.map((item) => valueOf(item, depth + 1)), span }
    if (isMap(node)) {
      const entries = node.items.flatMap(({ key, value }): Entry[] => {
        const name = isScalar(key) ? key.value : key
        if (name === null || name === undefined) return []
        const of = valueOf(value, depth + 1)
        // What stands in the record itself wins, wherever it stands: https://yaml.org/type/merge.html
        return name === '<<' ? [{ value: of, spread: true, span: spanOf(key) }] : [entry(String(name), of, spanOf(key))]
      })
      const merged = entries.filter(({ spread }) => spread)
      return { is: 'record', entries: [...merged, ...entries.filter(({ spread }) => !spread)], span }
    }
    return scalarOf(isScalar(node) ? node.value : node, span)
  }
  return valueOf(document.contents, 0)
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
